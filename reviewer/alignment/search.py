"""Dynamic programming over a band: the probability of every bead, and the best set of beads.

The model is a log-linear one over whole alignments (a semi-Markov conditional random field,
Sarawagi and Cohen 2004): the probability of an alignment is proportional to the exponential
of the sum of its beads' scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.shapes import REACH, SHAPES

Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
_NEVER = -np.inf
_SOURCE_SIZES = np.array([shape[0] for shape in SHAPES])
_TARGET_SIZES = np.array([shape[1] for shape in SHAPES])


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

    def starts(self, index: int, shapes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Per shape and node of a row: where the node is stored at which such a bead begins.

        The place is meaningless where the bead would begin outside the lattice; such beads
        must have been given the score minus infinity.
        """
        before = index - _SOURCE_SIZES[shapes]
        base = self.offsets[before] - self.low[before] - _TARGET_SIZES[shapes]
        columns = np.arange(self.low[index], self.high[index] + 1)
        places: NDArray[np.int64] = np.minimum(base[:, None] + columns[None, :], self.size - 1)
        return places

    def nodes(self, first: int, last: int) -> tuple[Integers, Integers, Integers]:
        """Row, column and place of every node in the rows `first` to `last`, both included."""
        widths = self.high[first : last + 1] - self.low[first : last + 1] + 1
        row = np.repeat(np.arange(first, last + 1), widths)
        ends = np.cumsum(widths)
        column = np.arange(int(ends[-1])) - np.repeat(ends - widths, widths) + self.low[row]
        return row, column, self.offsets[row] + column - self.low[row]

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


@dataclass(frozen=True, slots=True)
class Scores:
    """What the beads are worth, in nats.

    `beads[k, place]` is a bead of shape `SHAPES[k]` that ends at the node stored at `place`;
    `missing[i]` and `added[j]` are those of the sentences left alone.
    """

    lattice: Lattice
    beads: NDArray[np.float32]
    missing: Doubles
    added: Doubles


@dataclass(frozen=True, slots=True)
class Chances:
    """The probabilities of the beads, laid out as in `Scores` (for null beads by node)."""

    beads: NDArray[np.float32]
    missing: NDArray[np.float32]
    added: NDArray[np.float32]
    evidence: float


def _usable(index: int) -> NDArray[np.int64]:
    return np.flatnonzero(index >= _SOURCE_SIZES)


def chances(scores: Scores) -> Chances:
    """Every bead's probability, by the forward-backward algorithm; cost linear in the band."""
    lattice = scores.lattice
    rows = len(lattice.low)
    forward = np.full(lattice.size, _NEVER)
    chain = np.concatenate([[0.0], np.cumsum(scores.added)])
    with np.errstate(invalid="ignore", divide="ignore"):
        for index in range(rows):
            here = lattice.row(index)
            arriving = _arriving(scores, forward, index)
            if index == 0:
                arriving[0] = 0.0
            prices = chain[lattice.low[index] : lattice.high[index] + 1]
            forward[here] = np.logaddexp.accumulate(arriving - prices) + prices
        total = float(forward[lattice.row(rows - 1)][-1])
        beads, missing, added = _backward(scores, forward, chain, total)
    return Chances(beads, missing, added, total)


def _arriving(scores: Scores, forward: Doubles, index: int) -> Doubles:
    lattice = scores.lattice
    here = lattice.row(index)
    width = here.stop - here.start
    if index == 0:
        return np.full(width, _NEVER)
    shapes = _usable(index)
    terms = np.empty((len(shapes) + 1, width))
    np.add(forward[lattice.starts(index, shapes)], scores.beads[shapes, here], out=terms[:-1])
    terms[-1] = _NEVER
    shared = min(int(lattice.high[index - 1]), int(lattice.high[index]))
    columns = shared - int(lattice.low[index]) + 1
    if columns > 0:
        begin = int(lattice.offsets[index - 1] + lattice.low[index] - lattice.low[index - 1])
        terms[-1, :columns] = forward[begin : begin + columns] + scores.missing[index - 1]
    top = terms.max(axis=0)
    top[top == _NEVER] = 0.0
    result: Doubles = np.log(np.exp(terms - top).sum(axis=0)) + top
    return result


