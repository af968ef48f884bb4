"""Dates in digits alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.text.quantities.date_items import date_item
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.reading import Found, Reading

_WHOLE = re.compile(
    r"(?<![\d.,/])(?:(\d{4})([./-]|\. )(\d{1,2})\2(\d{1,2})|(\d{1,2})(\u200f?[./-]|\. )(\d{1,2})"
    r"\6(\d{4}|\d{2}))"
    r"(?![\d/]|[.,-]\d)"
)
_MONTH_YEAR = re.compile(r"(?<![\d.,/])(0[1-9])[./]((?:19|20|25)\d\d)(?![\d/]|[.,-]\d)")
_DAY_MONTH = re.compile(r"(?<![\d.,/])(0\d|\d\d(?=/0))/(\d\d)(?![\d/]|[.,-]\d|\s?%)")
_PARTING = frozenset("\u200f./-")
_BUDDHIST = range(2400, 2601)
"""Years that are told in the Buddhist era where it is the usual one, also without its name."""


def common_year(reading: Reading, year: int) -> int:
    """The year as most of the world counts it."""
    told = year in _BUDDHIST and reading.lexicon.facts.get("buddhist_years")
    return year - 543 if told else year


def numeric_date(reading: Reading, index: int) -> Found | None:
    """A date in digits alone (31.12.2026, 2021-03-04, 7/15/2019), or a part of one whose nought
    tells that it is no fraction (06/2020, 24/06)."""
    node = reading.nodes[index]
    if node.raw.isdigit() and reading.text[node.end : node.end + 1] not in _PARTING:
        return None
    item = _whole(reading, node.start) or _part(reading, node.start)
    if item is None:
        return None
    following = index + 1
    while following < len(reading.nodes) and reading.nodes[following].start < item.end:
        following += 1
    return item, following


def _whole(reading: Reading, start: int) -> Item | None:
    match = _WHOLE.match(reading.text, start)
    if not match:
        return None
    if match.group(1):
        year = common_year(reading, int(match.group(1)))
        orders = [(year, int(match.group(3)), int(match.group(4)))]
    else:
        first, second, year = int(match.group(5)), int(match.group(7)), int(match.group(8))
        if len(match.group(8)) == 2:
            if match.group(6) in ("-", ". "):
                return None
            year += 2000 if year < 50 else 1900
        year = common_year(reading, year)
        orders = [(year, second, first), (year, first, second)]
        if _month_first(reading, match.group(6)):
            orders.reverse()
    return _first_valid(match, orders)


def _part(reading: Reading, start: int) -> Item | None:
    match = _MONTH_YEAR.match(reading.text, start)
    if match:
        month = int(match.group(1))
        year = common_year(reading, int(match.group(2)))
        return date_item(match.start(), match.end(), (year, month, None))
    match = _DAY_MONTH.match(reading.text, start)
    if not match:
        return None
    first, second = int(match.group(1)), int(match.group(2))
    if second == first + 1:
        return None  # the season 05/06
    orders = [(None, second, first), (None, first, second)]
    if _month_first(reading, "/"):
        orders.reverse()
    return _first_valid(match, orders)


def _month_first(reading: Reading, parting: str) -> bool:
    return reading.lexicon.date_order == "mdy" and parting[0] != "."


def _first_valid(
    match: re.Match[str], orders: Sequence[tuple[int | None, int, int]]
) -> Item | None:
    valid = [day for day in orders if 1 <= day[1] <= 12 and 1 <= day[2] <= 31]
    if not valid:
        return None
    item = date_item(match.start(), match.end(), valid[0])
    if len(valid) > 1 and valid[1] != valid[0]:
        item.values += date_item(0, 0, valid[1]).values
    return item
