"""A source and two translations as plain text, for tests that make a review from files."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow

ENGLISH = """The harbour opens today.

The town has built a new harbour for 12 million euros. It took the builders nine years to finish it.

The mayor said that everybody in the town was proud of the work.
"""
GERMAN = """Der Hafen wird heute eröffnet.

Die Stadt hat für 21 Millionen Euro einen Hafen gebaut. Die Bauleute brauchten neun Jahre dafür.

Die Bürgermeisterin sagte, alle in der Stadt seien stolz auf die Arbeit.
"""
FRENCH = """Le port ouvre aujourd'hui.

La ville a construit un nouveau port pour 12 millions d'euros. Les ouvriers ont mis neuf ans.

Le maire a dit que tout le monde dans la ville était fier de ce travail.
"""


def start(window: MainWindow, qtbot: QtBot, *files: Path) -> None:
    """Choose files, wait for their languages, and start."""
    making = window.start_page.new_review
    making.add_files(list(files))
    qtbot.waitUntil(making.ready)
    making.begin()
