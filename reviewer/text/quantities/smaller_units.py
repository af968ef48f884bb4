"""Amounts told in two units: 6 feet 4, 1 m 85, 8 гривень 50 копійок, 2 euros 50."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.items import Item, Node, is_currency, whole
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading

_IN = re.compile(r"[ -]?ins?\b(?! \d)")
"""The sign for inches, which is also a word and so no unit elsewhere."""
_SMALLER = {"foot": ("inch", 12), "meter": ("centimeter", 100), "money": ("cent", 100),
            "hour": ("minute", 60)}  # fmt: skip
"""The unit that may be left out behind a larger one, and how many make one of those."""


def with_smaller(reading: Reading, item: Item, following: int) -> Found:
    """The item with the smaller amount that stands behind it, or as it is."""
    money = is_currency(item.unit) or item.unit == "pound"
    smaller = _SMALLER.get("money" if money else item.unit)
    after = reading.at(following)
    if smaller is None or after is None:
        return item, following
    unit, most = smaller
    if item.spelled and unit in _SPELLED:
        return _in_words(reading, item, following, most)
    if not item.raw.isdigit():
        return item, following
    if not after.raw.isdigit() or len(after.raw) > 2 or int(after.raw) >= most:
        return item, following
    # The name of the hour stands behind the item, that of other units inside.
    end = reading.nodes[following - 1].end if unit == "minute" else item.end
    gap = reading.text[end : after.start]
    told = _names(reading, following, unit)
    inches = _IN.match(reading.text, after.end) if unit == "inch" else None
    if inches is not None and gap in (" ", "-", ""):
        total = whole(item.value + Fraction(int(after.raw), most))
        item = replace(item, end=inches.end(), values=(total,), scale=1)
        return item, reading.after(following, inches.end())
    if told is None:
        if gap not in (" ", "-", "") or not _may_stand_alone(reading, following, unit, gap):
            return item, following
    elif gap not in (" ", "-", "", ", ") or unit in ("centimeter", "minute"):
        return item, following
    end, step = (told.end, 2) if told is not None else (after.end, 1)
    total = whole(item.value + Fraction(int(after.raw), most))
    return replace(item, end=end, values=(total,), scale=1), following + step


def _in_words(reading: Reading, item: Item, following: int, most: int) -> Found:
    """Hundredths in words behind a word for the unit (un mètre cinquante, deux euros vingt)."""
    numeral = read_numeral(reading.text, reading.nodes, following, reading.lexicon)
    before = reading.nodes[following - 1]
    if numeral is None or not numeral.spelled or numeral.ordinal or item.kind != "cardinal":
        return item, following
    close = adjacent(reading.text, before, reading.nodes[following])
    if not close or not isinstance(item.value, int) or numeral.values[0] not in range(10, most):
        return item, following
    end = reading.nodes[numeral.next - 1].end
    if not _ends_clause(reading, end, numeral.next):
        return item, following
    total = whole(item.value + Fraction(int(numeral.values[0]), most))
    tags = item.tags - {"article"}
    return replace(item, end=end, values=(total,), vague=False, tags=tags), numeral.next


_SPELLED = ("centimeter", "cent")


def _ends_clause(reading: Reading, end: int, following: int) -> bool:
    """Whether the hundredths count nothing that follows them."""
    after = reading.at(following)
    return after is None or after.start - end > 1 or "unit" not in after.senses


def _names(reading: Reading, index: int, unit: str) -> Node | None:
    """The node of the smaller unit behind its figure."""
    figure, beyond = reading.nodes[index], reading.at(index + 1)
    if beyond is None or beyond.senses.get("unit") != unit:
        return None
    return beyond if adjacent(reading.text, figure, beyond) else None


def _may_stand_alone(reading: Reading, index: int, unit: str, gap: str) -> bool:
    """Whether the smaller unit may be left out behind a figure."""
    figure, beyond = reading.nodes[index], reading.at(index + 1)
    if beyond is not None and "unit" in beyond.senses and adjacent(reading.text, figure, beyond):
        return False
    if reading.text[figure.end : figure.end + 1].isalpha():
        return False
    if unit == "centimeter":
        return len(figure.raw) == 2 and gap != "-"
    if unit not in ("cent", "minute"):
        return True
    return len(figure.raw) == 2 and _ends(reading.text, figure.end)


def _ends(text: str, end: int) -> bool:
    """Whether a clause ends behind a figure, so that it counts nothing that follows."""
    return not text[end : end + 2].strip() or text[end] in ".,;:!?)"
