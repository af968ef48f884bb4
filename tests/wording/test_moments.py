"""Dates and times are written as the language of the user writes them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from reviewer.wording.language import use_language
from reviewer.wording.moments import day, exact_moment, short_moment

EVENING = datetime(2025, 11, 3, 19, 5).astimezone()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nov 3, 2025 7:05\u202fPM"),
        ("de", "03.11.2025 19:05"),
        ("id", "3 Nov 2025 19.05"),
        ("uk", "3 лист. 2025\u202fр. 19:05"),
        ("ar", "03\u200f/11\u200f/2025 7:05 م"),
        ("vi", "3 thg 11, 2025 19:05"),
    ],
)
def test_another_day_is_written_with_its_time(language: str, said: str) -> None:
    use_language(language)
    assert short_moment(EVENING.isoformat()) == said


def test_of_today_the_time_is_enough() -> None:
    use_language("de")
    now = datetime.now().astimezone()
    assert short_moment(now.isoformat()) in {
        f"{moment:%H:%M}" for moment in (now, now + timedelta(minutes=1))
    }


def test_what_is_no_instant_stays() -> None:
    assert short_moment("some day") == day("some day") == "some day"


def test_a_day_and_an_exact_moment() -> None:
    use_language("de")
    assert day("2025-11-03T23:59:00+00:00") == "03.11.2025"
    assert exact_moment(EVENING) == "03.11.2025, 19:05:00"
