"""A small real review in the real window, and what no test of the window may leave behind."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers, isValid

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, SegmentedDocument, pair_of
from reviewer.domain import (
    BackTranslation,
    Bead,
    Finding,
    Fix,
    Pair,
    Segment,
    Span,
)
from reviewer.machine_translation.encoders import BUNDLED
from reviewer.review import Review
from reviewer.ui import app
from reviewer.ui.commands.actions import Actions
from reviewer.ui.look import theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings
from tests.ui import three_articles
from tests.ui.seen_dialogs import Dialogs, noted

theme.prepare()


@pytest.fixture(autouse=True, scope="session")
def clipboard_is_emptied() -> Iterator[None]:
    """Without a screen Qt keeps what was copied until the very end, when Python is gone already
    and cannot let go of it."""
    yield
    if QApplication.instance():
        QApplication.clipboard().clear()


_STILL_HELD = 3
_LAST_WORDS = 60
"""Seconds for a thread that has been told to end; no test waits for them where all are well."""
_WITHOUT_SCREEN = "This plugin does not support propagateSizeHints()"

SOURCE = [
    *(f"[Menu {number}" for number in range(1, 6)),
    "#The harbour",
    "The harbour 😀 cost 12 million.",
    "It has 3 cranes and 4 berths.",
    "Ships come by night.",
    "The mayor left at 7.",
    "Everybody was happy.",
]
GERMAN = [
    "#Der Hafen",
    "Der Hafen 😀 kostete 21 Millionen.",
    "Er hat 3 Kräne und 5 Liegeplätze.",
    "Alle waren froh.",
    "Schiffe kommen nachts.",
    "Es regnete.",
    "[Teilen",
]
GERMAN_BEADS = (
    Bead((5,), (0,), "aligned", 0.99),
    Bead((6,), (1,), "aligned", 0.95),
    Bead((7,), (2,), "aligned", 0.9),
    Bead((8,), (4,), "aligned", 0.45),
    Bead((9,), (), "missing", 0.7),
    Bead((10,), (3,), "moved", 0.8),
    Bead((), (5,), "added", 0.6),
)
ARABIC = ["#الميناء", "كلف الميناء 12 مليونا.", "له 3 رافعات و 4 أرصفة.", "كان الجميع سعداء."]
ARABIC_BEADS = (
    Bead((5,), (0,), "aligned", 0.99),
    Bead((6,), (1,), "aligned", 0.95),
    Bead((7,), (2,), "aligned", 0.9),
    Bead((8,), (), "missing", 0.8),
    Bead((9,), (), "missing", 0.8),
    Bead((10,), (3,), "aligned", 0.8),
)


def digits(pair: Pair) -> list[Finding]:
    """A check that is quick to foresee: figures of the source that the translation lacks."""
    if pair.relation == "missing":
        return [Finding("missing", "sentence", "critical", "Left out")]
    if pair.relation == "added":
        return [Finding("added", "sentence", "major", "Put in")]
    found = []
    wanted, there = _figures(pair.source), _figures(pair.target)
    for span in wanted:
        figure = span.of(pair.source)
        others = [other for other in there if other.of(pair.target) not in pair.source.split()]
        if figure not in pair.target:
            found.append(
                Finding(
                    "numbers",
                    "value",
                    "critical" if len(figure) > 1 else "major",
                    f"{figure} is missing",
                    (span,),
                    tuple(others[:1]),
                    subject=figure,
                    fix=Fix(others[0], figure) if others else None,
                )
            )
    return found


def _figures(text: str) -> list[Span]:
    spans, start = [], -1
    for index, character in enumerate(f"{text} "):
        if character.isdigit():
            start = index if start < 0 else start
        elif start >= 0:
            spans.append(Span(start, index))
            start = -1
    return spans


def side(name: str, language: str, sentences: list[str], prefix: str) -> SegmentedDocument:
    """One sentence to a paragraph; [ begins furniture, # a heading."""
    texts = [sentence.lstrip("[#") for sentence in sentences]
    kinds = {"[": "furniture", "#": "heading"}
    segments = tuple(
        Segment(
            f"{prefix}{number + 1}",
            text,
            number,
            Span(0, len(text)),
            kinds.get(sentences[number][0], "body"),
        )
        for number, text in enumerate(texts)
    )
    read = formats.read_bytes(Path(name), "\n\n".join(texts).encode())
    assert [block.text for block in read.blocks] == texts
    return SegmentedDocument(replace(read, language=language), language, segments)


def compared(
    source: SegmentedDocument,
    target: SegmentedDocument,
    beads: tuple[Bead, ...],
    back: bool = False,
) -> Comparison:
    texts = {6: "The harbour cost 21 millions", 4: "Boats come at night"} if back else {}
    translations = {
        bead.target[0]: BackTranslation(texts[bead.source[0]], "translate-de_en", "1.0")
        for bead in beads
        if bead.source and bead.source[0] in texts
    }
    bare = Comparison(target, beads, ((),) * len(beads), translations, "argos" if back else "none")
    findings = tuple(tuple(digits(pair_of(source, bare, bead))) for bead in beads)
    return Comparison(target, beads, findings, translations, bare.evidence)


def small_analysis() -> Analysis:
    source = side("article.txt", "en", SOURCE, "s")
    german = side("artikel.txt", "de", GERMAN, "t")
    arabic = side("article-ar.txt", "ar", ARABIC, "t")
    return Analysis(
        source,
        (
            compared(source, german, GERMAN_BEADS, back=True),
            compared(source, arabic, ARABIC_BEADS),
        ),
    )


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication, qtlog: object, own_home: Path) -> Iterator[None]:
    """Qt warned of nothing; no thread and no window outlives the test."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(own_home))
    before = set(_threads())
    yield
    qapp.processEvents()
    # What is half gone when the next test begins, PySide may take for a widget that is there.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _release_the_encoder()
    told = [record.message for record in qtlog.records]
    assert not [words for words in told if words != _WITHOUT_SCREEN]
    for thread in set(_threads()) - before:  # one that ends by itself may do so in its own time
        thread.join(_LAST_WORDS)
    assert set(_threads()) <= before
    # Of windows, not of widgets: PySide may take a new widget for one that was deleted.
    assert not [window for window in qapp.topLevelWindows() if window.isVisible()]


def _release_the_encoder() -> None:
    """It, and the list of its words, wait on a thread of their own before they give their memory
    back."""
    BUNDLED.release()
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.cancel()
            thread.join(1)


def _threads() -> list[threading.Thread]:
    """Python's threads; a thread of Qt that asked for its name stays listed for ever."""
    return [thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")]


@pytest.fixture(autouse=True)
def no_unexpected_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody closes would stop the tests for good."""

    def refuse(box: QDialog) -> int:
        raise AssertionError(f"a dialog came up: {getattr(box, 'text', str)()}")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMessageBox, "exec", refuse)


@pytest.fixture(autouse=True, scope="module")
def no_timer_left(qapp: QApplication) -> Iterator[None]:
    """No timer runs on when the tests of a file are through."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if running_timers():  # of what nobody holds any more, it may be; a look at all takes a second
        gc.collect()
    assert not running_timers()


def running_timers() -> list[QTimer]:
    found = [item for item in getAllValidWrappers() if isinstance(item, QTimer)]
    return [timer for timer in found if isValid(timer) and timer.isActive()]


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    with Review.create(tmp_path / "small.review", small_analysis(), check=digits) as review:
        yield review


@pytest.fixture
def dialogs(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    # Keys have other names to Qt alone, and a test that ran before may have had them named.
    app.speak("en")
    return noted(monkeypatch, tmp_path, own_home, Path.home())


@pytest.fixture(scope="session")
def windows_made() -> Iterator[list[tuple[weakref.ref[MainWindow], str]]]:
    """Each window and its test; at the end of all tests hardly one is held by anything.

    The last test holds its own until after this, and the first window of a process may stay.
    """
    made: list[tuple[weakref.ref[MainWindow], str]] = []
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
    held = [test for window, test in made if window() is not None]
    assert len(held) <= _STILL_HELD, held


@pytest.fixture
def window(
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    windows_made: list[tuple[weakref.ref[MainWindow], str]],
) -> Iterator[MainWindow]:
    window = MainWindow(Settings())
    windows_made.append((weakref.ref(window), request.node.nodeid))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def until_read(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Waits until the review that is being opened or made in a window is there, or is not."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: not window.commands.reviews.making.busy())

    return wait


@pytest.fixture
def page(window: MainWindow, review: Review, qtbot: QtBot) -> ReviewPage:
    """The small review, open in the window at its German translation."""
    window.commands.reviews.show(review)
    page = window.page
    qtbot.waitUntil(lambda: page.table.isVisible())
    return page


@pytest.fixture
def actions(window: MainWindow) -> Actions:
    return window.actions_by_name


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes say; each is closed at once, as by Esc."""
    words: list[str] = []

    def close(box: QMessageBox) -> int:
        words.append(f"{box.text()}\n{box.informativeText()}")
        return 0

    monkeypatch.setattr(QMessageBox, "exec", close)
    return words


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Path, Path]:
    """The files of a source and of its German translation."""
    source, translation = tmp_path / "article.txt", tmp_path / "artikel.txt"
    source.write_text(three_articles.ENGLISH, "utf-8")
    translation.write_text(three_articles.GERMAN, "utf-8")
    return source, translation
