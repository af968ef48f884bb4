"""Where the window begins."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer import checks
from reviewer.review import Review
from reviewer.ui import app
from reviewer.ui.dialogs import error_messages
from reviewer.ui.file_opener import FileOpener
from reviewer.ui.main_window import MainWindow

RUN = """
from PySide6.QtWidgets import QApplication
from reviewer.ui import app

def execute():
    for _ in range(20):
        QApplication.processEvents()
    shown = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    print(shown)
    QApplication.closeAllWindows()
    return 0

QApplication.exec = staticmethod(execute)
raise SystemExit(app.run([]))
"""


def test_the_program_runs_and_ends() -> None:
    ran = subprocess.run([sys.executable, "-W", "error", "-c", RUN], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "['Reviewer']\n"


def test_a_review_is_opened(
    window: MainWindow, review: Review, until_read: Callable[[MainWindow], None]
) -> None:
    review.close()
    app.begin(window, [review.path], demo=False)
    until_read(window)
    assert window.windowTitle() == "small — Reviewer"


def test_a_review_that_the_desktop_wants_opened_is_opened(
    window: MainWindow, review: Review, qapp: QApplication, until_read: Callable[[MainWindow], None]
) -> None:
    review.close()
    opener = FileOpener(lambda path: app.begin(window, [path], demo=False), window)
    qapp.installEventFilter(opener)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(review.path)))
    qapp.removeEventFilter(opener)
    until_read(window)
    assert window.windowTitle() == "small — Reviewer"


def test_texts_begin_a_new_review(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    source, translation = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text("The harbour was opened today by the mayor.", "utf-8")
    translation.write_text("Der Hafen wurde heute von der Bürgermeisterin eröffnet.", "utf-8")
    app.begin(window, [source, translation], demo=False)
    qtbot.waitUntil(window.start_page.new_review.ready)
    chosen = window.focusWidget()
    assert isinstance(chosen, QPushButton)
    assert chosen.text() == "Start the review"
    started: list[object] = []
    window.start_page.new_review.start_wanted.disconnect()
    window.start_page.new_review.start_wanted.connect(lambda *what: started.append(what))
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    assert started


def test_what_the_checks_need_is_loaded_before_the_first_edit(
    window: MainWindow,
    review: Review,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    review.close()
    checked: list[str] = []
    monkeypatch.setattr(checks, "check_pair", lambda pair: checked.append(pair.target) or [])
    window.commands.reviews.open_path(review.path)
    until_read(window)
    qtbot.waitUntil(lambda: "Schiffe kommen nachts." in checked)


def test_an_error_that_nobody_caught_is_shown(
    said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: printed.append(what))
    error_messages.install()
    sys.excepthook(ValueError, ValueError("x"), None)
    assert len(printed) == 1
    assert said[0].startswith("Something went wrong.\nThis is an error in Reviewer")
