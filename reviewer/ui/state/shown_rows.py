"""The rows of the translation that is looked at, and the lines in which they are shown."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from reviewer.ui.state.row_filter import Filter, Fold, entries
from reviewer.ui.state.search import found

if TYPE_CHECKING:
    from reviewer.review import Row, RowIndex, SettledFinding

_KEPT = 400
"""Rows that were looked at last: what is on screen, a few times over."""

_OF_A_FOLD = 6


class RowSource(Protocol):
    """Where the rows come from when they are needed; KeyError for a row that is gone."""

    def row(self, key: str, /) -> Row: ...
    def prepare(self, keys: Sequence[str], /) -> None: ...
    def readable(self, key: str, /) -> Sequence[str]: ...
    def saying(self, text: str, /) -> Sequence[str]: ...


class ShownRows:
    """Lines are rows of the review and folds of furniture; `line` says which.

    All rows are known by their index; a row itself is asked for when it is looked at. A row that
    no longer fits the filter keeps its line until the lines are made anew.
    """

    def __init__(self) -> None:
        self.filter = Filter()
        self.fixed: Mapping[str, Sequence[SettledFinding]] = {}
        """The findings of each row that are settled, by its key."""
        self.bookmarks: frozenset[str] = frozenset()
        """The keys of the rows that the reviewer wants to find again."""
        self._index: RowIndex | None = None
        self._source: RowSource | None = None
        self._kept: dict[str, Row] = {}
        self._lines: Sequence[int | Fold] = ()
        self._line_of: Mapping[int, int] | None = None
        """Where there are folds; otherwise the lines are places in their order."""
        self._unfolded: frozenset[str] | None = frozenset()
        self._grey = 0
        self._edition = 0
        self._changes: Counter[int] = Counter()

    # -- what is shown
    def show(self, index: RowIndex, source: RowSource | None) -> None:
        """Show the rows of this index, with the filter and the folds of now."""
        self._index, self._source = index, source
        self._kept.clear()
        self._edition += 1
        self._changes.clear()
        self._make_lines()

    def go_on(self, index: RowIndex, source: RowSource) -> None:
        """The same rows come from another place from now on; the lines stay."""
        self._index, self._source = index, source
        self._kept.clear()

    def close(self) -> None:
        """Nothing is shown any more."""
        self._index, self._source = None, None
        self._kept.clear()
        self._lines, self._line_of = (), None

    def update(self, rows: Iterable[Row]) -> list[int]:
        """Some rows look different now; returns the lines in which they are shown."""
        from reviewer.review.model.row_index import brief_of

        lines = []
        for row in rows:
            place = self.index.place_of.get(row.key)
            if place is None:
                continue
            self._keep(row)
            self._changes[place] += 1
            self.index.update(row.key, brief_of(row))
            line = self.line_at(place)
            if line is not None:
                lines.append(line)
        return lines

    def is_told_apart_anew(self) -> bool:
        """Whether text has become page furniture, or furniture text, since the lines were made:
        the numbers of all rows behind are others then, and what is folded."""
        return len(self.index.furniture) != self._grey

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
    @property
    def index(self) -> RowIndex:
        """What is known of all rows."""
        if self._index is None:
            # The start of the window does not wait for all that a review needs.
            from reviewer.review import RowIndex

            self._index = RowIndex((), ())
        return self._index

    def rows(self) -> Sequence[Row]:
        """All rows of the translation, shown or not; each is made when it is looked at."""
        return _Rows(self)

    def row(self, key: str) -> Row | None:
        """The row with a key, shown or not."""
        if key not in self.index.place_of or self._source is None:
            return None
        kept = self._kept.get(key)
        if kept is None:
            try:
                kept = self._source.row(key)
            except KeyError:
                # It went while somebody was typing; the lines are made anew afterwards.
                return None
            self._keep(kept)
        return kept

    def prepare(self, lines: Sequence[int]) -> None:
        """The rows in these lines are asked for next: they can be read together."""
        if self._source:
            self._source.prepare([self.key_at(line) for line in lines])

    def readable(self, line: int) -> Sequence[str]:
        """All texts that can be read of the row in a line."""
        found = self._lines[line]
        if isinstance(found, Fold) or self._source is None:
            return ()
        try:
            return self._source.readable(self.index.keys[found])
        except KeyError:
            return ()

    def saying(self, text: str) -> Sequence[str]:
        """The rows, page furniture left out, with exactly this text on a side."""
        return self._source.saying(text) if self._source else ()

    def lines(self) -> Sequence[int | Fold]:
        """What is shown, from the top: the places of rows, and folds."""
        return self._lines

    def stamp(self, number: int) -> Hashable:
        """What changes whenever a line looks different; a row keeps it from filter to filter."""
        # A table may still paint lines that are gone, until it is told.
        found = self._lines[number] if 0 <= number < len(self._lines) else None
        changes = self._changes[found] if isinstance(found, int) else 0
        return self._edition, found, changes

    def line(self, number: int) -> Row | Fold | None:
        """What stands in a line; None outside."""
        if not 0 <= number < len(self._lines):
            return None
        found = self._lines[number]
        return found if isinstance(found, Fold) else self.row(self.index.keys[found])

    def is_row(self, number: int) -> bool:
        """Whether a row stands in a line, and no fold."""
        return 0 <= number < len(self._lines) and not isinstance(self._lines[number], Fold)

    def row_at(self, number: int) -> Row | None:
        """The row in a line; None for a fold and outside."""
        line = self.line(number)
        return None if isinstance(line, Fold) else line

    def key_at(self, number: int) -> str:
        """The key of the row, or of the first row of the fold, in a line; "" outside."""
        if not 0 <= number < len(self._lines):
            return ""
        found = self._lines[number]
        return found.key if isinstance(found, Fold) else self.index.keys[found]

    def line_of(self, key: str) -> int | None:
        """The line in which a row is shown; None while it is not."""
        place = self.index.place_of.get(key)
        return None if place is None else self.line_at(place)

    def numbered(self) -> int:
        """How many rows bear a number."""
        return len(self.index) - len(self.index.furniture)

    def number_of(self, key: str) -> int | None:
        """The number that a row bears; None for furniture."""
        place = self.index.place_of.get(key)
        return None if place is None else self.index.number(place)

    def key_of_number(self, number: int) -> str:
        """The row that bears a number; "" without one."""
        place = self.index.place_of_number(number)
        return "" if place is None else self.index.keys[place]

    def arrivals(self, key: str) -> Sequence[str]:
        """The rows whose translation stands after this one in the translated text."""
        return self.index.arrivals.get(key, ())

    def counterpart(self, row: Row) -> str | None:
        """The row to jump to: where a moved one went, or what has moved behind this one."""
        if row.moved_to is not None:
            return row.moved_to or self.first_key()
        return next(iter(self.arrivals(row.key)), None)

    def first_key(self) -> str:
        """The first row of the text; "" without one."""
        return self.key_of_number(1)

    def source_near(self, number: int) -> str:
        """The source sentence in a line, or the last before it; "" without one."""
        for line in range(number, -1, -1):
            row = self.row_at(line)
            if row and row.relation is not None and row.source_ids:
                return row.source_ids[0]
        return ""

    def words_of(self, fold: Fold) -> str:
        """The first words of what is folded: the translation's, in whose column they stand, or
        the source's where it has none."""
        first = self.index.place_of[fold.key]
        keys = self.index.keys[first : first + min(fold.count, _OF_A_FOLD)]
        rows = [row for key in keys if (row := self.row(key))]
        texts = [row.target for row in rows if row.target] or [row.source for row in rows]
        return " · ".join(text[:30] for text in texts)

    def _reads(self, place: int | Fold) -> bool:
        """Whether the words that the filter wants can be read in a row."""
        if isinstance(place, Fold) or self._source is None:
            return False
        texts = self._source.readable(self.index.keys[place])
        return any(found(text, self.filter.text) for text in texts)

    def line_at(self, place: int) -> int | None:
        """The line in which the row of this place is shown; None while it is not."""
        lines = self._lines
        if self._line_of is not None:
            return self._line_of.get(place)
        if isinstance(lines, range):
            return place
        line = bisect_left(cast("Sequence[int]", lines), place)
        return line if line < len(lines) and lines[line] == place else None

    def _keep(self, row: Row) -> None:
        self._kept.pop(row.key, None)
        while len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[row.key] = row

    def _make_lines(self) -> None:
        if self._index is None:
            return
        self._grey = len(self._index.furniture)
        self._lines = entries(self._index, self.filter, self._unfolded)
        if self.filter.text and self._source is not None:
            self._lines = [place for place in self._lines if self._reads(place)]
        self._line_of = None
        if self.filter.everything() and not isinstance(self._lines, range):
            self._line_of = {
                place: number
                for number, place in enumerate(self._lines)
                if not isinstance(place, Fold)
            }


class _Rows(Sequence["Row"]):
    """The rows in their order; those that are gone are left out when they are walked through."""

    def __init__(self, shown: ShownRows) -> None:
        self._shown = shown
        self._keys = shown.index.keys

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[Row]:
        return (row for key in self._keys if (row := self._shown.row(key)))

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [row for key in self._keys[place] if (row := self._shown.row(key))]
        row = self._shown.row(self._keys[place])
        assert row is not None
        return row
