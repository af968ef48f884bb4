"""Where the window begins."""

from __future__ import annotations

import os
import subprocess
import sys
import time
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


LEAVE = """
import atexit, sys
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reviewer import being_made
from reviewer.processes import Processes
from reviewer.ui import app
from reviewer.ui.background.jobs import Job
from sent_calls import ignore, never, stopped

told = Path(sys.argv[1])

def stay(progress, cancelled):
    being_made.new_folder(told.parent)
    with Processes(2) as processes:
        processes.run([partial(stopped, told)], progress=ignore, cancelled=never)

def close_when_started():
    if told.exists():
        QApplication.closeAllWindows()
    else:
        QTimer.singleShot(20, close_when_started)

execute = QApplication.exec
def execute_and_close():
    jobs.append(Job(stay))
    jobs[0].start()
    close_when_started()
    return execute()

jobs = []
QApplication.exec = staticmethod(execute_and_close)
if __name__ == "__main__":
    atexit.register(print, "was taken apart")
    app.run([])
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no list of processes to look at")
def test_the_program_leaves_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    """Whatever is at work, and though it hears nothing."""
    script, told = tmp_path / "leave.py", tmp_path / "told"
    script.write_text(LEAVE, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(script), str(told)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert [file.name for file in tmp_path.iterdir()] == ["leave.py", "told"]
    while runs(int(told.read_text())):
        time.sleep(0.02)


def runs(process: int) -> bool:
    """Whether it does, and is not only waited for."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
