"""Seasons over two years, which languages write with other signs: 2008/09, 08-09, 2008-2009."""

from __future__ import annotations

import re

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Span
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item

_SEASON = re.compile(r"(?<![\d./–-])((?:\d\d)?\d\d)[/–-]((?:\d\d)?\d\d)(?![./–-]?\d)")
_CENTURY = 100


def drop_seasons(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out the years of a season that both texts tell, one with fewer digits than the other."""
    here = _seasons(source)
    there = _seasons(target) if here else {}
    for items, own, other in ((matching.source, here, there), (matching.target, there, here)):
        told = [place for first, place in own.items() if first in other]
        items[:] = [item for item in items if not any(_inside(item, place) for place in told)]


def _seasons(side: TextFigures) -> dict[int, Span]:
    """The first year of each season, by its last two digits, and where it stands."""
    found = {}
    for match in _SEASON.finditer(plain(side.text)):
        first, second = match.groups()
        whole = len(second) == len(first) and int(second) == int(first) + 1
        short = len(second) == 2 and int(second) == (int(first) + 1) % _CENTURY
        if whole or short:
            found[int(first) % _CENTURY] = Span(match.start(), match.end())
    return found


def _inside(item: Item, place: Span) -> bool:
    return place.start <= item.start and item.end <= place.end
