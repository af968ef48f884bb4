"""A quarter or half of a year in one text, its months in the other (third quarter, July to
September; the first three months)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reviewer.checks.numbers.matching import Matching, flat
from reviewer.checks.numbers.relative_times import fold_letters, folded
from reviewer.checks.numbers.sides import TextFigures, too_many
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon

_YEAR = 12
_LENGTHS = {"quarter": 3, "half": 6}
_GAP = 3
"""Characters between "third" and "quarter", or a dash between two months."""
_LINK = 14
"""Characters between two months: words such as "to", "until the end of"."""
_ORDINAL = 16
"""Characters beside "three months" in which "first" or "last" stands."""
_CODE = re.compile(r"(?<![\w.])(?:[QT]([1-4])|([1-4])[QT]|[HS]([12])|([12])H)(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


class _Part(NamedTuple):
    """The months that a part of a year has, the first and the last, and where it is told."""

    first: int
    last: int
    start: int
    end: int


def drop_parts_of_years(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out the numbers of a part of a year that one text numbers and the other names."""
    left = (*matching.source, *matching.target)
    if too_many(source, target) or not any(map(_may_belong, left)):
        return
    if not _may_tell(source) or not _may_tell(target):
        return
    here = list(_parts(source))
    there = list(_parts(target)) if here else []
    for first in here:
        second = next((p for p in there if (p.first, p.last) == (first.first, first.last)), None)
        if second is not None:
            for items, part in ((matching.source, first), (matching.target, second)):
                items[:] = [i for i in items if not part.start <= i.start < part.end]


def _may_tell(side: TextFigures) -> bool:
    """Whether a text names a part of a year, or a month or more without a day of it."""
    if any(i.unit == "month" or _month(i) for i in flat(side.items)):
        return True
    if any(unit == "month" for _, _, unit in side.spans) or _CODE.search(side.text):
        return True
    pattern = _pattern(side.lexicon.language)
    return pattern is not None and pattern.search(folded(side.text)) is not None


def _may_belong(item: Item) -> bool:
    """Whether a leftover may be a month, or say how many of them or which quarter."""
    if item.day is not None:
        return item.day[2] is None
    return item.unit == "month" or (not item.scale > 1 and item.value in _NUMBERS)


_NUMBERS = frozenset({1, 2, 3, 4})


def _parts(side: TextFigures) -> Iterator[_Part]:
    items = flat(side.items)
    yield from _numbered(side, items)
    yield from _from_month_to_month(side, items)
    yield from _counted(side, items)
    for found in _CODE.finditer(side.text):
        quarter, half = found[1] or found[2], found[3] or found[4]
        yield _months(int(quarter or half), 3 if quarter else 6, *found.span())


def _months(number: int, length: int, start: int, end: int) -> _Part:
    return _Part((number - 1) * length + 1, number * length, start, end)


def _numbered(side: TextFigures, items: Sequence[Item]) -> Iterator[_Part]:
    """The third quarter, suku ketiga, 上半期."""
    pattern = _pattern(side.lexicon.language)
    if pattern is None:
        return
    text = folded(side.text)
    for found in pattern.finditer(text):
        name = str(found.lastgroup)
        start, end = found.span()
        if name not in _LENGTHS:
            yield _months(1 if name == "first_half" else 2, 6, start, end)
            continue
        length = _LENGTHS[name]
        for item in items:
            gap = start - item.end if item.start < start else item.start - end
            if 0 <= gap <= _GAP and item.value in range(1, _YEAR // length + 1):
                low, high = min(start, item.start), max(end, item.end)
                yield _months(int(item.value), length, low, high)
        if _last_beside(side, text, start):
            yield _months(_YEAR // length, length, start, end)


def _from_month_to_month(side: TextFigures, items: Sequence[Item]) -> Iterator[_Part]:
    """From July to September, 7~9月; the three months to June."""
    for first, last in pairwise(items):
        month = _month(last)
        gap = side.text[first.end : last.start]
        if not month or len(gap) > _LINK:
            continue
        if _month(first):
            yield _Part(_month(first), month, first.start, last.end)
        elif first.raw.isdigit() and len(gap) <= _GAP and gap.strip() and not gap.isalnum():
            yield _Part(int(first.value), month, first.start, last.end)
        elif first.unit == "month" and first.value in _LENGTHS.values():
            yield _Part(month - int(first.value) + 1, month, first.start, last.end)


def _month(item: Item) -> int:
    """The number of a month without a day; 0 for anything else."""
    return item.day[1] or 0 if item.day is not None and item.day[2] is None else 0


def _counted(side: TextFigures, items: Sequence[Item]) -> Iterator[_Part]:
    """The first three months, los tres primeros meses, the last six months."""
    text = ""
    for item in items:
        many = int(item.value) if item.value in _LENGTHS.values() else 0
        if not many or item.kind != "cardinal" or not _of_months(item, side):
            continue
        low, high = item.start - _ORDINAL, item.end + _ORDINAL
        for other in items:
            if other.value == 1 and low <= other.end and other.start <= high and other is not item:
                start, end = min(item.start, other.start), max(item.end, other.end)
                yield _Part(1, many, start, end)
        text = text or folded(side.text)
        if _last_beside(side, text, item.start) or _last_beside(side, text, high):
            yield _Part(_YEAR - many + 1, _YEAR, item.start, item.end)
        if _first_beside(side, text, low, high):
            yield _Part(1, many, item.start, item.end)


def _of_months(item: Item, side: TextFigures) -> bool:
    return item.unit == "month" or any(
        unit == "month" and 0 <= start - item.end <= _ORDINAL for start, _, unit in side.spans
    )


def _last_beside(side: TextFigures, text: str, place: int) -> bool:
    """Whether a word for "last" stands right before a place."""
    stems = tuple(side.lexicon.facts.get("last", ()))
    before = text[max(0, place - _ORDINAL) : place]
    return bool(stems) and any(w.startswith(stems) for w in _WORD.findall(before)[-2:])


def _first_beside(side: TextFigures, text: str, low: int, high: int) -> bool:
    """Whether a word that numbers the first, which may be none of the quantities, stands near."""
    for word in _WORD.findall(text[max(0, low) : high]):
        known = side.lexicon.lookup(word)
        if known is not None and known.senses.get("ordinal") == 1:
            return True
    return False


@lru_cache(maxsize=128)
def _pattern(language: str) -> re.Pattern[str] | None:
    """What finds the words for parts of a year, each kind in a group of its name."""
    lex = lexicon(language)
    table: dict[str, list[str]] = lex.facts.get("year_parts", {})
    if not table:
        return None
    kinds = "|".join(f"(?P<{name}>{_listed(stems)})" for name, stems in table.items())
    if not lex.spaced:
        return re.compile(kinds)
    begin = r"(?<!\w)(?:ال|בה|ב|ה|la |l')?" if lex.leftwards else r"(?<!\w)"
    return re.compile(rf"{begin}(?:{kinds})[^\W\d_]*")


def _listed(stems: Sequence[str]) -> str:
    return "|".join(re.escape(fold_letters(s)) for s in sorted(stems, key=len, reverse=True))
