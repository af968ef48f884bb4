"""The rows of the translation that is looked at, and the lines in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer.ui.state.row_filter import Filter, Fold, entries

if TYPE_CHECKING:
    from reviewer.review import Row, SettledFinding


class ShownRows:
    """Lines are rows of the review and folds of furniture; `line` says which.

    A row that no longer fits the filter keeps its line until the lines are made anew.
    """

    def __init__(self) -> None:
        self.filter = Filter()
        self.fixed: Mapping[str, Sequence[SettledFinding]] = {}
        """The findings of each row that are settled, by its key."""
        self._rows: list[Row] = []
        self._lines: list[Row | Fold] = []
        self._row_of: dict[str, int] = {}
        self._line_of: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._arrivals: dict[str, list[str]] = {}
        self._unfolded: frozenset[str] | None = frozenset()

    # -- what is shown
    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, with the filter and the folds of now."""
        self._rows = list(rows)
        self._row_of = {row.key: index for index, row in enumerate(self._rows)}
        numbered = (row for row in self._rows if row.kind != "furniture")
        self._numbers = {row.key: number for number, row in enumerate(numbered, 1)}
        self._arrivals = {}
        for row in self._rows:
            if row.moved_to is not None:
                self._arrivals.setdefault(row.moved_to, []).append(row.key)
        self._make_lines()

    def update(self, rows: Iterable[Row]) -> list[int]:
        """Some rows look different now; returns the lines in which they are shown."""
        lines = []
        for row in rows:
            place = self._row_of.get(row.key)
            if place is None:
                continue
            self._rows[place] = row
            line = self._line_of.get(row.key)
            if line is not None:
                self._lines[line] = row
                lines.append(line)
        return lines

    def set_filter(self, wanted: Filter) -> None:
        """Show only what is wanted."""
        self.filter = wanted
        self._make_lines()

    def unfold_all(self, on: bool) -> None:
        """Open all folds of furniture, or close them."""
        self._unfolded = None if on else frozenset()
        self._make_lines()

    def toggle_fold(self, fold: Fold) -> None:
        """Open or close one fold."""
        if self._unfolded is None:
            self._unfolded = frozenset(line.key for line in self._lines if isinstance(line, Fold))
        self._unfolded ^= {fold.key}
        self._make_lines()

    # -- asking
    def rows(self) -> Sequence[Row]:
        """All rows of the translation, shown or not."""
        return self._rows

    def row(self, key: str) -> Row | None:
        """The row with a key, shown or not."""
        place = self._row_of.get(key)
        return None if place is None else self._rows[place]

    def lines(self) -> Sequence[Row | Fold]:
        """What is shown, from the top."""
        return self._lines

    def line(self, number: int) -> Row | Fold | None:
        """What stands in a line; None outside."""
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def row_at(self, number: int) -> Row | None:
        """The row in a line; None for a fold and outside."""
        line = self.line(number)
        return None if isinstance(line, Fold) else line

    def line_of(self, key: str) -> int | None:
        """The line in which a row is shown; None while it is not."""
        return self._line_of.get(key)

    def numbered(self) -> int:
        """How many rows bear a number."""
        return len(self._numbers)

    def number_of(self, key: str) -> int | None:
        """The number that a row bears; None for furniture."""
        return self._numbers.get(key)

    def key_of_number(self, number: int) -> str:
        """The row that bears a number; "" without one."""
        return next((key for key, one in self._numbers.items() if one == number), "")

    def arrivals(self, key: str) -> Sequence[str]:
        """The rows whose translation stands after this one in the translated text."""
        return self._arrivals.get(key, ())

    def counterpart(self, row: Row) -> str | None:
        """The row to jump to: where a moved one went, or what has moved behind this one."""
        if row.moved_to is not None:
            return row.moved_to or self.first_key()
        return next(iter(self.arrivals(row.key)), None)

    def first_key(self) -> str:
        """The first row of the text; "" without one."""
        return next((row.key for row in self._rows if row.kind != "furniture"), "")

    def source_near(self, number: int) -> str:
        """The source sentence in a line, or the last before it; "" without one."""
        for line in range(number, -1, -1):
            row = self.row_at(line)
            if row and row.relation is not None and row.source_ids:
                return row.source_ids[0]
        return ""

    def _make_lines(self) -> None:
        self._lines = entries(self._rows, self.filter, self._unfolded)
        self._line_of = {
            line.key: number
            for number, line in enumerate(self._lines)
            if not isinstance(line, Fold)
        }
