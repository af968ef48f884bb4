"""The first page: the reviews of late."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui import app
from reviewer.ui.background.sample import name_of, review_path
from reviewer.ui.main_window import MainWindow
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


def test_the_keyboard_is_where_work_goes_on_and_never_out_of_sight(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    start = window.start_page
    assert start.focusWidget().text() == "Choose the source article, or drop it here"
    (tmp_path / "last.review").touch()
    window.settings.add_recent(tmp_path / "last.review")
    window.show_start()
    assert start.focusWidget().accessibleName() == "Open last"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert all(isinstance(one, QPushButton) for one in seen)
    assert len({id(one) for one in seen}) == 7


def test_the_button_that_enter_presses_comes_into_sight(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.resize(640, 360)
    texts = ["The harbour is open.", "Der Hafen ist offen.", "Le port est ouvert."]
    for number, text in enumerate(texts):
        (tmp_path / f"a{number}.txt").write_text(f"{text} " * 9, "utf-8")
    start = window.start_page
    start.new_review.add_files(sorted(tmp_path.glob("a*.txt")))
    qtbot.waitUntil(lambda: start.focusWidget().text() == "Start the review")
    button, port = start.focusWidget(), start.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(button.mapTo(port, button.rect().center())))


def test_enter_goes_on_with_no_other_review_while_files_are_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Who names files and presses Enter too early came into the review of the day before."""
    (tmp_path / "last.review").touch()
    window.settings.add_recent(tmp_path / "last.review")
    window.show_start()
    start, wanted = window.start_page, []
    start.review_wanted.connect(wanted.append)
    texts = ["The harbour is open.", "Der Hafen ist offen."]
    for number, text in enumerate(texts):
        (tmp_path / f"a{number}.txt").write_text(f"{text} " * 9, "utf-8")
    start.new_review.add_files(sorted(tmp_path.glob("a*.txt")))
    assert not start.new_review.ready()
    qtbot.keyClick(start.focusWidget() or start, Qt.Key.Key_Return)
    assert not wanted
    qtbot.waitUntil(start.new_review.ready)
    assert start.focusWidget().text() == "Start the review"


@pytest.mark.parametrize(("language", "name"), [("en", "Sample"), ("de", "Beispiel")])
def test_the_sample_is_called_so_in_the_language_of_the_window(
    qtbot: QtBot, tmp_path: Path, language: str, name: str
) -> None:
    app.speak(language)
    try:
        assert name_of(review_path()) == name
        assert name_of(Path("Sample.review")) == "Sample"
        start = StartPage(tmp_path)
        qtbot.addWidget(start)
        start.show_recent([review_path()])
        assert [row for row in start.findChildren(QPushButton) if name in row.accessibleName()]
    finally:
        app.speak("en")
