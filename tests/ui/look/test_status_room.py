"""A message that has no room beside what stands in the status bar has the whole bar."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.ui.look.status_room import _BESIDE, StatusRoom


@pytest.mark.parametrize(("more", "seen"), [(0, True), (1, True), (-1, False)])
def test_the_label_makes_room_for_a_long_message(qtbot: QtBot, more: int, seen: bool) -> None:
    window, label = QMainWindow(), QLabel("3 of 9 findings decided")
    qtbot.addWidget(window)
    bar = window.statusBar()
    bar.setSizeGripEnabled(False)
    bar.addPermanentWidget(label)
    StatusRoom(bar, label)
    window.show()
    words = "What there is to say"
    needed = bar.fontMetrics().horizontalAdvance(words) + _BESIDE + label.sizeHint().width()
    window.setFixedWidth(needed + more)
    qtbot.waitUntil(lambda: bar.width() == needed + more)
    bar.showMessage(words)
    assert label.isVisible() == seen
    assert bar.toolTip() == words
    bar.clearMessage()
    assert label.isVisible()
