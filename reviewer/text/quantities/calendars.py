"""Days of other calendars as common dates.

Each function takes year, month and day and gives the day's ordinal, counted as
`datetime.date.toordinal` does. Sources: E. M. Reingold and N. Dershowitz, Calendrical
Calculations (Hijri, Hebrew and Ethiopian arithmetic); the rule of eight leap years in 33 for
the Persian year, which is right from 1800 to 2090; the Calendar Reform Committee's rules of
1955 for the Indian national calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

Days = tuple[date, ...]
_HIJRI, _ETHIOPIAN, _HEBREW = 227_015, 2_796, -1_373_427
"""The first day of each calendar."""
_NISAN, _TISHRI = 7, 1
_PERSIAN_NEW_YEAR = 226_894
_HALF_YEAR = 186
"""The first six Persian months have 31 days."""


def hijri(year: int, month: int, day: int) -> int:
    """The tabular calendar; the month that is sighted may begin a day sooner or later."""
    months = 29 * (month - 1) + month // 2
    return _HIJRI - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day


def persian(year: int, month: int, day: int) -> int:
    before = _PERSIAN_NEW_YEAR + 365 * (year - 1) + (8 * (year - 1) + 29) // 33
    months = 31 * (month - 1) if month < 8 else _HALF_YEAR + 30 * (month - 7)
    return before + months + day


def ethiopian(year: int, month: int, day: int) -> int:
    return _ETHIOPIAN + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1


def saka(year: int, month: int, day: int) -> int:
    common = year + 78
    leap = common % 4 == 0 and (common % 100 != 0 or common % 400 == 0)
    first = date(common, 3, 21 if leap else 22).toordinal()
    lengths = (31 if leap else 30, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30)
    return first + sum(lengths[: month - 1]) + day - 1


def hebrew(year: int, month: int, day: int) -> int:
    """Months are counted from Tishri; Adar (6) is the second one of a leap year."""
    new_year = _hebrew_new_year(year)
    length = _hebrew_new_year(year + 1) - new_year
    heshvan = 30 if length % 10 == 5 else 29
    kislev = 29 if length % 10 == 3 else 30
    leap = (7 * year + 1) % 19 < 7
    lengths: list[int] = [
        30,
        heshvan,
        kislev,
        29,
        30,
        *((30, 29) if leap else (29,)),
        30,
        29,
        30,
        29,
        30,
        29,
    ]
    place = month if leap and month > _ADAR - 1 else month - 1
    return new_year + sum(lengths[:place]) + day - 1


_ADAR = 6


def _hebrew_new_year(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    elapsed = 29 * months + parts // 25_920
    if 3 * (elapsed + 1) % 7 < 3:
        elapsed += 1
    return _HEBREW + elapsed + _hebrew_delay(year)


def _hebrew_delay(year: int) -> int:
    before, own, after = (_hebrew_days(y) for y in (year - 1, year, year + 1))
    if after - own == 356:
        return 2
    return 1 if own - before == 382 else 0


def _hebrew_days(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    elapsed = 29 * months + parts // 25_920
    return elapsed + 1 if 3 * (elapsed + 1) % 7 < 3 else elapsed


_CALENDARS: dict[str, tuple[Callable[[int, int, int], int], tuple[int, ...], range]] = {
    "hijri": (hijri, (0, -1, 1), range(1, 1600)),
    "persian": (persian, (0,), range(1000, 1500)),
    "hebrew": (hebrew, (0,), range(5000, 6000)),
    "ethiopian": (ethiopian, (0,), range(1000, 2100)),
    "saka": (saka, (0,), range(1700, 2000)),
}
"""By name: the rule, by how many days it may be off, and the years that are told in it."""


def days(calendar: str, year: int, month: int, day: int) -> Days:
    """The common days that a day of another calendar may be, the likeliest first.

    None for a year or a day that the calendar does not have.
    """
    rule, shifts, years = _CALENDARS[calendar]
    if year not in years or not 1 <= day <= 31:
        return ()
    ordinal = rule(year, month, day)
    return tuple(date.fromordinal(ordinal + shift) for shift in shifts)
