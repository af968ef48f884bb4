"""An error in painting ends nothing, and a table may paint before it is told of other lines."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.row_delegate import RowDelegate
from reviewer.ui.table.table_model import TARGET


def test_an_error_is_raised_once_and_after_the_painting(
    page: ReviewPage, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise ValueError("nothing can be laid out")

    monkeypatch.setattr(RowDelegate, "layout", wrong)
    with qtbot.captureExceptions() as seen:
        page.table.viewport().repaint()
        page.table.viewport().repaint()
        qapp.processEvents()
    assert [str(error) for _, error, _ in seen] == ["nothing can be laid out"]
    monkeypatch.undo()
    page.table.viewport().repaint()


def test_lines_that_are_gone_are_painted_empty_until_the_table_is_told(page: ReviewPage) -> None:
    assert page.table.model().rowCount()
    page.review.shown.close()
    page.table.viewport().repaint()


def test_the_pointer_leaves_no_ground_behind(page: ReviewPage, qtbot: QtBot) -> None:
    """What is under it was painted grey, and half of it stayed so when the rows moved away."""
    box = page.table.visualRect(page.model.index(3, TARGET))
    before = page.table.viewport().grab(box).toImage()
    qtbot.mouseMove(page.table.viewport(), box.center())
    assert page.table.viewport().grab(box).toImage() == before
