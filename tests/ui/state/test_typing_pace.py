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


def test_a_letter_that_is_no_command_makes_a_word_of_two() -> None:
    for word, gap, expected in (
        ("do", LONGEST_GAP_MS, True),
        ("od", LONGEST_GAP_MS, True),
        ("do", LONGEST_GAP_MS + 1, False),
        ("an", LONGEST_GAP_MS, False),
        ("o", LONGEST_GAP_MS, False),
    ):
        pace = TypingPace(is_command="adn".__contains__)
        heard = [pace.hear(letter, 1_000 + n * gap) for n, letter in enumerate(word)]
        assert heard[-1] is expected, (word, gap)


def test_two_decisions_at_the_pace_of_typing_are_a_word() -> None:
    for word, gap, expected in (
        ("da", LONGEST_GAP_MS, True),
        ("Add", LONGEST_GAP_MS, True),
        ("da", LONGEST_GAP_MS + 1, False),
        ("dd", LONGEST_GAP_MS, False),
        ("an", LONGEST_GAP_MS, False),
        ("anna", LONGEST_GAP_MS, False),
    ):
        pace = TypingPace(decides=lambda: "ad")
        heard = [pace.hear(letter, 1_000 + n * gap) for n, letter in enumerate(word)]
        assert heard[-1] is expected, (word, gap)


@pytest.mark.parametrize("word", ["a", "an", "anna", "nn"])
def test_a_space_close_to_a_letter_ends_a_word(word: str) -> None:
    for gap, expected in ((LONGEST_GAP_MS, True), (LONGEST_GAP_MS + 1, False)):
        pace = TypingPace()
        for number, letter in enumerate(word):
            assert not pace.hear(letter, 1_000 + number * 100)
        at = 1_000 + (len(word) - 1) * 100 + gap
        assert pace.hear_sign(at) is expected
        assert pace.heard() == (len(word) if expected else 0)
        assert pace.hear("n", at + 100) is expected


def test_a_space_alone_begins_no_word() -> None:
    pace = TypingPace()
    assert not pace.hear_sign(1_000)
    assert not pace.hear("a", 1_100)
