"""Questions that are answered by going on or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.questions import agreed


@pytest.mark.parametrize(
    ("key", "destroys", "answer"),
    [
        (Qt.Key.Key_Return, False, True),
        (Qt.Key.Key_Return, True, False),
        (Qt.Key.Key_Escape, False, False),
        (Qt.Key.Key_Escape, True, False),
    ],
)
def test_return_goes_on_unless_it_destroys_and_escape_never_does(
    key: Qt.Key, destroys: bool, answer: bool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(box: QMessageBox) -> int:
        box.show()
        qtbot.keyClick(box, key)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answered)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert agreed(parent, "Replace it?", "It is there.", "Replace", destroys=destroys) is answer
