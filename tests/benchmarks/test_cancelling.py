"""How soon each long step ends after it was told to stop, and how long quitting takes."""

from __future__ import annotations

import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reviewer.domain import Document
from reviewer.formats.reading import read_bytes
from reviewer.machine_translation.errors import Cancelled
from reviewer.stopping import stopped_by
from reviewer.ui.background import analysis_jobs
from reviewer.ui.background.jobs import Work, still_running
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.settings import Settings

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1500)]

MOMENTS = 8
SENTENCES = 3_000


class NoTranslator:
    """There is no package."""

    def evidence(self, _source: str, _target: str) -> None:
        return None

    def translate(self, *_arguments: object, **_named: object) -> None:
        raise AssertionError("nothing can be translated")


def text(sentence: str, name: str, language: str, count: int = SENTENCES) -> Document:
    lines = [sentence.format(n=n, m=n * 7 % 1_000) for n in range(count)]
    if language == "de":
        del lines[::50]
    return replace(read_bytes(Path(name), "\n\n".join(lines).encode()), language=language)


def ends(work: Work, after: float) -> tuple[str, float]:
    """The words that the bar showed when the work was told to stop, and how long it took to."""
    stop, said = threading.Event(), [""]

    def run() -> None:
        with suppress(Cancelled), stopped_by(stop.is_set):
            work(lambda words, _share: said.__setitem__(0, words), stop.is_set)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(after)
    if not thread.is_alive():
        return "(over before)", 0.0
    shown = said[0]
    stop.set()
    began = time.monotonic()
    thread.join()
    return shown, time.monotonic() - began


def whole(work: Work) -> float:
    began = time.monotonic()
    work(lambda _words, _share: None, lambda: False)
    return time.monotonic() - began


def works(folder: Path) -> dict[str, Callable[[], Work]]:
    source = text("House number {n} in the street has {m} windows and a red door.", "a.txt", "en")
    target = text("Haus Nummer {n} in der Straße hat {m} Fenster und eine rote Tür.", "b.txt", "de")
    helpers = analysis_jobs.Helpers(NoTranslator)
    page = folder / "large.html"
    cells = "".join(f"<td>Cell {n} has {n % 977} words.</td>" for n in range(60_000))
    page.write_text(f"<table><tr>{cells}</tr></table>", "utf-8")
    return {
        "a new review of 3,000 sentences": lambda: analysis_jobs.analysis_of(
            source, [target], helpers
        ),
        "another version of it": lambda: analysis_jobs.comparison_again(
            source, [target], 0, helpers
        ),
        "a page of 60,000 cells is added": lambda: analysis_jobs.comparison_of(
            source, page, "de", [], helpers
        ),
    }


def test_every_long_step_ends_soon(tmp_path: Path) -> None:
    for name, make in works(tmp_path).items():
        length = min(whole(make()), 60.0)
        seen: dict[str, list[float]] = defaultdict(list)
        for moment in range(MOMENTS):
            shown, took = ends(make(), length * (moment + 0.5) / MOMENTS)
            seen["".join(each for each in shown if not each.isdigit())].append(took)
        print(f"\n{name}: {length:.1f} s as a whole")
        for shown, times in seen.items():
            median, worst = statistics.median(times), max(times)
            print(
                f"  {shown or '(nothing yet)'}: {len(times)} times, "
                f"median {median:.2f} s, worst {worst:.2f} s"
            )


def until(done: Callable[[], bool], most: float = 60.0) -> float:
    """Seconds of the window's life until `done`."""
    began = time.monotonic()
    while not done() and time.monotonic() - began < most:
        QApplication.processEvents()
        time.sleep(0.002)
    return time.monotonic() - began


def begun(window: MainWindow, folder: Path, large: bool) -> None:
    """Let the window make a review of long texts."""
    source = text("House number {n} in the street has {m} windows and a red door.", "a.txt", "en")
    target = text("Haus Nummer {n} in der Straße hat {m} Fenster und eine rote Tür.", "b.txt", "de")
    if large:
        cells = "".join(f"<td>Zelle {n} hat {n % 977} Wörter.</td>" for n in range(60_000))
        target = replace(read_bytes(Path("b.html"), cells.encode()), language="de")
    window.commands.reviews.start(source, [target], folder / "r.review")


@pytest.mark.parametrize("large", [False, True])
def test_the_window_after_cancel_and_quit(qapp: QApplication, tmp_path: Path, large: bool) -> None:
    cancelling, quitting = [], []
    for moment in (0.05, 0.3, 0.8, 1.5, 3.0, 5.0):
        for quits in (False, True):
            window = MainWindow(Settings())
            window.show()
            begun(window, tmp_path, large)
            until(lambda: False, moment)
            making = window.commands.reviews.making
            if quits:
                began = time.monotonic()
                window.close()
                quitting.append(time.monotonic() - began)
            elif making.busy():
                window.working_page.line.cancel()
                cancelling.append(until(lambda slot=making: not slot.busy()))
                window.close()
            else:
                window.close()
            until(lambda: not still_running())
            for old in tmp_path.glob("r.review*"):
                old.unlink()
    what = "a page of 60,000 cells" if large else "3,000 sentences"
    print(
        f"\n{what}: cancel to free, worst {max(cancelling):.2f} s; "
        f"quit, worst {max(quitting):.2f} s"
    )
