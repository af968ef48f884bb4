"""Which letters are a word that somebody types."""

from __future__ import annotations

import pytest

from reviewer.ui.state.typing_pace import LONGEST_GAP_MS, TypingPace


def heard(letters: str, gap: int) -> list[bool]:
    pace = TypingPace()
    return [pace.hear(letter, 1_000 + number * gap) for number, letter in enumerate(letters)]


@pytest.mark.parametrize("word", ["Der", "bill", "Annab", "сто"])
def test_three_different_letters_at_the_pace_of_typing_are_a_word(word: str) -> None:
    assert heard(word, LONGEST_GAP_MS)[-1]
    assert not any(heard(word, LONGEST_GAP_MS + 1))


def test_the_rest_of_a_word_belongs_to_it() -> None:
    assert heard("Dadaist", 100) == [False, False, False, False, True, True, True]


def test_a_letter_held_down_or_pressed_again_and_again_is_no_word() -> None:
    assert not any(heard("nnnnnnnn", 30))
    assert not any(heard("jkjkjkjk", 30))


def test_a_capital_is_the_same_letter() -> None:
    assert not any(heard("AaNn", 100))


def test_keys_that_no_keyboard_sent_are_no_word() -> None:
    pace = TypingPace()
    assert not any(pace.hear(letter, 0) for letter in "Schiff")


def test_after_another_key_letters_begin_again() -> None:
    pace = TypingPace()
    assert not pace.hear("a", 1_000)
    assert not pace.hear("n", 1_100)
    pace.rest()
    assert pace.begins(1_150)
    assert not pace.hear("d", 1_150)
