"""Sums over the sentences of a bead, from prefix sums: large beads cost what small ones do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import TypeVar, TypeVarTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.vectors import Floats, Ints

Owner = TypeVar("Owner")
Key = TypeVarTuple("Key")
Value = TypeVar("Value")


def kept(
    method: Callable[[Owner, *Key], Value],
) -> Callable[[Owner, *Key], Value]:
    """A method whose results are kept in its object, by arguments; they go when it goes."""
    name = f"_kept_{method.__name__}"

    def once(self: Owner, *key: *Key) -> Value:
        results: dict[tuple[*Key], Value] = self.__dict__.setdefault(name, {})
        if key not in results:
            results[key] = method(self, *key)
        return results[key]

    update_wrapper(once, method)
    return once


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
    """Where the prefix sums of a band's cells stand that beads ending at the nodes need."""

    def __init__(self, band: Band, nodes: Nodes) -> None:
        self._band, self._nodes, self._starts = band, nodes, band.starts

    @kept
    def _row(self, before: int) -> tuple[Ints, Ints, Ints]:
        row = self._nodes.row - 1 - before
        inside = np.maximum(row, 0)
        low = self._band.low.take(inside)
        high = self._band.high.take(inside)
        # Above the table every place is the same one, so that the sums come to nothing.
        above = row < 0
        low[above] = high[above] = 0
        return low, high, self._starts.take(inside) - low

    @kept
    def of(self, row: int, column: int) -> Ints:
        """The cells of the `row`-th sentence before each node (from 0) that lie before `column`
        sentences before it."""
        low, high, base = self._row(row)
        place = self._nodes.column - column
        np.clip(place, low, high, out=place)
        place += base
        return place


class BeadSums:
    """Sums over the cells of one channel for parts of the beads that end at the nodes."""

    def __init__(self, prefix: NDArray[np.float64], places: Places) -> None:
        self._prefix, self._places = prefix, places

    @kept
    def _point(self, row: int, column: int) -> NDArray[np.float64]:
        return self._prefix.take(self._places.of(row, column))

    @kept
    def _corner(self, rows: int, columns: int) -> Floats:
        last: Floats = (self._point(rows - 1, 0) - self._point(rows - 1, columns)).astype(
            np.float32
        )
        return last if rows == 1 else self._corner(rows - 1, columns) + last

    def of(self, rows: range, columns: range) -> Floats:
        """For each node the sum over those sentences before it, counted backwards from 0."""
        total = self._corner(rows.stop, columns.stop)
        if columns.start:
            total = total - self._corner(rows.stop, columns.start)
        if rows.start:
            total = total - self._corner(rows.start, columns.stop)
        if rows.start and columns.start:
            total = total + self._corner(rows.start, columns.start)
        return total
