"""The end of the program, when the windows are closed and everything is saved."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from contextlib import suppress
from typing import NoReturn

from PySide6.QtWidgets import QApplication

from reviewer import being_made, processes
from reviewer.ui.background.jobs import still_running


def at_once(application: QApplication, code: int) -> NoReturn:
    """End the program with an exit code, and do not take it apart: Python would wait for every
    thread and then destroy all that a review is made of, which takes longer than closing it."""
    copied = QApplication.clipboard()
    if copied.ownsClipboard() or copied.ownsSelection():
        _hand_over_what_was_copied(application)
    processes.end_all()
    being_made.end()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # Nobody may read it any more; what is left unsaid keeps no program alive.
        with suppress(OSError, ValueError):
            if stream:
                stream.flush()
    os._exit(code)


def _hand_over_what_was_copied(application: QApplication) -> None:
    """What a program has put into the clipboard goes with it unless it is given away before."""
    if sys.platform == "win32":
        ctypes.windll.ole32.OleFlushClipboard()
    elif not still_running():
        # Qt gives it to who keeps such things; with a thread at work it would abort.
        application.shutdown()
