"""What one text leaves to the reader: a noun between the numbers of a share, a unit told once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Match, Matching, flat
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.units import converts
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item

_MOST, _WHOLE = 100, 100
_BETWEEN = 30
"""Characters between the numbers of a share (trois députés sur cinq)."""


def drop_shares(matching: Matching) -> None:
    """Take out two small numbers side by side whose quotient the other text tells as a share."""
    for own, other in (
        (matching.source, matching.target),
        (matching.target, matching.source),
    ):
        for a, b in pairwise(list(own)):
            if not (_is_small(a) and _is_small(b)) or b.start - a.end > _BETWEEN:
                continue
            low, high = sorted((a, b), key=lambda item: item.value)
            share = next((i for i in other if _is_share(i, low, high)), None)
            if share is not None and low.value != high.value:
                own[:] = [i for i in own if i is not a and i is not b]
                other[:] = [i for i in other if i is not share]


def _is_small(item: Item) -> bool:
    counted = item.kind == "cardinal" and not item.unit and isinstance(item.value, int)
    return counted and 0 < item.value <= _MOST


def _is_share(item: Item, part: Item, whole: Item) -> bool:
    if item.kind == "percent" and not item.unit:
        return item.value * whole.value == part.value * _WHOLE
    return item.kind == "fraction" and item.value * whole.value == part.value


def drop_twins(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out the second number of a draw that the other text tells once (empate a dos, 2–2)."""
    for own, side, of_source in (
        (matching.source, source, True),
        (matching.target, target, False),
    ):
        for item in [i for i in own if _is_small(i)]:
            for found in matching.matches:
                twin, other = found.source, found.target
                if not of_source:
                    twin, other = other, twin
                if not other.spelled:
                    continue
                low, high = sorted((item, twin), key=lambda i: i.start)
                gap = fold(side.text[low.end : high.start].strip())
                if (
                    twin.value == item.value
                    and 0 <= high.start - low.end <= _DRAW
                    and (gap in _DASHES or gap in side.lexicon.facts.get("ratio", ()))
                ):
                    own[:] = [i for i in own if i is not item]
                    break


_DRAW = 8
_DASHES = ("-", "–", "—", ":", "：")


def drop_lengths(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a length in days and the days from which to which the other text tells it
    (from 17 to 19 May, three days from 17 May)."""
    for own, side, other, opposite in (
        (matching.source, source, matching.target, target),
        (matching.target, target, matching.source, source),
    ):
        for length in [i for i in own if i.unit == "day" and i.kind == "cardinal"]:
            told = {_day(item) for item in side.items} - {0}
            ends = next(_ends(opposite.items, int(length.value), told), None)
            if ends is not None:
                days = {_day(item) for item in ends}
                own[:] = [i for i in own if i is not length and _day(i) not in days]
                first, last = ends[0].start, ends[1].end
                other[:] = [i for i in other if not first <= i.start < last]


def _ends(items: list[Item], length: int, told: set[int]) -> Iterator[tuple[Item, Item]]:
    """Neighbouring days of one month, of which one is told, so many days from one another."""
    for first, last in pairwise(flat(items)):
        both = _day(first), _day(last)
        near = last.start - first.end <= _BETWEEN and both[0] > 0
        if near and both[1] - both[0] == length - 1 > 0 and not told.isdisjoint(both):
            yield first, last


def _day(item: Item) -> int:
    """The day of a month that an item may be, or 0."""
    if item.day is not None:
        return item.day[2] or 0
    plain = isinstance(item.value, int) and 0 < item.value <= _LAST_DAY
    return int(item.value) if plain and (item.raw or item.kind == "ordinal") else 0


_LAST_DAY = 31


def drop_bracketed(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a number of measures that are told once more in brackets, by an amount that the
    other text has (two cups (500 ml), half a litre)."""
    for own, side, of_source in (
        (matching.source, source, True),
        (matching.target, target, False),
    ):
        told = {(m.source if of_source else m.target).start for m in matching.matches}
        for item in [i for i in own if _is_small(i)]:
            opened = _OPENED.match(side.text, item.end)
            inside = [i for i in side.items if opened and _is_in_brackets(i, opened.end(), side)]
            if inside and inside[0].unit and inside[0].start in told:
                own[:] = [i for i in own if i is not item]


_OPENED = re.compile(r"[^.,;:!?()\d]{1,24}[(（]")
_ABOUT = 10
"""Characters that a word such as "about" takes behind a bracket."""


def _is_in_brackets(item: Item, start: int, side: TextFigures) -> bool:
    """Whether an amount is all that stands in the brackets that open at a place."""
    if not 0 <= item.start - start <= _ABOUT:
        return False
    return _CLOSED.match(side.text, item.end) is not None


_CLOSED = re.compile(r"[^()\d]{0,10}[)）]")


def drop_elided(matching: Matching) -> None:
    """Take out two numbers without a unit that agree in the units of a conversion before them."""
    for found in [m for m in matching.matches if m.how == "converted"]:
        for item in [i for i in matching.source if _is_bare(i)]:
            same = [i for i in matching.target if _is_bare(i) and _converts(item, i, found)]
            if same:
                matching.source[:] = [i for i in matching.source if i is not item]
                matching.target[:] = [i for i in matching.target if i is not same[0]]


def _is_bare(item: Item) -> bool:
    plain = family(item) == "number" and item.kind == "cardinal" and not item.unit
    return plain and not item.vague and item.day is None


def _converts(item: Item, other: Item, found: Match) -> bool:
    return converts(item.value, found.source.unit, other.value, found.target.unit)
