"""Where in the table of sentence pairs the search looks: a band along the firm pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.cancelling import GoOn, always
from reviewer.alignment.dense import Dense
from reviewer.alignment.shapes import REACH
from reviewer.alignment.vectors import Floats, Ints, Multiplier, Rows, times

SEARCHED_WHOLE = 22_500
"""Tables up to this size (150 sentences a side) are searched whole."""

MEASURED_WHOLE = 300_000
"""In tables up to this size (some 550 sentences a side) every pair's likeness is measured."""

SEARCHED_WHOLE_IN_NEED = 1_000_000
"""Tables up to this size (1,000 sentences a side) are searched whole where there are too few firm
pairs to draw a band by."""

LONG = 20_000
"""Sentences a side beyond which a text is taken to say some things again and again: of partners
that are as good the nearest is taken. Without it a text of 50,000 of which the second half is
the first once more has no firm pair there, and a band five times as wide."""

FEWEST_ANCHORS = 0.1
"""Firm pairs for each sentence of the shorter side that a band needs. Texts with cognates, names
or figures in common have 0.14 (the loosest novel) to 0.8; of two that have nothing in common half
of the right beads were outside a band."""

HALF_WIDTH = 10
"""Sentences that the band reaches to either side of its middle line."""

BY_CHANCE = 1.3
"""Times what is to be expected of pairs in no order at all, up to which as many in order are taken
for chance. Of texts that translate each other the least is 2.2 (Emma), of ones that do not 0.6 to
0.9; see docs/measurements/alignment.md."""

FEWEST_FIRM = 30
"""Firm pairs, in whatever order, from which their order tells something. Texts of more than 1,000
sentences that have fewer do not belong together either."""

FIRM = 0.6
"""Firm pairs for each sentence of the shorter side from which two texts tell the same in another
order, where few of them are in order. (In texts that have nothing to do with each other: 0.25 to
0.45.)"""

Sentences = Rows | Dense
"""The sentences of one side, by their features or by their vectors."""

_Range = tuple[int, int]
_COMPARED = 4_000_000  # pairs of vectors that are compared in search of firm ones
_CLEAR = 0.1  # how much nearer than all others a firm pair's vectors are (cosine)
_RARE = 4  # a feature in so many rows or fewer can propose a pair
_DECIMALS = 9  # two sums of shared weights that agree in so many are the same
_BLOCK = 64  # rows and
_WIDE = 512  # columns that are multiplied at a time


@dataclass(frozen=True, slots=True)
class Firm:
    """The longest chain of firm pairs, and how many firm pairs there are in whatever order."""

    chain: list[tuple[int, int]]
    found: int

    def by_chance(self, rows: int, columns: int) -> bool:
        """Whether the pairs are in order no further than those of texts that have nothing to do
        with each other: the longest rising chain of `n` numbers drawn at random has twice the
        root of `n` (Logan and Shepp 1977, Vershik and Kerov 1977)."""
        if self.found < FEWEST_FIRM:
            return min(rows, columns) ** 2 > SEARCHED_WHOLE_IN_NEED
        in_any_order = self.found < FIRM * min(rows, columns)
        return in_any_order and len(self.chain) <= BY_CHANCE * 2 * self.found**0.5


@dataclass(frozen=True, slots=True)
class Band:
    """For each of `rows` rows the columns `low[i] <= j < high[i]` of a table of `columns`.

    Both limits never fall from one row to the next. `tight[i]` says that around row `i` firm
    pairs leave no room for beads of many sentences.
    """

    low: Ints
    high: Ints
    columns: int
    tight: NDArray[np.bool_]

    @property
    def rows(self) -> int:
        return len(self.low)

    @property
    def starts(self) -> Ints:
        """Where each row's cells begin when all cells are laid out in one line."""
        return np.concatenate([[0], np.cumsum(self.high - self.low)]).astype(np.int64)


def whole(rows: int, columns: int) -> Band:
    """Every cell of the table."""
    return Band(
        np.zeros(rows, np.int64),
        np.full(rows, columns, np.int64),
        columns,
        np.zeros(rows, dtype=bool),
    )


def too_few(anchors: Sequence[tuple[int, int]], rows: int, columns: int) -> bool:
    """Whether a table should rather be searched whole than along so few firm pairs."""
    return rows * columns <= SEARCHED_WHOLE_IN_NEED and len(anchors) < FEWEST_ANCHORS * min(
        rows, columns
    )


