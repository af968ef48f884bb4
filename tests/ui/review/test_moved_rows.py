"""Passages that stand elsewhere in the translation: said, and followed there and back."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review, RowIndex
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.row_words import link_words, rows_in_words
from reviewer.ui.table.table_model import LINK


def target(page: ReviewPage) -> str:
    row = page.review.current_row()
    assert row is not None
    return row.target


def test_a_moved_sentence_is_followed_there_and_back(page: ReviewPage) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "moved")
    page.review.go_to(key)
    page.window().commands.alignment.jump()
    assert target(page).startswith("Er hat 3")
    assert "stands after this" in page.panel.words()
    for there in ("Alle waren froh.", "Er hat 3 Kräne und 5 Liegeplätze.", "Alle waren froh."):
        page.window().commands.alignment.jump()
        assert target(page) == there


def test_the_way_back_leads_to_the_passage_that_one_came_from(
    page: ReviewPage, review: Review
) -> None:
    rows = list(review.rows(1))
    moved = next(number for number, row in enumerate(rows) if row.relation == "moved")
    other = next(number for number, row in enumerate(rows) if row.source.startswith("Ships"))
    rows[other] = replace(rows[other], moved_to=rows[moved].moved_to)
    given = SimpleNamespace(
        row={row.key: row for row in rows}.__getitem__, prepare=lambda _keys: None
    )
    page.review.shown.show(RowIndex.of(rows), given)
    page.model.reset()
    for key in (rows[moved].key, rows[other].key):
        page.review.go_to(key)
        page.window().commands.alignment.jump()
        there = page.review.current_row()
        assert there is not None
        assert there.key == rows[moved].moved_to
        assert "The translation of rows 4 and 7 stands after this." in link_words(
            page.review.shown, there
        )
        page.window().commands.alignment.jump()
        assert page.review.current_row().key == key


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([8], "row 8"),
        ([8, 3], "rows 3 and 8"),
        ([8, 10, 12, 13, 14], "rows 8, 10 and 12 to 14"),
        ([1, 2, 3], "rows 1 to 3"),
    ],
)
def test_rows_are_named_in_one_breath(numbers: list[int], words: str) -> None:
    assert rows_in_words(numbers) == words


def test_a_click_on_the_arrow_jumps(page: ReviewPage, qtbot: QtBot) -> None:
    key = next(row.key for row in page.review.shown.rows() if row.relation == "moved")
    number = page.review.shown.line_of(key)
    box = page.table.visualRect(page.model.index(number, LINK))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert target(page).startswith("Er hat 3")
