"""Where a question is about something that no undo brings back, Return does not do it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Return would press in each question; the question is closed as by Esc."""
    found: list[str] = []

    def close(box: QMessageBox) -> int:
        button = box.defaultButton()
        found.append(button.text() if button else "")
        return 0

    monkeypatch.setattr(QMessageBox, "exec", close)
    return found


def test_files_of_a_folder_are_not_replaced(
    page: ReviewPage,
    qtbot: QtBot,
    tmp_path: Path,
    chosen: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "artikel.reviewed.txt").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, **_more: (str(tmp_path), ""))
    qtbot.keyClick(page.table, Qt.Key.Key_E, KEYS)
    assert [name.replace("&", "") for name in chosen] == ["Cancel"]


def test_a_file_that_got_its_ending_afterwards_is_not_replaced(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    chosen: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "list.json").write_text("mine")
    name = (str(tmp_path / "list"), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, **_more: name)
    window.commands.export.export_findings()
    assert [name.replace("&", "") for name in chosen] == ["Cancel"]
    assert (tmp_path / "list.json").read_text() == "mine"
