"""Quotation marks of two styles in one translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Mark, Tally, rare
from reviewer.domain import Pair, Span
from reviewer.messages import message
from reviewer.text.enclosures import QUOTATION_MARKS, enclosures

_OTHERS = frozenset("《〈『‹")
"""Marks of titles, and of quotations inside others."""

_SOURCE = "source "
"""Before the kind of a mark that stands in the source."""

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
            "Quotation marks of another style than the client wants or, where a client wants "
            "none, than in most of the translation while the source keeps to one; told once."
        ),
        languages=message("all"),
        measured="In seven faithful translations and four novels all that is told is there.",
    )

    def marks(self, pair: Pair) -> tuple[Mark, ...]:
        """The outer quotations of both sides."""
        return (
            *(Mark(style, span) for span, style in _outer(pair.target, pair.target_language)),
            *(
                Mark(_SOURCE + style, span)
                for span, style in _outer(pair.source, pair.source_language)
            ),
        )

    def habits(self, tally: Tally) -> Iterator[Habit]:
        """At most one: the places of all styles that are not wanted, or rare here."""
        styles = Counter({k: n for k, n in tally.counts.items() if not k.startswith(_SOURCE)})
        if wanted := self.wanted("quotes", tally.language):
            others = frozenset(styles) - {wanted}
            if others:
                words = message(
                    "The client wants {usual}; other marks: {places}.",
                    usual=f"{wanted[0]}…{wanted[1]}",
                    places=tally.listed(others),
                )
                yield Habit("style", "minor", words, others, wanted)
            return
        found = rare(styles, _FEWEST, _USUAL)
        if found is None or len(tally.counts) - len(styles) > 1:
            return
        usual, odd = found
        words = message(
            "Most quotations stand in {usual}; other marks: {places}.",
            usual=f"{usual[0]}…{usual[1]}",
            places=tally.listed(odd),
        )
        yield Habit("quotes", "minor", words, odd, usual)

    def pieces(self, mark: Mark, usual: str, _text: str) -> tuple[tuple[Span, str], ...]:
        """The two marks of a quotation, in the usual style."""
        start, end = mark.span.start, mark.span.end
        return (Span(start, start + 1), usual[0]), (Span(end - 1, end), usual[1])


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
