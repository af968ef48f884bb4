"""Days of the year that have a name: New Year's Eve answers 31 December."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers.relative_times import fold_letters, folded
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon

_HUNDRED = 100


def names_its_day(item: Item, own: TextFigures, other: TextFigures) -> bool:
    """Whether the other text calls by its name the day that a leftover, or a part of it, tells.

    What is left of a date whose year both texts tell are its month and its day.
    """
    if item.day is None and item.text != "day":
        return False
    days = named_days(other)
    if not days:
        return False
    if item.text == "day":
        told = [i.day for i in own.items if i.day is not None and i.start <= item.start < i.end]
    else:
        told = [item.day] if item.day is not None else []
        told += [i.day for i in own.items if i.day is not None and i.start == item.start]
    return any(day[1] and day[2] and day[1] * _HUNDRED + day[2] in days for day in told)


def named_days(side: TextFigures) -> frozenset[int]:
    """The days that a text calls by a name: their month times a hundred and their day."""
    known = _known(side.lexicon.language)
    if known is None:
        return frozenset()
    pattern, names = known
    found = (names[match.group()] for match in pattern.finditer(folded(side.text)))
    return frozenset(day for days in found for day in days)


@lru_cache(maxsize=128)
def _known(language: str) -> tuple[re.Pattern[str], dict[str, list[int]]] | None:
    """What finds the names of days, the longest first, and the days of each."""
    lex = lexicon(language)
    table: dict[str, list[int]] = lex.facts.get("named_days", {})
    names = {fold_letters(name): days for name, days in table.items()}
    if not names:
        return None
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    begin = r"(?<![^\W_])" if lex.spaced and not lex.leftwards else ""
    return re.compile(f"{begin}(?:{listed})"), names
