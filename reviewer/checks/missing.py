"""Sentences of the source that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from unicodedata import category

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Pair, Severity, Span
from reviewer.messages import Message, message
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words

_CERTAIN, _LIKELY = 0.75, 0.5
"""From these confidences of the bead on, a sentence is missing, or probably so."""

_LONGEST_HEADING = 15
"""Words in the longest line without an end mark that is taken for a heading."""

_UNIT = 3
"""Letters of the longest unit or currency that stands with a figure alone ("12 km", "EUR 5")."""

_LABEL = 2
"""A heading of no more words may be a mark of the page (of an advertisement, of a picture)."""

Kind = Literal["sentence", "heading", "figure", "cell"]
"""What is left out or added."""


class Missing(Check):
    """A source sentence without counterpart."""

    id = "missing"
    title = "Missing sentence"
    severity = "critical"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message("A sentence of the source that nothing in the translation answers to."),
        languages=message("all"),
        bad=(
            "The bridge fell in May. Nobody was hurt.",
            "Die Brücke stürzte im Mai ein.",
        ),
        good=(
            "The bridge fell in May. Nobody was hurt.",
            "Die Brücke stürzte im Mai ein. Niemand wurde verletzt.",
        ),
        measured=(
            "In news articles with a back-translation 99 of 100 are found and "
            "99 of 100 alarms are right; without one see "
            "docs/measurements/alignment.md. In a free translation it is said "
            "to be unsure."
        ),
    )
    marks_whole_side = True
    relations = frozenset({"missing"})

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding over the whole source side."""
        if not says_something(pair.source) or pair.empty_unit:
            return
        what = kind_of(pair.source, in_table=pair.stands == "cell")
        yield Finding(
            self.id,
            what,
            _severity(pair, what),
            unless_free(pair, _message(pair, what)),
            source_spans=(Span(0, len(pair.source)),),
            rule=f"missing-{what}",
            confidence=pair.confidence,
        )


def says_something(text: str) -> bool:
    """Whether a text has a letter, a figure or a sign that stands for a word; "…" and "* * *"
    part what stands around them."""
    return any(each.isalnum() or category(each) == "So" for each in text)


def kind_of(text: str, *, in_table: bool) -> Kind:
    """What a text is that stands alone: a heading is a line without an end mark and not too long,
    a figure one that has a figure in it and stands in a table, or is little more."""
    if ends_as_sentence(text) or count_words(text) > _LONGEST_HEADING:
        return "sentence"
    if any(map(str.isnumeric, text)) and (in_table or _is_little_more(text)):
        return "figure"
    return "cell" if in_table else "heading"


def _is_little_more(text: str) -> bool:
    """Whether a line with a figure in it has no letters but those of a unit."""
    return sum(map(str.isalpha, text)) <= _UNIT and count_words(text) <= _LABEL


def unless_free(pair: Pair, told: Message) -> Message:
    """What is told of a sentence left alone, with a warning where the translation is free."""
    if not pair.free:
        return told
    return told.noted(message("this translation is free, so this is unsure"))


def _severity(pair: Pair, what: Kind) -> Severity:
    if what == "figure":
        return "major"
    if pair.free:
        return "minor"
    if what != "sentence":
        label = count_words(pair.source) <= _LABEL
        return "major" if pair.confidence >= _CERTAIN and not label else "minor"
    if pair.confidence >= _CERTAIN:
        return "critical"
    return "major" if pair.confidence >= _LIKELY else "minor"


def _message(pair: Pair, what: Kind) -> Message:
    likely = pair.confidence >= _LIKELY
    if what == "figure":
        return message("This figure is missing from the translation.")
    if what == "cell":
        return message("This table cell is missing from the translation.")
    if what == "heading" and pair.stands == "heading":
        if likely:
            return message("This heading is missing from the translation.")
        return message("This heading is possibly missing from the translation.")
    if what == "heading":
        # Nobody has called it a heading: it may be a line of a list, of a verse, of subtitles.
        if likely:
            return message("This line is missing from the translation.")
        return message("This line is possibly missing from the translation.")
    if likely:
        return message("This sentence is missing from the translation.")
    return message("This sentence is possibly missing from the translation.")
