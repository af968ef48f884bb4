"""A review that cannot be written is shown from a copy, which is kept at the first change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.store.errors import ReadOnlyPlace
from reviewer.store.lock import FileLock
from reviewer.ui.main_window import MainWindow


@pytest.fixture
def shown(
    window: MainWindow,
    review: Review,
    until_read: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> Review:
    """The small review, whose file says that it cannot be written, open in the window."""
    review.close()
    usual = Review.open

    def refused(path: Path, **how: object) -> Review:
        if path == review.path:
            raise ReadOnlyPlace("It is read-only.")
        return usual(path, **how)

    monkeypatch.setattr(Review, "open", refused)
    monkeypatch.setattr("reviewer.review.CopiedReview.open", classmethod(usual.__func__))
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert window.page
    qtbot.waitUntil(lambda: window.page.table.isVisible())
    return review


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked; the answers are those of `answers`, at first "Save as…"."""
    words: list[str] = []

    def choose(what: str, more: str, _choices: object) -> int:
        words.append(f"{what} {more}")
        return 0

    monkeypatch.setattr(window.ask, "choose", choose)
    return words


def place(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(window.ask, "new_file", lambda *_: (path, ""))


def test_one_that_somebody_has_open_is_shown_as_a_copy_at_one_click(
    window: MainWindow,
    review: Review,
    until_read: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review.close()
    FileLock(review.path).release(leave=True)
    usual = Review.open

    def refused(path: Path, **how: object) -> Review:
        if path == review.path:
            raise ReadOnlyPlace("It is read-only.")
        return usual(path, **how)

    monkeypatch.setattr(Review, "open", refused)
    monkeypatch.setattr("reviewer.review.CopiedReview.open", classmethod(usual.__func__))
    asked: list[str] = []

    def choose(_what: str, more: str, choices: list[str]) -> int:
        asked.append(more)
        return choices.index("Open a copy")

    monkeypatch.setattr(window.ask, "choose", choose)
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert ["review.lock" in words for words in asked] == [True]
    assert window.review.is_copy()
    assert window.page
    assert not window.page.copy_bar.isHidden()
    window.commands.reviews.close_review()


def test_it_is_said_and_known_by_the_name_of_its_file(
    window: MainWindow, shown: Review, asked: list[str]
) -> None:
    assert window.page
    assert window.page.copy_bar.isVisible()
    assert window.windowTitle() == "small — Reviewer"
    assert window.settings.recent == [shown.path]
    assert window.review.path() == shown.path
    window.actions_by_name["next_finding"].trigger()
    window.place.keep()
    window.commands.reviews.open_path(shown.path)  # is open here already
    window.commands.reviews.close_review()
    assert asked == []
    assert [path.name for path in shown.path.parent.iterdir()] == [shown.path.name]


@pytest.mark.parametrize("change", ["dismiss", "edit", "comment", "bookmark", "undo"])
def test_no_change_is_made_before_it_is_kept(
    window: MainWindow,
    shown: Review,
    asked: list[str],
    change: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert window.page
    window.actions_by_name["next_finding"].trigger()
    place(window, monkeypatch, None)
    review = window.review
    before = review.review.snapshot()
    {
        "dismiss": lambda: window.actions_by_name["dismiss"].trigger(),
        "edit": lambda: window.commands.editing.edit(),
        "comment": lambda: review.want_comment(""),
        "bookmark": lambda: review.switch_bookmark(review.shown.first_key()),
        "undo": lambda: review.do(review.review.undo, ""),
    }[change]()
    assert "cannot be written" in "".join(asked)
    assert not review.editor.active()
    assert not window.page.panel.comment_box.isVisible()
    assert review.review.snapshot() == before
    assert window.page.copy_bar.isVisible()


def test_the_first_change_goes_on_where_it_is_kept(
    window: MainWindow,
    shown: Review,
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert window.page
    kept = tmp_path / "mine"
    place(window, monkeypatch, kept)
    window.actions_by_name["next_finding"].trigger()
    window.actions_by_name["dismiss"].trigger()
    window.actions_by_name["next_finding"].trigger()
    window.actions_by_name["dismiss"].trigger()
    assert len(asked) == 1
    assert not window.page.copy_bar.isVisible()
    assert window.windowTitle() == "mine — Reviewer"
    window.commands.reviews.close_review()
    assert window.settings.recent[0] == tmp_path / "mine.review"
    monkeypatch.undo()
    with Review.open(tmp_path / "mine.review") as mine, Review.open(shown.path) as first:
        assert mine.counts(1).open == first.counts(1).open - 2


def test_the_bar_lets_it_be_kept_at_once(
    window: MainWindow,
    shown: Review,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert window.page
    place(window, monkeypatch, tmp_path / "mine.review")
    [button] = window.page.copy_bar.findChildren(QPushButton)
    button.click()
    assert window.review.path() == tmp_path / "mine.review"
    assert not window.review.is_copy()
