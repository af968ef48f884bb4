"""A review is read beside the window; it may be left while it is read."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.background import collector
from reviewer.ui.main_window import MainWindow


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
    assert sorted(path.name for path in review.path.parent.iterdir()) == [review.path.name]
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
