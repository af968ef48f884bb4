"""A period told by one word in one text, by its length in the other: quarterly, every three
months."""

from __future__ import annotations

from collections import Counter

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures

_LENGTHS = {
    "fortnight": {("week", 2), ("day", 14), ("day", 15)},
    "quarter": {("month", 3)},
    "half_year": {("month", 6)},
    "year": {("month", 12)},
    "two_years": {("year", 2), ("month", 24)},
}
"""Unit and number of each period; a fortnight is fifteen days where both ends are counted."""


def drop_told_by_period(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a length for which the other text has the word, where no word of its own text
    answers that: each word tells one length."""
    for items, own, other in (
        (matching.source, source, target),
        (matching.target, target, source),
    ):
        words = Counter(_names(other))
        words.subtract(_names(own))
        for name in words.elements():
            lengths = _LENGTHS.get(name, set())
            told = next((item for item in items if (item.unit, item.value) in lengths), None)
            if told is not None:
                items.remove(told)


def _names(side: TextFigures) -> list[str]:
    return [str(name) for *_, name in side.periods]
