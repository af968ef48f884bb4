"""Sums over the sentences of beads, by prefix sums: no bead costs more for being larger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.vectors import Floats, Ints

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(dict[Key, Value]):
    """Values that are worked out when they are first asked for."""

    def __init__(self, made: Callable[[Key], Value]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, key: Key) -> Value:
        self[key] = value = self._made(key)
        return value


@dataclass(frozen=True, slots=True)
class Nodes:
    """Ends of beads, in one line: how many `row`s and `column`s (sentences) are consumed."""

    row: Ints
    column: Ints


def spans(values: NDArray[np.float32] | NDArray[np.int64] | NDArray[np.bool_], size: int) -> Floats:
    """For each node of a side, 0 to `len(values)`, the sum of the `size` values before it."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    result: Floats = (sums - sums[np.maximum(np.arange(len(sums)) - size, 0)]).astype(np.float32)
    return result


class Places:
    """Where the prefix sums of a band's cells stand that beads ending at the nodes need.

    `places[row, column]` is about the cells of the `row`-th sentence before each node (from 0)
    that lie before `column` sentences before it.
    """

    def __init__(self, band: Band, nodes: Nodes) -> None:
        self._band, self._nodes, self._starts = band, nodes, band.starts
        self._rows = Kept(self._row)
        self._places = Kept(self._place)

    def _row(self, before: int) -> tuple[Ints, Ints, Ints]:
        row = self._nodes.row - 1 - before
        inside = np.maximum(row, 0)
        low = self._band.low.take(inside)
        high = self._band.high.take(inside)
        # Above the table every place is the same one, so that the sums come to nothing.
        above = row < 0
        low[above] = high[above] = 0
        return low, high, self._starts.take(inside) - low

    def _place(self, key: tuple[int, int]) -> Ints:
        low, high, base = self._rows[key[0]]
        column = self._nodes.column - key[1]
        np.clip(column, low, high, out=column)
        column += base
        return column

    def __getitem__(self, key: tuple[int, int]) -> Ints:
        return self._places[key]


class BeadSums:
    """Sums over the cells of one channel for parts of the beads that end at the nodes."""

    def __init__(self, prefix: NDArray[np.float64], places: Places) -> None:
        self._prefix, self._places = prefix, places
        self._points = Kept(self._point)
        self._corners = Kept(self._corner)

    def _point(self, key: tuple[int, int]) -> NDArray[np.float64]:
        return self._prefix.take(self._places[key])

    def _corner(self, key: tuple[int, int]) -> Floats:
        rows, columns = key
        last: Floats = (self._points[rows - 1, 0] - self._points[rows - 1, columns]).astype(
            np.float32
        )
        return last if rows == 1 else self._corners[rows - 1, columns] + last

    def of(self, rows: range, columns: range) -> Floats:
        """For each node the sum over those sentences before it, counted backwards from 0."""
        total = self._corners[rows.stop, columns.stop]
        if columns.start:
            total = total - self._corners[rows.stop, columns.start]
        if rows.start:
            total = total - self._corners[rows.start, columns.stop]
        if rows.start and columns.start:
            total = total + self._corners[rows.start, columns.start]
        return total
