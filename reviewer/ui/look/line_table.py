"""A table of texts in a dialog: whole lines are chosen, nothing is edited in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QTableWidget


def line_table(name: str, headings: Sequence[str], *, several: bool = False) -> QTableWidget:
    """An empty one; `name` is what a screen reader calls it, `several` lines can be chosen."""
    table = QTableWidget(0, len(headings))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headings))
    table.verticalHeader().setVisible(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    mode = QAbstractItemView.SelectionMode
    table.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def choose_line(table: QTableWidget, line: int) -> None:
    """Choose one line and no other, whatever keys are held. Qt's `selectRow` looks for a column at
    the wrong edge where the window runs from the right, and chooses nothing."""
    flag = QItemSelectionModel.SelectionFlag
    table.setCurrentCell(line, 0, flag.ClearAndSelect | flag.Rows)
