"""A review is read beside the window; it may be left while it is read."""

from __future__ import annotations

import gc
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.store import seal
from reviewer.store.open_file import OpenFile
from reviewer.ui.background import collector
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.comparisons import OVERVIEW
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Filter


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The reading of a review is held up until this is set."""
    go_on = threading.Event()
    usual = Review.open

    def open_later(path: Path, **how: object) -> Review:
        go_on.wait(20)
        return usual(path, **how)

    monkeypatch.setattr(Review, "open", open_later)
    return go_on


def test_the_window_answers_while_a_review_is_read(
    window: MainWindow, review: Review, qtbot: QtBot, held: threading.Event
) -> None:
    review.close()
    window.commands.reviews.open_path(review.path)
    qtbot.waitUntil(lambda: window.working_page.isVisible())
    assert not window.review.is_open()
    held.set()
    qtbot.waitUntil(lambda: window.review.is_open())
    assert window.windowTitle() == "small — Reviewer"


def test_a_review_that_is_closed_while_it_is_read_is_left_as_it_was(
    window: MainWindow, review: Review, qtbot: QtBot, held: threading.Event
) -> None:
    review.close()
    before = review.path.read_bytes()
    window.commands.reviews.open_path(review.path)
    held.set()
    window.commands.reviews.close_review()
    qtbot.waitUntil(lambda: not window.commands.reviews.making.busy())
    assert not window.review.is_open()
    assert window.start_page.isVisible()

    def is_alone() -> bool:
        return [path.name for path in review.path.parent.iterdir()] == [review.path.name]

    qtbot.waitUntil(is_alone)  # the job closes what it has read, without anybody waiting
    assert len(review.path.read_bytes()) == len(before)
    Review.open(review.path).close()


def test_another_review_may_be_opened_meanwhile(
    window: MainWindow, review: Review, tmp_path: Path, until_read: Callable[[MainWindow], None]
) -> None:
    review.copy_to(tmp_path / "other.review")
    review.close()
    window.commands.reviews.open_path(review.path)
    window.commands.reviews.open_path(tmp_path / "other.review")
    until_read(window)
    assert window.review.review.path.name == "other.review"


def test_the_collector_rests_while_anything_is_read() -> None:
    assert gc.isenabled()
    with collector.at_rest():
        with collector.at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    collector.look_at_everything()
    assert gc.get_freeze_count() == 0


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A review is read, and checked, only when this is set; what can be seen of it is shown."""
    go_on = threading.Event()
    usual = seal.read

    def read_later(file: OpenFile) -> seal.Seal | None:
        go_on.wait(20)
        return usual(file)

    monkeypatch.setattr(seal, "read", read_later)
    yield go_on
    go_on.set()


@pytest.fixture
def path(review: Review) -> Path:
    """A review that was shown and closed before."""
    review.prepare()
    review.set_place(1, review.rows(1)[7].key)
    review.close()
    return review.path


def glance(window: MainWindow, path: Path, qtbot: QtBot) -> OpenReview:
    """Opens a review and waits until it is shown, which waits for nothing."""
    usual, waits = window.review.wait, []
    window.review.wait = lambda: waits.append(traceback.format_stack())
    window.commands.reviews.open_path(path)
    qtbot.waitUntil(lambda: window.review.is_open() and window.page.table.isVisible())
    qtbot.wait(600)  # the place is kept and heights are measured when the keyboard rests
    window.review.wait = usual
    assert waits == []
    assert not window.review.is_read()
    return window.review


def settled(window: MainWindow, qtbot: QtBot) -> QImage:
    """How the page looks once Qt has laid it out."""
    pictures = [QImage()]

    def stays() -> bool:
        pictures.append(window.page.grab().toImage())
        return pictures[-1] == pictures[-2]

    qtbot.waitUntil(stays)
    return pictures[-1]


def test_the_rows_are_there_before_the_review_is_read_and_stay_as_they_are(
    window: MainWindow, path: Path, qtbot: QtBot, reading: threading.Event
) -> None:
    review = glance(window, path, qtbot)
    page = window.page
    assert page.isVisible()
    assert review.current_row().source == "It has 3 cranes and 4 berths."
    assert page.bar.tabText(0) == "German   4"
    bar = page.table.verticalScrollBar()
    before = settled(window, qtbot), bar.value(), bar.maximum(), page.ruler.accessibleDescription()
    lines = []
    page.model.modelReset.connect(lambda: lines.append("others"))
    reading.set()
    qtbot.waitUntil(review.is_read)
    after = settled(window, qtbot), bar.value(), bar.maximum(), page.ruler.accessibleDescription()
    assert after == before
    assert lines == []


def test_going_about_and_filtering_need_not_wait(
    window: MainWindow, path: Path, qtbot: QtBot, reading: threading.Event
) -> None:
    review = glance(window, path, qtbot)
    qtbot.keyClick(window.page.table, Qt.Key.Key_F8)
    assert review.current_row().target == "Es regnete."
    review.set_filter(Filter("findings"))
    assert len(review.shown.lines()) == 4
    review.pick(2)
    assert review.language() == "ar"
    assert not review.is_read()
    reading.set()
    qtbot.waitUntil(review.is_read)
    assert review.language() == "ar"


