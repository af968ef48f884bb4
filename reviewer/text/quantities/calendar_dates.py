"""Full dates in other calendars, read as the common day: ١ محرم ١٤٤٥, 22 بهمن 1357, ה' באייר תש"ח.

Only a day, a month's name and a year together are such a date; the names of these months are
words, first names and numbers besides.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.text.quantities.calendars import days
from reviewer.text.quantities.date_items import date_item, small_number
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.reading import Found, Reading

_LETTERS = {
    letter: value
    for letters, step in (("אבגדהוזחט", 1), ("יכלמנסעפצ", 10), ("קרשת", 100))
    for value, letter in zip(range(step, 10 * step, step), letters, strict=False)
}
"""What Hebrew letters are worth as figures."""
_DAY_LETTERS = re.compile(r"(?<![א-ת])ב?((?:[א-ת]['׳])|(?:[א-ת][\"״][א-ת]))\s+$")
_YEAR_LETTERS = re.compile(r"\s*,?\s*(?:ה['׳])?([א-ת]{1,3}[\"״][א-ת])(?![א-ת])")
_LONGEST_DAY = 8
_MILLENNIUM = 5000
"""Left out of a Hebrew year in letters."""
_DAY_BEHIND = re.compile(r"\s+(\d{1,2})\s*(?:ቀን)?[\s,]*(\d{3,4})(?!\d)")
_YEAR_GAP = re.compile(r"[ ,]{0,2}(?:سنة |عام |सन् |tahun )?")
_MARKS = frozenset({"era"})


def behind_day(reading: Reading, month: int, day: int, start: int) -> Found | None:
    """The date whose day is read and whose month's name is the node `month`."""
    node, year = reading.nodes[month], reading.at(month + 1)
    beside = year is not None and _YEAR_GAP.fullmatch(reading.text, node.end, year.start)
    number = small_number(year, 100, 9999) if year is not None and beside else None
    if year is None or number is None:
        return _without_year(reading, month, day, start)
    found = _item(reading, month, number, day, start, year.end)
    return None if found is None else (found, _behind_mark(reading, month + 1, found))


def _without_year(reading: Reading, month: int, day: int, start: int) -> Found | None:
    """A day whose month's name is nothing else (۱ فروردین); the common days it may be."""
    node = reading.nodes[month]
    if node.raw not in reading.lexicon.facts.get("calendar_months_alone", ()):
        return None
    calendar, number = node.senses["calendar_month"]
    told = {(d.month, d.day) for year in _ANY_YEARS
            for d in days(str(calendar), year, int(number), day)}  # fmt: skip
    read = [date_item(start, node.end, (None, *each)) for each in sorted(told)]
    if not read:
        return None
    item = replace(read[-1], values=tuple(each.value for each in reversed(read)))
    return item, month + 1


_ANY_YEARS = (1399, 1400, 1401, 1402)
"""Years between two leap years, after which days fall on another common one."""


def at_month(reading: Reading, index: int) -> Found | None:
    """A date that begins with its month, or whose day before it is in letters."""
    node, text = reading.nodes[index], reading.text
    behind = _DAY_BEHIND.match(text, node.end)
    if behind is not None and reading.lexicon.facts.get("month_before_day"):
        end = behind.end()
        item = _item(reading, index, int(behind[2]), int(behind[1]), node.start, end)
        return None if item is None else (item, reading.after(index, end))
    before = _DAY_LETTERS.search(text, node.start - _LONGEST_DAY, node.start)
    year = _YEAR_LETTERS.match(text, node.end) if before else None
    if before is None or year is None:
        return None
    told = _worth(year[1]) + _MILLENNIUM
    item = _item(reading, index, told, _worth(before[1]), before.start(), year.end())
    return None if item is None else (item, reading.after(index, year.end()))


def _worth(letters: str) -> int:
    return sum(_LETTERS.get(letter, 0) for letter in letters)


def _item(reading: Reading, month: int, year: int, day: int, start: int, end: int) -> Item | None:
    calendar, number = reading.nodes[month].senses["calendar_month"]
    read = [date_item(start, end, (d.year, d.month, d.day))
            for d in days(str(calendar), year, int(number), day)]  # fmt: skip
    if not read:
        return None
    return replace(read[0], values=tuple(value for item in read for value in item.values))


def _behind_mark(reading: Reading, index: int, item: Item) -> int:
    """The index behind the year and the name of its era, which is no other year."""
    after = reading.at(index + 1)
    if after is None or _MARKS.isdisjoint(after.senses):
        return index + 1
    beside = not reading.text[item.end : after.start].strip(" (")
    return index + 1 + beside
