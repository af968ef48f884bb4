"""The first page: the reviews of late."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.start.start_page import StartPage


@pytest.mark.parametrize(("kept", "listed"), [(1, 1), (3, 3), (4, 4), (6, 6), (7, 6)])
def test_six_reviews_of_late_are_listed(
    qtbot: QtBot, tmp_path: Path, kept: int, listed: int
) -> None:
    page = StartPage(tmp_path)
    qtbot.addWidget(page)
    usual = len(page.findChildren(QPushButton))
    page.show_recent([tmp_path / f"{number}.review" for number in range(kept)])
    assert len(page.findChildren(QPushButton)) == usual + listed
