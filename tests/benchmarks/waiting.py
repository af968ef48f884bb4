"""What a person waits for in the real window, each line measured from the key or click until the
pixels have been handed to the screen. Run by `test_waiting.py`, which gives it a screen.

`python -m tests.benchmarks.waiting FOLDER open NAME` and so on; see `SCENES`. Prints one line for
each figure.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from reviewer.ui.app import begin
from reviewer.ui.look import theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.settings import Settings
from reviewer.ui.table.row_editor import PAUSE_MS, RowEditor
from tests.benchmarks import big_reviews

REST_MS = 1500
"""So long the window is left alone before it is measured: what is idle has been done by then."""

TIMES = 40


class Painted(QObject):
    """Counts the paintings of a widget; `told` is called after each."""

    told: Callable[[], None] | None = None

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.times += 1
            if Painted.told:
                QTimer.singleShot(0, Painted.told)
        return super().eventFilter(watched, event)


class Heart(QObject):
    """How long the GUI thread did not come to its events, in milliseconds at most: on the clock,
    and of its own processor time alone."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._last_own = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.busiest = max(self.busiest, (own - self._last_own) * 1000)
        self._last, self._last_own = now, own

    def begin(self) -> None:
        self._beat()
        self.longest = self.busiest = 0.0


class Stopwatch:
    """Wall and processor time of this process, in milliseconds."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        return (
            (time.perf_counter() - self._wall) * 1000,
            (time.process_time() - self._processor) * 1000,
        )


class Bench:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        theme.prepare()
        self.app = QApplication([])
        theme.apply("light")
        self.window = MainWindow(Settings())
        self.window.resize(1280, 800)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        begin(self.window, [], demo=False)
        self.until(lambda: not self.window.commands.reviews.getting_ready.busy())
        QTest.qWait(REST_MS)

    def say(self, name: str, values: list[tuple[float, float]], unit: str = "ms") -> None:
        wall = sorted(one for one, _ in values)
        processor = sorted(one for _, one in values)
        print(
            json.dumps(
                {
                    "name": name,
                    "median": statistics.median(wall),
                    "p95": wall[min(int(len(wall) * 0.95), len(wall) - 1)],
                    "processor": statistics.median(processor),
                    "processor p95": processor[min(int(len(wall) * 0.95), len(wall) - 1)],
                    "times": len(values),
                    "unit": unit,
                    "load": os.getloadavg()[0],
                }
            ),
            flush=True,
        )

    def until(self, true: Callable[[], bool], seconds: float = 120) -> None:
        """Leave the window to itself until something is true: looking too often would slow down
        what works beside it."""
        if true():
            return
        loop, end = QEventLoop(), time.perf_counter() + seconds

        def look(*_what: object) -> None:
            if true() or time.perf_counter() > end:
                loop.quit()

        every = QTimer(loop)
        every.setInterval(10)
        every.timeout.connect(look)
        every.start()
        review = self.window.review
        signals = (review.opened, review.read, review.rows_updated, review.current_changed)
        for signal in signals:
            signal.connect(look, Qt.ConnectionType.QueuedConnection)
        Painted.told = look
        loop.exec()
        # Else it would go on beside all keys that follow.
        every.stop()
        loop.deleteLater()
        Painted.told = None
        for signal in signals:
            signal.disconnect(look)
        if not true():
            raise TimeoutError

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.review"

    def loaded(self) -> bool:
        """Whether a review is open and all of it has been read."""
        return self.window.review.is_read()

    def rows_are_painted(self) -> bool:
        page = self.window.page
        return bool(
            page
            and self.window.review.is_open()
            and page.table.isVisible()
            and page.model.rowCount()
        )

    def open(self, name: str) -> tuple[float, float]:
        """Click on a review; gives the time until its rows are on the screen."""
        watch = Stopwatch()
        self.window.commands.reviews.open_path(self.path(name))
        self.until(self.rows_are_painted)
        painted = Painted(self.window.page.table.viewport())
        self.window.page.table.viewport().update()
        self.until(partial(has_painted, painted))
        self.app.sync()
        taken = watch.read()
        painted.setParent(None)
        return taken

    def opened(self, name: str) -> None:
        self.open(name)
        self.until(self.loaded)
        QTest.qWait(REST_MS)

    def key(self, press: Callable[[], object], table: QWidget) -> tuple[float, float]:
        """From a key until the table has been painted after it, with all else that has changed; of
        the table that is asked for, one pixel is, so that what has not changed is not painted."""
        painted = Painted(table)
        watch = Stopwatch()
        press()
        table.update(0, 0, 1, 1)
        self.until(partial(has_painted, painted))
        self.app.sync()
        taken = watch.read()
        painted.setParent(None)
        painted.deleteLater()
        self.app.processEvents()
        return taken


def open_(bench: Bench, name: str) -> None:
    heart = Heart()
    for what in ("first in a session", "again"):
        QTest.qWait(300)
        heart.begin()
        taken = bench.open(name)
        bench.say(f"open {name}, {what}: to first paint", [taken])
        watch = Stopwatch()
        bench.until(bench.loaded)
        more = watch.read()
        bench.say(
            f"open {name}, {what}: until all is read", [(taken[0] + more[0], taken[1] + more[1])]
        )
        bench.say(
            f"open {name}, {what}: longest wait of the window", [(heart.longest, heart.busiest)]
        )
        QTest.qWait(500)
        bench.window.commands.reviews.close_review()


def unclosed(bench: Bench, name: str) -> None:
    """A review whose program was killed: all its checksums are compared before it is shown."""
    for what in ("left alone", "looked at every millisecond"):
        heart = None if what == "left alone" else Heart()
        big_reviews.kill(bench.path(name), bench.path("killed"))
        QTest.qWait(300)
        if heart:
            heart.begin()
        watch = Stopwatch()
        taken = bench.open("killed")
        bench.until(bench.loaded)
        bench.say(f"open {name} that was not closed, {what}: to first paint", [taken])
        bench.say(f"open {name} that was not closed, {what}: until all is read", [watch.read()])
        if heart:
            bench.say(
                f"open {name} that was not closed: longest wait of the window",
                [(heart.longest, heart.busiest)],
            )
        QTest.qWait(500)
        bench.window.commands.reviews.close_review()


def keys(bench: Bench, name: str) -> None:
    bench.opened(name)
    page, window = bench.window.page, bench.window
    table = page.table
    table.setFocus()
    port = table.viewport()
    press = QTest.keyClick
    taken: dict[str, list[tuple[float, float]]] = {}

    def measure(what: str, act: Callable[[], object]) -> None:
        taken.setdefault(what, []).append(bench.key(act, port))

    for _ in range(TIMES):
        measure("next finding", lambda: press(table, Qt.Key.Key_F8))
        measure("dismiss", lambda: press(table, Qt.Key.Key_D))
    for _ in range(TIMES):
        measure("undo", lambda: press(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    for _ in range(TIMES):
        measure("mark as reviewed, on to the next", lambda: press(table, Qt.Key.Key_N))
    shown = page.filter_bar.findChildren(QComboBox)[0]
    kinds = [shown.itemData(number) for number in range(shown.count())]
    for number in range(TIMES):
        kind = ("open", "all", "unreviewed", "findings", "decided", "all")[number % 6]
        measure("filter", lambda kind=kind: shown.setCurrentIndex(kinds.index(kind)))
    window.commands.navigation.clear_filters()
    table.setFocus()
    press(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = page.find_bar.findChild(QLineEdit)
    for word in ("harbour", "9876.", "xyz", "the town was", "mayor"):
        line.clear()
        QTest.qWait(50)
        for letter in word:
            measure("find, a letter", lambda letter=letter: press(line, letter))
        for _ in range(3):
            measure("find the next", lambda: press(line, Qt.Key.Key_Return))
    press(line, Qt.Key.Key_Escape)
    for what, values in taken.items():
        bench.say(f"{name}: {what}", values)


def enter(bench: Bench, name: str) -> None:
    """A figure is typed into a row; then Enter at once, or nothing until the pause is over."""
    bench.opened(name)
    table, review = bench.window.page.table, bench.window.review
    port = table.viewport()
    taken: dict[str, list[tuple[float, float]]] = {}
    for number in range(TIMES):
        review.go_to(f"s{(number * 37) % 900 + 50}", "centre")
        bench.app.processEvents()
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        editor = bench.window.focusWidget()
        assert isinstance(editor, RowEditor)
        QTest.keyClicks(editor, " 17")
        text = review.current_row().target
        at_once = number % 2 == 1
        painted = Painted(port)
        watch = Stopwatch()
        if at_once:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        bench.until(partial(has_changed, bench, text))
        port.update()
        bench.until(partial(has_painted, painted))
        bench.app.processEvents()
        bench.app.sync()
        what = "Enter" if at_once else f"the last letter ({PAUSE_MS} ms of it are waited)"
        taken.setdefault(what, []).append(watch.read())
        painted.setParent(None)
        if not at_once:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.qWait(30)
    for what, values in taken.items():
        bench.say(f"{name}: {what} until the row is checked again", values)


def has_changed(bench: Bench, text: str) -> bool:
    row = bench.window.review.current_row()
    return row is not None and row.target != text


def has_painted(painted: Painted) -> bool:
    return painted.times > 0


def make(bench: Bench, name: str) -> None:
    """A finished analysis becomes a review."""
    analysis = big_reviews.analysis_named(name)
    path = bench.folder / "made.review"
    path.unlink(missing_ok=True)
    reviews = bench.window.commands.reviews
    gc.collect()
    heart = Heart()
    QTest.qWait(50)
    heart.begin()
    watch = Stopwatch()
    reviews.analysed(path, analysis)
    bench.until(bench.rows_are_painted)
    bench.say(f"an analysis of {name} becomes a review: in all", [watch.read()])
    bench.until(bench.loaded)
    QTest.qWait(REST_MS)
    bench.say(
        f"an analysis of {name} becomes a review: longest wait", [(heart.longest, heart.busiest)]
    )


def memory(bench: Bench, name: str) -> None:
    bench.opened(name)
    QTest.qWait(2 * REST_MS)
    status = Path("/proc/self/status").read_text("utf-8")
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line)
    bench.say(f"memory of the window with {name}", [(kilobytes / 1024, 0)], "MB")


SCENES = {
    "open": open_,
    "unclosed": unclosed,
    "keys": keys,
    "enter": enter,
    "make": make,
    "memory": memory,
}

if __name__ == "__main__":
    bench = Bench(Path(sys.argv[1]))
    SCENES[sys.argv[2]](bench, sys.argv[3])
    bench.window.close()
