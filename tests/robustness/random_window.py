"""The program's window with somebody at the keyboard and the mouse who does anything. Run as a
program:

python -m tests.robustness.random_window FOLDER SEED SECONDS END

Works in the sample, whose review lies in FOLDER; END is how it ends: "close", "told" (a signal of
the system) or "killed". `judged` says what is wrong afterwards.
"""

from __future__ import annotations

import contextlib
import faulthandler
import itertools
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from reviewer.domain import ReviewerError
from reviewer.review import Review
from reviewer.ui import app
from reviewer.ui.main_window import MainWindow
from reviewer.ui.table.row_editor import RowEditor
from tests.robustness import harm

PROGRAM = (sys.executable, "-m", "tests.robustness.random_window")
SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
KEYS = [
    *(Qt.Key.Key_F8, Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_F),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_G, Qt.Key.Key_L, Qt.Key.Key_U, Qt.Key.Key_Tab, Qt.Key.Key_Escape),
]
NEVER = {
    # What leaves the window, asks another computer, or ends the run.
    *("packages", "handbook", "releases", "log", "quit", "interface_language", "open_sample"),
    *("new_review", "open_review", "new_set", "close_review", "tour", "add_translation"),
}
WRITING = {"insert_next", "insert_chosen", "apply_fix", "apply_fix_and_go_on", "draft_missing"}
WRITING_ANYWHERE = {"replace", "fix_all_alike", "apply_table", "history"}
_PATIENCE = 200
"""Seconds that a busy machine may take longer."""

WORDS = ["x", " 7", "the", "Häuser", "1 400", "\u00a0", "ا", "é"]


def say(**said: object) -> None:
    print(json.dumps(said), flush=True)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def stand(review: Review) -> str:
    """How many steps a review has, and a digest of what all its rows show."""
    seen = [harm.stand(review).split(" ")[0]]
    for info in review.translations:
        rows = [
            (row.key, row.source, row.target, row.comment, [one.state for one in row.findings])
            for row in review.rows(info.id)
        ]
        seen.append(harm.hashlib.blake2b(repr(rows).encode(), digest_size=8).hexdigest())
    return " ".join(seen)


def type_in(widget: QWidget, words: str) -> None:
    """Not by QTest, which knows the letters of English only."""
    for letter in words:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), letter)
        QApplication.sendEvent(widget, pressed)


