"""The context menu of the table: by the mouse at a place in the text, by a key in a row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.table_model import TARGET

Reason = QContextMenuEvent.Reason
SHIFT = Qt.KeyboardModifier.ShiftModifier


def in_a_sentence(page: ReviewPage, review: Review) -> QPoint:
    """Go to a row; a point of the viewport in its translation."""
    page.review.go_to(next(row.key for row in review.rows(1) if row.target and row.relation))
    table = page.table
    box = table.visualRect(table.model().index(table.current_line(), TARGET))
    return box.topLeft() + QPoint(60, 16)


def lines(page: ReviewPage, place: QPoint, *, by_key: bool) -> list[str]:
    menu = page.mouse.menu_at(place, by_key=by_key)
    assert menu is not None
    said = [action.text().replace("&", "") for action in menu.actions()]
    menu.deleteLater()
    return said


def asked(page: ReviewPage) -> list[tuple[QPoint, bool]]:
    """What is asked of the menu from now on; none opens."""
    heard: list[tuple[QPoint, bool]] = []
    page.table.menu_wanted.disconnect()
    page.table.menu_wanted.connect(lambda place, by_key: heard.append((place, by_key)))
    return heard


def test_only_a_click_offers_to_split_where_it_is(page: ReviewPage, review: Review) -> None:
    place = in_a_sentence(page, review)
    by_mouse, by_key = (lines(page, place, by_key=key) for key in (False, True))
    [split] = set(by_mouse) - set(by_key)
    assert split.startswith("Split here:")
    assert "Edit the translation" in by_key


def test_where_there_is_no_row_there_is_no_menu(page: ReviewPage) -> None:
    assert page.mouse.menu_at(QPoint(-5, -5), by_key=False) is None


def test_a_click_asks_at_its_place(page: ReviewPage, review: Review) -> None:
    place = in_a_sentence(page, review)
    heard = asked(page)
    viewport = page.table.viewport()
    event = QContextMenuEvent(Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert heard == [(place, False)]


def test_the_menu_key_and_shift_f10_ask_in_the_current_row(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    in_a_sentence(page, review)
    heard = asked(page)
    QApplication.sendEvent(
        page.table, QContextMenuEvent(Reason.Keyboard, QPoint(), page.mapToGlobal(QPoint()))
    )
    qtbot.keyClick(page.table, Qt.Key.Key_F10, SHIFT)
    assert len(heard) == 2
    assert heard[0] == heard[1]
    place, by_key = heard[0]
    assert by_key
    assert page.table.indexAt(place).row() == page.table.current_line()


def test_other_keys_ask_for_no_menu(page: ReviewPage, qtbot: QtBot, review: Review) -> None:
    in_a_sentence(page, review)
    heard = asked(page)
    qtbot.keyClick(page.table, Qt.Key.Key_F10)
    qtbot.keyClick(page.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_F9, SHIFT)
    assert heard == []
