"""Which word of another text of the language answers a word."""

from __future__ import annotations

import pytest

from reviewer.checks.unanswered_words import Word, answered
from reviewer.domain import Span


def words(text: str, weight: float = 1.0) -> list[Word]:
    return [Word(Span(0, 1), form, weight) for form in text.split()]


def answers(side: str, other: str, *also: str) -> list[int | None]:
    return [word.answer for word in answered(words(side), words(other), also)]


@pytest.mark.parametrize(
    ("side", "other", "answer"),
    [
        ("xxxx harbour yyyy zzzz", "harbour bbbb cccc harbour", 0),
        ("xxxx wwww harbour zzzz", "harbour bbbb cccc harbour", 3),
        ("xxxx wwww zzzz harbour", "harbour bbbb cccc harbour", 3),
    ],
)
def test_of_two_answers_the_one_at_the_same_share_of_its_text_counts(
    side: str, other: str, answer: int
) -> None:
    assert answers(side, other)[side.split().index("harbour")] == answer


@pytest.mark.parametrize(
    ("side", "other", "also", "found"),
    [
        ("harbour", "bridge", (), [None]),
        ("harbour", "bridge", ("harbour",), [-1]),
        ("lighthouse", "light house", (), [0]),
        ("light house", "lighthouse", (), [0, 0]),
        ("", "bridge", (), []),
        ("harbour", "", (), [None]),
    ],
)
def test_a_word_is_answered_also_in_two_and_in_the_translation_itself(
    side: str, other: str, also: tuple[str, ...], found: list[int | None]
) -> None:
    assert answers(side, other, *also) == found
