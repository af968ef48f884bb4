"""A sentence that stands alone is dragged to its counterpart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.table_model import SOURCE, TARGET

LEFT = Qt.MouseButton.LeftButton


def middle(page: ReviewPage, key: str, column: int) -> QPoint:
    number = page.review.shown.line_of(key)
    return page.table.visualRect(page.model.index(number, column)).center()


def drag(page: ReviewPage, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    viewport = page.table.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(viewport, start + (end - start) * share)
    qtbot.mouseRelease(viewport, LEFT, pos=end)


def keys(review: Review) -> tuple[str, str]:
    rows = review.rows(1)
    missing = next(row.key for row in rows if row.relation == "missing")
    return missing, next(row.key for row in rows if row.relation == "added")


@pytest.mark.parametrize("from_source", [True, False])
def test_a_missing_sentence_and_its_counterpart(
    page: ReviewPage, review: Review, qtbot: QtBot, from_source: bool
) -> None:
    missing, added = keys(review)
    ends = [middle(page, missing, SOURCE), middle(page, added, TARGET)]
    drag(page, qtbot, *(ends if from_source else reversed(ends)))
    row = page.review.current_row()
    assert (row.source, row.target) == ("The mayor left at 7.", "Es regnete.")
    assert row.fixed
    review.undo()
    assert keys(review) == (missing, added)


def test_let_go_over_itself_or_outside_nothing_is_done(
    page: ReviewPage, review: Review, qtbot: QtBot
) -> None:
    missing, _ = keys(review)
    start = middle(page, missing, SOURCE)
    drag(page, qtbot, start, start + QPoint(60, 0))
    drag(page, qtbot, start, QPoint(start.x(), page.table.viewport().height() - 2))
    assert review.undo_step is None


def test_anywhere_else_a_drag_selects_rows(page: ReviewPage, review: Review, qtbot: QtBot) -> None:
    rows = [row.key for row in review.rows(1) if row.relation == "aligned"]
    drag(page, qtbot, middle(page, rows[0], SOURCE), middle(page, rows[2], SOURCE))
    assert review.undo_step is None


def test_a_click_is_no_drag(page: ReviewPage, review: Review, qtbot: QtBot) -> None:
    missing, _ = keys(review)
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=middle(page, missing, SOURCE))
    assert page.review.current_row().key == missing
    assert review.undo_step is None
