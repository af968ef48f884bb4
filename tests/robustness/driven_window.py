"""The program's window, with somebody at the keyboard. Run as a program:

driven_window.py demo FOLDER     open the sample, decide, correct, export into FOLDER, close
driven_window.py REVIEW          decide and correct for ever, saying each time what was done
"""

from __future__ import annotations

import itertools
import json
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reviewer.ui import app
from reviewer.ui.main_window import MainWindow
from reviewer.ui.table.row_editor import RowEditor


def window() -> MainWindow:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    return found


def wait(milliseconds: int) -> None:
    # Not QTest.qWait: it sleeps with the interpreter locked, and every other thread with it.
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(what: Callable[[], object]) -> None:
    for _ in range(9_000):
        if what():
            return
        wait(10)
    raise AssertionError("it never happened")


def correct(words: str) -> None:
    """Add words to the translation of the current row."""
    table = window().page.table
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_for(window().page.editing.active)
    # An earlier one may wait for its deletion.
    editor = table.viewport().findChildren(RowEditor)[-1]
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def say(**said: object) -> None:
    print(json.dumps(said), flush=True)


def work_through_the_sample(folder: Path) -> None:
    """Everything that a day's work consists of."""
    page = window().page
    actions = window().actions_by_name
    for command in ("next_finding", "accept", "next_finding", "dismiss", "next_finding"):
        actions[command].trigger()
    correct(" 12")
    actions["undo"].trigger()
    actions["redo"].trigger()
    actions["back_translate"].trigger()
    wait(500)
    for command, name in (("export_text", "text.docx"), ("export_findings", "findings.csv")):
        QFileDialog.getSaveFileName = lambda *_, name=name: (str(folder / name), "")
        actions[command].trigger()
    for command in ("next_translation", "switch_overview"):
        actions[command].trigger()
        wait(200)
    step = page.review.review.undo_step
    say(undo=step.label if step else "", rows=page.model.rowCount())


def work_for_ever() -> None:
    page = window().page
    going, review = page.window().commands.navigation, page.review.review
    for number in itertools.count():
        going.next_finding()
        finding, row = page.review.current_finding(), page.review.current_row()
        assert finding
        assert row
        window().actions_by_name["accept"].trigger()
        say(translation=page.review.translation, row=row.key, accepted=finding.fingerprint)
        correct(f" x{number}")
        target = review.row(page.review.translation, row.key).target
        assert target.endswith(f" x{number}")
        say(translation=page.review.translation, row=row.key, target=target)


def drive() -> None:
    try:
        wait_for(lambda: window().page)
        wait_for(lambda: window().page.table.isVisible())
        if sys.argv[1] == "demo":
            work_through_the_sample(Path(sys.argv[2]))
        else:
            work_for_ever()
        QApplication.closeAllWindows()
    except BaseException:
        traceback.print_exc()
        QApplication.exit(3)


def main() -> int:
    execute = QApplication.exec

    def execute_driven() -> int:
        QTimer.singleShot(0, drive)
        return execute()

    QApplication.exec = staticmethod(execute_driven)
    demo = sys.argv[1] == "demo"
    return app.run([] if demo else [Path(sys.argv[1])], demo=demo)


if __name__ == "__main__":
    raise SystemExit(main())
