"""The history in the window: what was done, and back to any point of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.history_dialog import HistoryDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edited(page: ReviewPage, review: Review) -> list[str]:
    """The rows that were edited, one after the other."""
    keys = [row.key for row in review.rows(1) if row.relation == "aligned"][:3]
    review.sign("Ida")
    for number, key in enumerate(keys):
        review.edit(1, key, f"Neu {number}.")
    return keys


@pytest.fixture
def dialog(page: ReviewPage, edited: list[str], window: MainWindow, qtbot: QtBot) -> HistoryDialog:
    made = HistoryDialog(page.review, window)
    qtbot.addWidget(made)
    return made


def test_the_latest_step_stands_first(dialog: HistoryDialog) -> None:
    lines = [[*line[1:3], line[3].split(" (")[0]] for line in dialog.lines()]
    assert lines == [
        ["Ida", f"German, row {number + 1}", f"Edit: Neu {number}."] for number in (2, 1, 0)
    ]


def test_some_of_it_by_its_words(dialog: HistoryDialog) -> None:
    dialog.search.setText("neu 1")
    assert [line[3] for line in dialog.lines()] == ["Edit: Neu 1."]


def test_back_by_key_and_forth_again(
    page: ReviewPage,
    review: Review,
    edited: list[str],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = 2

    def choose(dialog: HistoryDialog) -> int:
        dialog.table.selectRow(line)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        return dialog.result()

    monkeypatch.setattr(HistoryDialog, "exec", choose)
    window.actions_by_name["history"].trigger()
    assert [review.row(1, key).edited for key in edited] == [True, False, False]
    assert window.statusBar().currentMessage() == "2 steps were undone or done again."
    line = 0
    window.actions_by_name["history"].trigger()
    assert all(review.row(1, key).edited for key in edited)


def test_enter_shows_the_row(
    page: ReviewPage,
    review: Review,
    edited: list[str],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def choose(dialog: HistoryDialog) -> int:
        dialog.table.selectRow(1)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(HistoryDialog, "exec", choose)
    page.review.pick(2)
    window.actions_by_name["history"].trigger()
    assert page.review.translation == 1
    assert page.review.current_row().key == edited[1]


def test_an_empty_history_says_so(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    dialog = HistoryDialog(page.review, window)
    qtbot.addWidget(dialog)
    assert dialog.lines() == []
    assert not dialog._back.isEnabled()
    assert not dialog._before.isEnabled()
