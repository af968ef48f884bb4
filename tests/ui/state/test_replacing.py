"""What finding and replacing would do, before it is done."""

from __future__ import annotations

import pytest

from reviewer.review import Review, Row
from reviewer.ui.state.replacing import PatternError, Wanted, replacements


@pytest.fixture
def rows(review: Review) -> tuple[Row, ...]:
    return review.rows(1)


def after(rows: tuple[Row, ...], words: str, by: str, **how: bool) -> list[str]:
    return [one.after for one in replacements(rows, Wanted(words, by, **how))]


def test_plain_words_are_found_whatever_the_case(rows: tuple[Row, ...]) -> None:
    assert after(rows, "hafen", "Kai") == ["Der Kai", "Der Kai 😀 kostete 21 Millionen."]


def test_with_the_same_capitals(rows: tuple[Row, ...]) -> None:
    assert after(rows, "hafen", "Kai", same_case=True) == []
    assert len(after(rows, "Hafen", "Kai", same_case=True)) == 2


def test_whole_words_alone(rows: tuple[Row, ...]) -> None:
    assert after(rows, "er", "es", whole_words=True) == ["es hat 3 Kräne und 5 Liegeplätze."]


def test_signs_are_plain_text_without_regular_expressions(rows: tuple[Row, ...]) -> None:
    assert after(rows, "n.", r"\1") == [r"Der Hafen 😀 kostete 21 Millione\1"]


def test_groups_of_a_regular_expression(rows: tuple[Row, ...]) -> None:
    assert after(rows, r"(\d) (K\w+) und (\d)", r"\3 \2 und \1", regular=True) == [
        "Er hat 5 Kräne und 3 Liegeplätze."
    ]


def test_the_places_are_counted(rows: tuple[Row, ...]) -> None:
    [one] = replacements(rows, Wanted("e", "E", same_case=True))[:1]
    assert (one.before, one.after, one.places) == ("Der Hafen", "DEr HafEn", 2)


@pytest.mark.parametrize("words", ["(", "[a", "*", "(?P<1>a)"])
def test_a_broken_expression_is_an_error_in_words(rows: tuple[Row, ...], words: str) -> None:
    with pytest.raises(PatternError, match="no regular expression"):
        replacements(rows, Wanted(words, "x", regular=True))


def test_a_group_that_is_not_there_is_an_error_in_words(rows: tuple[Row, ...]) -> None:
    with pytest.raises(PatternError):
        replacements(rows, Wanted("Hafen", r"\1", regular=True))


def test_what_matches_nothing_at_all_changes_nothing(rows: tuple[Row, ...]) -> None:
    assert after(rows, "x*", "y", regular=True) == []
    assert after(rows, "", "y") == []


def test_no_sentence_is_emptied_and_no_furniture_changed(rows: tuple[Row, ...]) -> None:
    assert after(rows, ".+", "", regular=True) == []
    assert after(rows, "Teilen", "Sharing") == []
