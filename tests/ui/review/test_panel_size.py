"""The place of the panel: enough for the rows in a small window, and kept as it was dragged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings


def drag(page: ReviewPage, position: int) -> None:
    page.splitter.moveSplitter(position, 1)


def again(window: MainWindow, path: Path, until_read: Callable[[MainWindow], None]) -> ReviewPage:
    window.commands.reviews.open_path(path)
    until_read(window)
    assert window.page is not None
    return window.page


def test_the_rows_have_most_of_a_small_window(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    assert page.table.height() > window.height() * 0.55


def test_what_was_dragged_is_kept_for_each_place(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    path = page.review.review.path
    drag(page, page.splitter.width() - 500)
    wide = page.panel.width()
    window.resize(1024, 800)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    drag(page, page.splitter.height() - 250)
    assert page.panel_extents() == (wide, page.panel.height())
    window.commands.reviews.close_review()
    assert Settings().panel == list(page.panel_extents())
    other = MainWindow(Settings())
    qtbot.addWidget(other)
    other.resize(1280, 800)
    other.show()
    reopened = again(other, path, until_read)
    qtbot.waitUntil(lambda: reopened.panel.width() == wide)
    other.close()


@pytest.mark.parametrize("kept", [[], [380], [0, 100], [380, 0], [380, 100, 20]])
def test_anything_else_is_the_usual_size(page: ReviewPage, kept: list[int]) -> None:
    usual = page.panel_extents()
    page.restore_panel(kept)
    assert page.panel_extents() == usual


def test_words_in_the_settings_are_no_size() -> None:
    settings = Settings()
    settings.keep_text("view/panel_extents", "wide high")
    assert settings.panel == []
