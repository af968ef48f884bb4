"""Bookmarks: set, seen, said, walked through, kept with the review."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.overview_marks import marks
from reviewer.ui.table.table_model import NUMBER

ROLE = Qt.ItemDataRole.AccessibleTextRole
SHIFT = Qt.KeyboardModifier.ShiftModifier


def spoken(page: ReviewPage) -> str:
    return str(page.model.data(page.model.index(page.review.line_number(), NUMBER), ROLE))


def test_set_seen_said_and_taken_away(page: ReviewPage, qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_B)
    key = page.review.current_row().key
    assert page.review.shown.bookmarks == {key}
    assert "bookmark" in spoken(page)
    assert [mark.kind for mark in marks(page.review.shown) if mark.kind == "bookmark"]
    assert window.actions_by_name["bookmark"].isChecked()
    qtbot.keyClick(page.table, Qt.Key.Key_B)
    assert page.review.shown.bookmarks == frozenset()
    assert "bookmark" not in spoken(page)


def test_from_one_to_the_next_and_round(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    rows = [row.key for row in review.rows(1) if row.relation]
    for key in (rows[1], rows[4]):
        page.review.switch_bookmark(key)
    page.review.go_to(rows[0])
    qtbot.waitUntil(window.isActiveWindow)
    seen = []
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_B, SHIFT)
        seen.append(page.review.current_row().key)
    assert seen == [rows[1], rows[4], rows[1]]


def test_each_translation_has_its_own_and_the_review_keeps_them(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    path, key = review.path, page.review.current_row().key
    page.review.switch_bookmark(key)
    page.review.pick(2)
    assert page.review.shown.bookmarks == frozenset()
    page.review.pick(1)
    assert page.review.shown.bookmarks == {key}
    window.commands.reviews.close_review()
    window.commands.reviews.open_path(path)
    qtbot.waitUntil(lambda: page.review.shown.bookmarks == {key})
