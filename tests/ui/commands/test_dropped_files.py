"""Files that are let go over the window: what is offered depends on what is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import OVERVIEW

TEXT = "Der Hafen kostete 12 Millionen. Er hat drei Kräne und vier Liegeplätze. Alle waren froh."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for file in made:
        file.write_text(TEXT, "utf-8")
    return made


@pytest.fixture
def offered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was offered; the last of it is taken."""
    told: list[str] = []

    def choose(words: str, _more: str, choices: Sequence[str], *, grave: bool) -> int:
        assert not grave
        told[:] = [words, *choices]
        return len(choices) - 1

    monkeypatch.setattr(window.ask, "choose", choose)
    return told


def drop(window: MainWindow, paths: Sequence[Path], qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(20, 200), action, data, button, none))
    qtbot.wait(10)


def test_texts_begin_a_review_on_the_first_page(
    window: MainWindow, files: list[Path], qtbot: QtBot, offered: list[str]
) -> None:
    drop(window, files, qtbot)
    assert len(window.start_page.new_review.rows()) == 2
    assert offered == []


def test_a_text_can_become_part_of_the_open_review(
    window: MainWindow, page: ReviewPage, files: list[Path], qtbot: QtBot, offered: list[str]
) -> None:
    drop(window, files[:1], qtbot)
    assert offered == [
        "What is to be done with first.txt?",
        "Add as a translation",
        "New version of German",
        "Begin a new review",
    ]


def test_where_all_are_compared_no_translation_is_replaced(
    window: MainWindow, page: ReviewPage, files: list[Path], qtbot: QtBot, offered: list[str]
) -> None:
    page.review.pick(OVERVIEW)
    drop(window, files[:1], qtbot)
    assert offered[1:] == ["Add as a translation", "Begin a new review"]


def test_several_texts_begin_a_new_review(
    window: MainWindow, page: ReviewPage, files: list[Path], qtbot: QtBot, offered: list[str]
) -> None:
    assert page
    drop(window, files, qtbot)
    assert offered[1:] == ["Begin a new review"]
    assert not window.review.is_open()
    assert window.start_page.isVisible()
    assert len(window.start_page.new_review.rows()) == 2


def test_a_text_that_is_dropped_is_added_as_a_translation(
    window: MainWindow,
    page: ReviewPage,
    files: list[Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = len(page.review.review.translations)
    monkeypatch.setattr(window.ask, "choose", lambda *_, **__: 0)
    drop(window, files[:1], qtbot)
    qtbot.waitUntil(lambda: len(page.review.review.translations) == many + 1)


def test_nothing_happens_where_the_offer_is_declined(
    window: MainWindow,
    page: ReviewPage,
    files: list[Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window.ask, "choose", lambda *_, **__: -1)
    drop(window, files, qtbot)
    assert window.review.is_open()
    assert page.isVisible()
