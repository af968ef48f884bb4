"""Somebody does anything in the window: every step that was acknowledged is in the review, no text
changes that nobody wrote in, and nothing goes wrong by itself. `tests/benchmarks/test_harm.py` has
the long form."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.robustness import random_window


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("seed", "end"), [(1, "close"), (2, "told"), (3, "killed")])
def test_somebody_does_anything(tmp_path: Path, seed: int, end: str) -> None:
    assert random_window.ran(tmp_path, seed, 4, end, QT_QPA_PLATFORM="offscreen") == []
