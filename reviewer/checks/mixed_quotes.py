"""Quotation marks of two styles in one translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Place, compared, listed
from reviewer.domain import Pair, Span, message
from reviewer.text.enclosures import QUOTATION_MARKS, enclosures

_OTHERS = frozenset("《〈『‹")
"""Marks of titles, and of quotations inside others."""

_FEWEST = 3
"""Quotations of the usual style that there must be."""

_USUAL = 4
"""Of the usual style, for each of another."""


class MixedQuotes(HabitCheck):
    """A few quotations in other marks than the rest of the translation."""

    id = "mixed-quotes"
    title = "Mixed quotation marks"
    severity = "minor"
    its = "typographical"
    mqm = "inconsistency"
    page = Page(
        finds=message(
            "Quotation marks of another style than in most of the translation, told once, where "
            "the source keeps to one style."
        ),
        languages=message("all"),
        measured="In seven faithful translations and four novels all that is told is there.",
    )

    def habits(self, pairs: Sequence[Pair]) -> Iterator[Habit]:
        """At most one: the places of all styles that are rare here."""
        rows = list(compared(pairs))
        found = [
            (row, span, style)
            for row, pair in rows
            for span, style in _outer(pair.target, pair.target_language)
        ]
        counts = Counter(style for _, _, style in found)
        if len(counts) < 2:
            return
        usual, often = counts.most_common(1)[0]
        odd = [(row, span) for row, span, style in found if style != usual]
        if often < _FEWEST or often < _USUAL * len(odd):
            return
        sources = {
            style for _, pair in rows for _, style in _outer(pair.source, pair.source_language)
        }
        if len(sources) > 1:
            return
        places = [
            place
            for row, span in odd
            for place in (
                Place(row, Span(span.start, span.start + 1), usual[0]),
                Place(row, Span(span.end - 1, span.end), usual[1]),
            )
        ]
        words = message(
            "Most quotations stand in {usual}; other marks: {places}.",
            usual=f"{usual[0]}…{usual[1]}",
            places=listed([Place(row, span) for row, span in odd], pairs),
        )
        yield Habit("quotes", "minor", words, tuple(places))


def _outer(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """The quotations that stand in no other, and the two marks of each."""
    if QUOTATION_MARKS.isdisjoint(text):
        return
    at = 0
    for span in sorted(enclosures(text, language).pairs):
        style = text[span.start] + text[span.end - 1]
        if span.start < at or style[0] not in QUOTATION_MARKS or style[0] in _OTHERS:
            continue
        at = span.end
        yield span, style
