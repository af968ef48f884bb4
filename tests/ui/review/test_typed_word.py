"""Somebody types a correction in a row without having opened the editor."""

from __future__ import annotations

from itertools import count

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TYPING, DECIDING = 120, 900


def typed(qtbot: QtBot, page: ReviewPage, letters: str, gap: int = TYPING) -> None:
    """Letters, so many milliseconds apart."""
    times = count(10_000, gap)
    page.typed_word.time_of = lambda _event: next(times)
    for letter in letters:
        qtbot.keyClick(page.table, letter, SHIFT if letter.isupper() else NONE)


def state(page: ReviewPage, review: Review) -> tuple[object, ...]:
    found = [(row.key, item.state) for row in review.rows(1) for item in row.findings]
    texts = [(row.target, row.reviewed) for row in review.rows(1)]
    here = page.review.current_row().key, page.review.finding()
    return found, texts, here, page.review.shown.bookmarks


WORDS = ["Der", "Das", "dank", "bald", "and", "Haben", "nach", "fand"]
SHORT = ["da", "Add", "ada", "do", "as", "id", "la"]
WITH_SIGNS = ["Da sind 3.", "ja, da", "an der", "Anna ", "a "]


@pytest.mark.parametrize("word", [*WORDS, *SHORT, *WITH_SIGNS])
def test_what_the_letters_of_a_word_did_is_taken_back(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, review: Review, word: str
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    before = state(page, review)
    typed(qtbot, page, word)
    assert state(page, review) == before
    assert "Enter" in window.statusBar().currentMessage()
    assert page.table.hasFocus()


def test_letters_with_time_to_look_between_them_are_commands(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    fingerprint = page.review.finding()
    typed(qtbot, page, "bda", DECIDING)
    states = [item.state for row in review.rows(1) for item in row.findings]
    assert states.count("accepted") == 1
    assert page.review.finding() == fingerprint
    assert page.review.shown.bookmarks


@pytest.mark.parametrize("letters", ["an", "aa", "jja"])
def test_commands_that_belong_together_may_come_fast(
    page: ReviewPage, qtbot: QtBot, review: Review, letters: str
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    before = state(page, review)
    typed(qtbot, page, letters)
    assert state(page, review) != before
    assert not page.typed_word.typing()


def test_what_was_decided_before_the_word_stays(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    qtbot.keyClick(page.table, Qt.Key.Key_A, SHIFT)
    typed(qtbot, page, "Der")
    states = [item.state for row in review.rows(1) for item in row.findings]
    assert states.count("accepted") == 1
    assert states.count("dismissed") == 0


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("a", "Accepted."),
        ("d", "Dismissed"),
        ("h", "Dismissed in this review."),
        ("f", "The suggested text is put in."),
    ],
)
def test_each_letter_says_what_it_did_and_how_to_take_it_back(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, key: str, words: str
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    typed(qtbot, page, key)
    said = window.statusBar().currentMessage()
    assert words in said
    assert said.endswith("Ctrl+Z takes it back.")


def test_the_key_that_takes_it_back_is_the_one_that_is_bound(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_by_name.set_keys("undo", ["Ctrl+Alt+U"])
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    typed(qtbot, page, "a")
    assert window.statusBar().currentMessage() == "Accepted. Ctrl+Alt+U takes it back."
