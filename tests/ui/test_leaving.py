"""The program ends when its windows are closed, whatever becomes of its last words."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

LEAVING = """
import os, sys
from PySide6.QtWidgets import QApplication
from reviewer.ui import leaving
from reviewer.ui.dialogs import error_messages

application = QApplication([])
error_messages.install()
if sys.argv[1] == "closed":
    sys.stdout.close()
else:
    print("words")
    reading, writing = os.pipe()
    os.close(reading)
    os.dup2(writing, 1)
leaving.at_once(application, 7)
"""


@pytest.mark.parametrize("stdout", ["closed", "read by nobody"])
def test_last_words_that_cannot_be_said_keep_no_program_alive(stdout: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LEAVING, stdout],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, "Traceback" in ran.stderr) == (7, False)