class Anybody:
    """Does one thing after the other, by chance."""

    def __init__(self, folder: Path, seed: int, seconds: float, end: str) -> None:
        self.folder, self.draw, self.end = folder, random.Random(seed), end
        self.seconds = seconds
        self.answering = QTimer()
        self.answering.timeout.connect(self.answer)
        self.done = 0

    @property
    def window(self) -> MainWindow:
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))

    def run(self) -> None:
        try:
            self.act()
        except BaseException:
            traceback.print_exc()
            os._exit(3)

    def act(self) -> None:
        for _ in range(3_000):
            if self.window.page and self.window.page.table.isVisible():
                break
            wait(20)
        else:
            raise AssertionError("the sample was not opened")
        wait(300)
        self.answering.start(120)
        until = time.monotonic() + self.seconds
        self.tell()
        while time.monotonic() < until:
            if not self.window.review.is_open():
                break  # a key of the menu has closed it
            self.once()
            if self.draw.random() < 0.3:
                wait(self.draw.choice([1, 5, 30, 200]))
            self.done += 1
            if self.done % 5 == 0:
                self.tell()
        if self.window.review.is_open() and self.draw.random() < 0.5:
            self.type_somewhere()
        say(ends=self.end, did=self.done)
        if self.end == "close":
            QApplication.closeAllWindows()
        else:
            os.kill(os.getpid(), signal.SIGTERM if self.end == "told" else signal.SIGKILL)

    def tell(self) -> None:
        """Say how the review stands, all of which has been acknowledged."""
        review = self.window.review
        if review.is_open() and not self.window.page.editing.active():
            say(stand=stand(review.review))

    def once(self) -> None:
        ways: list[tuple[Callable[[], None], int]] = [
            (self.press, 10),
            (self.command, 6),
            (self.click, 5),
            (self.type_somewhere, 5),
            (self.filter, 2),
            (self.find, 2),
            (self.undo, 4),
            (self.load_version, 1),
        ]
        way = self.draw.choices([way for way, _ in ways], [weight for _, weight in ways])[0]
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            way()

    def note(self) -> None:
        """Note that somebody writes in the row that is current."""
        row = self.window.review.current_row()
        say(wrote=[self.window.review.translation, row.key if row else ""])

    def press(self) -> None:
        focused = QApplication.focusWidget() or self.window.page.table
        key = self.draw.choice(KEYS)
        if isinstance(focused, RowEditor | QPlainTextEdit | QLineEdit):
            self.note()
        if key == Qt.Key.Key_F:
            self.note()
        shift = Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(focused, key, shift if self.draw.random() < 0.1 else Qt.KeyboardModifier(0))

    def command(self) -> None:
        known = self.window.actions_by_name
        there = [*known.keys()]
        names = [name for name in there if name not in NEVER and known[name].isEnabled()]
        name = self.draw.choice(names)
        if name in WRITING:
            self.note()
        if name in WRITING_ANYWHERE:
            say(wrote="anywhere")
        say(command=name)
        self.window.actions_by_name[name].trigger()

    def click(self) -> None:
        port = self.window.page.table.viewport()
        place = QPoint(self.draw.randrange(port.width()), self.draw.randrange(port.height()))
        twice = self.draw.random() < 0.3
        (QTest.mouseDClick if twice else QTest.mouseClick)(
            port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), place
        )

    def type_somewhere(self) -> None:
        table = self.window.page.table
        if not table.isVisible():
            return
        if not self.window.page.editing.active():
            QTest.keyClick(table, Qt.Key.Key_Return)
        if not self.window.page.editing.active():
            return
        editor = table.viewport().findChildren(RowEditor)[-1]
        if self.draw.random() < 0.7:
            self.note()
            for _ in range(self.draw.randint(1, 4)):
                type_in(editor, self.draw.choice(WORDS))
        ends = [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F8, None, None]
        if end := self.draw.choice(ends):
            QTest.keyClick(editor, end)

    def filter(self) -> None:
        boxes = self.window.page.filter_bar.findChildren(QComboBox)
        box = self.draw.choice(boxes)
        if box.isEnabled() and box.count():
            box.setCurrentIndex(self.draw.randrange(box.count()))
        if self.draw.random() < 0.5:
            self.window.commands.navigation.clear_filters()

    def find(self) -> None:
        self.window.actions_by_name["find"].trigger()
        line = self.window.page.find_bar.findChild(QLineEdit)
        if line and line.isVisible():
            line.clear()
            type_in(line, self.draw.choice(["the", "1", "a", "zz", "("]))
            QTest.keyClick(line, self.draw.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))

    def undo(self) -> None:
        for _ in range(self.draw.randint(1, 4)):
            name = "undo" if self.draw.random() < 0.7 else "redo"
            if self.window.actions_by_name[name].isEnabled():
                self.window.actions_by_name[name].trigger()

    def load_version(self) -> None:
        """A version with a paragraph less, or more, of the translation that is shown."""
        translations = self.window.commands.translations
        language = self.window.review.language()
        found = [one for one in SAMPLE.glob(f"article.{language}.*") if one.suffix != ".docx"]
        if not found or not translations.can_begin():
            return
        pieces = found[0].read_text("utf-8").split("\n")
        place = self.draw.randrange(1, len(pieces))
        pieces[place : place + self.draw.randint(0, 1)] = [self.draw.choice(pieces)] * (
            self.draw.randint(0, 2)
        )
        path = self.folder / f"version-{self.done}{found[0].suffix}"
        path.write_text("\n".join(pieces), "utf-8")
        say(command=f"load {path.name}")
        translations.load_new_version(path)

    def answer(self) -> None:
        """Whatever the program asks is answered somehow."""
        with contextlib.suppress(RuntimeError):
            shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if shown is None:
                return
            focused = QApplication.focusWidget() or shown
            if isinstance(shown, QMenu):
                QTest.keyClick(shown, self.draw.choice([Qt.Key.Key_Escape, Qt.Key.Key_Down]))
                return
            if isinstance(focused, QLineEdit | QPlainTextEdit) and self.draw.random() < 0.5:
                type_in(focused, self.draw.choice(WORDS))
            keys = [Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab]
            QTest.keyClick(focused, self.draw.choice(keys))


