"""How quick the window is: start-up, first paint, scrolling, typing, and during an analysis.

Run with `python -m pytest -m benchmark -s tests/benchmarks/test_window.py`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.settings import Settings
from reviewer.ui.table.row_editor import PAUSE_MS, RowEditor
from tests.benchmarks.big_reviews import big_analysis

pytestmark = pytest.mark.benchmark

ROWS = 10_000


def say(name: str, value: str) -> None:
    print(f"{name:.<58} {value}")


def milliseconds(values: list[float]) -> str:
    ordered = sorted(values)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"median {statistics.median(values) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms"


@pytest.fixture
def big_review(tmp_path: Path) -> Review:
    return Review.create(tmp_path / "big.review", big_analysis(ROWS), check=lambda _pair: [])


def seconds_of(code: str) -> float:
    """The median time of a fresh interpreter."""
    times = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


SHOWN = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
{make}
window.resize(1280, 800)
window.show()
while not window.windowHandle().isExposed():
    app.processEvents()
app.processEvents()
window.close()
"""


def test_start_up_against_a_bare_window() -> None:
    bare = seconds_of(SHOWN.format(make="window = QMainWindow()"))
    ours = seconds_of(
        SHOWN.format(
            make="from reviewer.ui.main_window import MainWindow\n"
            "from reviewer.ui.state.settings import Settings\n"
            "from reviewer.ui.look import theme\n"
            "theme.apply('system')\n"
            "window = MainWindow(Settings())"
        )
    )
    say("bare Qt window, interpreter to first paint", f"{bare * 1000:.0f} ms")
    say("start page, interpreter to first paint", f"{ours * 1000:.0f} ms")
    say("more than the bare window", f"{(ours - bare) * 1000:.0f} ms")


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def wait(self, times: int) -> None:
        while self.times < times:
            QApplication.processEvents()


def test_first_paint_and_scrolling(qtbot: QtBot, big_review: Review, qapp: QApplication) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    for name in ("first time", "again"):
        window.commands.reviews.close_review()
        review = Review.open(big_review.path) if name == "again" else big_review
        began = time.perf_counter()
        rows = review.rows(1)
        asked = time.perf_counter() - began
        began = time.perf_counter()
        window.commands.reviews.show(review)
        page = window.page
        painted = Painted(page.table.viewport())
        painted.wait(1)
        took = time.perf_counter() - began
        say(f"{ROWS} rows: asking the review for them ({name})", f"{asked * 1000:.0f} ms")
        say(f"{ROWS} rows: from there to first paint ({name})", f"{took * 1000:.0f} ms")
    qapp.processEvents()
    began, before = time.perf_counter(), painted.times
    page.review.shown.show(rows)
    page.model.reset()
    painted.wait(before + 1)
    say(
        f"{ROWS} rows: table alone, to first paint",
        f"{(time.perf_counter() - began) * 1000:.0f} ms",
    )
    bar = page.table.verticalScrollBar()
    frames = []
    for step in range(1, 300):
        began, before = time.perf_counter(), painted.times
        bar.setValue(step * 120)
        painted.wait(before + 1)
        frames.append(time.perf_counter() - began)
    say("scrolling, a frame", milliseconds(frames))
    frames = []
    for step in range(60):
        began, before = time.perf_counter(), painted.times
        page.table.go_to((step * 7919 + 5) % ROWS)
        painted.wait(before + 1)
        frames.append(time.perf_counter() - began)
    say("a jump to any row, with its panel", milliseconds(frames))
    page.set_text_font(window.reviewing.text_font())
    began, turns = time.perf_counter(), []
    while page.table.heights.unmeasured() and time.perf_counter() - began < 60:
        turn = time.perf_counter()
        qapp.processEvents()
        turns.append(time.perf_counter() - turn)
    say("until every height is exact, beside the user", f"{time.perf_counter() - began:.1f} s")
    say("longest turn of it", f"{max(turns) * 1000:.1f} ms")
    window.close()


def test_typing_and_checking(qtbot: QtBot, big_review: Review, qapp: QApplication) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    big_review.close()
    review = Review.open(big_review.path)
    window.commands.reviews.show(review)
    page = window.page
    page.review.go_to(page.review.shown.rows()[5000].key)
    page.window().commands.editing.edit()
    editor = page.table.viewport().findChild(RowEditor)
    keys = []
    for letter in "a new word and another one":
        began = time.perf_counter()
        qtbot.keyClick(editor, letter)
        editor.repaint()
        keys.append(time.perf_counter() - began)
    say("typing in a row, a key", milliseconds(keys))
    checks = []
    for number in range(20):
        editor.insertPlainText(f" {number}")
        began = time.perf_counter()
        editor.paused.emit(editor.text())
        qapp.processEvents()
        checks.append(time.perf_counter() - began)
    say(f"all checks and the store, after a pause of {PAUSE_MS} ms", milliseconds(checks))
    page.editing.stop("revert")
    decisions = []
    for _ in range(30):
        page.window().commands.navigation.next_finding()
        began = time.perf_counter()
        page.window().commands.findings.dismiss()
        qapp.processEvents()
        decisions.append(time.perf_counter() - began)
    say("a decision, kept and shown", milliseconds(decisions))
    walks = []
    for _ in range(30):
        began = time.perf_counter()
        page.window().commands.navigation.next_finding()
        page.table.viewport().repaint()
        walks.append(time.perf_counter() - began)
    say("on to the next finding", milliseconds(walks))
    window.close()


def test_the_window_answers_during_an_analysis(qtbot: QtBot, shared: Path) -> None:
    from reviewer import formats
    from reviewer.ui.background import analysis_jobs
    from reviewer.ui.background.jobs import Job

    files = sorted((shared / "seeds").glob("*.txt"))
    documents = [formats.read(file) for file in files]
    source = next(document for document in documents if "002_" in document.path)
    others = [document for document in documents if document is not source]
    bare = QMainWindow()
    qtbot.addWidget(bare)
    bare.show()
    for round_ in ("first, with all imports", "second"):
        job = Job(analysis_jobs.analysis_of(source, others, analysis_jobs.Helpers(lambda: None)))
        done: list[object] = []
        job.done.connect(done.append)
        began = last = time.perf_counter()
        waits = []
        job.start()
        while not done:
            QApplication.processEvents()
            bare.repaint()
            time.sleep(0.005)
            now = time.perf_counter()
            waits.append(now - last)
            last = now
        say(f"analysis of the five articles ({round_})", f"{time.perf_counter() - began:.1f} s")
        say(
            "the window's turns meanwhile",
            f"{milliseconds(waits)}, longest {max(waits) * 1000:.0f} ms",
        )