def _backward(
    scores: Scores, forward: Doubles, chain: Doubles, total: float
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    lattice = scores.lattice
    rows = len(lattice.low)
    backward = np.full(lattice.size, _NEVER)
    beads = np.zeros((len(SHAPES), lattice.size), dtype=np.float32)
    missing = np.zeros(lattice.size, dtype=np.float32)
    added = np.zeros(lattice.size, dtype=np.float32)
    backward[lattice.row(rows - 1).stop - 1] = 0.0
    for index in range(rows - 1, -1, -1):
        here = lattice.row(index)
        low, high = int(lattice.low[index]), int(lattice.high[index])
        if index < rows - 1:
            backward[here] = _leaving(scores, backward, index)
        prices = chain[low : high + 1]
        row = np.logaddexp.accumulate((backward[here] + prices)[::-1])[::-1] - prices
        backward[here] = row
        if high > low:
            step = forward[here][:-1] + scores.added[low:high] + row[1:]
            added[here.start + 1 : here.stop] = np.exp(step - total)
        if index == 0:
            break
        shapes = _usable(index)
        places = lattice.starts(index, shapes)
        beads[shapes, here] = np.exp(forward[places] + scores.beads[shapes, here] + (row - total))
        columns = min(int(lattice.high[index - 1]), high) - low + 1
        if columns > 0:
            begin = int(lattice.offsets[index - 1] + low - lattice.low[index - 1])
            alone = row[:columns] + (scores.missing[index - 1] - total)
            missing[here.start : here.start + columns] = np.exp(
                forward[begin : begin + columns] + alone
            )
    return beads, missing, added


def _leaving(scores: Scores, backward: Doubles, index: int) -> Doubles:
    """The logarithm of the summed weight of all ways on from each node of a row that begin
    with a bead or a missing sentence."""
    lattice = scores.lattice
    last = len(lattice.low) - 1
    shapes = np.flatnonzero(index + _SOURCE_SIZES <= last)
    columns = np.arange(int(lattice.low[index]), int(lattice.high[index]) + 1)
    after = (index + _SOURCE_SIZES[shapes])[:, None]
    to = columns[None, :] + _TARGET_SIZES[shapes][:, None]
    inside = (to >= lattice.low[after]) & (to <= lattice.high[after])
    places = np.where(inside, lattice.offsets[after] + to - lattice.low[after], 0)
    terms = np.empty((len(shapes) + 1, len(columns)))
    terms[:-1] = np.where(inside, scores.beads[shapes[:, None], places] + backward[places], _NEVER)
    terms[-1] = _NEVER
    shared = (columns >= lattice.low[index + 1]) & (columns <= lattice.high[index + 1])
    below = lattice.offsets[index + 1] + columns[shared] - lattice.low[index + 1]
    terms[-1, shared] = backward[below] + scores.missing[index]
    top = terms.max(axis=0)
    top[top == _NEVER] = 0.0
    result: Doubles = np.log(np.exp(terms - top).sum(axis=0)) + top
    return result


Step = tuple[tuple[int, ...], tuple[int, ...], float]
"""Source indices, target indices, probability."""


def most_expected(lattice: Lattice, known: Chances, price: float) -> list[Step]:
    """The path with the most sentences expected in right beads: the greatest sum, over its beads,
    of the bead's probability times its sentences.

    A sentence left alone counts with its probability of being alone, wherever that is, less
    `price`: the higher it is, the surer a sentence must be to be called missing or added.
    """
    rows = len(lattice.low)
    missing, added = null_chances(lattice, known)
    best = np.full(lattice.size, _NEVER)
    sizes = ((_SOURCE_SIZES + _TARGET_SIZES) / 2.0)[:, None]
    came = np.full(lattice.size, -3, dtype=np.int8)  # index of shape, -1 missing, -2 added
    chain = np.concatenate([[0.0], np.cumsum(0.5 * (added - price))])
    for index in range(rows):
        here = lattice.row(index)
        width = here.stop - here.start
        value = np.full(width, _NEVER)
        choice = np.full(width, -3, dtype=np.int8)
        if index == 0:
            value[0] = 0.0
        else:
            shapes = _usable(index)
            gain = sizes[shapes] * known.beads[shapes, here]
            terms = best[lattice.starts(index, shapes)] + np.where(
                known.beads[shapes, here] > 0, gain, _NEVER
            )
            top = terms.argmax(axis=0)
            value = terms[top, np.arange(width)]
            choice = shapes[top].astype(np.int8)
            low = int(lattice.low[index])
            columns = min(int(lattice.high[index - 1]), int(lattice.high[index])) - low + 1
            if columns > 0:
                begin = int(lattice.offsets[index - 1] + low - lattice.low[index - 1])
                alone = best[begin : begin + columns] + 0.5 * (missing[index - 1] - price)
                better = alone > value[:columns]
                value[:columns] = np.where(better, alone, value[:columns])
                choice[:columns] = np.where(better, -1, choice[:columns])
        prices = chain[lattice.low[index] : lattice.high[index] + 1]
        reached = np.maximum.accumulate(value - prices) + prices
        choice[reached > value + 1e-12] = -2
        best[here] = reached
        came[here] = choice
    return _traced(lattice, known, came, missing, added)


def _traced(
    lattice: Lattice,
    known: Chances,
    came: NDArray[np.int8],
    missing: Doubles,
    added: Doubles,
) -> list[Step]:
    row, column = len(lattice.low) - 1, int(lattice.high[-1])
    steps: list[Step] = []
    while row > 0 or column > 0:
        place = int(lattice.offsets[row] + column - lattice.low[row])
        choice = int(came[place])
        if choice == -1:
            steps.append(((row - 1,), (), float(missing[row - 1])))
            row -= 1
        elif choice == -2:
            steps.append(((), (column - 1,), float(added[column - 1])))
            column -= 1
        else:
            a, b = SHAPES[choice]
            steps.append(
                (
                    tuple(range(row - a, row)),
                    tuple(range(column - b, column)),
                    float(known.beads[choice, place]),
                )
            )
            row, column = row - a, column - b
    return steps[::-1]


def null_chances(lattice: Lattice, known: Chances) -> tuple[Doubles, Doubles]:
    """For each source and each target sentence the probability that it is left alone."""
    missing, added = np.zeros(len(lattice.low) - 1), np.zeros(int(lattice.high[-1]))
    for index in range(len(lattice.low)):
        here = lattice.row(index)
        if index:
            missing[index - 1] = known.missing[here].sum()
        low, high = int(lattice.low[index]), int(lattice.high[index])
        added[low:high] += known.added[here][1:]
    return missing, added


def score_table(
    lattice: Lattice, shapes: Sequence[tuple[int, int]] = SHAPES
) -> NDArray[np.float32]:
    """A table for `Scores.beads` in which no bead is possible yet."""
    return np.full((len(shapes), lattice.size), _NEVER, dtype=np.float32)
