"""The values that a string of digits and separators may have."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer.text.quantities.lexicon import Number

MAX_DIGITS = 60
"""Longer digit strings are no amounts; they are kept as codes."""

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


def read(raw: str, decimal: str) -> tuple[tuple[Number, ...], bool]:
    """The readings of `raw` (ASCII digits), likeliest first, and whether it breaks convention.

    `decimal` is the language's decimal separator. No reading means that it is no number
    ("2.10.3").
    """
    if raw.isdigit():
        return ((int(raw),), False) if len(raw) <= MAX_DIGITS else ((), False)
    if len(raw) > MAX_DIGITS:
        return (), False
    arabic = "،" in raw
    raw = raw.replace("،", ",")
    if "٫" in raw:
        head, _, tail = raw.partition("٫")
        head_ok = head.isdigit() or _is_grouping(head)
        return ((_decimal(head, tail),), False) if tail.isdigit() and head_ok else ((), False)
    if arabic and raw.count(",") >= 1 and _is_grouping(raw):
        return (_whole(raw),), True
    spaceless = re.sub(r"[ '٬]", "", raw) if re.search(r"[ '٬]", raw) else raw
    if spaceless != raw:
        head = re.split(r"[.,]", raw)[0]
        if not _is_grouping(head):
            return (), False
        raw = spaceless
        if raw.isdigit():
            return (int(raw),), False
        tail_sep = raw[len(head.replace(" ", "").replace("'", "").replace("٬", ""))]
        whole, _, fraction = raw.partition(tail_sep)
        return ((_decimal(whole, fraction),), False) if fraction.isdigit() else ((), False)
    points, commas = raw.count("."), raw.count(",")
    if points and commas:
        last = "." if raw.rindex(".") > raw.rindex(",") else ","
        head, _, tail = raw.rpartition(last)
        if last in head or not _is_grouping(head):
            return (), False
        return (_decimal(head, tail),), last != decimal
    mark = "." if points else ","
    if points + commas > 1:
        return ((_whole(raw),), mark == decimal) if _is_grouping(raw) else ((), False)
    whole, _, fraction = raw.partition(mark)
    as_decimal = _decimal(whole, fraction)
    if len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        grouped = _whole(raw)
        both = (as_decimal, grouped) if mark == decimal else (grouped, as_decimal)
        return both, False
    return (as_decimal,), mark != decimal
