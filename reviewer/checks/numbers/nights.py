"""A night lies between two days, and a text may name it by either or by both."""

from __future__ import annotations

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, too_many, values_beside
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.date_spans import is_night
from reviewer.text.quantities.items import Item


def name_one_night(side: TextFigures, other: TextFigures) -> bool:
    """Whether a text tells a night by the day of the week that follows it (в ночь на
    понедельник), which the other one tells by the day before (Sunday night)."""
    evenings = {day % _WEEK + 1 for _, _, day in other.weekdays}
    return any(day in evenings and _follows(start, end, side) for start, end, day in side.weekdays)


def drop_nights(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out the day before or after one that both texts tell, where a night lies between them
    (in der Nacht vom 3. auf den 4. Mai, in the early hours of 4 May)."""
    if too_many(source, target):
        return
    _drop_next_day(matching.source, source, matching.target)
    _drop_next_day(matching.target, target, matching.source)
    for items, side in ((matching.source, source), (matching.target, target)):
        left = {one.start for one in items}
        for item in [one for one in items if _day(one)]:
            for other in values_beside(item, side):
                # Of two days that nothing answers, the second one asks.
                answered = other.start > item.start or other.start not in left
                first, second = _in_order(item, other)
                if not answered or not _are_next(first, second):
                    continue
                if is_night(side.text, first.start, side.lexicon):
                    items[:] = [one for one in items if one is not item]


def _drop_next_day(items: list[Item], side: TextFigures, other: list[Item]) -> None:
    """Take out a day behind a word for "the night to" with the day before it of the other text."""
    if not _links(side, "night_to") and not _links(side, "night_to_behind"):
        return
    for item in [one for one in items if one.day is not None]:
        before = next((one for one in other if _may_be_eve(one, item)), None)
        if before is not None and _follows(*_with_weekday(item, side), side):
            items[:] = [one for one in items if one is not item]
            other[:] = [one for one in other if one is not before]


def _may_be_eve(item: Item, other: Item) -> bool:
    """Whether a date may be the day before another one, of the same month or of the one before."""
    if item.day is None or other.day is None or not _are_next(item, other):
        return False
    month, next_month = item.day[1], other.day[1]
    if month is None or next_month is None:
        return True
    return next_month == (month if other.day[2] != 1 else month % _MONTHS + 1)


_MONTHS = 12


def _with_weekday(item: Item, side: TextFigures) -> tuple[int, int]:
    """Where a date begins and ends, with the day of the week that stands before it."""
    start = next((s for s, e, _ in side.weekdays if 0 <= item.start - e <= _COMMA), item.start)
    return start, item.end


_COMMA = 3
"""Characters between a day of the week and its date."""


def _follows(start: int, end: int, side: TextFigures) -> bool:
    """Whether words before or behind a day say "the night to"."""
    before = fold(plain(side.text[max(0, start - _REACH) : start]), side.lexicon.turkic)
    if any(f" {before}".endswith(f" {link} ") for link in _links(side, "night_to")):
        return True
    behind = fold(plain(side.text[end : end + _REACH]), side.lexicon.turkic)
    return behind.startswith(tuple(f" {link}" for link in _links(side, "night_to_behind")))


def _links(side: TextFigures, fact: str) -> tuple[str, ...]:
    return tuple(side.lexicon.facts.get(fact, ()))


_WEEK = 7
_REACH = 24
"""Characters that hold such words."""


def _are_next(item: Item, other: Item) -> bool:
    """Whether the second of two dates is the day after the first."""
    first, second = _day(item), other.day
    if second is None or not first:
        return False
    return second[2] == first + 1 or (second[2] == 1 and first >= _LAST)


def _in_order(item: Item, other: Item) -> tuple[Item, Item]:
    return (item, other) if item.start < other.start else (other, item)


def _day(item: Item) -> int:
    """The day of a month, whose name may stand behind the next day only; 0 for none."""
    if item.day is not None:
        return item.day[2] or 0
    return int(item.value) if item.raw.isdigit() and item.value in _DAYS else 0


_DAYS = range(1, 32)
_LAST = 28
"""The earliest last day of a month."""
