"""The values that a string of digits and separators may have."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from reviewer.text.quantities.lexicon import Number

MAX_DIGITS = 60
"""Longer digit strings are no amounts; they are kept as codes."""

HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
"""The signs of digits that stand in Chinese and Japanese as figures do (二〇一九)."""

Readings = tuple[tuple[Number, ...], bool]
_NONE: Readings = ((), False)
_GROUP_SIGNS = frozenset(" '٬")
_GROUPED = re.compile(r"\d{1,3}(?:(['٬ ])\d{3})(?:\1\d{3})*|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")
_PAIRS = re.compile(r"\d{1,2}(?: \d{2})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}|\d{1,2}(?:٬\d{2})*٬\d{3}")


def _whole(raw: str) -> int:
    return int("".join(filter(str.isdigit, raw)))


def _decimal(whole: str, fraction: str) -> Number:
    digits = len(fraction)
    value = Fraction(_whole(whole) * 10**digits + int(fraction), 10**digits)
    return value.numerator if value.denominator == 1 else value


def _is_grouping(raw: str) -> bool:
    return bool(_GROUPED.fullmatch(raw) or _INDIAN.fullmatch(raw) or _PAIRS.fullmatch(raw))


@lru_cache(maxsize=4096)
def read(raw: str, decimal: str) -> Readings:
    """The readings of `raw` (ASCII digits), likeliest first, and whether it breaks convention.

    `decimal` is the language's decimal separator. No reading means that it is no number
    ("2.10.3").
    """
    if len(raw) > MAX_DIGITS:
        return _NONE
    if raw.isdigit():
        return (int(raw),), False
    arabic = "،" in raw
    raw = raw.replace("،", ",")
    if "٫" in raw:
        head, _, tail = raw.partition("٫")
        return _with_decimals(head, tail) if head.isdigit() or _is_grouping(head) else _NONE
    if arabic and _is_grouping(raw):
        return (_whole(raw),), True
    if not _GROUP_SIGNS.isdisjoint(raw):
        return _grouped_by_signs(raw)
    points, commas = raw.count("."), raw.count(",")
    if points and commas:
        return _two_marks(raw, decimal)
    mark = "." if points else ","
    if points + commas > 1:
        return ((_whole(raw),), mark == decimal) if _is_grouping(raw) else _NONE
    return _one_mark(raw, mark, decimal)


def _with_decimals(head: str, tail: str) -> Readings:
    return ((_decimal(head, tail),), False) if tail.isdigit() else _NONE


def _grouped_by_signs(raw: str) -> Readings:
    """Digits grouped by spaces or apostrophes, which no decimals are parted by."""
    head = re.split(r"[.,]", raw)[0]
    if not _is_grouping(head):
        return _NONE
    if len(head) == len(raw):
        return (_whole(raw),), False
    return _with_decimals(head, raw[len(head) + 1 :])


def _two_marks(raw: str, decimal: str) -> Readings:
    """Points and commas: the last one parts the decimals."""
    last = "." if raw.rindex(".") > raw.rindex(",") else ","
    head, _, tail = raw.rpartition(last)
    if last in head or not _is_grouping(head):
        return _NONE
    return (_decimal(head, tail),), last != decimal


def _one_mark(raw: str, mark: str, decimal: str) -> Readings:
    """One point or comma: decimals, or a thousand where three digits follow."""
    whole, _, fraction = raw.partition(mark)
    as_decimal = _decimal(whole, fraction)
    if len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        grouped = _whole(raw)
        both = (as_decimal, grouped) if mark == decimal else (grouped, as_decimal)
        return both, False
    return (as_decimal,), mark != decimal
