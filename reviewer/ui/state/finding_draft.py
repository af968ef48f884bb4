"""A finding of the reviewer's own before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.domain import Severity, Span

USUAL_SEVERITY: Severity = "major"


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """On pieces of a row's source and translation. `category` is "" while none is chosen.

    `fingerprint` names the finding that is changed, "" for a new one.
    """

    row_key: str
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    category: str = ""
    severity: Severity = USUAL_SEVERITY
    words: str = ""
    fingerprint: str = ""
