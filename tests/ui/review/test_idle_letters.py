"""Letters whose commands cannot be given in the current row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import FIGURES, MATRIX


def go_to(page: ReviewPage, review: Review, source: str) -> None:
    page.review.go_to(next(row.key for row in review.rows(1) if row.source == source))


def pressed(qtbot: QtBot, page: ReviewPage, key: str) -> str:
    page.window().fall_silent()
    qtbot.keyClick(page.table, getattr(Qt.Key, f"Key_{key}"))
    return page.window().statusBar().currentMessage()


@pytest.mark.parametrize("key", ["A", "D", "F", "H"])
def test_where_nothing_was_found_it_says_so(
    page: ReviewPage, qtbot: QtBot, review: Review, key: str
) -> None:
    go_to(page, review, "The harbour")
    assert pressed(qtbot, page, key).startswith("Nothing was found in this row.")


@pytest.mark.parametrize("key", ["A", "D", "F", "H"])
def test_where_all_that_was_found_is_fixed_it_says_so(
    page: ReviewPage, qtbot: QtBot, key: str
) -> None:
    page.window().commands.navigation.next_finding()
    pressed(qtbot, page, "F")
    assert pressed(qtbot, page, key).startswith("What was found in this row is fixed.")


@pytest.mark.parametrize("key", ["A", "N", "W"])
def test_a_grey_row_says_why_it_is_grey(
    page: ReviewPage, qtbot: QtBot, review: Review, key: str
) -> None:
    page.review.unfold(True)
    go_to(page, review, "Menu 1")
    assert pressed(qtbot, page, key).startswith("Grey:")


@pytest.mark.parametrize(
    ("view", "key", "said"),
    [
        (0, Qt.Key.Key_R, "“Show all rows” cannot be done here."),
        (
            FIGURES,
            Qt.Key.Key_F,
            "“More filters” cannot be done here. Enter goes into a translation.",
        ),
        (MATRIX, Qt.Key.Key_X, ""),
    ],
)
def test_other_keys_are_answered_wherever_they_are_pressed(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, view: int, key: Qt.Key, said: str
) -> None:
    if view:
        page.review.pick(view)
    window.fall_silent()
    table = page.matrix.table if view else page.table
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, key, both)
    assert window.statusBar().currentMessage() == said


def test_without_a_review_it_says_that_one_is_needed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.statusBar().currentMessage() == "“Export” needs an open review."


@pytest.mark.parametrize(("key", "said"), [("Z", "undo"), ("Y", "redo")])
def test_without_a_step_before_or_behind_it_says_so(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, key: str, said: str
) -> None:
    qtbot.keyClick(page.table, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert window.statusBar().currentMessage() == f"There is nothing to {said}."


@pytest.mark.parametrize("title", ["Go to where it moved", "&Go to where it moved…"])
def test_any_other_command_is_named_without_the_signs_of_a_menu(
    page: ReviewPage, qtbot: QtBot, review: Review, title: str
) -> None:
    go_to(page, review, "The harbour")
    wanted = QKeySequence("G")
    [action] = [one for one in page.table.actions() if wanted in one.shortcuts()]
    action.setText(title)
    assert pressed(qtbot, page, "G") == "“Go to where it moved” cannot be done here."


def test_what_can_be_done_and_letters_without_a_command_say_nothing_of_it(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, review: Review
) -> None:
    go_to(page, review, "The harbour")
    assert pressed(qtbot, page, "X") == ""
    assert "cannot" not in pressed(qtbot, page, "B")
