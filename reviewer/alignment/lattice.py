"""The places that a search through a band may visit, and where the beads between them lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.cancelling import OFTEN
from reviewer.alignment.shapes import REACH, SHAPES
from reviewer.alignment.sums import Nodes

Integers = NDArray[np.int64]
_NODES_AT_ONCE = 16_384
_SOURCE_SIZES = np.array([[shape[0]] for shape in SHAPES])
_TARGET_SIZES = np.array([[shape[1]] for shape in SHAPES])


@dataclass(frozen=True, slots=True)
class Stretch:
    """The rows from `first` up to `last`, and the places of their nodes."""

    first: int
    last: int
    places: slice

    def within(self, row: slice) -> slice:
        """The places of a row among those of the stretch."""
        return slice(row.start - self.places.start, row.stop - self.places.start)


@dataclass(frozen=True, slots=True)
class Lattice:
    """The nodes (sentences consumed on either side) that a path through the band may visit.

    Row `i` has the nodes `(i, j)` for `low[i] <= j <= high[i]`, stored from `offsets[i]`;
    `REACH` unreachable nodes stand before each row, so that a step back never leaves the line.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    offsets: NDArray[np.int64]
    size: int

    @classmethod
    def of(cls, band: Band) -> Lattice:
        """The nodes at the corners of the band's cells."""
        low = np.concatenate([band.low, band.low[-1:]])
        high = np.concatenate([band.high[:1], band.high])
        high[-1] = band.columns
        return cls.between(low, high)

    @classmethod
    def between(cls, low: NDArray[np.int64], high: NDArray[np.int64]) -> Lattice:
        """The nodes from `low[i]` to `high[i]` in each row; neither limit may ever fall."""
        widths = high - low + 1 + REACH
        offsets = np.concatenate([[0], np.cumsum(widths)[:-1]]) + REACH
        return cls(low, high, offsets, int(widths.sum()) + REACH)

    def row(self, index: int) -> slice:
        """Where the nodes of a row are stored."""
        begin = int(self.offsets[index])
        return slice(begin, begin + int(self.high[index] - self.low[index]) + 1)

    def as_lists(self) -> tuple[list[int], list[int], list[int]]:
        """`low`, `high` and `offsets` in Python's numbers, which are quicker one by one."""
        return self.low.tolist(), self.high.tolist(), self.offsets.tolist()

    def stretches(self) -> list[Stretch]:
        """All rows, so many at a time that tables over them stay small."""
        rows = len(self.low)
        return [
            Stretch(
                first,
                last := min(first + OFTEN, rows),
                slice(self.row(first).start, self.row(last - 1).stop),
            )
            for first in range(0, rows, OFTEN)
        ]

    def shifts(self) -> Integers:
        """Per shape and row: how far from the place of a node that of the node is stored at which
        a bead that ends there begins.

        Meaningless where the bead would begin outside the lattice; such beads must have been
        given the score minus infinity.
        """
        row = np.arange(len(self.low))
        base = self.offsets - self.low
        result: Integers = base[np.maximum(row - _SOURCE_SIZES, 0)] - _TARGET_SIZES - base
        return result

    def starts(self, of: Stretch, shifts: Integers) -> Integers:
        """Per shape of `shifts` and place: where the node is stored at which a bead that ends
        there begins, as far as it begins inside the lattice."""
        result = self._spread(of, shifts[:, of.first : of.last])
        result += np.arange(of.places.start, of.places.stop)
        return np.clip(result, 0, self.size - 1, out=result)

    def ends(self, of: Stretch, kinds: int) -> Integers:
        """Per place, and for each of the first `kinds` shapes: where the node is stored at which a
        bead that begins there ends; place 0, which no path visits, where it would end outside the
        lattice."""
        row = np.arange(of.first, of.last)
        base, last = self.offsets - self.low, len(self.low) - 1
        beyond = row + _SOURCE_SIZES[:kinds]
        after, across = np.minimum(beyond, last), _TARGET_SIZES[:kinds]
        own, low, high = self.offsets[row], self.low[row], self.high[row]
        first = np.maximum(self.low[after] - across, low) - low + own
        stop = np.minimum(self.high[after] - across, high) - low + own + 1
        stop[beyond > last] = 0
        result = self._spread(of, base[after] - base[row] + across)
        place = np.arange(of.places.start, of.places.stop)
        inside = place >= self._spread(of, first)
        inside &= place < self._spread(of, stop)
        result += place
        result *= inside
        return result

    def _spread(self, of: Stretch, by_row: Integers) -> Integers:
        """What holds for each row, for each of its places and those before it."""
        widths = self.high[of.first : of.last] - self.low[of.first : of.last] + 1 + REACH
        result: Integers = np.repeat(by_row, widths, axis=1)[:, REACH:]
        return result

    def nodes(self, first: int, last: int) -> tuple[Integers, Integers, Integers]:
        """Row, column and place of every node in the rows `first` to `last`, both included."""
        widths = self.high[first : last + 1] - self.low[first : last + 1] + 1
        row = np.repeat(np.arange(first, last + 1), widths)
        ends = np.cumsum(widths)
        column = np.arange(int(ends[-1])) - np.repeat(ends - widths, widths) + self.low[row]
        return row, column, self.offsets[row] + column - self.low[row]

    def parts(self) -> Iterator[tuple[Nodes, Integers]]:
        """All nodes and their places, so many rows at a time that memory stays small."""
        ends = np.cumsum(self.high - self.low + 1)
        first = 0
        while first < len(ends):
            before = int(ends[first - 1]) if first else 0
            last = max(int(np.searchsorted(ends, before + _NODES_AT_ONCE, "right")), first + 1)
            row, column, place = self.nodes(first, last - 1)
            yield Nodes(row, column), place
            first = last

    def reachable(
        self, row: Integers, column: Integers, shape: tuple[int, int]
    ) -> NDArray[np.bool_]:
        """Whether a bead of this shape can end at each of the nodes."""
        before_row, before_column = row - shape[0], column - shape[1]
        inside = np.maximum(before_row, 0)
        result: NDArray[np.bool_] = (
            (before_row >= 0)
            & (before_column >= self.low[inside])
            & (before_column <= self.high[inside])
        )
        return result
