"""The real window, driven by keys alone: from the first page through the sample to its export."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reviewer import formats
from reviewer.ui.background.sample import review_path
from reviewer.ui.look import theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings

theme.prepare()

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MOST_STEPS = 60


@pytest.fixture
def window(qtbot: QtBot, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window of somebody who has never opened it."""
    monkeypatch.setenv("REVIEWER_DATA", str(own_home / "reviewer"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(own_home))
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)


def press(qtbot: QtBot, key: Qt.Key, more: Qt.KeyboardModifier = NONE) -> None:
    """A key, to whatever has the keyboard, as a person's goes there."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget), "nothing has the keyboard"
    qtbot.keyClick(focused, key, more)
    QApplication.processEvents()


def write(qtbot: QtBot, words: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    qtbot.keyClicks(focused, words)


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sample's review is kept once it was made: the first test makes it."""
    return tmp_path_factory.mktemp("sample") / "Sample.review"


@pytest.fixture
def sample(window: MainWindow, qtbot: QtBot, analysed: Path) -> ReviewPage:
    """The sample, opened as from the first page."""
    kept = review_path()
    if analysed.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(analysed, kept)
    window.start_page.setFocus()
    window.commands.reviews.open_sample()
    qtbot.waitUntil(lambda: window.page is not None and window.page.isVisible(), timeout=90_000)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.review.is_read() and page.table.hasFocus(), timeout=20_000)
    if not analysed.exists():
        page.review.review.copy_to(analysed)
    return page


def test_a_translation_from_the_first_finding_to_the_exported_text(
    sample: ReviewPage,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review = sample.review
    name = review.names()[1]
    total = review.counts(review.translation).open
    assert total >= 3
    # Look, decide, next, with no dialog in between.
    fixed = accepted = typed = 0
    press(qtbot, Qt.Key.Key_F8)
    for _ in range(MOST_STEPS):
        if review.at_end:
            break
        item = review.current_finding()
        assert item is not None
        if item.state != "open":
            press(qtbot, Qt.Key.Key_F8)
        elif item.finding.fix:
            press(qtbot, Qt.Key.Key_F, SHIFT)
            fixed += 1
        elif item.finding.check == "missing":
            press(qtbot, Qt.Key.Key_C)
            write(qtbot, "left out")
            press(qtbot, Qt.Key.Key_Return)
            press(qtbot, Qt.Key.Key_Return)
            write(qtbot, "Kalimat ini hilang.")
            press(qtbot, Qt.Key.Key_Return, CONTROL)
            typed += 1
        else:
            press(qtbot, Qt.Key.Key_A, SHIFT)
            accepted += 1
    assert review.at_end
    assert fixed >= 1
    assert typed == 1
    assert review.counts(review.translation).open == 0
    assert sample.end_bar.isVisible()
    # An error that no check has found.
    press(qtbot, Qt.Key.Key_W)
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Right, SHIFT)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Y)
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_Return)
    assert review.current_finding().finding.kind == "style"
    assert review.review.score(review.translation).points > 0
    # Every sentence is read.
    sentences = review.counts(review.translation).sentences
    for _ in range(sentences + 1):
        press(qtbot, Qt.Key.Key_N)
    counts = review.counts(review.translation)
    assert counts.reviewed == counts.sentences
    # Out it goes.
    written = tmp_path / "corrected.txt"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(written), "As it came (*.txt)")
    )
    press(qtbot, Qt.Key.Key_E, CONTROL)
    text = "\n".join(block.text for block in formats.read(written).blocks)
    assert "Kalimat ini hilang." in text
    before = "\n".join(block.text for block in review.review.document(review.translation).blocks)
    assert text != before
    assert name == "Indonesian"


def test_all_loops_lead_back(sample: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    """The pages that compare, the find bar, the filters and the bookmarks, and back by key."""
    review, alt = sample.review, Qt.KeyboardModifier.AltModifier
    press(qtbot, Qt.Key.Key_F8)
    press(qtbot, Qt.Key.Key_B)
    key = review.current_row().key
    for letter in (Qt.Key.Key_M, Qt.Key.Key_G):
        press(qtbot, letter, CONTROL | alt)
        assert review.overview
        press(qtbot, Qt.Key.Key_Return)
        assert not review.overview
        assert review.current_row().key == key
    press(qtbot, Qt.Key.Key_F, CONTROL)
    write(qtbot, "Brandvik")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert sample.table.hasFocus()
    assert review.current_row().key != key
    press(qtbot, Qt.Key.Key_B, SHIFT)
    assert review.current_row().key == key
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    assert review.names()[1] == "German"
    press(qtbot, Qt.Key.Key_PageUp, CONTROL)
    assert review.current_row().key == key
