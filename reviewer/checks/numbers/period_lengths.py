"""A period told by one word in one text, by its length in the other: quarterly, every three
months."""

from __future__ import annotations

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
    """Take out a length for which the other text has the word."""
    for items, other in ((matching.source, target), (matching.target, source)):
        told = {length for *_, name in other.periods for length in _LENGTHS.get(str(name), ())}
        items[:] = [item for item in items if (item.unit, item.value) not in told]
