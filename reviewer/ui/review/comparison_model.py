"""Source sentences or their parts, with a column for each translation, as Qt's table model."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from reviewer.text.languages import is_right_to_left
from reviewer.ui.look.widgets import as_plain, beginning
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.cell_model import Index
from reviewer.ui.table.cells import Cell
from reviewer.wording import language_title, tr

NUMBER, SOURCE, FIRST = range(3)
"""The columns: the number of the sentence, the source, and the first of the translations."""

_NO_INDEX = QModelIndex()
_NUMBER_WIDTH = 58


class ComparisonModel(QAbstractTableModel):
    """`load` reads what is shown; what each line and cell is, its subclasses say. `noted` says
    that the note is another."""

    noted = Signal()

    text_columns: tuple[int, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review: OpenReview | None = None
        self.names: list[str] = []
        self.right_to_left: list[bool] = []
        self.translations: list[int] = []
        self._counter = count()
        self._first_stamp = 0

    # -- what subclasses say
    def lines(self) -> int:
        """How many lines there are."""
        return 0

    def read(self, review: OpenReview) -> None:
        """Read what is shown; between the reset's beginning and end."""

    def let_go(self) -> None:
        """Keep nothing of what was read; between the reset's beginning and end."""

    def source_id(self, number: int) -> str:
        """The source sentence of a line."""
        raise NotImplementedError

    def identity(self, number: int) -> object:
        """What a line is known by when all lines are read anew."""
        return self.source_id(number)

    def number_words(self, number: int) -> str:
        """What stands in the first column."""
        return str(number + 1)

    def largest_number(self) -> int:
        """The largest number in the first column."""
        return self.lines()

    def source_cell(self, number: int) -> Cell:
        """The source's cell of a line."""
        raise NotImplementedError

    def translation_cell(self, number: int, which: int) -> Cell:
        """The cell of the translation at place `which`."""
        raise NotImplementedError

    def row_place(self, number: int, which: int) -> tuple[int, str]:
        """The translation and the key of the row that a cell stands for."""
        raise NotImplementedError

    def spoken(self, number: int, column: int) -> str:
        """What a screen reader says of a cell."""
        cell = self.cell(number, column)
        return cell.text or cell.empty

    def tooltip(self, number: int, which: int) -> str:
        """What the pointer is told over a translation's cell."""
        raise NotImplementedError

    def centred(self, _column: int) -> bool:
        """Whether a column has signs and no texts."""
        return False

    def last_column(self) -> str:
        """The name of a column after the translations; "" when there is none."""
        return ""

    def last_cell(self, number: int) -> Cell:
        """A cell of that column."""
        raise NotImplementedError

    def note(self) -> str:
        """What is said above the lines: what the signs mean, how far the reading is."""
        return ""

    def is_read(self) -> bool:
        """Whether all that is to be shown has been read."""
        return True

    def orders(self) -> Sequence[str]:
        """In which orders the lines can stand, in words; none where there is only one."""
        return ()

    def put_in_order(self, order: int) -> None:
        """Put the lines into one of the orders."""

    def order_of(self, _column: int) -> int | None:
        """The order that a click on a heading asks for."""
        return None

    def narrow(self) -> dict[int, int]:
        """The columns that keep a width, and their width."""
        return {NUMBER: _NUMBER_WIDTH}

    # -- what they share
    def load(self, review: OpenReview) -> None:
        """Show the open review as it stands now."""
        self.beginResetModel()
        self.review = review
        opened = review.review
        self.translations = [info.id for info in opened.translations]
        languages = [opened.source.language, *(info.language for info in opened.translations)]
        self.names = [language_title(language) for language in languages]
        self.right_to_left = [is_right_to_left(language) for language in languages]
        self.read(review)
        self.text_columns = tuple(
            column for column in range(self.columnCount()) if column != NUMBER
        )
        self._first_stamp = next(self._counter) * 1_000_000
        self.endResetModel()

    def forget(self) -> None:
        """Show no line until all is read again; the columns stay."""
        if self.review is None:
            return
        self.beginResetModel()
        self.review = None
        self.let_go()
        self.endResetModel()

    def line_of(self, source_id: str) -> int | None:
        """The first line of a source sentence."""
        return next((n for n in range(self.lines()) if self.source_id(n) == source_id), None)

    def line_near(self, source_id: str) -> int:
        """The first line of a source sentence, or of the next one that has a line."""
        return self.line_of(source_id) or 0

    def column_of(self, translation: int) -> int:
        """The column of a translation."""
        return FIRST + self.translations.index(translation)

    def place(self, number: int, column: int) -> tuple[int, str] | None:
        """The row that a cell leads to; None in other columns than the translations'."""
        which = column - FIRST
        if not (0 <= which < len(self.translations) and 0 <= number < self.lines()):
            return None
        return self.row_place(number, which)

    def prepare(self, _numbers: Sequence[int]) -> None:
        """All of it is at hand."""

    def stamp(self, number: int) -> Hashable:
        """A number that changes whenever the line looks different."""
        return self._first_stamp + number

    def letters(self, number: int, column: int) -> int:
        """How long the text of a cell is."""
        return len(self.cell(number, column).text)

    def cell(self, number: int, column: int) -> Cell:
        """What a column shows in a line."""
        if column == NUMBER:
            return Cell(self.number_words(number), quiet=True)
        if column == SOURCE:
            return self.source_cell(number)
        which = column - FIRST
        if which < len(self.translations):
            return self.translation_cell(number, which)
        return self.last_cell(number)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() or self.review is None else self.lines()

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        if parent.isValid() or not self.names:
            return 0
        return SOURCE + len(self.names) + bool(self.last_column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        names = [tr("Sentence"), *self.names, self.last_column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self.centred(section):
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            mirrored = [False, *self.right_to_left]
            return int(beginning(section < len(mirrored) and mirrored[section]))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            which = index.column() - FIRST
            if 0 <= which < len(self.translations):
                return as_plain(self.tooltip(index.row(), which)) or None
        return None
