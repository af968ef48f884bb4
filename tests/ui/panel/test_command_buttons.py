"""The buttons under a finding: a second click does not reach what has come under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.panel.command_buttons import CommandButton, CommandButtons
from reviewer.ui.review.page import ReviewPage

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


def test_a_row_without_findings_offers_to_say_something_of_it(page: ReviewPage) -> None:
    """What the checks have not found is a reviewer's to tell, and not only by a key."""
    page.review.go_to(
        next(row.key for row in page.review.review.rows(1) if not row.findings and row.relation)
    )
    shown = {
        button.defaultAction(): button.text()
        for button in page.panel.findChildren(CommandButton)
        if button.isVisibleTo(page.panel)
    }
    actions = page.window().actions_by_name
    assert shown == {
        actions["mark_words"]: "Own finding (W)",
        actions["remark"]: "Remark (Shift+C)",
    }
    page.review.go_to(next(row.key for row in page.review.review.rows(1) if row.findings))
    [own] = (
        button
        for button in page.panel.findChildren(CommandButton)
        if button.defaultAction() is actions["mark_words"]
    )
    assert own.isVisibleTo(page.panel)
    page.set_panel_place("below")
    assert not own.isVisibleTo(page.panel)
