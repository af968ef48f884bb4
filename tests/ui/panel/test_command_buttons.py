"""The buttons under a finding: a second click does not reach what has come under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.panel.command_buttons import CommandButton, CommandButtons

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def again(on: QWidget) -> None:
    """The second half of a double click, on the widget that is under the mouse by now."""
    here = QPointF(on.rect().center())
    for kind, held in (
        (QEvent.Type.MouseButtonDblClick, LEFT),
        (QEvent.Type.MouseButtonRelease, NONE),
    ):
        there = on.mapToGlobal(here)
        event = QMouseEvent(kind, here, there, LEFT, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(on, event)


def test_a_double_click_on_accept_does_not_dismiss(qtbot: QtBot) -> None:
    accept, dismiss = QAction("Accept"), QAction("Dismiss")
    done: list[str] = []
    accept.triggered.connect(lambda: done.append("Accept"))
    dismiss.triggered.connect(lambda: done.append("Dismiss"))
    accept.triggered.connect(lambda: accept.setEnabled(False))
    buttons = CommandButtons([accept, dismiss])
    qtbot.addWidget(buttons)
    first, second = buttons.findChildren(CommandButton)
    qtbot.mouseClick(first, LEFT)
    again(second)
    assert done == ["Accept"]
    qtbot.mouseClick(second, LEFT)
    assert done == ["Accept", "Dismiss"]
