"""The real window, driven by keys alone: from the first page through the sample to its export."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QWidget
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
ALT = Qt.KeyboardModifier.AltModifier
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
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


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
    qtbot.waitUntil(lambda: window.page is not None and window.page.isVisible())
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.review.is_read() and page.table.hasFocus())
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
            write(qtbot, "Ida")
            press(qtbot, Qt.Key.Key_Return)
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
        QFileDialog,
        "getSaveFileName",
        lambda *_args, **_more: (str(written), "In its own format (*.txt)"),
    )
    QTimer.singleShot(
        0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
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


def in_dialog(
    opens: Callable[[], object], use: Callable[[Callable[..., None]], object], qtbot: QtBot
) -> None:
    """Open a dialog, and use it by keys: `use` gets what presses one, or types words."""
    ended: list[BaseException | None] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(5, act)
            return

        def key(what: Qt.Key | str, more: Qt.KeyboardModifier = NONE) -> None:
            focused = dialog.focusWidget()
            assert focused, "nothing has the keyboard"
            if isinstance(what, str):
                qtbot.keyClicks(focused, what)
            else:
                qtbot.keyClick(focused, what, more)

        try:
            use(key)
            ended.append(None)
        except BaseException as error:
            ended.append(error)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    opens()
    [error] = ended
    if error:
        raise error
    # A window manager gives the keyboard back; without a screen there is none.
    next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)
    ).activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def test_words_are_replaced_everywhere_and_taken_back(sample: ReviewPage, qtbot: QtBot) -> None:
    review = sample.review

    def texts() -> list[str]:
        return [row.target for row in review.review.rows(review.translation)]

    def use(key: Callable[..., None]) -> None:
        key("pelabuhan")
        key(Qt.Key.Key_Tab)
        key("bandar")
        key(Qt.Key.Key_Return)

    before = texts()
    assert any("pelabuhan" in text for text in before)
    in_dialog(lambda: press(qtbot, Qt.Key.Key_H, CONTROL), use, qtbot)
    assert texts() != before
    assert not any("pelabuhan" in text for text in texts())
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert texts() == before


def test_a_sentence_is_reached_by_its_number(sample: ReviewPage, qtbot: QtBot) -> None:
    review = sample.review

    def use(key: Callable[..., None]) -> None:
        key("31")
        key(Qt.Key.Key_Return)

    in_dialog(lambda: press(qtbot, Qt.Key.Key_G, CONTROL), use, qtbot)
    row = review.current_row()
    assert row is not None
    assert review.shown.number_of(row.key) == 31
    assert sample.table.shows(review.line_number())


def test_filters_are_set_and_taken_away_by_keys(sample: ReviewPage, qtbot: QtBot) -> None:
    review = sample.review
    everything = len(review.shown.lines())
    for _ in range(20):
        focused = QApplication.focusWidget()
        if isinstance(focused, QComboBox) and focused.itemText(0) == "All rows":
            break
        press(qtbot, Qt.Key.Key_Backtab, SHIFT)
    press(qtbot, Qt.Key.Key_Down)
    few = len(review.shown.lines())
    assert 0 < few < everything
    press(qtbot, Qt.Key.Key_R, CONTROL | SHIFT)
    assert len(review.shown.lines()) == everything


def test_one_goes_back_to_a_point_of_the_history(sample: ReviewPage, qtbot: QtBot) -> None:
    review = sample.review

    def decided() -> int:
        counts = review.counts(review.translation)
        return counts.accepted + counts.dismissed

    for letter in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_A):
        press(qtbot, Qt.Key.Key_F8)
        press(qtbot, letter)
    assert decided() == 3

    def use(key: Callable[..., None]) -> None:
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Return, CONTROL)

    in_dialog(lambda: press(qtbot, Qt.Key.Key_H, CONTROL | ALT), use, qtbot)
    assert decided() == 1
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    assert decided() == 3


def test_an_own_finding_is_made_changed_and_taken_away(sample: ReviewPage, qtbot: QtBot) -> None:
    review = sample.review
    press(qtbot, Qt.Key.Key_F8)
    press(qtbot, Qt.Key.Key_W)
    press(qtbot, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Y)
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Return)
    assert sample.table.hasFocus()
    made = review.current_finding()
    assert made is not None
    assert (made.finding.check, made.finding.kind) == ("own", "style")
    press(qtbot, Qt.Key.Key_E)
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_Return)
    changed = review.current_finding()
    assert changed is not None
    assert changed.finding.severity != made.finding.severity
    press(qtbot, Qt.Key.Key_Delete)
    left = review.current_finding()
    assert left is not None
    assert left.finding.check != "own"
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert review.review.score(review.translation).points > 0


def test_a_word_that_is_typed_decides_nothing(sample: ReviewPage, qtbot: QtBot) -> None:
    review = sample.review
    times = iter(range(10_000, 20_000, 90))
    press(qtbot, Qt.Key.Key_F8)
    before = review.counts(review.translation), review.current_row(), review.finding()
    sample.typed_word.time_of = lambda _event: next(times)
    write(qtbot, "Dana")
    write(qtbot, "Fakta")
    assert (review.counts(review.translation), review.current_row(), review.finding()) == before
    press(qtbot, Qt.Key.Key_Return)
    assert review.editor.active()
    press(qtbot, Qt.Key.Key_Escape)