def around(anchors: list[tuple[int, int]], rows: int, columns: int, *, wider: bool = True) -> Band:
    """A band around the line through the anchors, `wider` where they leave a gap."""
    points = [(-1, -1), *anchors, (rows, columns)]
    low = np.full(rows, columns, dtype=np.int64)
    high = np.zeros(rows, dtype=np.int64)
    for (row, column), (next_row, next_column) in pairwise(points):
        first, last = max(row, 0), min(next_row, rows - 1)
        if first > last:
            continue
        here = np.arange(first, last + 1)
        span = max(next_row - row, 1)
        line = column + (here - row) * ((next_column - column) / span)
        gap = min(span, next_column - column)
        # An unanchored stretch may wander off its line by a part of its own length.
        slack = HALF_WIDTH + (min(gap // 4, 100) if wider else 0)
        # Where it is steep, the row before and the row behind must still meet.
        slack = max(slack, -(-(next_column - column) // span))
        begin, end = np.floor(line) - slack, np.ceil(line) + slack + 1
        if min(span, next_column - column) <= HALF_WIDTH:
            begin = np.minimum(begin, column - HALF_WIDTH // 2)
            end = np.maximum(end, next_column + HALF_WIDTH // 2)
        low[first : last + 1] = np.minimum(low[first : last + 1], begin.astype(np.int64))
        high[first : last + 1] = np.maximum(high[first : last + 1], end.astype(np.int64))
    low = np.minimum.accumulate(np.clip(low, 0, columns)[::-1])[::-1]
    high = np.maximum.accumulate(np.clip(high, 0, columns))
    low[0], high[-1] = 0, columns
    return Band(low, high, columns, ~_loose(anchors, low, high, columns))


def _loose(
    anchors: list[tuple[int, int]], low: Ints, high: Ints, columns: int
) -> NDArray[np.bool_]:
    """For each row whether two sentences near it, on one side, are without a firm pair."""
    rows = len(low)
    near: list[NDArray[np.bool_]] = []
    for side, count in enumerate((rows, columns)):
        free = np.ones(count)
        free[[pair[side] for pair in anchors]] = 0
        near.append(np.convolve(free, np.ones(REACH), "same")[:count] > 1.5)
    passed = np.concatenate([[0], np.cumsum(near[1])])
    result: NDArray[np.bool_] = near[0] | (passed[high] > passed[low])
    return result


def _multiplier(left: Sentences, right: Sentences) -> Callable[[_Range, _Range], Floats]:
    if isinstance(left, Dense) and isinstance(right, Dense):
        return lambda rows, columns: left.products(rows, right, columns)
    assert isinstance(left, Rows)
    assert isinstance(right, Rows)
    multiplier = Multiplier(max(left.width, right.width))
    return lambda rows, columns: multiplier.across(left, rows, right, columns)


def products(left: Sentences, right: Sentences, band: Band, go_on: GoOn = always) -> Floats:
    """The inner products of left and right rows for the band's cells, laid out in one line."""
    starts = band.starts
    cells = np.zeros(int(starts[-1]), dtype=np.float32)
    across = _multiplier(left, right)
    for first in range(0, band.rows, _BLOCK):
        go_on()
        last = min(first + _BLOCK, band.rows)
        for low in range(int(band.low[first]), int(band.high[last - 1]), _WIDE):
            high = min(low + _WIDE, int(band.high[last - 1]))
            table = across((first, last), (low, high))
            for row in range(first, last):
                begin, end = max(int(band.low[row]), low), min(int(band.high[row]), high)
                if begin < end:
                    place = int(starts[row] - band.low[row]) + begin
                    cells[place : place + end - begin] = table[row - first, begin - low : end - low]
    return cells


def find_anchors(pairs: list[tuple[Rows, Rows]]) -> Firm:
    """The longest chain of pairs that share rare features, each the other's best partner.

    Cost grows with the number of rare features, not with the product of the sides.
    """
    found = [sharing_rare(left, right) for left, right in pairs]
    keys, place = np.unique(np.concatenate([keys for keys, _ in found]), return_inverse=True)
    totals = np.concatenate([totals for _, totals in found])
    scores: NDArray[np.float64] = np.bincount(place, totals, len(keys)).astype(np.float64)
    rows, columns = keys >> 32, keys & 0xFFFFFFFF
    apart = np.zeros_like(rows)
    if max(map(len, pairs[0])) > LONG:
        apart = np.abs(rows * len(pairs[0][1]) - columns * len(pairs[0][0]))
    best_left, best_right = (best_of(side, scores, apart) for side in (rows, columns))
    mutual = np.flatnonzero(best_left & best_right)
    chosen = list(zip(rows[mutual].tolist(), columns[mutual].tolist(), strict=True))
    return Firm(_heaviest_chain(chosen, scores[mutual].tolist()), len(chosen))


def find_anchors_dense(left: Dense, right: Dense) -> Firm:
    """The longest chain of pairs whose vectors are clearly each other's nearest.

    In large texts only some of the rows look for their partner, so that the cost grows with
    the sentences and not with their square.
    """
    lengths = [np.linalg.norm(side.values, axis=1, keepdims=True) for side in (left, right)]
    rows, columns = (
        side.values / np.maximum(size, 1e-6)
        for side, size in zip((left, right), lengths, strict=True)
    )
    step = max(len(rows) * len(columns) // _COMPARED, 1)
    chosen = np.arange(step // 2, len(rows), step)
    found: list[tuple[int, int]] = []
    gains: list[float] = []
    for first in range(0, len(chosen), _BLOCK):
        some = chosen[first : first + _BLOCK]
        table = rows[some] @ columns.T
        place = table.argmax(axis=1)
        best = table[np.arange(len(some)), place]
        for aside in range(-2, 3):
            beside = np.clip(place + aside, 0, len(columns) - 1)
            table[np.arange(len(some)), beside] = -1
        margin = best - table.max(axis=1)
        firm = np.flatnonzero(margin > _CLEAR)
        found += zip(some[firm].tolist(), place[firm].tolist(), strict=True)
        gains += margin[firm].tolist()
    return Firm(_heaviest_chain(found, gains), len(found))


def best_of(places: Ints, scores: NDArray[np.float64], apart: Ints) -> NDArray[np.bool_]:
    """Which entry is the best of its place: of several the one least `apart`, then the first."""
    # What is the same was added up in another order, perhaps.
    order = np.lexsort((apart, -np.round(scores, _DECIMALS), places))
    first = order[np.flatnonzero(np.diff(places[order], prepend=-1))]
    result = np.zeros(len(places), dtype=np.bool_)
    result[first] = True
    return result


def sharing_rare(left: Rows, right: Rows) -> tuple[Ints, NDArray[np.float64]]:
    """The pairs that share rare features (row << 32 | column) and what they share."""
    width = max(left.width, right.width)
    many = times(left.ids, width), times(right.ids, width)
    rare = (many[0] > 0) & (many[1] > 0) & (many[0] <= _RARE) & (many[1] <= _RARE)
    left_places, right_places = np.flatnonzero(rare[left.ids]), np.flatnonzero(rare[right.ids])
    left_order = left_places[np.argsort(left.ids[left_places], kind="stable")]
    right_order = right_places[np.argsort(right.ids[right_places], kind="stable")]
    shared = np.flatnonzero(rare)
    end, high = np.cumsum(many[0][shared]), np.cumsum(many[1][shared])
    begin, low = end - many[0][shared], high - many[1][shared]
    keys, gains = [], []
    for left_offset in range(_RARE):
        for right_offset in range(_RARE):
            valid = (begin + left_offset < end) & (low + right_offset < high)
            if not valid.any():
                continue
            a = left_order[begin[valid] + left_offset]
            b = right_order[low[valid] + right_offset]
            keys.append(_row_of(left, a) << 32 | _row_of(right, b))
            gains.append(left.weights[a] * right.weights[b])
    if not keys:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    unique, place = np.unique(np.concatenate(keys), return_inverse=True)
    return unique, np.bincount(place, np.concatenate(gains)).astype(np.float64)


def _row_of(rows: Rows, places: Ints) -> Ints:
    """The row that each place among the ids belongs to."""
    return np.searchsorted(rows.starts, places, side="right").astype(np.int64) - 1


def _heaviest_chain(
    pairs: list[tuple[int, int]], weights: Sequence[float]
) -> list[tuple[int, int]]:
    """The increasing chain of greatest weight (a Fenwick tree over the columns)."""
    columns = sorted({column for _, column in pairs})
    rank = {column: index + 1 for index, column in enumerate(columns)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    back: list[int] = []
    for index, pair in enumerate(pairs):
        place = rank[pair[1]] - 1
        best = (0.0, -1)
        while place > 0:
            best = max(best, tree[place])
            place -= place & -place
        back.append(best[1])
        total = (best[0] + weights[index], index)
        place = rank[pair[1]]
        while place <= len(columns):
            tree[place] = max(tree[place], total)
            place += place & -place
    chain = []
    index = max(tree)[1] if pairs else -1
    while index >= 0:
        chain.append(pairs[index])
        index = back[index]
    return chain[::-1]
