"""The rows of one translation beside its source, as Qt's table model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from reviewer.review import Row
from reviewer.ui.look.widgets import as_plain, beginning
from reviewer.ui.state.row_filter import Filter, Fold, entries
from reviewer.ui.table.cells import Cell, open_findings, row_cell, worst

NUMBER, SOURCE, LINK, TARGET = range(4)
COLUMNS = 4
_NO_INDEX = QModelIndex()


class TableModel(QAbstractTableModel):
    """Lines are rows of the review and folds of furniture; `line` tells which.

    Each line has a stamp that changes when its look does: the key of laid-out text.
    """

    text_columns = (SOURCE, TARGET)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = ""
        self.filter = Filter()
        self._rows: list[Row] = []
        self._lines: list[Row | Fold] = []
        self._stamps: list[int] = []
        self._line_of: dict[str, int] = {}
        self._row_of: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._arrivals: dict[str, list[str]] = {}
        self._unfolded: frozenset[str] | None = frozenset()
        self._counter = count()
        self._names = ("", "")
        self._right_to_left = (False, False)

    # -- what is shown
    def show_rows(
        self, rows: Sequence[Row], names: tuple[str, str], right_to_left: tuple[bool, bool]
    ) -> None:
        """Show these rows; `names` and `right_to_left` are of the source and the translation."""
        self._names, self._right_to_left = names, right_to_left
        self.beginResetModel()
        self._rows = list(rows)
        self._row_of = {row.key: index for index, row in enumerate(self._rows)}
        numbered = (row for row in self._rows if row.kind != "furniture")
        self._numbers = {row.key: number for number, row in enumerate(numbered, 1)}
        self._arrivals = {}
        for row in self._rows:
            if row.moved_to is not None:
                self._arrivals.setdefault(row.moved_to, []).append(row.key)
        self._build()
        self.endResetModel()

    def set_filter(self, wanted: Filter) -> None:
        """Show only what is wanted."""
        if wanted != self.filter:
            self.filter = wanted
            self._rebuild()

    def unfold_all(self, on: bool) -> None:
        """Open all folds of furniture, or close them."""
        wanted = None if on else frozenset()
        if wanted != self._unfolded:
            self._unfolded = wanted
            self._rebuild()

    def toggle_fold(self, fold: Fold) -> None:
        """Open or close one fold."""
        if self._unfolded is None:
            self._unfolded = frozenset(line.key for line in self._lines if isinstance(line, Fold))
        self._unfolded ^= {fold.key}
        self._rebuild()

    def set_search(self, words: str) -> None:
        """Mark what is searched for; the caller clears the laid-out text."""
        self.search = words

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Some rows look different now; they keep their places, even out of the filter."""
        for row in rows:
            place = self._row_of.get(row.key)
            if place is None:
                continue
            self._rows[place] = row
            line = self._line_of.get(row.key)
            if line is None:
                continue
            self._lines[line] = row
            self._stamps[line] = next(self._counter)
            self.dataChanged.emit(self.index(line, 0), self.index(line, COLUMNS - 1))

    # -- asking
    def rows(self) -> Sequence[Row]:
        """All rows of the translation, shown or not."""
        return self._rows

    def line(self, number: int) -> Row | Fold:
        """What stands in a line of the table."""
        return self._lines[number]

    def row_at(self, number: int) -> Row | None:
        """The row in a line of the table; None for a fold and outside."""
        if not 0 <= number < len(self._lines):
            return None
        line = self._lines[number]
        return line if isinstance(line, Row) else None

    def line_of(self, key: str) -> int | None:
        """The line in which a row is shown; None while it is not."""
        return self._line_of.get(key)

    def numbered(self) -> int:
        """How many rows bear a number."""
        return len(self._numbers)

    def number_of(self, key: str) -> int | None:
        """The number that a row bears; None for furniture."""
        return self._numbers.get(key)

    def arrivals(self, key: str) -> Sequence[str]:
        """The rows whose translation stands after this one in the translated text."""
        return self._arrivals.get(key, ())

    def stamp(self, number: int) -> int:
        """A number that changes whenever the line looks different."""
        return self._stamps[number]

    def cell(self, number: int, column: int) -> Cell:
        """What a text column shows in a line."""
        line = self._lines[number]
        if isinstance(line, Fold):
            arrow = "▾" if line.unfolded else "▸"
            words = f"{arrow}  Page furniture, {line.count} lines"
            if column == SOURCE:
                return Cell(words, quiet=True, one_line=True)
            words = "" if line.unfolded else line.words
            return Cell(words, self._right_to_left[1], quiet=True, one_line=True)
        if column == SOURCE:
            return row_cell(
                line, "source", right_to_left=self._right_to_left[0], search=self.search
            )
        return row_cell(line, "target", right_to_left=self._right_to_left[1], search=self.search)

    # -- Qt's questions
    def rowCount(self, parent: QModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in (SOURCE, TARGET) and self.row_at(index.row()):
            return usual | Qt.ItemFlag.ItemIsEditable
        return usual

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {SOURCE: self._names[0], TARGET: self._names[1]}.get(section, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            mirrored = section == TARGET and self._right_to_left[1]
            return int(beginning(mirrored or (section == SOURCE and self._right_to_left[0])))
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column in self.text_columns:
                return self.cell(number, column).text
            row = self.row_at(number)
            return self._numbers.get(row.key) if row and column == NUMBER else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain(self._tooltip(number, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(number, column)
        return None

    def _tooltip(self, number: int, column: int) -> str:
        row = self.row_at(number)
        if row is None:
            return "Enter or a click folds these lines" if column != TARGET else ""
        if column == LINK:
            return self.link_words(row)
        lines = [item.finding.message for item in open_findings(row)]
        return "\n".join(lines) if column == NUMBER else ""

    def link_words(self, row: Row) -> str:
        """How sure the link of a row is, and where it moved."""
        words = []
        if row.relation in ("aligned", "moved"):
            sure = "Linked by you" if row.fixed else f"Link {round(row.confidence * 100)} % sure"
            words.append(sure)
        if row.moved_to is not None:
            after = self._numbers.get(row.moved_to)
            place = f"after row {after}" if after else "at the beginning"
            words.append(f"Moved: the translation has it {place}. G goes there.")
        if arrived := [self._numbers[key] for key in self.arrivals(row.key)]:
            words.append(
                f"The translation of {rows_in_words(arrived)} stands after this. G goes there."
            )
        return "\n".join(words)

    def _spoken(self, number: int, column: int) -> str:
        row = self.row_at(number)
        if row and column == NUMBER:
            gravest = worst(open_findings(row))
            return ", ".join(str(part) for part in (self._numbers.get(row.key), gravest) if part)
        if row and column == LINK:
            return self.link_words(row)
        if row is None or column not in self.text_columns:
            return str(self.data(self.index(number, column)) or "")
        cell = self.cell(number, column)
        said = [(cell.text or cell.empty).removesuffix(".")]
        if column == TARGET:
            said += [f"{item.finding.severity}: {item.finding.message}" for item in row.findings]
        return ". ".join(part for part in said if part)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._build()
        self.endResetModel()

    def _build(self) -> None:
        self._lines = entries(self._rows, self.filter, self._unfolded)
        self._stamps = [next(self._counter) for _ in self._lines]
        self._line_of = {
            line.key: number for number, line in enumerate(self._lines) if isinstance(line, Row)
        }


def rows_in_words(numbers: Sequence[int]) -> str:
    """Numbers of rows: "row 3", "rows 3, 5 and 7 to 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run)
    said = " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    return f"row {said}" if len(numbers) == 1 else f"rows {said}"
