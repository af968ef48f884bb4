"""Tables of lines in dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from reviewer.ui.look.line_table import choose_line, fill_lines, line_table


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("columns", [1, 3])
def test_a_line_is_chosen_whichever_way_the_window_runs(
    qtbot: QtBot, direction: Qt.LayoutDirection, several: bool, columns: int
) -> None:
    table = line_table("Words", ["Word"] * columns, several=several)
    qtbot.addWidget(table)
    table.setLayoutDirection(direction)
    table.resize(600, 300)
    table.setRowCount(3)
    for row in range(3):
        for column in range(columns):
            table.setItem(row, column, QTableWidgetItem("x"))
    table.show()
    table.resizeColumnsToContents()
    for line in (1, 0):
        choose_line(table, line)
        assert table.currentRow() == line
        assert [index.row() for index in table.selectionModel().selectedRows()] == [line]


def test_an_elastic_column_leaves_the_others_their_room(qtbot: QtBot) -> None:
    table = line_table("Words", ["Where", "What", "Comment", "When"], elastic=1)
    qtbot.addWidget(table)
    table.resize(700, 300)
    fill_lines(table, [["row 2", "far too long " * 20, "a long comment " * 20, "10:30"]])
    table.show()
    assert table.horizontalScrollBar().maximum() == 0
    assert all(table.columnWidth(column) >= table.sizeHintForColumn(column) for column in (0, 3))
    assert table.columnWidth(1) > 100
