"""What is asked over the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow


def test_a_choice_is_as_wide_as_its_title(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []

    def measured(box: QInputDialog) -> int:
        box.show()
        qtbot.waitExposed(box)
        widths.append(box.width())
        box.close()
        return 0

    monkeypatch.setattr(QInputDialog, "exec", measured)
    title = "A title that is much longer than any of the names in the list"
    assert window.ask.one_of(title, "Language:", ["a", "b"]) == -1
    assert widths[0] > window.fontMetrics().horizontalAdvance(title)
