"""Numbers that belong together: ranges, scores, ratios, decades of a century."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.items import Item, whole

_RANGE = re.compile(r" ?[-–—~〜～] ?")
_RATIO = re.compile(r" ?[:/] ?|[-–—対对比]")

_LINK = re.compile(r",? ?(?:[^\W\d_]{1,4}(?: [^\W\d_]{1,2})?|[-–—~〜～至到から]{1,3})? ?|, ")
_LONGEST_LINK = 9
_HANGUL = re.compile("[가-힣]")
_KOREAN_LINKS = frozenset({"과", "와", "이나", "나", "에서", "부터", "내지"})
"""And, or, from."""
_HALVES = (45, 90, 105, 120)
"""Minutes at which a half of a match ends; what is added to them stands behind a plus (90+4)."""
_ALWAYS = (24, 7)
"""Hours and days that say no more than "always" (24/7)."""
_PLAIN = ("cardinal", "ordinal")
_FINEST = 64
"""The smallest part of an inch or an hour that is written as a fraction behind a whole one."""

_SHARED = frozenset({"shared"})
_NO_AMOUNT = frozenset({"article", "roman", "indefinite", "era"})
_YEARS_OF = re.compile(r"\.?\s?(?:[^\W\d_]{1,8} ){0,2}")


def joined(text: str, items: list[Item]) -> list[Item]:
    """Ranges, ratios and scores: two numbers found by a dash, colon or slash."""
    found: list[Item] = []
    for item in _with_shared_decades(text, items):
        if found:
            found[-1], merged = _spread(text, found[-1], item)
            if merged:
                continue
        if found and _joins(text, found[-1], item):
            first = found.pop()
            found.append(_range(text, first, item))
            _join_mixed(text, found)
        else:
            found.append(_perhaps_behind_dash(text, found, item))
    return _with_shared_units(text, found)


def _join_mixed(text: str, found: list[Item]) -> None:
    """Put a whole number and the fraction behind it together: 2 1/2, 5 3/16."""
    if len(found) < 2 or found[-1].kind != "fraction" or len(found[-1].parts) != 2:
        return
    before, last = found[-2:]
    over, under = (part.value for part in last.parts)
    if (
        before.kind == "cardinal"
        and before.raw.isdigit()
        and not before.unit
        and text[before.end : last.start] == " "
        and 0 < over < under <= _FINEST
    ):
        value = whole(int(before.value) + Fraction(int(over), int(under)))
        found[-2:] = [replace(before, end=last.end, values=(value,), unit=last.unit)]


def _perhaps_behind_dash(text: str, found: list[Item], item: Item) -> Item:
    """A number whose minus may be the dash of a score or range (78.5 -71.5)."""
    if not found or item.value >= 0 or text[found[-1].end : item.start] != " ":
        return item
    first = found[-1]
    alike = first.kind == item.kind == "cardinal" and not first.unit and not item.unit
    if not alike or not -item.value <= first.value < -2 * item.value:
        return item
    return replace(item, values=(*item.values, *(-v for v in item.values)))


def _with_shared_decades(text: str, items: list[Item]) -> list[Item]:
    """Decades in a list: en los años 60 y 70, w latach 50. i 60. XX wieku, anni Venti e Trenta."""
    for index in range(1, len(items)):
        first, second = items[index - 1], items[index]
        if "decade" in (first.unit, second.unit) and not (first.raw or second.raw):
            items[index - 1 : index + 1] = _both_in_words(text, first, second)
            continue
        if first.unit != "decade" or not first.raw or second.unit or len(second.raw) != 2:
            continue
        gap = text[first.end : second.start]
        if not second.raw.isdigit() or second.raw[1] != "0" or second.kind not in _PLAIN:
            continue
        if len(gap) <= _LONGEST_LINK and _LINK.fullmatch(gap.lstrip(".")):
            value = int(second.raw)
            values = (1900 + value, value, 2000 + value, 1800 + value)
            items[index] = replace(second, kind="date", unit="decade", values=values)
    return items


def _both_in_words(text: str, first: Item, second: Item) -> tuple[Item, Item]:
    """Two decades in words of which one names the years (anni Venti e Trenta, двайсетте и
    трийсетте години)."""
    gap = text[first.end : second.start]
    if first.unit == second.unit or len(gap) > _LONGEST_LINK or not _LINK.fullmatch(gap):
        return first, second
    decade, number = (first, second) if first.unit == "decade" else (second, first)
    if not number.spelled or number.value not in _TENS or number.kind not in _PLAIN:
        return first, second
    if number.unit not in ("", "year") or "amount" in number.tags:
        return first, second
    value = int(decade.value) // 100 * 100 + int(number.value)
    number = replace(number, kind="date", unit="decade", values=(value, value % 100), vague=True)
    return (decade, number) if decade is first else (number, decade)


_TENS = range(20, 100, 10)


def _with_shared_units(text: str, items: list[Item]) -> list[Item]:
    """The numbers of a range or list in words with the unit that stands behind its last one."""
    for index in range(len(items) - 2, -1, -1):
        first, second = items[index], items[index + 1]
        if first.unit or first.kind != "cardinal":
            continue
        percent = second.kind == "percent"
        if not percent and (not second.unit or second.kind != "cardinal"):
            continue
        if first.tags & _NO_AMOUNT or first.scale > 1 or _is_year(first):
            continue
        gap = text[first.end : second.start]
        if len(gap) > _LONGEST_LINK or not _LINK.fullmatch(gap):
            continue
        if percent and not any(map(str.isalpha, gap)):
            continue
        if _HANGUL.match(gap) and gap.strip() not in _KOREAN_LINKS:
            # What is written on to a Korean number is what it counts (2개에 300달러).
            continue
        kind = second.kind if percent else first.kind
        items[index] = replace(first, kind=kind, unit=second.unit, tags=first.tags | _SHARED)
    return items


def _is_year(item: Item) -> bool:
    return item.raw.isdigit() and len(item.raw) == 4 and 1000 <= item.value < 2200


def _spread(text: str, first: Item, second: Item) -> tuple[Item, bool]:
    """What a number takes over from the next one: its scale, its century."""
    gap = text[first.end : second.start]
    if first.unit == "century" and second.unit == "decade" and len(gap) <= 3:
        value = (int(first.value) - 1) * 100 + int(second.value) % 100
        return replace(second, start=first.start, values=(value,), vague=False), True
    if first.unit == "decade" and second.unit == "century" and _YEARS_OF.fullmatch(gap):
        value = (int(second.value) - 1) * 100 + int(first.value) % 100
        return replace(first, end=second.end, values=(value,), vague=False), True
    if (
        first.kind == second.kind == "cardinal"
        and first.scale == 1 < second.scale
        and "indefinite" not in second.tags
        and not first.unit
        and len(gap) <= 8
        and not set(gap) & set(",.;:()")
        and first.value < 1000
    ):
        values = (*first.values, *(whole(v * second.scale) for v in first.values))
        return replace(first, values=values), False
    return first, False


def _joins(text: str, first: Item, second: Item) -> bool:
    if text[first.end : second.start] == "+" and first.value in _HALVES and second.raw:
        return True
    if first.spelled or second.spelled or first.kind in ("date", "time", "code", "range"):
        return False
    if second.kind in ("date", "time", "code") or not first.raw:
        return False
    gap = text[first.end : second.start]
    if second.value < 0 and gap in ("", " ") and not first.unit:
        if gap and first.value >= -second.value:
            return False  # two cells of a table: "108.0 -12.3"
        gap = "-"
    return len(gap) <= 3 and (
        _RANGE.fullmatch(gap) is not None or _RATIO.fullmatch(gap) is not None
    )


def _range(text: str, first: Item, second: Item) -> Item:
    gap = text[first.end : second.start].strip()
    if gap == "+":
        parts = (replace(first, vague=True), replace(second, kind="cardinal"))
        return Item(first.start, second.end, "range", (first.value, second.value), parts=parts)
    if second.value < 0 and gap == "" and not first.unit:
        second = replace(second, start=second.start + 1, values=tuple(-v for v in second.values))
    second = _with_century(first, second)
    if gap == "/" and _is_ratio(first, second):
        ratio = whole(first.value * Fraction(1, int(second.value)))
        return Item(
            first.start, second.end, "fraction", (ratio,), unit=second.unit, parts=(first, second),
            vague=(first.value, second.value) == _ALWAYS,
        )  # fmt: skip
    spread = _like(first, second)
    values = (*spread.values[:1], *second.values[:1])
    return Item(first.start, second.end, "range", values, unit=second.unit, parts=(spread, second))


def _with_century(first: Item, second: Item) -> Item:
    """The whole second one of 2018-19 and 112-15."""
    if not first.raw.isdigit() or not second.raw.isdigit():
        return second
    if not 1 < len(second.raw) < len(first.raw):
        return second
    step = 10 ** len(second.raw)
    full = int(first.value) // step * step + int(second.value)
    return replace(second, values=(full, *second.values)) if full > first.value else second


def _is_ratio(first: Item, second: Item) -> bool:
    whole_numbers = isinstance(first.value, int) and isinstance(second.value, int)
    return whole_numbers and second.value > 0


def _like(first: Item, second: Item) -> Item:
    """The first number with the percent sign, unit and scale that stand behind the second."""
    spread = first
    if second.kind == "percent" and first.kind == "cardinal":
        spread = replace(first, kind="percent", unit=second.unit)
        if "tenths" in second.tags and first.scale == 1:
            spread = replace(spread, values=tuple(whole(v * 10) for v in first.values))
    elif second.unit and not first.unit:
        spread = replace(first, unit=second.unit)
    if second.scale > 1 and first.scale == 1:
        scaled = tuple(whole(v * second.scale) for v in spread.values)
        if scaled[0] > second.value:
            scaled, first = first.values, replace(first, values=scaled)  # 5,000원~3만 원
        spread = replace(spread, values=(*scaled, *first.values))
    return spread
