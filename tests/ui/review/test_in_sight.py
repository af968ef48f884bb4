"""What one works on is in sight: the row that was gone to, and the box that is written in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.analysis import Analysis
from reviewer.domain import Bead
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.panel.finding_card import FindingCard
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.row_filter import Filter

from ..conftest import compared, digits, side


@pytest.fixture
def uneven(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ReviewPage:
    """A short translation and a long one of one source, the short one shown."""
    source = [f"Sentence {number}." for number in range(1, 61)]
    short = [f"Satz {number}." for number in range(1, 61)]
    long = [f"Phrase {number}, {'et encore ' * 40}." for number in range(1, 61)]
    long[-1] = "Rien."
    beads = tuple(Bead((n,), (n,), "aligned", 0.9) for n in range(60))
    read = side("a.txt", "en", source, "s")
    analysis = Analysis(
        read,
        (
            compared(read, side("b.txt", "de", short, "t"), beads),
            compared(read, side("c.txt", "fr", long, "t"), beads),
        ),
    )
    review = Review.create(tmp_path / "uneven.review", analysis, check=digits)
    window.resize(1024, 700)
    window.commands.reviews.show(review)
    page = window.page
    qtbot.waitUntil(lambda: page.table.isVisible() and not page.table.heights.unmeasured())
    return page


def test_the_row_that_was_gone_to_right_after_another_translation_came(
    uneven: ReviewPage, window: MainWindow
) -> None:
    uneven.review.pick(2)
    window.commands.navigation.next_finding()
    assert uneven.review.current_row().source == "Sentence 60."
    assert uneven.table.shows(uneven.table.current_line())


@pytest.mark.parametrize("box", ["comment", "finding"])
def test_the_box_that_is_written_in_in_a_low_panel(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, box: str
) -> None:
    window.resize(960, 560)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    window.commands.navigation.next_finding()
    if box == "comment":
        window.actions_by_name["comment"].trigger()
        shown = page.panel.comment_box._words
    else:
        page.review.editor.choose_words(page.review.current_row(), "target")
        page.editing._editor.words_chosen.emit("finding")
        shown = page.panel.own_finding_box._category
    top = shown.mapTo(page.panel.viewport(), shown.rect().topLeft()).y()
    assert 0 <= top < page.panel.viewport().height() - 10
    window.commands.reviews.close_review()


@pytest.mark.parametrize("box", ["comment", "finding"])
def test_all_of_the_form_while_it_is_filled_in_and_the_rows_afterwards(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, box: str
) -> None:
    window.resize(1024, 700)
    window.actions_by_name["panel_below"].trigger()
    page.review.sign("")
    window.commands.navigation.next_finding()
    before = page.splitter.sizes()
    if box == "comment":
        window.actions_by_name["comment"].trigger()
    else:
        page.review.editor.choose_words(page.review.current_row(), "target")
        page.editing._editor.words_chosen.emit("finding")
    form = page.panel.comment_box if box == "comment" else page.panel.own_finding_box
    qtbot.waitUntil(form.isVisible)
    for edge in (form.rect().topLeft(), form.rect().bottomLeft()):
        assert page.panel.viewport().rect().contains(form.mapTo(page.panel.viewport(), edge))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert page.splitter.sizes() == before


def in_the_panel(page: ReviewPage, shown: QWidget) -> bool:
    """Whether all of a widget of the panel is in sight."""
    room = page.panel.viewport()
    corners = (shown.rect().topLeft(), shown.rect().bottomRight())
    return all(room.rect().contains(shown.mapTo(room, corner)) for corner in corners)


def low_panel(page: ReviewPage, window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.actions_by_name["panel_below"].trigger()
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)


def test_the_finding_stays_in_sight_while_a_comment_on_it_is_written(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    low_panel(page, window, qtbot, (853, 512))
    window.commands.navigation.next_finding()
    window.actions_by_name["comment"].trigger()
    [card] = [one for one in page.panel.findChildren(FindingCard) if one.isVisible()]
    qtbot.waitUntil(lambda: in_the_panel(page, card))
    assert in_the_panel(page, page.panel.comment_box)
    window.resize(1280, 800)
    window.actions_by_name["panel_beside"].trigger()
    qtbot.waitUntil(lambda: page.panel.comment_box.y() > card.geometry().bottom())
    window.commands.reviews.close_review()


def test_where_a_row_went_is_read_whole_above_its_finding_or_not_at_all(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, review: Review
) -> None:
    low_panel(page, window, qtbot, (1024, 700))
    row = next(one for one in review.rows(1) if one.relation == "moved")
    page.review.go_to(row.key)
    page.review.editor.choose_words(row, "target")
    page.editing._editor.words_chosen.emit("finding")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    [card] = [one for one in page.panel.findChildren(FindingCard) if one.isVisible()]
    qtbot.waitUntil(lambda: in_the_panel(page, card))
    place = page.panel._place
    assert place.isVisible()
    foot = place.mapTo(page.panel.viewport(), place.rect().bottomLeft()).y()
    assert in_the_panel(page, place) or foot < 0


def rows_above(page: ReviewPage) -> int:
    """How many lines are in sight above the current one."""
    return page.table.current_line() - page.table.rowAt(0)


def test_what_is_undone_out_of_sight_has_rows_around_it(
    uneven: ReviewPage, window: MainWindow
) -> None:
    key = uneven.review.shown.key_of_number(30)
    uneven.review.review.edit(1, key, "Etwas anderes.")
    uneven.table.go_to(58)
    window.actions_by_name["undo"].trigger()
    assert uneven.review.current_row().key == key
    assert rows_above(uneven) >= 2


def test_undo_stays_in_a_row_that_it_changes(uneven: ReviewPage, window: MainWindow) -> None:
    review = uneven.review
    first, here = (review.shown.key_of_number(number) for number in (10, 40))
    review.review.edit_everywhere({1: {first: "Erstens.", here: "Zweitens."}})
    review.go_to(here, "centre")
    before = uneven.table.verticalScrollBar().value()
    window.actions_by_name["undo"].trigger()
    assert review.current_row().key == here
    assert uneven.table.verticalScrollBar().value() == before
    assert review.review.row(1, first).target == "Satz 10."


def test_undo_of_many_rows_goes_to_the_nearest_of_them(
    uneven: ReviewPage, window: MainWindow
) -> None:
    review = uneven.review
    keys = {number: review.shown.key_of_number(number) for number in (3, 27, 34, 55)}
    review.review.edit_everywhere({1: dict.fromkeys(keys.values(), "Anders.")})
    review.go_to(review.shown.key_of_number(30), "centre")
    for command in ("undo", "redo"):
        window.actions_by_name[command].trigger()
        assert review.current_row().key == keys[27]


def test_a_row_has_rows_around_it_when_the_filter_is_taken_away(uneven: ReviewPage) -> None:
    review = uneven.review
    review.set_filter(Filter(text="Satz 30."))
    assert len(review.shown.lines()) == 1
    review.set_filter(Filter())
    assert review.current_row().target == "Satz 30."
    assert rows_above(uneven) >= 2


@pytest.mark.parametrize("number", [1, 30, 60])
def test_the_rows_stay_where_they_are_when_the_end_is_reached(
    uneven: ReviewPage, window: MainWindow, qtbot: QtBot, number: int
) -> None:
    table = uneven.table
    uneven.review.go_to(uneven.review.shown.key_of_number(number), "centre")

    def place() -> int:
        row = table.rowViewportPosition(table.current_line())
        return table.viewport().mapTo(window, QPoint(0, row)).y()

    before = place()
    window.actions_by_name["next_finding"].trigger()
    qtbot.waitUntil(uneven.end_bar.isVisible)
    qtbot.wait(20)
    assert place() == before or number == 60
    assert table.shows(table.current_line())
