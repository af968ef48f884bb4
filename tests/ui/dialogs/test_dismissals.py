"""All dismissals in one place: seen, shown in their row, taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.dismissals import DismissalsDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


def test_they_are_seen_and_taken_back(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    window.commands.navigation.next_finding()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_H)
    assert review.counts(1).dismissed == 1
    dialog = DismissalsDialog(page.review, window)
    qtbot.addWidget(dialog)
    assert dialog.lines() == [("German, row 2; only here", "Numbers: 12 is missing")]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.place == (1, page.review.current_row().key)
    qtbot.keyClick(dialog, Qt.Key.Key_Delete)
    assert dialog.lines() == []
    assert review.counts(1).dismissed == 0
    dialog.take_back()


def test_what_came_back_says_so_on_its_card(
    page: ReviewPage, review: Review, window: MainWindow
) -> None:
    key = next(row.key for row in review.rows(1) if row.relation == "missing")
    review.decide(1, key, review.row(1, key).findings[0].fingerprint, "dismiss")
    review.edit(1, key, "Nichts mit sieben.")
    page.review.go_to(key)
    assert "You dismissed this" not in page.panel.words()
