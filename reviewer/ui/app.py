"""Where the window begins."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.ui import ctrl_c
from reviewer.ui.background.jobs import still_running
from reviewer.ui.dialogs import error_messages
from reviewer.ui.file_opener import FileOpener
from reviewer.ui.look import resources, theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.file_kinds import REVIEW_SUFFIX
from reviewer.ui.state.settings import Settings


def run(paths: Sequence[Path], demo: bool = False) -> int:
    """Open the window on a review file, or on a source and its translations; returns when it
    is closed, with the exit code of the program."""
    theme.prepare()
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Reviewer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("reviewer")
    application.setWindowIcon(QIcon(str(resources.folder() / "icons" / "reviewer.svg")))
    error_messages.install()
    settings = Settings()
    theme.apply(settings.scheme)
    QApplication.styleHints().colorSchemeChanged.connect(
        lambda _scheme: theme.apply("system") if settings.scheme == "system" else None
    )
    window = MainWindow(settings)
    window.show()
    opener = FileOpener(lambda path: begin(window, [path], demo=False), window)
    application.installEventFilter(opener)
    QTimer.singleShot(0, window, lambda: begin(window, list(paths), demo))
    code = ctrl_c.run(application)
    if still_running():
        # Everything is saved. Python would wait for the thread, or Qt abort because of it.
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)
    return code


def begin(window: MainWindow, paths: list[Path], demo: bool) -> None:
    """Open the sample or what was named on the command line."""
    if demo:
        window.commands.reviews.open_sample()
    elif len(paths) == 1 and paths[0].suffix == REVIEW_SUFFIX:
        window.commands.reviews.open_path(paths[0])
    elif paths:
        window.start_page.new_review.add_files(paths)
