"""How long a key waits for its answer in a review of 2,000 rows in three languages.

Run with `python -m pytest -m benchmark -s tests/benchmarks/test_workbench.py`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Block, Document, Finding, Fix, Segment, Span
from reviewer.review import Review
from reviewer.ui.dialogs.history_dialog import HistoryDialog
from reviewer.ui.dialogs.replace_dialog import ReplaceDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.comparisons import FIGURES, MATRIX, OVERVIEW
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.state.search import Search
from reviewer.ui.state.settings import Settings

pytestmark = pytest.mark.benchmark

ROWS = 2_000
TIMES = 20
WORDS = "The harbour of the town was opened by the mayor after nine years of work and much talk"
LANGUAGES = ("de", "fr", "ar")


def say(name: str, value: str) -> None:
    print(f"{name:.<58} {value}")


def side(name: str, language: str, prefix: str) -> SegmentedDocument:
    texts = [
        " ".join((WORDS.split() * 4)[: 5 + (number * 7919) % 56]) + f" {number} of 3.5 million."
        for number in range(ROWS)
    ]
    segments = tuple(
        Segment(f"{prefix}{number + 1}", text, number, Span(0, len(text)))
        for number, text in enumerate(texts)
    )
    blocks = tuple(Block(text) for text in texts)
    original = "\n".join(texts).encode()
    return SegmentedDocument(
        Document(name, "text", blocks, original, "utf-8", language), language, segments
    )


def three_languages() -> Analysis:
    source = side("source.txt", "en", "s")
    beads = tuple(Bead((number,), (number,), "aligned", 0.9) for number in range(ROWS))
    mark = (Span(4, 11),)
    found = Finding("numbers", "value", "major", "13 → 31", mark, mark, fix=Fix(mark[0], "x"))
    findings = tuple((found,) if number % 10 == 0 else () for number in range(ROWS))
    return Analysis(
        source,
        tuple(
            Comparison(side(f"{language}.txt", language, "t"), beads, findings)
            for language in LANGUAGES
        ),
    )


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    review = Review.create(tmp_path / "big.review", three_languages(), check=lambda _pair: [])
    window.commands.reviews.show(review)
    qtbot.waitUntil(
        lambda: window.page is not None and not window.page.table.heights.unmeasured(),
        timeout=60_000,
    )
    return window


def measured(name: str, key: Callable[[], object], times: int = TIMES) -> None:
    """The time from a key to the painted answer: on the clock, and of the processor, which says the
    same on a machine that has nothing else to do."""
    waited, worked = [], []
    for _ in range(times):
        began, used = time.perf_counter(), time.thread_time()
        key()
        QApplication.processEvents()
        waited.append(time.perf_counter() - began)
        worked.append(time.thread_time() - used)
    say(name, f"{_words(waited)}; processor {_words(worked)}")


def _words(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p95 = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
    return f"median {statistics.median(ordered) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms"


def test_every_key_of_the_loop(window: MainWindow) -> None:
    press = {
        command.name: window.actions_by_name[command.name].trigger
        for command in window.table.commands()
    }
    review = window.review
    page = window.page
    assert page is not None
    measured("next finding", press["next_finding"])
    measured("accept and go on", press["accept_and_go_on"])
    measured("dismiss and go on", press["dismiss_and_go_on"])
    measured("apply the fix and go on", press["apply_fix_and_go_on"])
    measured("reviewed, and go on", press["review_and_go_on"])
    measured("undo", press["undo"])
    measured("bookmark", press["bookmark"])

    def comment() -> None:
        press["comment"]()
        page.panel.comment_box._words.insertPlainText("x")
        page.panel.comment_box.keep()

    measured("a comment begun and kept", comment)

    def find() -> None:
        press["next_finding"]()
        row = review.current_row()
        assert row is not None
        review.review.add_finding(review.translation, row.key, "style", "minor")

    measured("on to the next finding, and an own one kept there", find)
    measured("show the changes in the rows", press["changes"])
    mixes = iter([Filter("open", also=frozenset({"unreviewed"})), Filter()] * TIMES)
    measured("another mix of filters", lambda: review.set_filter(next(mixes)))
    texts = iter([Filter(text="harbour"), Filter(text="99"), Filter()] * TIMES)
    measured("a filter by words", lambda: review.set_filter(next(texts)))
    searches = iter([Search(r"\d{3} of", regular=True), Search("mayor")] * TIMES)
    measured("a search, by regular expression too", lambda: review.set_search(next(searches)))
    measured("insert the next figure", press["insert_next"])
    review.editor.stop()
    for view, name in (
        (OVERVIEW, "all side by side, and back"),
        (MATRIX, "the matrix, and back"),
        (FIGURES, "the figures, and back (read in turns beside the user)"),
    ):
        measured(name, lambda view=view: (review.pick(view), review.pick(1)), 6)
    dialog = ReplaceDialog(review, window)
    dialog.where.setCurrentIndex(1)
    letters = iter("the harbour of the town was ope" * TIMES)
    measured(
        "a letter in Replace, over all translations",
        lambda: dialog.words.setText(dialog.words.text()[-3:] + next(letters)),
    )
    dialog.deleteLater()
    measured("the history opened", lambda: HistoryDialog(review, window).deleteLater(), 5)
    window.close()