def test_a_key_that_decides_waits_with_words_until_all_is_read_and_checked(
    window: MainWindow, path: Path, qtbot: QtBot, reading: threading.Event
) -> None:
    review = glance(window, path, qtbot)
    said: list[str] = []
    review.said.connect(said.append)
    QTimer.singleShot(50, reading.set)
    qtbot.keyClick(window.page.table, Qt.Key.Key_D)
    assert review.is_read()
    assert said[0] == "Reading the rest of the review…"
    assert review.counts(1).dismissed == 1
    assert review.review.rows(1)[7].findings[0].state == "dismissed"


def test_undo_waits_too(
    window: MainWindow, review: Review, qtbot: QtBot, reading: threading.Event
) -> None:
    key = review.rows(1)[7].key
    review.mark_reviewed(1, [key])
    review.prepare()
    review.close()
    opened = glance(window, review.path, qtbot)
    QTimer.singleShot(50, reading.set)
    window.actions_by_name["undo"].trigger()
    assert opened.counts(1).reviewed == 0


def test_damage_that_is_found_later_is_told_and_nothing_is_done(
    window: MainWindow, path: Path, qtbot: QtBot, reading: threading.Event, said: list[str]
) -> None:
    content = path.read_bytes()
    place = content.rindex(b"Schiffe kommen nachts.")
    path.write_bytes(content[:place] + b"s" + content[place + 1 :])
    review = glance(window, path, qtbot)
    QTimer.singleShot(50, reading.set)
    qtbot.keyClick(window.page.table, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not review.is_open())
    assert "cannot be opened" in said[0]
    assert window.start_page.isVisible()


def test_a_review_may_be_closed_while_it_is_glanced_at(
    window: MainWindow, path: Path, qtbot: QtBot, reading: threading.Event
) -> None:
    before = path.read_bytes()
    glance(window, path, qtbot)
    QTimer.singleShot(20, reading.set)
    reading.set()
    window.commands.reviews.close_review()
    assert window.start_page.isVisible()
    qtbot.waitUntil(lambda: not window.commands.reviews.making.busy())
    assert not window.review.is_open()
    with Review.open(path) as again:
        assert again.place().row_key == again.rows(1)[7].key
    assert len(before) == len(path.read_bytes())


def test_words_are_looked_for_in_all_rows_once_they_are_read(
    window: MainWindow, path: Path, qtbot: QtBot, reading: threading.Event
) -> None:
    review = glance(window, path, qtbot)
    said: list[str] = []
    window.commands.search.result.connect(said.append)
    QTimer.singleShot(50, reading.set)
    window.commands.search.search("nachts")
    assert review.is_read()
    assert said[-1] == "Found: 1 of 1"


def test_the_filter_of_all_translations_is_kept_in_the_review(
    window: MainWindow, review: Review, qtbot: QtBot
) -> None:
    path, many = review.path, len(review.overview())
    review.close()
    window.commands.reviews.open_path(path)
    qtbot.waitUntil(lambda: window.review.is_open() and window.review.is_read())
    wanted = Filter(shown="open", severity="major")
    window.review.set_filter_of_all(wanted)
    window.commands.reviews.close_review()
    assert window.review.filter_of_all == wanted
    window.review.set_filter_of_all(Filter())
    window.commands.reviews.open_path(path)
    qtbot.waitUntil(lambda: window.review.is_open() and window.review.is_read())
    assert window.review.filter_of_all == wanted
    window.review.pick(OVERVIEW)
    assert window.page.comparisons[OVERVIEW].filter_bar.filter() == wanted
    assert 0 < window.page.comparisons[OVERVIEW].model.lines() < many


def test_a_review_that_was_filtered_by_words_is_shown_when_it_is_read(
    window: MainWindow, review: Review, qtbot: QtBot, reading: threading.Event
) -> None:
    wanted = Filter(text="nachts")
    key = next(row.key for row in review.rows(1) if "nachts" in row.target)
    review.set_place(1, key, filter=wanted.data())
    review.prepare()
    review.close()
    window.commands.reviews.open_path(review.path)
    qtbot.wait(100)
    assert not window.review.is_open()
    reading.set()
    qtbot.waitUntil(lambda: window.review.is_open())
    assert window.review.shown.filter == wanted
    assert len(window.review.shown.lines()) == 1


def test_no_review_is_opened_while_one_is_made(
    window: MainWindow, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    review.close()
    said: list[str] = []
    window.review.said.connect(said.append)
    with monkeypatch.context() as made:
        made.setattr(window.commands.reviews.making, "busy", lambda: True)
        window.commands.reviews.open_path(review.path)
    assert said == ["A review is being made. Wait for it, or cancel that first."]
    assert not window.commands.reviews.making.busy()
    assert not window.review.is_open()
