"""Numbers that decide how a text is read: what comes just below them, at them and above."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer import extract_quantities
from reviewer.text.abbreviations import _next_item
from reviewer.text.languages import detect
from reviewer.text.quantities.read_texts import read_items
from reviewer.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "most"), [("Straße", 7 / 12), ("Straßen", 8 / 12), ("ok", 2 / 12)]
)
def test_a_language_is_as_sure_as_the_text_has_letters_up_to_twelve(text: str, most: float) -> None:
    assert 0 < detect(text)[1] <= most


def test_from_twelve_letters_on_the_length_makes_no_doubt() -> None:
    assert detect("Straßenbahn")[1] > 11 / 12


@pytest.mark.parametrize(
    ("left", "right", "follows"),
    [
        ("1. Open the door.", "2. Close it.", True),
        ("9. Open the door.", "10. Close it.", True),
        ("2. Open the door.", "2. Close it.", False),
        ("2. Open the door.", "1. Close it.", False),
        ("1. Open the door.", "3. Close it.", False),
        ("Open the door.", "2. Close it.", False),
    ],
)
def test_an_item_of_a_list_is_followed_by_the_next_number(
    left: str, right: str, follows: bool
) -> None:
    assert _next_item(left, right) is follows


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("halb eins", 750), ("halb zwei", 90), ("halb elf", 630), ("halb zwölf", 690)],
)
def test_half_hours_are_told_of_one_to_twelve(words: str, minutes: int) -> None:
    (found,) = extract_quantities(f"Um {words}.", "de")
    assert (found.kind, found.values) == ("time", (Decimal(minutes),))


def test_there_is_no_half_before_thirteen() -> None:
    assert "time" not in [one.kind for one in extract_quantities("Um halb dreizehn.", "de")]


def test_the_decade_of_a_century_names_the_century_too() -> None:
    (found,) = extract_quantities("in the 1900s", "en")
    assert found.values == (Decimal(1900), Decimal(20))


@pytest.mark.parametrize(
    ("range_", "last"), [("1914–18", 1918), ("1945–39", 39), ("1998–99", 1999)]
)
def test_a_year_may_leave_out_the_century_that_goes_on(range_: str, last: int) -> None:
    values = [one.values for one in extract_quantities(f"the years {range_}", "en")]
    assert Decimal(last) in values[-1]
    assert not (last < 100 and Decimal(1900 + last) in values[-1])


@pytest.mark.parametrize(
    ("year", "belongs"), [("0999", False), ("1000", True), ("2999", True), ("3000", False)]
)
def test_the_year_of_a_date_has_four_digits_from_1000_to_2999(year: str, belongs: bool) -> None:
    found = read_items(f"on 3 March {year}.", "en")
    assert [one.day[0] for one in found if one.day] == [int(year) if belongs else None]


@pytest.mark.parametrize(
    ("years", "unit"), [("999", "year"), ("1000", ""), ("2999", ""), ("3000", "year")]
)
def test_a_year_of_the_calendar_counts_no_years(years: str, unit: str) -> None:
    (found,) = read_items(f"{years} Jahre", "de")
    assert found.unit == unit


@pytest.mark.parametrize(
    ("left", "right", "sentences"),
    [
        ("Gates open at 5 p.m.", "Boats come and go.", 1),
        ("All gates open at 5 p.m.", "Boats come and go.", 2),
        ("Now all gates open at 5 p.m.", "Boats come and go.", 2),
        ("Now all gates open at 5 p.m.", "Monday is late.", 1),
        ("Now all gates open at 5 p.m.", "Eastern time.", 1),
        ("Now all gates open at 5 p.m.", "A boat comes.", 2),
        ("Now all gates open at 5 p.m.", "ET for all.", 1),
        ("Now all gates open at 5 p.m.", "AEDT for all.", 1),
        ("Now all gates open at 5 p.m.", "BOATS come.", 2),
    ],
)
def test_what_stands_behind_a_time_says_whether_the_sentence_ends(
    left: str, right: str, sentences: int
) -> None:
    assert len(split_sentences(f"{left} {right}", "en")) == sentences
