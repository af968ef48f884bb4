"""Early March against late March."""

from __future__ import annotations

import re

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.matching import Match
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import WORD_PATTERN

_WORD = re.compile(WORD_PATTERN)
_REACH = 30
"""Characters beside a date in which such a word stands."""
_WORDS = 3
"""The most words that it has, with a preposition between it and the date."""
_END = re.compile(r"[.,;:!?()]")
_PERIODS = ("decade", "century")
_YEARS = range(1000, 2101)


def other_part(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The finding on two equal dates of which one text names the beginning, the other the end."""
    if not _is_period(found.source) or not _is_period(found.target):
        return []
    first = _part(found.source, source)
    second = _part(found.target, target) if first else 0
    if not second or first == second:
        return []
    words = message(
        "{source} → {target}: another part of the period",
        **wording.both(found.source, found.target, source.text, target.text),
    )
    return [finding("value", "major", "part", words, found.source, found.target, 0.75)]


def _is_period(item: Item) -> bool:
    if item.day is not None:
        return item.day[2] is None
    return item.unit in _PERIODS or (item.raw.isdigit() and item.value in _YEARS)


def _part(item: Item, side: TextFigures) -> int:
    """1 where words beside a date name its beginning, 2 its middle, 3 its end; 0 without any."""
    parts = side.lexicon.facts.get("parts_of_periods")
    if not parts:
        return 0
    before = plain(side.text[max(0, item.start - _REACH) : item.start])
    behind = plain(side.text[item.end : item.end + _REACH])
    if not side.lexicon.spaced:
        rear = side.lexicon.facts.get("parts_behind")
        found = {
            number
            for form, number in parts.items()
            if form in (behind[: len(form) + 1] if rear else before[-len(form) - _CHARACTERS :])
        }
        return found.pop() if len(found) == 1 else 0
    if side.lexicon.facts.get("parts_behind"):
        words = _WORD.findall(_END.split(behind)[0])[:_WORDS]
        runs = [words[:size] for size in (3, 2, 1)]
    else:
        words = _WORD.findall(_END.split(before)[-1])[-_WORDS:]
        runs = [words[-size:] for size in (3, 2, 1)] + [words[-size - 1 : -1] for size in (2, 1)]
    for run in runs:
        number = parts.get(" ".join(fold(word, side.lexicon.turkic) for word in run))
        if number:
            return int(number)
    return 0


_CHARACTERS = 2
"""Characters between such a word and the date behind it where words are not parted."""
