"""Days of other calendars as common days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from reviewer.text.quantities import extract_quantities
from reviewer.text.quantities.calendars import days, ethiopian, hebrew, hijri, persian, saka


@pytest.mark.parametrize(
    ("calendar", "told", "common"),
    [
        ("hijri", (1445, 1, 1), date(2023, 7, 19)),
        ("hijri", (1446, 9, 1), date(2025, 3, 1)),
        ("persian", (1357, 11, 22), date(1979, 2, 11)),
        ("persian", (1400, 1, 1), date(2021, 3, 21)),
        ("persian", (1403, 1, 1), date(2024, 3, 20)),
        ("persian", (1403, 12, 30), date(2025, 3, 20)),
        ("hebrew", (5708, 8, 5), date(1948, 5, 14)),
        ("hebrew", (5734, 1, 10), date(1973, 10, 6)),
        ("hebrew", (5784, 7, 15), date(2024, 4, 23)),
        ("hebrew", (5785, 1, 1), date(2024, 10, 3)),
        ("ethiopian", (2000, 1, 1), date(2007, 9, 12)),
        ("ethiopian", (1888, 6, 23), date(1896, 3, 1)),
        ("saka", (1879, 1, 1), date(1957, 3, 22)),
        ("saka", (1946, 1, 1), date(2024, 3, 21)),
    ],
)
def test_a_day_is_the_common_day(calendar: str, told: tuple[int, int, int], common: date) -> None:
    assert days(calendar, *told)[0] == common


@pytest.mark.parametrize(
    ("rule", "years"),
    [(persian, (1200, 1450)), (ethiopian, (1850, 2050)), (saka, (1800, 1990)),
     (hijri, (1200, 1500)), (hebrew, (5600, 5900))],
)  # fmt: skip
def test_months_follow_each_other_without_a_gap(
    rule: Callable[[int, int, int], int], years: tuple[int, int]
) -> None:
    for year in range(*years):
        firsts = [rule(year, month, 1) for month in range(1, 13)] + [rule(year + 1, 1, 1)]
        lengths = [b - a for a, b in pairwise(firsts)]
        assert 353 <= sum(lengths) <= 385
        # Thirteen months of Hebrew leap years and Ethiopian years end in a longer last step.
        assert all(29 <= length <= 31 for length in lengths if length < 32), year


def test_a_sighted_month_may_begin_a_day_sooner_or_later() -> None:
    assert {d.day for d in days("hijri", 1445, 1, 1)} == {18, 19, 20}


@pytest.mark.parametrize(
    ("year", "known"), [(999, False), (1000, True), (1499, True), (1500, False)]
)
def test_a_year_that_nobody_tells_in_the_calendar_is_none_of_it(year: int, known: bool) -> None:
    assert bool(days("persian", year, 1, 1)) is known


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("في 1 محرم 1445هـ", "ar", "2023-07-19"),
        ("در ۲۲ بهمن ۱۳۵۷", "fa", "1979-02-11"),
        ("در پنجم دی ۱۳۸۲", "fa", "2003-12-26"),
        ("בה' באייר תש\"ח", "he", "1948-05-14"),
        ("12 Rabiul Awal 1444 H", "id", "2022-10-08"),
        ("on 22 Bahman 1357", "en", "1979-02-11"),
        ("የካቲት 23 ቀን 1888 ዓ.ም.", "am", "1896-03-01"),
        ("1 चैत्र 1879 शक संवत", "hi", "1957-03-22"),
        ("昭和三十九年十月十日", "ja", "1964-10-10"),
        ("주체101년 4월 15일", "ko", "2012-04-15"),
        ("วันที่ 14 ตุลาคม 2516", "th", "1973-10-14"),
    ],
)
def test_a_full_date_is_read_as_the_common_one(text: str, language: str, value: str) -> None:
    (found,) = extract_quantities(text, language)
    assert (found.kind, found.text) == ("date", value)


@pytest.mark.parametrize(("year", "read"), [(2399, 2399), (2400, 1857), (2600, 2057), (2601, 2601)])
def test_thai_years_are_buddhist_where_they_can_be(year: int, read: int) -> None:
    (found,) = extract_quantities(f"14 ตุลาคม {year}", "th")
    assert found.text == f"{read}-10-14"


def test_a_month_without_its_day_and_year_is_no_date() -> None:
    assert [q.kind for q in extract_quantities("Tir and 12 Mehr", "en")] == ["cardinal"]


@pytest.mark.parametrize(
    ("gap", "near"),
    [
        ("", True),
        (" ", True),
        (".", True),
        (". ", True),
        ("  ", True),
        ("   ", False),
        (", ", False),
    ],
)
@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("في سنة 1445{gap}هـ كان", "ar", 2023),
        ("令和{gap}5年に開業", "ja", 2023),
        ("ในปี พ.ศ.{gap}2390 เขา", "th", 1847),
    ],
)
def test_an_era_stands_beside_its_year_with_two_signs_between_at_most(
    text: str, language: str, year: int, gap: str, near: bool
) -> None:
    (found,) = extract_quantities(text.format(gap=gap), language)
    assert (year in found.values) is near


@pytest.mark.parametrize(
    ("year", "either"), [(2399, False), (2400, True), (2600, True), (2601, False)]
)
def test_a_thai_figure_may_be_a_year_of_the_buddhist_era_without_its_name(
    year: int, either: bool
) -> None:
    (found,) = extract_quantities(f"เศรษฐกิจปี {year} ขยายตัว", "th")
    assert found.values[0] == year
    assert (year - 543 in found.values) is either
