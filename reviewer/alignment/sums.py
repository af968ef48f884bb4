"""Sums over the sentences of all beads that end in one block of nodes, by prefix sums."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.shapes import REACH
from reviewer.alignment.vectors import Floats

BLOCK = 64
"""Source sentences measured at a time."""


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes `top <= i <= bottom` and `left <= j <= right`."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def rows(self) -> NDArray[np.int64]:
        return np.arange(self.top, self.bottom + 1)

    @property
    def columns(self) -> NDArray[np.int64]:
        return np.arange(self.left, self.right + 1)


def corner_sums(cells: Floats, band: Band, block: Block) -> NDArray[np.float64]:
    """Two-dimensional prefix sums over the block and `REACH` sentences before it."""
    height, width = block.bottom - block.top + REACH, block.right - block.left + REACH
    table = np.zeros((height + 1, width + 1))
    starts = band.starts
    for row in range(max(block.top - REACH, 0), block.bottom):
        low = max(int(band.low[row]), block.left - REACH)
        high = min(int(band.high[row]), block.right)
        if low < high:
            begin = int(starts[row] - band.low[row])
            place = low - block.left + REACH + 1
            table[row - block.top + REACH + 1, place : place + high - low] = cells[
                begin + low : begin + high
            ]
    return table.cumsum(axis=0).cumsum(axis=1)


def bead_sums(sums: NDArray[np.float64], shape: tuple[int, int]) -> NDArray[np.float64]:
    """From `corner_sums` the sum over the sentences of every bead that ends in the block."""
    a, b = shape
    rows, columns = slice(REACH, None), slice(REACH, None)
    rows_before = slice(REACH - a, sums.shape[0] - a)
    columns_before = slice(REACH - b, sums.shape[1] - b)
    result: NDArray[np.float64] = (
        sums[rows, columns]
        - sums[rows_before, columns]
        - sums[rows, columns_before]
        + sums[rows_before, columns_before]
    )
    return result


def span_sums(
    values: NDArray[np.float32] | NDArray[np.int64] | NDArray[np.bool_],
    size: int,
    nodes: NDArray[np.int64],
) -> Floats:
    """The sums of the `size` values that end before each node."""
    begin = max(int(nodes[0]) - REACH, 0)
    sums = np.concatenate([[0.0], np.cumsum(values[begin : int(nodes[-1])], dtype=np.float64)])
    last, first = nodes - begin, np.maximum(nodes - size - begin, 0)
    result: Floats = (sums[last] - sums[first]).astype(np.float32)
    return result
