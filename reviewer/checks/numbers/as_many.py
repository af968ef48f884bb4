"""A number that one text tells again and the other leaves to "as many" (in as many fights)."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Number

_FAR = 80
"""Characters between a number and the words that point back to it."""


def drop_as_many(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a number told twice where the other text points back to its first telling."""
    for items, side, other in (
        (matching.source, source, target),
        (matching.target, target, source),
    ):
        pointed = _pointed_back_to(other) if items else ()
        for value in pointed:
            again = next((item for item in items if item.value == value), None)
            if again is not None and _is_told_twice(again, side):
                items[:] = [item for item in items if item is not again]


def _is_told_twice(item: Item, side: TextFigures) -> bool:
    return any(one.start != item.start and one.value == item.value for one in side.items)


def _pointed_back_to(side: TextFigures) -> list[Number]:
    """The numbers that words for "as many" point back to."""
    pattern = _pattern(tuple(side.lexicon.facts.get("as_many", ())))
    if pattern is None:
        return []
    values = []
    for found in pattern.finditer(plain(side.text).lower()):
        before = [i for i in side.items if found.start() - _FAR <= i.start < found.start()]
        if before:
            values.append(before[-1].value)
    return values


@lru_cache(maxsize=64)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)") if forms else None