def main(folder: Path, seed: int, seconds: float, end: str) -> int:
    # What hangs says where.
    faulthandler.dump_traceback_later(seconds + _PATIENCE, exit=True)
    execute = QApplication.exec
    somebody = None

    def execute_driven() -> int:
        nonlocal somebody
        somebody = Anybody(folder, seed, seconds, end)
        QTimer.singleShot(0, somebody.run)
        return execute()

    QApplication.exec = staticmethod(execute_driven)
    names = (str(folder / f"written-{number}") for number in itertools.count())
    QFileDialog.getSaveFileName = staticmethod(lambda *_, **__: (next(names), ""))
    QFileDialog.getOpenFileName = staticmethod(lambda *_, **__: ("", ""))
    QFileDialog.getExistingDirectory = staticmethod(lambda *_, **__: "")
    QDesktopServices.openUrl = staticmethod(lambda *_: True)
    return app.run([], demo=True)


def ran(folder: Path, seed: int, seconds: float, end: str, **environment: str) -> list[str]:
    """What is wrong after a run in a process of its own."""
    folder.mkdir(exist_ok=True)
    with (folder / "said").open("w") as told, (folder / "errors").open("w") as failed:
        ended = subprocess.run(
            [*PROGRAM, str(folder), str(seed), str(seconds), end],
            stdout=told,
            stderr=failed,
            env={**os.environ, "REVIEWER_DATA": str(folder), "PYTHONPATH": ".", **environment},
            cwd=Path(__file__).parents[2],
        )
    output, errors = ((folder / name).read_text("utf-8") for name in ("said", "errors"))
    return judged(folder, output, errors, ended.returncode, end)


def judged(folder: Path, output: str, errors: str, code: int, end: str) -> list[str]:
    """What is wrong with what a run has said and left behind."""
    said = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    log = folder / "log" / "reviewer.log"
    logged = log.read_text("utf-8") if log.exists() else ""
    wrong = [
        f"{name}: {text[text.index('Traceback') :][-600:]}"
        for name, text in (("printed", errors), ("logged", logged))
        if "Traceback" in text
    ]
    if "Timeout (" in errors:
        return [f"hangs: {errors[:3_000]}"]
    wanted = {"close": 0, "told": 128 + signal.SIGTERM, "killed": -signal.SIGKILL}[end]
    if code != wanted:
        wrong.append(f"ended with {code}: {errors[-600:]}")
    stands = [one["stand"] for one in said if "stand" in one]
    path = folder / "Sample.review"
    try:
        with Review.open(path) as review:
            found = stand(review)
            notices = list(map(str, review.notices))
    except ReviewerError as error:
        return [*wrong, f"{type(error).__name__}: {error}"]
    if notices:
        wrong.append(f"told {notices}")
    more = int(found.split()[0]) - int(stands[-1].split()[0])
    if more < 0 or (more == 0 and found != stands[-1]):
        wrong.append(f"said {stands[-1]}, found {found}")
    return wrong + unedited(path, said)


def unedited(path: Path, said: list[dict[str, object]]) -> list[str]:
    """Steps that changed a sentence of a translation in a row in which nobody wrote."""
    wrote = [one["wrote"] for one in said if "wrote" in one]
    if "anywhere" in wrote:
        return []
    rows = {tuple(one) for one in wrote if isinstance(one, list)}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        edits = connection.execute(
            "SELECT DISTINCT o.id, o.translation, o.row_key, o.label FROM operations o "
            "WHERE o.kind = 'edit' AND o.undoes IS NULL AND o.redoes IS NULL"
        ).fetchall()
    return [
        f"step {number} “{label}” in {key} of {translation}, where nobody wrote"
        for number, translation, key, label in edits
        if (translation, key) not in rows
    ]


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]))
