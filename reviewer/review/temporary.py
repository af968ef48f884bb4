"""A review for a moment: of texts that are only compared, or the copy of one that is open."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.review.review import Review
from reviewer.store import backups


@contextmanager
def temporary_review(name: str, make: Callable[[Path], Review]) -> Iterator[Review]:
    """What `make` makes of a path in a folder of its own, open; `name` is the path's stem.

    Nothing of it stays afterwards, no backup either.
    """
    with tempfile.TemporaryDirectory(prefix="reviewer-") as folder:
        path = Path(folder) / f"{name}.review"
        try:
            with make(path) as review:
                yield review
        finally:
            backups.forget(path)
