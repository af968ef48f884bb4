"""Larger and smaller text, and that the current row stays in sight whatever its size is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def turn(page: ReviewPage, eighths: int) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        page.table.viewport().mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.table.viewport(), event)


def size(page: ReviewPage) -> float:
    return page.table.text_delegate.font.pointSizeF()


def test_a_notch_of_the_wheel_is_one_point(page: ReviewPage, window: MainWindow) -> None:
    usual = size(page)
    turn(page, 120)
    assert size(page) == usual + 1
    turn(page, -240)
    turn(page, -120)
    assert size(page) == usual - 1
    assert window.settings.zoom == -1


def test_small_turns_add_up(page: ReviewPage) -> None:
    usual = size(page)
    turn(page, 119)
    assert size(page) == usual
    turn(page, 1)
    assert size(page) == usual + 1


def test_the_keys_change_the_size_and_take_it_back(page: ReviewPage, qtbot: QtBot) -> None:
    usual = size(page)
    qtbot.keyClick(page.table, Qt.Key.Key_Plus, CONTROL)
    qtbot.keyClick(page.table, Qt.Key.Key_Plus, CONTROL)
    qtbot.keyClick(page.table, Qt.Key.Key_Minus, CONTROL)
    assert size(page) == usual + 1
    qtbot.keyClick(page.table, Qt.Key.Key_0, CONTROL)
    assert size(page) == usual


def in_sight(page: ReviewPage) -> bool:
    top = page.table.rowViewportPosition(page.review.line_number())
    return 0 <= top < page.table.viewport().height() - 10


@pytest.mark.parametrize("number", [1, 4, 7])
def test_the_current_row_stays_in_sight(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, number: int
) -> None:
    window.resize(1200, 480)
    page.review.go_to(page.review.shown.key_of_number(number))
    assert in_sight(page)
    for _ in range(12):
        qtbot.keyClick(page.table, Qt.Key.Key_Plus, CONTROL)
        assert in_sight(page)
    for width, other in pairwise([1200, 800, 1200, 760]):
        window.resize(other, 480 if width > other else 640)
        qtbot.wait(10)
        assert in_sight(page)
    for left in (300, 700, 400):
        page.splitter.setSizes([left, max(page.splitter.width() - left, 1)])
        assert in_sight(page)
