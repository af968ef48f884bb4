"""Which words of a back-translation carry a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.domain import Span

if TYPE_CHECKING:
    from reviewer.review import ReviewedFinding, Row

Marks = tuple[list[Span], list[Span]]
"""Places in the source, and in the back-translation."""

_NUMBERS = "numbers"


def marks_beside(row: Row, item: ReviewedFinding | None, language: str) -> Marks:
    """What to mark in a row's source and back-translation, both in `language`.

    Of a finding on figures it is the figure with what the back-translation has for it; otherwise
    the words that differ. Nothing in one that is not reliable.
    """
    back = row.back_translation
    if back is None or not back.reliable:
        return [], []
    if item and item.finding.check == _NUMBERS and item.finding.source_spans:
        from reviewer.checks.numbers.explain import explain

        spans = item.finding.source_spans
        links = explain(row.source, back.text, source_language=language, target_language=language)
        there = [
            link.target.span
            for link in links
            if link.source
            and link.target
            and any(
                one.start < link.source.span.end and link.source.span.start < one.end
                for one in spans
            )
        ]
        if there:
            return list(spans), there
    from reviewer.text.differences import differing_words

    return differing_words(row.source, back.text, language)
