"""The way through: documents -> sides -> back-translation -> beads -> findings.

    documents        formats.read gives them; the caller brings them
        v            reading.py: languages, sentences, page furniture
    SegmentedDocument             one for the source, one for each translation
        v            translating.py: where a package is at hand
    BackTranslation  of each sentence of a translation
        v            meanings.py: where none is, vectors of a sentence encoder
        v            aligning.py: which sentences belong together
    Bead             wrongly_set_aside.py: what was wrongly set aside, and the beads once more
        v            checking.py: each pair, then all pairs of a translation
    Finding
    Analysis         result.py: all of this together

`pipeline.py` has these steps in this order; `steps.py` tells how far it is and stops it. Long
texts are encoded, aligned and checked in several processes (`reviewer.processes`).

What takes its time to import is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.analysis.result import Analysis, Comparison, SegmentedDocument
from reviewer.processes import Cancelled

if TYPE_CHECKING:
    from reviewer.analysis.aligning import Confirmed
    from reviewer.analysis.checking import pair_of
    from reviewer.analysis.pipeline import analyse
    from reviewer.analysis.reading import NothingToReviewError, SameLanguageError
    from reviewer.analysis.steps import Progress
    from reviewer.analysis.translating import Translator

__all__ = [
    "Analysis",
    "Cancelled",
    "Comparison",
    "Confirmed",
    "NothingToReviewError",
    "Progress",
    "SameLanguageError",
    "SegmentedDocument",
    "Translator",
    "analyse",
    "pair_of",
]

_HOMES = {
    "Confirmed": "aligning",
    "NothingToReviewError": "reading",
    "Progress": "steps",
    "SameLanguageError": "reading",
    "Translator": "translating",
    "analyse": "pipeline",
    "pair_of": "checking",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
