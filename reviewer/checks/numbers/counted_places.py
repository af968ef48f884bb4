"""A place in an order told as an amount: the fourth race, four races."""

from __future__ import annotations

import re

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.matching import Match
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.items import Item

_COUNTS = range(2, 13)
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_BEFORE_NOUN = re.compile(r" [^\W\d_]{4,}")


def place_or_amount(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The finding on an ordinal in words told as a cardinal in words that counts something.

    Not where things are told one after the other (the third win in a row, three wins in a row),
    nor of names (Third Avenue), nor where no spaces part words.
    """
    a, b = found.source, found.target
    if {a.kind, b.kind} != {"ordinal", "cardinal"} or not (a.spelled and b.spelled):
        return []
    if a.unit or b.unit or a.value not in _COUNTS or a.value != b.value:
        return []
    if not (_is_plain(a, source) and _is_plain(b, target)):
        return []
    if _in_a_row(source) or _in_a_row(target):
        return []
    words = message(
        "{source} → {target}: one is a place in an order and the other an amount",
        **wording.both(a, b, source.text, target.text),
    )
    return [finding("value", "major", "place", words, a, b, 0.7)]


def _is_plain(item: Item, side: TextFigures) -> bool:
    """Whether a word for a number is no part of a name, and one that counts has a noun behind."""
    if not side.lexicon.spaced or "in_a_row" not in side.lexicon.facts or item.vague:
        return False
    if item.start and side.text[item.start].isupper():
        return False
    if sum(other.value == item.value for other in side.items) > 1:
        return False
    before = _LAST_WORD.search(side.text, 0, item.start)
    word = side.lexicon.lookup(before.group(1)) if before else None
    if word is not None and "out_of" in word.senses:
        return False  # une ampoule sur dix
    return item.kind == "ordinal" or _BEFORE_NOUN.match(side.text, item.end) is not None


def _in_a_row(side: TextFigures) -> bool:
    lower = side.text.lower()
    return any(word in lower for word in side.lexicon.facts["in_a_row"])
