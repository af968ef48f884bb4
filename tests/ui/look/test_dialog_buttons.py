"""The buttons of dialogs: Tab comes to them as they stand, whenever and wherever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import reviewer.ui
from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.line_table import list_buttons


def tabbed(dialog: QWidget) -> Iterator[QWidget]:
    """What Tab comes to in a dialog, from its beginning."""
    one = dialog.nextInFocusChain()
    while one is not dialog:
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one
        one = one.nextInFocusChain()


def as_they_stand(box: QDialogButtonBox) -> list[QWidget]:
    buttons = [one for one in box.buttons() if one.isVisible() and one.isEnabled()]
    mirrored = box.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return sorted(buttons, key=lambda one: one.x(), reverse=mirrored)


def are_in_order(dialog: QWidget) -> None:
    order = list(tabbed(dialog))
    boxes = dialog.findChildren(QDialogButtonBox)
    assert boxes
    for box in boxes:
        assert [one for one in order if box.isAncestorOf(one)] == as_they_stand(box)


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("late", [False, True])
def test_cancel_comes_after_what_is_done(qtbot: QtBot, late: bool, right_to_left: bool) -> None:
    dialog, above = QDialog(), QLineEdit()
    qtbot.addWidget(dialog)
    if right_to_left:
        dialog.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    inside = QVBoxLayout(dialog)
    inside.addWidget(above)
    if late:
        inside.addWidget(box)
    go_on = box.addButton("Go on", QDialogButtonBox.ButtonRole.AcceptRole)
    alike(box)
    if not late:
        inside.addWidget(box)
    dialog.show()
    qtbot.wait(10)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert list(tabbed(dialog)) == [above, go_on, cancel]
    are_in_order(dialog)


def test_what_is_done_with_a_line_comes_before_closing(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    inside = QVBoxLayout(dialog)
    inside.addWidget(QLineEdit())
    inside.addWidget(list_buttons(QPushButton("Learn"), QPushButton("Go to the row")))
    dialog.show()
    qtbot.wait(10)
    are_in_order(dialog)


def test_all_dialogs_have_theirs_alike() -> None:
    made = {
        file.name: (text.count("QDialogButtonBox("), text.count("alike("))
        for file in Path(reviewer.ui.__file__).parent.rglob("*.py")
        if "QDialogButtonBox(" in (text := file.read_text("utf-8"))
    }
    assert len(made) > 10
    assert {name for name, (boxes, alike) in made.items() if boxes != alike} == set()
