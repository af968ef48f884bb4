"""All translations beside the source, as Qt's table model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from reviewer.review import OverviewCell, OverviewRow
from reviewer.ui.look.widgets import as_plain, beginning
from reviewer.ui.table.cell_model import Index
from reviewer.ui.table.cells import Cell
from reviewer.wording import tr

SOURCE = 0
_NO_INDEX = QModelIndex()


class OverviewModel(QAbstractTableModel):
    """The source in column 0, a translation in each of the others."""

    text_columns: tuple[int, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OverviewRow] = []
        self._names: list[str] = []
        self._right_to_left: list[bool] = []
        self._counter = count()
        self._first_stamp = 0

    def show_rows(
        self, rows: Sequence[OverviewRow], names: list[str], right_to_left: list[bool]
    ) -> None:
        """Show these rows; `names` and `right_to_left` begin with the source's."""
        self.beginResetModel()
        self._rows = [row for row in rows if row.kind != "furniture"]
        self._names, self._right_to_left = names, right_to_left
        self.text_columns = tuple(range(len(names)))
        self._first_stamp = next(self._counter) * (len(self._rows) + 1)
        self.endResetModel()

    def line_of(self, source_id: str) -> int | None:
        """The line of a source sentence."""
        return next((n for n, row in enumerate(self._rows) if row.source_id == source_id), None)

    def translation_cell(self, number: int, column: int) -> OverviewCell | None:
        """What a translation has for a source sentence; None in the source's column."""
        if column == SOURCE or not 0 <= number < len(self._rows):
            return None
        return self._rows[number].cells[column - 1]

    def stamp(self, number: int) -> int:
        """A number that changes whenever the line looks different."""
        return self._first_stamp + number

    def cell(self, number: int, column: int) -> Cell:
        """What a column shows in a line."""
        row = self._rows[number]
        bold = row.kind == "heading"
        mirrored = self._right_to_left[column]
        if column == SOURCE:
            return Cell(row.source, mirrored, bold=bold)
        cell = row.cells[column - 1]
        if cell.continued:
            return Cell("", empty=tr("↑ in the row above"), plain_empty=True)
        empty = "" if cell.target else tr("Not in the translation")
        return Cell(cell.target, mirrored, bold=bold, empty=empty, mark=cell.worst)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(beginning(self._right_to_left[section]))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(index.row(), index.column())
            return cell.text or cell.empty
        if role == Qt.ItemDataRole.ToolTipRole:
            found = self.translation_cell(index.row(), index.column())
            many = found.open_findings if found else 0
            return (
                as_plain(tr("{many} open. Enter shows this translation.", many=many))
                if many
                else None
            )
        return None
