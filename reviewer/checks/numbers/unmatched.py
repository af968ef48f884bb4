"""Which quantities without a counterpart ask for one, and which a word or conversion answers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

from reviewer.checks.numbers.agreement import converted
from reviewer.checks.numbers.answering_words import Words
from reviewer.checks.numbers.every_nth import is_every_nth
from reviewer.checks.numbers.matching import Matching, is_name
from reviewer.checks.numbers.named_days import names_its_day
from reviewer.checks.numbers.rounding import is_rounding
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Number

SMALL = 12
"""Up to here, numbers are often written out, and words that we do not know may carry them."""


_WHOLLY = 100
"""Per cent that say no more than "wholly"."""


ABOUT = frozenset({"about"})
DAY = frozenset({"day of a month"})


def same_unit(a: Item, b: Item) -> bool:
    """Whether both amounts are of one unit, though not of one value."""
    return bool(a.unit) and a.unit == b.unit and a.value != b.value


def drop_answered(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out what never asks, and what a word or a conversion answers."""
    told = _counterparts(matching)
    roman = _other_monarchs(matching, source, target)
    for own, other, items, opposite in (
        (source, target, matching.source, matching.target),
        (target, source, matching.target, matching.source),
    ):
        words = Words(other.text, other.lexicon, other.items)
        conversions = _Conversions(own, words, items, opposite, told)
        # A translation may number a decade; one that leaves its number out says less.
        decades = own is target and all(item.unit != "decade" for item in opposite)
        items[:] = [
            item
            for item in items
            if (roman and _numbers_a_monarch(item, own))
            or not (
                item.vague
                or conversions.explain(item)
                or (decades and _is_this_decade(item, words))
                or (item.tags >= DAY and other.weekdays and not own.weekdays)
                or _is_numbered_day(item, other)
                or names_its_day(item, own, other)
                or _is_drive(item, own)
                or _is_part_of_a_year(item, own, other)
                or _is_last_quarter(item, own, other)
                or _is_decade(item, other)
                or is_every_nth(item, own, other)
                or _is_answered(item, own, words)
            )
        ]


def _other_monarchs(matching: Matching, source: TextFigures, target: TextFigures) -> bool:
    """Whether both texts have numbers of monarchs left, one of them at least in Roman numerals."""
    if not any("roman" in i.tags for i in (*matching.source, *matching.target)):
        return False
    return any(_numbers_a_monarch(i, source) for i in matching.source) and any(
        _numbers_a_monarch(i, target) for i in matching.target
    )


def _numbers_a_monarch(item: Item, side: TextFigures) -> bool:
    """Whether a number is Roman, or an ordinal with a capital behind a name (Eduard der Achte)."""
    if "roman" in item.tags:
        return True
    if item.kind != "ordinal" or not item.spelled or not side.text[item.start].isupper():
        return False
    start = max(0, item.start - _LONGEST_NAME)
    return _NAME_BEFORE.search(side.text, start, item.start) is not None


_LONGEST_NAME = 32
"""Characters before a number that hold a name and an article."""


_NAME_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ][^\W\d_]+ (?:[^\W\d_]{1,3} )?$")


def _is_numbered_day(item: Item, other: TextFigures) -> bool:
    """Whether the other text's day of the week may be the third day of anything (thứ ba)."""
    if item.kind != "ordinal" or not other.lexicon.facts.get("weekday_ordinals"):
        return False
    return any(day % 7 + 1 == item.value for _, _, day in other.weekdays)


def _is_part_of_a_year(item: Item, own: TextFigures, other: TextFigures) -> bool:
    """Whether months stand for a half or a quarter of a year that the other text names (los tres
    primeros meses, the first quarter)."""
    if item.kind != "cardinal" or item.value not in (3, 6):
        return False
    months = any(
        unit == "month" and 0 <= start - item.end <= _ORDINAL for start, _, unit in own.spans
    )
    return months and any(
        part.kind == "fraction" and part.value * 12 == item.value for part in other.items
    )


def _is_last_quarter(item: Item, own: TextFigures, other: TextFigures) -> bool:
    """Whether a fourth quarter of a year is the last one of the other text."""
    if item.kind != "ordinal" or item.value != _QUARTERS:
        return False
    quarter = any(
        part.value in (3, Fraction(1, 4)) and 0 <= part.start - item.end <= 1 for part in own.items
    )
    stems = tuple(other.lexicon.facts.get("last", ()))
    return quarter and any(
        fold(word, other.lexicon.turkic).startswith(stems)
        for word in _LETTERS.findall(other.text)
        if stems
    )


def _is_decade(item: Item, other: TextFigures) -> bool:
    """Whether ten years are what the other text calls a decade (on yıl)."""
    if item.unit != "year" or item.value != _DECADE or item.kind != "cardinal":
        return False
    return any(unit == "decade_span" for _, _, unit in other.spans)


_DECADE = 10
_QUARTERS = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINAL = 14
"""Characters that a word such as "first" takes between a number and its months."""


