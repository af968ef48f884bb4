"""Where a text goes in a table that has no cell for it: an empty cell, or a row of its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from reviewer.domain import Block, NewBlock

Cell = tuple[int, int]
"""A row and a column, both from 0."""

_PLACE = re.compile(r"(.*)!(\d+):(\d+)\Z", re.DOTALL)


@dataclass(slots=True)
class NewRow:
    """Texts by their columns, for a row behind (or before) another one."""

    beside: int
    behind: bool
    source: tuple[str, int] | None
    """The table and row of what it translates."""
    texts: dict[int, str]


@dataclass(slots=True)
class NewCells:
    """The new cells of one table."""

    texts: dict[Cell, str] = field(default_factory=dict)
    rows: list[NewRow] = field(default_factory=list)


def place_of(block: Block) -> tuple[str, int, int] | None:
    """The table, row and column that the place of a block names, None for one in no table."""
    match = _PLACE.fullmatch(block.place)
    return (match[1], int(match[2]), int(match[3])) if match else None


class Cells:
    """A table in which cells are looked for: `texts` are its cells with text that is read, `taken`
    are all that are not empty. A row can be put between others only where `parts` is true, and
    is one of its own behind `last_row`."""

    def __init__(
        self, texts: Collection[Cell], taken: Collection[Cell], last_row: int, *, parts: bool
    ) -> None:
        self._last_row = last_row
        self._parts = parts
        self._texts = sorted(texts)
        self._taken = set(taken)
        self._rows = sorted({row for row, _ in taken})
        self._columns = sorted({column for _, column in taken})

    def put(self, new: NewBlock, beside: Cell, made: NewCells) -> bool:
        """Add `new` to `made`; False where there is no place for it beside that cell.

        The place that it has in the source's table comes first, then an empty cell of the
        source's column, or any where its source is in no table; then a row of its own.
        """
        source = place_of(new.source) if new.source else None
        free = [cell for cell in self._between(beside, new.behind) if cell not in made.texts]
        exact = (source[1], source[2]) if source else None
        if exact and exact not in made.texts and self._may_stand(exact, beside, new.behind):
            made.texts[exact] = new.text
            return True
        chosen = next((cell for cell in free if source is None or cell[1] == source[2]), None)
        if chosen:
            made.texts[chosen] = new.text
            return True
        is_last = new.behind and beside[0] == self._rows[-1]
        if not self._is_at_edge(beside, new.behind) or not (self._parts or is_last):
            return False
        self._in_row(new, beside, source, made.rows)
        return True

    def _in_row(
        self,
        new: NewBlock,
        beside: Cell,
        source: tuple[str, int, int] | None,
        rows: list[NewRow],
    ) -> None:
        """What stands in one row of the source stands in one here."""
        column = source[2] if source else beside[1]
        home = source[:2] if source else None
        last = rows[-1] if rows else None
        if (
            home
            and last
            and (last.beside, last.behind, last.source) == (beside[0], new.behind, home)
            and column not in last.texts
        ):
            last.texts[column] = new.text
        else:
            rows.append(NewRow(beside[0], new.behind, home, {column: new.text}))

    def _neighbour(self, beside: Cell, behind: bool) -> Cell | None:
        number = bisect_left(self._texts, beside) + (1 if behind else -1)
        return self._texts[number] if 0 <= number < len(self._texts) else None

    def _is_at_edge(self, beside: Cell, behind: bool) -> bool:
        other = self._neighbour(beside, behind)
        return other is None or other[0] != beside[0]

    def _may_stand(self, cell: Cell, beside: Cell, behind: bool) -> bool:
        """Whether a cell is empty and lies between that of a block and the next on that side."""
        other = self._neighbour(beside, behind)
        first, last = (beside, other) if behind else (other, beside)
        return (
            cell not in self._taken
            and cell[0] <= self._last_row
            and (first is None or first < cell)
            and (last is None or cell < last)
        )

    def _between(self, beside: Cell, behind: bool) -> Sequence[Cell]:
        """The empty cells in rows and columns that have something, from the nearest on."""
        other = self._neighbour(beside, behind)
        first, last = (beside, other) if behind else (other, beside)
        rows = self._rows[
            bisect_left(self._rows, first[0]) if first else 0 : bisect_right(self._rows, last[0])
            if last
            else len(self._rows)
        ]
        found = [
            (row, column)
            for row in rows
            for column in self._columns
            if self._may_stand((row, column), beside, behind)
        ]
        return found if behind else found[::-1]
