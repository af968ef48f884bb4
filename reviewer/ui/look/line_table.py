"""A table of texts in a dialog: whole lines are chosen, nothing is edited in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from reviewer.ui.look.dialog_buttons import alike
from reviewer.ui.look.widgets import as_plain

_STYLE = (
    "QTableView::item { padding: 2px 8px; border-bottom: 1px solid palette(midlight); }"
    "QHeaderView::section { background: palette(window); color: palette(placeholder-text);"
    " border: none; border-bottom: 1px solid palette(midlight); padding: 5px 8px; }"
)
"""As the tables of the pages look."""

_AIR = 14
_WIDEST = 280
"""Pixels of a column beside one that gives it room."""


def line_table(
    name: str, headings: Sequence[str], *, several: bool = False, elastic: int | None = None
) -> QTableWidget:
    """An empty one; `name` is what a screen reader calls it, `several` lines can be chosen. The
    `elastic` column takes what room the others leave: the last if none is named."""
    table = QTableWidget(0, len(headings))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headings))
    table.verticalHeader().setVisible(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    mode = QAbstractItemView.SelectionMode
    table.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setStyleSheet(_STYLE)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(elastic is None)
    if elastic is not None:
        header.setSectionResizeMode(elastic, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    give_room(table)
    return table


def fill_lines(table: QTableWidget, lines: Sequence[Sequence[str]]) -> None:
    """Show these lines and no others, each cell with its whole text as a tooltip."""
    table.setRowCount(len(lines))
    for number, texts in enumerate(lines):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(as_plain(text))
            table.setItem(number, column, item)
    give_room(table)


def give_room(table: QTableWidget) -> None:
    """As wide columns as their words need, with air between two headings."""
    table.resizeColumnsToContents()
    last_is_elastic = table.horizontalHeader().stretchLastSection()
    for column in range(table.columnCount() - last_is_elastic):
        width = table.columnWidth(column) + _AIR
        table.setColumnWidth(column, width if last_is_elastic else min(width, _WIDEST))


def list_buttons(*buttons: QPushButton) -> QDialogButtonBox:
    """What can be done with a line, and Close. None is pressed by Return, which is the list's."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    for button in buttons:
        box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
    for each in (*buttons, box.button(QDialogButtonBox.StandardButton.Close)):
        each.setAutoDefault(False)
    alike(box)
    return box


def choose_line(table: QTableWidget, line: int) -> None:
    """Choose one line and no other, whatever keys are held. Qt's `selectRow` looks for a column at
    the wrong edge where the window runs from the right, and chooses nothing."""
    flag = QItemSelectionModel.SelectionFlag
    table.setCurrentCell(line, 0, flag.ClearAndSelect | flag.Rows)
