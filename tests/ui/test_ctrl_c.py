"""Ctrl+C in the terminal closes the window and loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from reviewer.review import Review

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

# Somebody types a correction, leaves it open (behind a dialog, if wanted), and says so.
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from reviewer.ui import app
from reviewer.ui.main_window import MainWindow
from reviewer.ui.table.row_editor import RowEditor

def type_words():
    [window] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    if not window.review.is_open():
        QTimer.singleShot(20, type_words)
        return
    table = window.page.table
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClicks(table.viewport().findChildren(RowEditor)[-1], " indeed")
    if sys.argv[2] == "dialog":
        box = QMessageBox(window)
        QTimer.singleShot(20, lambda: print("typed", flush=True))
        box.exec()
    else:
        print("typed", flush=True)

execute = QApplication.exec
def execute_typing():
    QTimer.singleShot(0, type_words)
    return execute()
QApplication.exec = staticmethod(execute_typing)
raise SystemExit(app.run([Path(sys.argv[1])]))
"""


@pytest.mark.parametrize("behind", ["nothing", "dialog"])
def test_what_is_being_typed_is_kept(behind: str, review: Review) -> None:
    translation = review.translations[0].id
    before = [row.target for row in review.rows(translation)]
    path = review.path
    review.close()
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", TYPING, str(path), behind],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "typed\n"
        os.kill(program.pid, signal.SIGINT)
        _, errors = program.communicate()
    assert program.returncode == 130
    assert "Traceback" not in errors, errors
    assert [file.name for file in path.parent.glob(f"{path.name}*")] == [path.name]
    with Review.open(path) as again:
        after = [row.target for row in again.rows(translation)]
    assert [ours == theirs for ours, theirs in zip(before, after, strict=True)].count(False) == 1
    assert any(target.endswith(" indeed") for target in after)
