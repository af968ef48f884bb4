"""Sentences of the translation that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.base import Check, Page
from reviewer.checks.missing import Kind, kind_of, says_something, unless_free
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import Message, message

_LIKELY = 0.5
"""From this confidence of the bead on, a sentence is an addition rather than a doubt."""


class Added(Check):
    """A translated sentence without counterpart."""

    id = "added"
    title = "Added sentence"
    severity = "major"
    its = "addition"
    mqm = "addition"
    page = Page(
        finds=message("A sentence of the translation that nothing in the source answers to."),
        languages=message("all"),
        bad=(
            "The bridge fell in May.",
            "Die Brücke stürzte im Mai ein. Der Bürgermeister trat zurück.",
        ),
        good=(
            "The bridge fell in May.",
            "Die Brücke stürzte im Mai ein.",
        ),
        measured=("As for missing sentences: docs/measurements/alignment.md."),
    )
    marks_whole_side = True
    relations = frozenset({"added"})

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding over the whole target side."""
        if not says_something(pair.target):
            return
        what = kind_of(pair.target, in_table=pair.stands == "cell")
        likely = pair.confidence >= _LIKELY
        grave = what == "figure" or (what == "sentence" and likely and not pair.free)
        yield Finding(
            self.id,
            what,
            "major" if grave else "minor",
            unless_free(pair, _message(pair, what)),
            target_spans=(Span(0, len(pair.target)),),
            rule=f"added-{what}",
            confidence=pair.confidence,
        )


def _message(pair: Pair, what: Kind) -> Message:
    likely = pair.confidence >= _LIKELY
    if what == "figure":
        return message("Nothing in the source answers to this figure.")
    if what == "cell":
        return message("Nothing in the source answers to this table cell.")
    if what == "heading" and pair.stands == "heading":
        if likely:
            return message("Nothing in the source answers to this heading.")
        return message("Possibly nothing in the source answers to this heading.")
    if what == "heading":
        # Nobody has called it a heading: it may be a line of a list, of a verse, of subtitles.
        if likely:
            return message("Nothing in the source answers to this line.")
        return message("Possibly nothing in the source answers to this line.")
    if likely:
        return message("Nothing in the source answers to this sentence.")
    return message("Possibly nothing in the source answers to this sentence.")
