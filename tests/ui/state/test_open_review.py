"""A change of what is open or current is announced once, when it is complete."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from pytestqt.qtbot import QtBot

from reviewer.domain import ReviewerError
from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import OVERVIEW
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.table.row_editor import RowEditor


@pytest.fixture
def told(page: ReviewPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often commands were enabled anew, the panel drawn, and the history read."""
    counted: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        usual = getattr(owner, name)

        def counting(*args: object, **more: object) -> object:
            counted[name] += 1
            return usual(*args, **more)

        monkeypatch.setattr(owner, name, counting)

    count(window.actions_by_name, "refresh")
    count(page.panel, "show_row")
    count(page.review.review, "history")
    window.commands.navigation.next_finding()
    counted.clear()
    return counted


ONCE = {"refresh": 1, "show_row": 1, "history": 1}


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_one_key_is_one_change(
    page: ReviewPage,
    qtbot: QtBot,
    told: Counter[str],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    qtbot.keyClick(page.table, key, modifier)
    assert told == ONCE


def test_a_click_is_one_change(page: ReviewPage, qtbot: QtBot, told: Counter[str]) -> None:
    place = page.table.visualRect(page.model.index(page.table.current_line() + 2, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(0, 2))
    assert told == ONCE


def test_nothing_new_is_not_announced(page: ReviewPage, told: Counter[str]) -> None:
    page.table.go_to(page.table.current_line())
    page.review.set_finding(page.review.finding())
    page.review.set_filter(Filter())
    assert not told


def test_other_findings_of_a_row_leave_the_panel_as_it_is(
    page: ReviewPage, told: Counter[str]
) -> None:
    page.review.set_finding("")
    assert told == {"refresh": 1}


def test_a_selection_that_is_taken_back_is_one_change(page: ReviewPage, told: Counter[str]) -> None:
    page.table.clearSelection()
    assert told["refresh"] == 1
    assert page.review.selected_keys() == ()
    page.table.selectionModel().select(
        page.table.currentIndex(),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert told["refresh"] == 2
    assert len(page.review.selected_keys()) == 1


def test_a_pause_in_typing_is_one_change(
    page: ReviewPage, qtbot: QtBot, told: Counter[str]
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    editor = page.table.viewport().findChildren(RowEditor)[-1]
    told.clear()
    editor.insertPlainText("Ja")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ONCE
    page.editing.stop("revert")


def test_it_is_known_without_any_widget(review: Review, tmp_path: object) -> None:
    open_review = OpenReview()
    open_review.open(review)
    row = open_review.current_row()
    assert row is not None
    assert row.source == "The harbour"
    missing = next(row for row in open_review.shown.rows() if row.relation == "missing")
    open_review.set_filter(Filter("edited"))
    assert open_review.current_row() is None
    open_review.go_to(missing.key)
    assert open_review.shown.filter.everything()
    finding = open_review.current_finding()
    assert finding is not None
    assert finding.finding.check == "missing"
    open_review.pick(OVERVIEW)
    assert open_review.current_row() is None
    open_review.pick(2)
    assert open_review.current_row().source == missing.source
    open_review.close()
    assert not open_review.is_open()


def test_what_cannot_be_done_is_said_and_what_is_broken_is_not_hidden(
    page: ReviewPage, said: list[str]
) -> None:
    def refuse() -> None:
        raise ReviewerError("This cannot be done.")

    def break_down() -> None:
        raise ValueError("an index")

    assert page.review.do(refuse, "It was not done.") is None
    assert said == ["It was not done.\nThis cannot be done."]
    with pytest.raises(ValueError, match="an index"):
        page.review.do(break_down, "It was not done.")
