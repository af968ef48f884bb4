"""The rows of one translation beside its source, as Qt's table model."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from reviewer.domain import Span
from reviewer.review import Row, SideName
from reviewer.ui.look.fold_mark import with_fold_mark
from reviewer.ui.look.widgets import as_plain, beginning
from reviewer.ui.state.finding_draft import FindingDraft
from reviewer.ui.state.row_figures import FigureMarks
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.state.row_words import finding_words, grey_words, link_words, status_words
from reviewer.ui.state.shown_rows import ShownRows
from reviewer.ui.table.cell_model import Index
from reviewer.ui.table.cells import Cell, open_findings, row_cell, worst
from reviewer.wording import in_words, listed, term, tr, tr_plural

NUMBER, SOURCE, LINK, TARGET = range(4)
COLUMNS = 4
_NO_INDEX = QModelIndex()
_NO_FIGURES = FigureMarks()
_USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _USUAL | Qt.ItemFlag.ItemIsEditable


class TableModel(QAbstractTableModel):
    """Shows the lines of a `ShownRows`, as they were when it was told of them last."""

    text_columns: tuple[int, ...] = (SOURCE, TARGET)

    def __init__(self, shown: ShownRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self._search = ""
        self.figures = FigureMarks()
        """The marks of the figures of one row; seen when its line is painted next."""
        self.chosen: FindingDraft | None = None
        """The finding that is being described: its words are lit like such figures."""
        self.changes_in = ""
        """The language of the translation while the reviewer's changes are shown, "" otherwise."""
        self._lines = 0
        self._names = ("", "")
        self._right_to_left = (False, False)

    def set_sides(self, names: tuple[str, str], right_to_left: tuple[bool, bool]) -> None:
        """What the source and the translation are called, and which of them runs from the right;
        shown from the next reset on."""
        self._names, self._right_to_left = names, right_to_left

    def reset(self) -> None:
        """All lines are others."""
        self.beginResetModel()
        self._lines = len(self.shown.lines())
        self.endResetModel()

    def update_lines(self, lines: Sequence[int]) -> None:
        """These lines look different."""
        for line in lines:
            self.dataChanged.emit(self.index(line, 0), self.index(line, COLUMNS - 1))

    def set_search(self, words: str) -> None:
        """Mark what is searched for; seen when the lines are painted next."""
        self._search = words

    def line(self, number: int) -> Row | Fold | None:
        """What stands in a line of the table."""
        return self.shown.line(number)

    def row_at(self, number: int) -> Row | None:
        """The row in a line of the table; None for a fold and outside."""
        return self.shown.row_at(number)

    def number_of(self, key: str) -> int | None:
        """The number that a row bears; None for furniture."""
        return self.shown.number_of(key)

    def arrivals(self, key: str) -> Sequence[str]:
        """The rows whose translation stands after this one in the translated text."""
        return self.shown.arrivals(key)

    def stamp(self, number: int) -> Hashable:
        """What changes whenever the line looks different, but for what is painted over its text."""
        return self.shown.stamp(number)

    def prepare(self, numbers: Sequence[int]) -> None:
        """These lines are asked for next."""
        self.shown.prepare(numbers)

    def letters(self, number: int, column: int) -> int:
        """How long the text of a cell is; 0 of a fold, whose words stand in one line."""
        row = self.shown.row_at(number)
        return len(row.source if column == SOURCE else row.target) if row else 0

    def cell(self, number: int, column: int) -> Cell:
        """What a text column shows in a line."""
        line = self.shown.line(number)
        if line is None:
            return Cell("")
        if isinstance(line, Fold):
            words = with_fold_mark(_fold_words(line), unfolded=line.unfolded)
            if column == SOURCE:
                return Cell(words, quiet=True, one_line=True)
            words = "" if line.unfolded else self.shown.words_of(line)
            return Cell(words, self._right_to_left[1], quiet=True, one_line=True)
        side: SideName = "source" if column == SOURCE else "target"
        cell = row_cell(
            line,
            side,
            right_to_left=self._right_to_left[side == "target"],
            search=self._search,
            changes_in=self.changes_in,
        )
        figures = self.figures if self.figures.belong_to(line) else _NO_FIGURES
        lit = (*figures.lit_in(side), *self._chosen_in(line, side))
        agreeing = figures.agreeing_in(side)
        return replace(cell, agreeing=agreeing, lit=lit) if agreeing or lit else cell

    def _chosen_in(self, row: Row, side: SideName) -> tuple[Span, ...]:
        draft = self.chosen
        if draft is None or draft.row_key != row.key:
            return ()
        return draft.source_spans if side == "source" else draft.target_spans

    # -- Qt's questions
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._lines

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Asked some times for each cell that is painted.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = index.column() in self.text_columns and self.shown.is_row(index.row())
        return _EDITABLE if editable else _USUAL

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            known = {NUMBER: tr("Row"), SOURCE: self._names[0], TARGET: self._names[1]}
            return known.get(section, "")
        if role == Qt.ItemDataRole.AccessibleTextRole and section == LINK:
            return tr("Link between the sentences")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            mirrored = section == TARGET and self._right_to_left[1]
            return int(beginning(mirrored or (section == SOURCE and self._right_to_left[0])))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column in self.text_columns:
                return self.cell(number, column).text
            row = self.row_at(number)
            return self.shown.number_of(row.key) if row and column == NUMBER else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain(self._tooltip(number, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(number, column)
        return None

    def _tooltip(self, number: int, column: int) -> str:
        row = self.row_at(number)
        if row is None:
            return tr("Enter or a click folds these lines") if column != TARGET else ""
        if column == LINK:
            return link_words(self.shown, row)
        if row.relation is None:
            return grey_words(self.shown, row)
        if column != NUMBER:
            return ""
        lines = [in_words(item.finding.message) for item in open_findings(row)]
        return "\n".join([*lines, _with_capital(status_words(self.shown, row))]).strip()

    def _spoken(self, number: int, column: int) -> str:
        row = self.row_at(number)
        if row and column == NUMBER:
            gravest = worst(open_findings(row))
            parts = (
                self.shown.number_of(row.key),
                gravest and term(gravest),
                status_words(self.shown, row),
            )
            return listed(str(part) for part in parts if part)
        if row and column == LINK:
            alone = row.relation in ("missing", "added")
            return tr("Not linked") if alone else link_words(self.shown, row)
        line = self.line(number)
        if isinstance(line, Fold):
            folded = "" if line.unfolded else self.shown.words_of(line)
            said = [_fold_words(line), self._tooltip(number, SOURCE), folded]
            return ". ".join(part for part in said if part)
        if row is None or column not in self.text_columns:
            return str(self.data(self.index(number, column)) or "")
        cell = self.cell(number, column)
        said = [(cell.text or cell.empty).removesuffix(".")]
        if column == TARGET:
            said += map(finding_words, row.findings)
            if row.relation is None:
                said.append(grey_words(self.shown, row))
        return ". ".join(part for part in said if part)


def _fold_words(fold: Fold) -> str:
    return tr_plural("Page furniture, {n} line", "Page furniture, {n} lines", fold.count)


def _with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
