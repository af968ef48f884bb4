"""The keyboard after a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


def test_the_rows_have_the_keyboard_after_a_question_over_a_dialog(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.table.hasFocus)
    dialog = QMessageBox(window)
    dialog.open()
    question = QMessageBox(dialog)
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    question.close()
    dialog.close()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert page.review.finding()
    dialog.deleteLater()


def test_another_dialog_keeps_the_keyboard(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    first = QMessageBox(window)
    first.open()
    qtbot.waitUntil(first.isActiveWindow)
    first.close()
    second = QMessageBox(window)
    second.open()
    qtbot.waitUntil(second.isActiveWindow)
    qtbot.wait(20)
    assert second.isActiveWindow()
    second.close()
    qtbot.waitUntil(page.table.hasFocus)
    first.deleteLater()
    second.deleteLater()
