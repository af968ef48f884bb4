"""What one text tells twice: a year in two calendars (平成12年(2000年)), a night by both days."""

from __future__ import annotations

import re

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, too_many, values_beside
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.date_spans import is_night
from reviewer.text.quantities.items import Item

_BETWEEN = re.compile(r"\s?[(（/,、]\s?")
_FIGURES = re.compile(r"\d+")


def drop_second_calendar(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a year beside the same one of another era, of which the other text tells one.

    What the other text says of the year's own number (the fifth year of Meiji) goes with it.
    """
    if too_many(source, target):
        return
    for items, other, side in (
        (matching.source, matching.target, source),
        (matching.target, matching.source, target),
    ):
        if not items or not any("era" in item.tags for item in side.items):
            continue
        for item in list(items):
            twin = next((one for one in side.items if _are_one_year(item, one, side)), None)
            if twin is None or any(twin.start == one.start for one in items):
                continue
            items[:] = [one for one in items if one is not item]
            own = _number(item if _of_era(item) else twin, side)
            other[:] = [one for one in other if one.values[0] != own]


def drop_nights(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out the day before or after one that both texts tell, where a night lies between them
    (in der Nacht vom 3. auf den 4. Mai, in the early hours of 4 May)."""
    if too_many(source, target):
        return
    for items, side in ((matching.source, source), (matching.target, target)):
        left = {one.start for one in items}
        for item in [one for one in items if _day(one)]:
            for other in values_beside(item, side):
                # Of two days that nothing answers, the second one asks.
                answered = other.start > item.start or other.start not in left
                start = min(item.start, other.start)
                if answered and _follow(item, other) and is_night(side.text, start, side.lexicon):
                    items[:] = [one for one in items if one is not item]


def _follow(item: Item, other: Item) -> bool:
    """Whether the second of two dates, as they are told, is the day after the first."""
    earlier, later = sorted((item, other), key=lambda one: one.start)
    first, second = _day(earlier), later.day
    if second is None or not first:
        return False
    return second[2] == first + 1 or (second[2] == 1 and first >= _LAST)


def _day(item: Item) -> int:
    """The day of a month, whose name may stand behind the next day only; 0 for none."""
    if item.day is not None:
        return item.day[2] or 0
    return int(item.value) if item.raw.isdigit() and item.value in _DAYS else 0


_DAYS = range(1, 32)
_LAST = 28
"""The earliest last day of a month."""


def _are_one_year(item: Item, other: Item, side: TextFigures) -> bool:
    if item.start == other.start or not (_of_era(item) or _of_era(other)):
        return False
    first, second = sorted((item, other), key=lambda one: one.start)
    if not set(first.values) & set(second.values) or second.start - first.end > _LONGEST:
        return False
    return _BETWEEN.fullmatch(side.text, first.end, second.start) is not None


def _of_era(item: Item) -> bool:
    return "era" in item.tags


def _number(item: Item, side: TextFigures) -> int | None:
    """The year as its own era counts it."""
    found = _FIGURES.search(plain(side.text[item.start : item.end]))
    return int(found.group()) if found else None


_LONGEST = 3
"""Characters between the two tellings of a year."""
