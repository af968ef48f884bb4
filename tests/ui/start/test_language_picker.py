"""A language is chosen by any writing of its name or its code."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.start.language_picker import LanguagePicker


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Dutch", "nl"), ("DUTCH", "nl"), (" dutch ", "nl"), ("NL", "nl"), ("nl", "nl"),
        ("Dut", "de"), ("", "de"), ("German", "de"),
    ],
)  # fmt: skip
def test_what_is_typed(qtbot: QtBot, typed: str, code: str) -> None:
    picker = LanguagePicker()
    qtbot.addWidget(picker)
    picker.show_code("de")
    told: list[str] = []
    picker.chosen.connect(told.append)
    picker.lineEdit().setText(typed)
    picker.lineEdit().editingFinished.emit()
    assert (picker.code(), picker.currentText()) == (code, "Dutch" if code == "nl" else "German")
    assert told == ([code] if code != "de" else [])
