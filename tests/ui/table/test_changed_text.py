"""Deleted words stand among the others, and places are known on both sides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.domain import Span
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.changed_text import changed_text
from reviewer.ui.table.table_model import TARGET

TEXTS = st.text("ab ,.é😀", max_size=30)


@given(TEXTS, TEXTS)
def test_what_is_kept_and_inserted_is_the_present_text(before: str, after: str) -> None:
    made = changed_text(before, after, "de")
    assert "".join(there.of(made.text) for there, _ in made.kept) == after
    assert all(there.of(made.text) == here.of(after) for there, here in made.kept)
    assert len(made.text) == len(after) + sum(one.end - one.start for one in made.deleted)


@given(TEXTS, TEXTS, st.data())
def test_a_piece_of_the_text_is_found_in_it(before: str, after: str, data: st.DataObject) -> None:
    made = changed_text(before, after, "de")
    start = data.draw(st.integers(0, len(after)))
    end = data.draw(st.integers(start, len(after)))
    pieces = made.shown((Span(start, end),))
    assert "".join(one.of(made.text) for one in pieces) == after[start:end]


@given(TEXTS, TEXTS, st.data())
def test_every_place_leads_into_the_text(before: str, after: str, data: st.DataObject) -> None:
    made = changed_text(before, after, "de")
    offset = data.draw(st.integers(0, len(made.text)))
    assert 0 <= made.present(offset) <= len(after)
    for there, here in made.kept:
        assert made.present(there.start) == here.start


def test_the_rows_show_them_on_demand(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Alle waren froh.")
    review.edit(1, key, "Alle waren sehr traurig.")
    page.review.go_to(key)
    number = page.review.line_number()
    assert page.model.cell(number, TARGET).words == "Alle waren sehr traurig."
    window.actions_by_name["changes"].trigger()
    cell = page.model.cell(number, TARGET)
    assert cell.words == "Alle waren frohsehr traurig."
    assert [one.of(cell.words) for one in cell.changes.deleted] == ["froh"]
    assert [one.of(cell.words) for one in cell.changes.inserted] == ["sehr traurig"]
    index = page.model.index(number, TARGET)
    layout = page.table.text_delegate.layout(
        page.model, number, TARGET, page.table.visualRect(index).width()
    )
    assert layout.text() == cell.words
    assert any(part.format.fontStrikeOut() for part in layout.formats())
    window.actions_by_name["changes"].trigger()
    assert page.model.cell(number, TARGET).changes is None


def test_what_was_deleted_whole_is_still_read(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Alle waren froh.")
    page.review.go_to(key)
    window.actions_by_name["changes"].trigger()
    review.edit(1, key, "")
    cell = page.model.cell(page.review.line_number(), TARGET)
    assert (cell.words, cell.text) == ("Alle waren froh.", "")


def test_the_editor_has_the_present_text_alone(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Alle waren froh.")
    review.edit(1, key, "Alle waren traurig.")
    page.review.go_to(key)
    window.actions_by_name["changes"].trigger()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert page.editing._editor.text() == "Alle waren traurig."
    page.review.editor.stop()
