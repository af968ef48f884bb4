"""Reviews that are opened and closed one after another leave nothing behind in the window.

That no thread and no timer is left is held after each file of tests (`conftest.py`)."""

from __future__ import annotations

import gc
import shutil
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.comparisons import COMPARISONS

from .conftest import digits, small_analysis

TIMES = 20
"""Reviews, after two that make what is made once."""


def counted(window: MainWindow) -> tuple[Counter[str], int]:
    """The objects in the window by their kinds, and the windows of the program."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    kinds = Counter(type(one).__name__ for one in window.findChildren(QObject))
    # The style has one for each bar that moves, and ends it when it likes.
    del kinds["QAbstractAnimation"]
    return kinds, len(QApplication.topLevelWidgets())


def look_around(window: MainWindow, kept: Path) -> None:
    """Open a copy of a review, go through its pages, decide, write, and close it."""
    path = kept.with_name("copy.review")
    shutil.copyfile(kept, path)
    window.commands.reviews.show(Review.open(path, check=digits))
    for view in (*COMPARISONS, 2, 1):
        window.review.pick(view)
        QApplication.processEvents()
    window.actions_by_name["next_finding"].trigger()
    window.actions_by_name["edit"].trigger()
    window.review.editor.stop()
    window.actions_by_name["comment"].trigger()
    window.actions_by_name["accept"].trigger()
    window.actions_by_name["undo"].trigger()
    window.commands.reviews.close_review()


def test_twenty_reviews_leave_no_object_and_no_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "small.review"
    Review.create(path, small_analysis(), check=digits).close()
    for _ in range(2):
        look_around(window, path)
    qtbot.wait(50)
    before = counted(window)
    for _ in range(TIMES):
        look_around(window, path)
    qtbot.wait(50)
    assert counted(window) == before
