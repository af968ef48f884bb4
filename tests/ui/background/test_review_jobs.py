"""The jobs that give an open review."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reviewer.review import Review

_OPEN = """
import sys
from pathlib import Path
from reviewer.ui.background.review_jobs import opening

def loaded():
    return "reviewer.ui.review.page" in sys.modules

def deliver(glance):
    print("at a glance", loaded())
    glance.close()

assert not loaded()
make = opening(Path(sys.argv[1]), lambda: None, accept_losses=False, take_over=False)
review = make(deliver)(lambda _words, _share: None, lambda: False)
print("read", loaded())
review.close()
"""


def test_what_shows_a_review_is_loaded_beside_the_window(review: Review) -> None:
    """In a process of its own: here it is loaded already."""
    path: Path = review.path
    review.close()
    told = subprocess.run(
        [sys.executable, "-c", _OPEN, path], capture_output=True, text=True, check=True
    )
    *_, last = lines = told.stdout.splitlines()
    assert last == "read True"
    assert all(line.endswith("True") for line in lines)
