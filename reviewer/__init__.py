"""Reviewer: is anything missing in the translation, is anything added, do the figures agree."""

from __future__ import annotations

import os

# Before numpy is loaded by anyone: our matrices are small, and threads that wait for each
# other made one product cost 180 ms of processor time instead of 2.5.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"

__all__ = ["align", "check_numbers", "extract_quantities", "split_sentences"]

TYPE_CHECKING = False  # `typing` itself takes longer to import than all that is here
if TYPE_CHECKING:
    from typing import Any

    from reviewer.alignment import align
    from reviewer.checks.numbers import check_numbers
    from reviewer.text.quantities import extract_quantities
    from reviewer.text.sentences import split_sentences

_HOMES = {
    "align": "reviewer.alignment",
    "check_numbers": "reviewer.checks.numbers",
    "extract_quantities": "reviewer.text.quantities",
    "split_sentences": "reviewer.text.sentences",
}


def __getattr__(name: str) -> Any:
    """Import a public function when it is first asked for, to keep the start-up path short."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
