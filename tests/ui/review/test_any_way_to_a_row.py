"""However somebody came to a row: it is the highlighted one, and a decision is about it alone."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import OVERVIEW
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.table.table_model import TARGET

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier


def key(which: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> Callable[[ReviewPage], object]:
    return lambda page: QTest.keyClick(page.table, which, held)


def wheel(turn: int) -> Callable[[ReviewPage], None]:
    def turned(page: ReviewPage) -> None:
        over = page.table.viewport()
        at = QPointF(over.rect().center())
        QApplication.sendEvent(
            over,
            QWheelEvent(
                at,
                over.mapToGlobal(at),
                QPoint(),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                NOTHING,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    return turned


def clicked(line: int, held: Qt.KeyboardModifier) -> Callable[[ReviewPage], None]:
    def click(page: ReviewPage) -> None:
        box = page.table.visualRect(page.model.index(line % max(page.model.rowCount(), 1), TARGET))
        if page.table.viewport().rect().contains(box.center()):
            QTest.mouseClick(
                page.table.viewport(), Qt.MouseButton.LeftButton, held, pos=box.center()
            )

    return click


def command(name: str) -> Callable[[ReviewPage], None]:
    return lambda page: page.window().actions_by_name[name].trigger()


MOVES: dict[str, Callable[[ReviewPage], object]] = {
    **{
        f"{name}{' with Ctrl' if held else ''}": key(which, CONTROL if held else NOTHING)
        for name, which in (
            ("down", KEY.Key_Down),
            ("up", KEY.Key_Up),
            ("home", KEY.Key_Home),
            ("end", KEY.Key_End),
            ("page down", KEY.Key_PageDown),
            ("page up", KEY.Key_PageUp),
        )
        for held in (False, True)
        if not (held and "page" in name)  # another translation
    },
    "wheel down": wheel(-480),
    "wheel up": wheel(480),
    **{f"click {line}": clicked(line, NOTHING) for line in range(12)},
    "click 3 with Ctrl": clicked(3, CONTROL),
    **{
        name: command(name)
        for name in ("next_finding", "previous_finding", "undo", "redo", "next_translation")
    },
    "filter": lambda page: page.review.set_filter(Filter(states=frozenset({"open"}))),
    "no filter": lambda page: page.review.set_filter(Filter()),
    "search": lambda page: page.review.set_search("7"),
    "overview": lambda page: page.review.pick(OVERVIEW),
    "German": lambda page: page.review.pick(1),
}


def decided(review: Review) -> dict[tuple[int, str, str], str]:
    """The state of every finding."""
    return {
        (info.id, row.key, one.fingerprint): one.state
        for info in review.translations
        for row in review.rows(info.id)
        for one in row.findings
    }


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from(sorted(MOVES)), min_size=1, max_size=8), st.sampled_from("ad"))
@example(["next_finding", "down with Ctrl", "down with Ctrl"], "d")
@example(["next_finding", "wheel down", "wheel down"], "a")
@example(["end with Ctrl", "filter", "undo"], "d")
@example(["click 3", "click 3 with Ctrl"], "d")
@example(["overview", "German", "wheel down"], "d")
def test_a_decision_is_about_the_row_that_is_highlighted_and_seen(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, review: Review, moves: list[str], press: str
) -> None:
    window.resize(900, 480)
    page.review.pick(1)
    page.review.set_filter(Filter())
    page.table.go_to(0)
    for move in moves:
        MOVES[move](page)
    if page.review.overview:
        page.review.pick(1)
    row, number = page.review.current_row(), page.review.translation
    lines = {index.row() for index in page.table.selectionModel().selectedIndexes()}
    here = page.table.current_line()
    assert row is None or page.review.line_number() == here
    # A click with Ctrl chooses one more.
    assert row is None or (here in lines if "click 3 with Ctrl" in moves else lines == {here})
    seen = row is not None and page.editing.shows(row)
    before = decided(review)
    QTest.keyClick(page.table, KEY.Key_A if press == "a" else KEY.Key_D)
    after = decided(review)
    changed = {place for place, state in after.items() if before[place] != state}
    assert {(translation, key_) for translation, key_, _ in changed} <= (
        {(number, row.key)} if row and seen else set()
    )
    if row:
        assert page.editing.shows(row) or page.review.current_row() != row
