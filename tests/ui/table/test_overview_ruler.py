"""The ruler beside the rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.overview_marks import (
    KINDS,
    Mark,
    MarkKind,
    marks,
    marks_in_words,
    nearest,
)
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.table.overview_ruler import OverviewRuler


def kinds(page: ReviewPage) -> list[tuple[int | None, str]]:
    shown = page.review.shown
    return [(shown.number_of(shown.row_at(one.line).key), one.kind) for one in marks(shown)]


def test_every_row_with_a_finding_has_a_mark_of_its_gravest(page: ReviewPage) -> None:
    assert kinds(page) == [(2, "critical"), (3, "major"), (5, "major"), (6, "critical")]


def test_what_was_decided_and_edited_is_marked(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    qtbot.keyClick(page.table, Qt.Key.Key_F)
    assert kinds(page)[:3] == [(2, "decided"), (3, "decided"), (3, "edited")]


def test_it_counts_the_lines_that_are_shown(page: ReviewPage) -> None:
    page.review.set_filter(Filter("findings"))
    assert [one.line for one in marks(page.review.shown)] == [0, 1, 2, 3]


def test_it_is_drawn_once_for_a_change_and_not_for_a_step(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.ruler.drawn > 0)
    before = page.ruler.drawn
    for _ in range(4):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        page.ruler.repaint()
    assert page.ruler.drawn == before
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    page.ruler.repaint()
    assert page.ruler.drawn == before + 1


def test_a_click_goes_to_the_row_of_a_mark(page: ReviewPage, qtbot: QtBot) -> None:
    shown = page.review.shown
    line = next(
        one.line for one in marks(shown) if shown.number_of(shown.row_at(one.line).key) == 5
    )
    height = page.ruler.height() / len(shown.lines())
    qtbot.mouseClick(
        page.ruler, Qt.MouseButton.LeftButton, pos=QPoint(8, round((line + 0.5) * height) + 2)
    )
    assert page.review.line_number() == line
    assert page.table.hasFocus()


@pytest.mark.parametrize(
    ("place", "found"), [(5.99, None), (6.0, 7), (7.9, 7), (8.1, 9), (10.0, 9), (10.01, None)]
)
def test_a_click_beside_a_mark_means_it(place: float, found: int | None) -> None:
    some = [Mark(7, "minor"), Mark(9, "critical"), Mark(9, "edited")]
    mark = nearest(some, place, 1.0)
    assert (mark.line if mark else None) == found


def test_of_two_marks_as_near_the_graver_is_meant() -> None:
    assert nearest([Mark(7, "minor"), Mark(9, "critical")], 8, 1) == Mark(9, "critical")


def test_it_is_said_in_words(page: ReviewPage) -> None:
    assert page.ruler.accessibleDescription() == ("Rows by their gravest mark: 2 critical, 2 major")
    assert marks_in_words(()) == "No row has a mark"


@given(data=st.data())
def test_what_changes_is_drawn_as_if_all_of_it_was_drawn(data: st.DataObject, qapp: object) -> None:
    lines = data.draw(st.sampled_from([3, 40, 5000]))
    some = st.lists(st.sampled_from(KINDS), max_size=2, unique=True)
    ruler, other = OverviewRuler(), OverviewRuler()
    for one in (ruler, other):
        one.resize(16, 300)
    numbers = st.integers(0, lines - 1)
    before = data.draw(st.dictionaries(numbers, some, max_size=30))
    changes = data.draw(st.dictionaries(numbers, some, max_size=4))
    ruler.show_marks(as_marks(before), lines)
    ruler.grab()
    ruler.change_marks({line: as_marks({line: kinds}) for line, kinds in changes.items()})
    other.show_marks(as_marks(before | changes), lines)
    assert ruler.grab().toImage() == other.grab().toImage()
    assert ruler.accessibleDescription() == other.accessibleDescription()


def as_marks(kinds: dict[int, list[MarkKind]]) -> list[Mark]:
    return [Mark(line, kind) for line, of_line in kinds.items() for kind in of_line]
