"""What the keys and the mouse do on the page of a review."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.commands.actions import Actions
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.table_model import SOURCE


def message(page: ReviewPage) -> str:
    item = page.review.current_finding()
    assert item is not None
    return item.finding.message


def test_every_key_that_a_menu_shows_does_something_else(window: MainWindow) -> None:
    keys = [key for command in window.table.commands() for key in command.keys]
    assert len(keys) == len(set(keys)) > 30


def test_from_finding_to_finding_by_the_keyboard(page: ReviewPage, qtbot: QtBot) -> None:
    seen = []
    for _ in range(5):
        qtbot.keyClick(page.table, Qt.Key.Key_F8)
        seen.append(message(page))
    assert seen == ["12 is missing", "4 is missing", "Put in", "Left out", "12 is missing"]
    qtbot.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert message(page) == "Left out"


def test_a_click_on_marked_text_chooses_its_finding(page: ReviewPage, qtbot: QtBot) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.navigation.next_finding()
    page.review.set_finding("")
    index = page.model.index(page.table.current_line(), SOURCE)
    text = page.model.cell(index.row(), SOURCE).text
    box = page.table.visualRect(index)
    layout = page.table.text_delegate.layout(page.model, index.row(), SOURCE, box.width())
    x = layout.lineAt(0).cursorToX(text.index("4"))[0]
    point = box.topLeft() + QPoint(round(x) + 15, 14)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert message(page) == "4 is missing"


def test_letters_are_commands_only_where_nothing_else_wants_them(
    page: ReviewPage, qtbot: QtBot, review: Review
) -> None:
    from PySide6.QtWidgets import QComboBox

    page.window().commands.navigation.next_finding()
    box = page.filter_bar.findChildren(QComboBox)[0]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_D)
    assert review.counts(1).dismissed == 0
    assert page.review.shown.filter.shown == "decided"
    page.window().commands.navigation.clear_filters()
    page.window().commands.navigation.next_finding()
    page.panel.setFocus()
    qtbot.keyClick(page.panel, Qt.Key.Key_D)
    assert review.counts(1).dismissed == 1


def test_a_letter_in_an_open_menu_is_not_a_command(window: MainWindow, actions: Actions) -> None:
    """Letters are given to the table that has the focus; windows' keys pause for a popup."""
    waiting = Qt.ShortcutContext.WindowShortcut
    listening = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for menu in (action.menu() for action in window.menuBar().actions()):
        menu.aboutToShow.emit()
        assert actions["dismiss"].shortcutContext() == waiting
        menu.aboutToHide.emit()
        assert actions["dismiss"].shortcutContext() == listening


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_the_row_that_is_current_is_the_one_highlighted(
    page: ReviewPage, qtbot: QtBot, key: Qt.Key
) -> None:
    page.table.go_to(3)
    for _ in range(2):
        qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ControlModifier)
    assert page.table.current_line() != 3
    assert page.table.selected_lines() == (page.table.current_line(),)


def test_the_mouse_still_selects_several_rows_with_ctrl(page: ReviewPage, qtbot: QtBot) -> None:
    page.table.go_to(2)
    place = page.table.visualRect(page.model.index(4, SOURCE)).center()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert page.table.selected_lines() == (2, 4)
