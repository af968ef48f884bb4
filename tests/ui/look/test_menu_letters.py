"""In one menu a letter chooses one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui.look.menu_letters import letter_of, with_own_letters


@pytest.mark.parametrize(
    ("title", "letter"),
    [("&Open", "o"), ("E&xit", "x"), ("Open", ""), ("This && that", ""), ("A && &B", "b")],
)
def test_the_letter_of_a_title(title: str, letter: str) -> None:
    assert letter_of(title) == letter


def test_the_first_keeps_its_letter_and_the_next_takes_another() -> None:
    assert with_own_letters(["&Load", "A&ll", "&Lines"]) == ["&Load", "&All", "L&ines"]


def test_beginnings_of_words_are_taken_first() -> None:
    assert with_own_letters(["&Go", "&Go there"]) == ["&Go", "Go &there"]


def test_what_has_no_letter_of_its_own_left_has_none() -> None:
    assert with_own_letters(["&A", "&B", "B&a"]) == ["&A", "&B", "Ba"]


def test_a_title_without_a_mark_stays_so() -> None:
    assert with_own_letters(["&Open", "Open"]) == ["&Open", "Open"]


def test_letters_of_other_scripts() -> None:
    assert with_own_letters(["&Файл", "&Фільтр"]) == ["&Файл", "Ф&ільтр"]


@given(st.lists(st.text("abc &", max_size=8)))
def test_no_letter_twice_and_the_words_stay(titles: list[str]) -> None:
    given_letters = with_own_letters(titles)
    letters = [letter for letter in map(letter_of, given_letters) if letter.isalpha()]
    assert len(letters) == len(set(letters))
    bare = [title.replace("&", "") for title in titles]
    assert [title.replace("&", "") for title in given_letters] == bare