def _is_drive(item: Item, own: TextFigures) -> bool:
    """Whether a figure is one of the two that name a car with four driven wheels (4x4)."""
    if item.values[0] != 4:
        return False
    return _FOUR_BY_FOUR.search(own.text, item.start - 4, item.end + 4) is not None


_FOUR_BY_FOUR = re.compile(r"(?<![\w.,])4 ?[xXх×] ?4(?![\w.,]\d|\w)")


def _is_this_decade(item: Item, other: Words) -> bool:
    """Whether a decade is told that the other text does not number (by the end of the decade)."""
    return item.unit == "decade" and other.unit_stands_alone("decade_span")


def _is_answered(item: Item, own: TextFigures, other: Words) -> bool:
    """Whether a date, a code or a word of the other text stands for the item."""
    if item.text == "month" and item.day is not None and item.day[1] in other.months:
        return True
    if item.kind == "code" and item.text in other.codes:
        return True
    if item.text == "day" and item.value in _LAST_DAYS and other.has_any("last_day"):
        return True
    if item.day == _JANUARY and other.has_any("new_year"):
        return True
    if item.text in ("day", "year"):
        return False
    if item.value in _ROUND_THE_CLOCK and other.has_any("always"):
        return True
    return other.answer(item, own.text)


_JANUARY = (None, 1, None)
_LAST_DAYS = range(28, 32)
_ROUND_THE_CLOCK = (7, 24)
"""Hours and days that say no more than "always" (24 hours a day, 7j/7)."""


def _counterparts(matching: Matching) -> dict[int, Item]:
    """What each matched quantity was matched with, by where it stands in memory."""
    found = {id(m.source): m.target for m in matching.matches}
    return found | {id(m.target): m.source for m in matching.matches}


class _Conversions:
    """Converted amounts beside their originals ("25 miles (40 km)"), on one side only."""

    def __init__(
        self,
        own: TextFigures,
        other: Words,
        items: list[Item],
        opposite: list[Item],
        told: Mapping[int, Item],
    ) -> None:
        self._own, self._other, self._told = own, other, told
        self._alone = {id(item) for item in items}
        self._values: dict[str, set[Number]] = {}
        for one in opposite:
            self._values.setdefault(one.unit, set()).add(one.value)
        self._scales = {one.value for one in opposite if "indefinite" in one.tags}
        self._starts = [one.start for one in own.items]
        self._ends = list(accumulate((one.end for one in own.items), max))

    def explain(self, item: Item) -> bool:
        """Whether the item is one; not where the other text tells its unit or its scale."""
        if not item.unit or self._values.get(item.unit, set()) - {item.value}:
            return False
        if item.scale > 1 and item.scale in self._scales:
            return False  # the scale word has stayed without its figure ("( million)")
        if self._other.unit_stands_alone(item.unit):
            return False
        return any(
            self._is_original(part, item)
            for other in self._near(item)
            for part in (other, *other.parts)
        )

    def _near(self, item: Item) -> list[Item]:
        first = bisect_left(self._ends, item.start - _BESIDE)
        return self._own.items[first : bisect_right(self._starts, item.end + _BESIDE)]

    def _is_original(self, part: Item, item: Item) -> bool:
        if id(part) in self._alone or part.start == item.start:
            return False
        if _contradicts(self._told.get(id(part)), item):
            return False
        if not converted(replace(item, tags=item.tags | ABOUT), part):
            return False
        low, high = sorted((item, part), key=lambda i: i.start)
        between = self._own.text[low.end : high.start]
        return len(between) <= _BESIDE and (
            bool(set(between) & set("(（[/;,–—")) or len(between) <= 12
        )


_BESIDE = 25
"""Characters that may stand between an amount and the same one converted."""


def _contradicts(counterpart: Item | None, item: Item) -> bool:
    """Whether the other text tells the same amount in the item's own unit, and another figure."""
    if counterpart is None or not same_unit(counterpart, item):
        return False
    return not is_rounding(item.value, counterpart.value, marked=True)


def name_like(item: Item) -> bool:
    """A name with a number in it (COVID-19), which a language may replace by a word."""
    return (item.kind == "code" and is_name(item.raw)) or "name" in item.tags


def certain(item: Item) -> bool:
    return not item.spelled and (
        item.scale > 1 or item.kind == "percent" or item.day is not None or item.value > SMALL
    )


def asks(item: Item, own: TextFigures, other: TextFigures) -> bool:
    """Whether a quantity without counterpart is worth an alarm, or only a guess."""
    if item.kind == "percent" and item.value == _WHOLLY:
        return False
    if other.lexicon.complete and own.lexicon.complete:
        return True
    if item.day is not None or item.minutes is not None:
        return False
    if not own.lexicon.complete and item.spelled:
        return False
    value = item.value
    if not other.lexicon.complete:
        written_out = isinstance(value, int) and (abs(value) <= 100 or value % 100 == 0)
        return not item.spelled and not (written_out and item.kind != "percent")
    return True
