"""Decisions on the page of a review: taken, changed, taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.commands.actions import Actions
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


def target(page: ReviewPage) -> str:
    row = page.review.current_row()
    assert row is not None
    return row.target


def message(page: ReviewPage) -> str:
    item = page.review.current_finding()
    assert item is not None
    return item.finding.message


def test_accept_and_go_on(page: ReviewPage, qtbot: QtBot, review: Review) -> None:
    page.window().commands.navigation.next_finding()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert message(page) == "4 is missing"
    assert review.counts(1).accepted == 1
    assert page.bar.tabText(0).endswith("3")


def test_dismiss_then_undo_goes_back_to_the_place(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    page.window().commands.navigation.next_finding()
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    assert review.counts(1).dismissed == 1
    page.table.go_to(page.model.rowCount() - 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert review.counts(1).dismissed == 0
    assert message(page) == "12 is missing"
    page.window().commands.navigation.redo()
    assert review.counts(1).dismissed == 1


def test_undo_in_another_translation_shows_that_translation(
    page: ReviewPage, review: Review
) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.dismiss()
    page.review.pick(2)
    page.window().commands.navigation.undo()
    assert page.review.translation == 1
    assert review.counts(1).dismissed == 0


def test_a_decision_taken_back_by_reopening(page: ReviewPage, review: Review) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.dismiss()
    assert page.window().commands.findings.is_decided()
    assert not page.window().commands.findings.is_waiting()
    page.window().commands.findings.reopen()
    assert review.counts(1).open == 4


def test_a_suggested_fix_is_put_in_with_one_key(
    page: ReviewPage, qtbot: QtBot, actions: Actions
) -> None:
    page.window().commands.navigation.next_finding()
    assert actions["apply_fix"].isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_F)
    assert target(page) == "Der Hafen 😀 kostete 12 Millionen."
    assert page.review.current_finding() is None
    assert not actions["apply_fix"].isEnabled()


def test_what_is_out_of_sight_is_shown_before_it_is_decided(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, review: Review
) -> None:
    window.resize(1280, 480)
    page.table.setMaximumHeight(220)
    for _ in range(18):
        window.commands.view.larger()
    window.commands.navigation.next_finding()
    page.table.viewport().grab()
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    row = page.review.current_row()
    assert not page.editing.shows(row)
    for decided in (0, 1):
        qtbot.keyClick(page.table, Qt.Key.Key_A)
        assert review.counts(1).accepted == decided
        assert page.editing.shows(row)


def test_a_decision_is_changed_into_the_other_at_once(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    page.window().commands.navigation.next_finding()
    for key, accepted, dismissed in (
        (Qt.Key.Key_A, 1, 0),
        (Qt.Key.Key_A, 1, 0),
        (Qt.Key.Key_D, 0, 1),
        (Qt.Key.Key_A, 1, 0),
    ):
        qtbot.keyClick(page.table, key)
        counts = review.counts(1)
        assert (counts.accepted, counts.dismissed) == (accepted, dismissed)
