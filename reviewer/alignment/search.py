"""Dynamic programming over a band: the probability of every bead, and the best set of beads.

The model is a log-linear one over whole alignments (a semi-Markov conditional random field,
Sarawagi and Cohen 2004): the probability of an alignment is proportional to the exponential
of the sum of its beads' scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.cancelling import OFTEN, GoOn, always
from reviewer.alignment.shapes import REACH, SHAPES
from reviewer.alignment.sums import Nodes

Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
Places = NDArray[np.int32]
_NEVER = -np.inf
_LEAST = np.finfo(np.float64).min
_NODES_AT_ONCE = 16_384
_SOURCE_SIZES = np.array([shape[0] for shape in SHAPES])
_TARGET_SIZES = np.array([shape[1] for shape in SHAPES])


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

    def starts(self, of: Stretch) -> Places:
        """Per shape and place: where the node is stored at which a bead that ends there begins.

        Meaningless where the bead would begin outside the lattice; such beads must have been
        given the score minus infinity.
        """
        row, column, place = self.nodes(of.first, of.last - 1)
        base = self.offsets - self.low
        result = np.zeros((len(SHAPES), of.places.stop - of.places.start), dtype=np.int32)
        for number, (a, b) in enumerate(SHAPES):
            begin = base[np.maximum(row - a, 0)] + column - b
            result[number, place - of.places.start] = np.clip(begin, 0, self.size - 1)
        return result

    def ends(self, of: Stretch) -> Places:
        """Per shape and place: where the node is stored at which a bead that begins there ends;
        place 0, which no path visits, where it would end outside the lattice."""
        row, column, place = self.nodes(of.first, of.last - 1)
        base, last = self.offsets - self.low, len(self.low) - 1
        result = np.zeros((len(SHAPES), of.places.stop - of.places.start), dtype=np.int32)
        for number, (a, b) in enumerate(SHAPES):
            after, to = np.minimum(row + a, last), column + b
            inside = (row + a <= last) & (to >= self.low[after]) & (to <= self.high[after])
            result[number, place - of.places.start] = np.where(inside, base[after] + to, 0)
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


def chances(scores: Scores, go_on: GoOn = always) -> Chances:
    """Every bead's probability, by the forward-backward algorithm; cost linear in the band."""
    lattice = scores.lattice
    chain = np.concatenate([[0.0], np.cumsum(scores.added)])
    with np.errstate(invalid="ignore", divide="ignore"):
        forward = _forward(scores, chain, go_on)
        total = float(forward[lattice.row(len(lattice.low) - 1)][-1])
        backward = _backward(scores, chain, go_on)
        beads = np.zeros((len(SHAPES), lattice.size), dtype=np.float32)
        onward = backward - total
        for stretch in lattice.stretches():
            own = scores.beads[:, stretch.places]
            worth = forward[lattice.starts(stretch)]
            worth += own
            worth += onward[stretch.places]
            beads[:, stretch.places] = np.where(own > _NEVER, np.exp(worth, out=worth), 0)
        missing, added = _alone(scores, forward, onward)
    return Chances(beads, missing, added, total)


def _forward(scores: Scores, chain: Doubles, go_on: GoOn) -> Doubles:
    """The logarithm of the summed weight of all ways to each node."""
    lattice = scores.lattice
    forward = np.full(lattice.size, _NEVER)
    stretches = iter(lattice.stretches())
    lows, highs, offsets = lattice.as_lists()
    for index, low in enumerate(lows):
        if index % OFTEN == 0:
            go_on()
            stretch = next(stretches)
            starts = lattice.starts(stretch)
        width = highs[index] - low + 1
        here = slice(offsets[index], offsets[index] + width)
        if index == 0:
            arriving = np.full(width, _NEVER)
            arriving[0] = 0.0
        else:
            terms = np.empty((len(SHAPES) + 1, width))
            begun = starts[:, stretch.within(here)]
            np.add(forward.take(begun), scores.beads[:, here], out=terms[:-1])
            terms[-1] = _NEVER
            columns = min(highs[index - 1], highs[index]) - low + 1
            if columns > 0:
                begin = offsets[index - 1] + low - lows[index - 1]
                terms[-1, :columns] = forward[begin : begin + columns] + scores.missing[index - 1]
            arriving = _summed(terms)
        prices = chain[low : low + width]
        forward[here] = np.logaddexp.accumulate(arriving - prices) + prices
    return forward


def _backward(scores: Scores, chain: Doubles, go_on: GoOn) -> Doubles:
    """The logarithm of the summed weight of all ways on from each node."""
    lattice = scores.lattice
    backward = np.full(lattice.size, _NEVER)
    last = len(lattice.low) - 1
    backward[lattice.row(last).stop - 1] = 0.0
    stretches = lattice.stretches()
    stretch = Stretch(last + 1, last + 1, slice(0))
    lows, highs, offsets = lattice.as_lists()
    for index in range(last, -1, -1):
        if index < stretch.first:
            go_on()
            stretch = stretches.pop()
            ends = lattice.ends(stretch)
            leaving = np.take_along_axis(scores.beads, ends, axis=1)
            leaving[ends == 0] = _NEVER
        low, high = lows[index], highs[index]
        here = slice(offsets[index], offsets[index] + high - low + 1)
        if index < last:
            terms = np.empty((len(SHAPES) + 1, high - low + 1))
            own = stretch.within(here)
            np.add(leaving[:, own], backward.take(ends[:, own]), out=terms[:-1])
            terms[-1] = _NEVER
            first, stop = lows[index + 1], min(high, highs[index + 1]) + 1
            if first < stop:
                begin = offsets[index + 1]
                terms[-1, first - low : stop - low] = (
                    backward[begin : begin + stop - first] + scores.missing[index]
                )
            backward[here] = _summed(terms)
        prices = chain[low : high + 1]
        backward[here] = np.logaddexp.accumulate((backward[here] + prices)[::-1])[::-1] - prices
    return backward


def _summed(terms: Doubles) -> Doubles:
    """The logarithm of the sum of the exponentials, by column."""
    # Where no way leads, the least number there is stands for minus infinity.
    top = np.maximum(np.maximum.reduce(terms), _LEAST)
    terms -= top
    result: Doubles = np.log(np.add.reduce(np.exp(terms, out=terms)))
    result += top
    return result


def _alone(
    scores: Scores, forward: Doubles, onward: Doubles
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The probability of a missing and of an added sentence just before each node."""
    lattice = scores.lattice
    row, column, place = lattice.nodes(0, len(lattice.low) - 1)
    added = np.zeros(lattice.size, dtype=np.float32)
    inner = column > lattice.low[row]
    here = place[inner]
    added[here] = np.exp(forward[here - 1] + scores.added[column[inner] - 1] + onward[here])
    missing = np.zeros(lattice.size, dtype=np.float32)
    inner = (row > 0) & (column <= lattice.high[row - 1])
    here, before = place[inner], row[inner] - 1
    above = lattice.offsets[before] + column[inner] - lattice.low[before]
    missing[here] = np.exp(forward[above] + scores.missing[before] + onward[here])
    return missing, added


Step = tuple[tuple[int, ...], tuple[int, ...], float]
"""Source indices, target indices, probability."""


def most_expected(
    lattice: Lattice, known: Chances, price: float, go_on: GoOn = always
) -> list[Step]:
    """The path with the most sentences expected in right beads: the greatest sum, over its beads,
    of the bead's probability times its sentences.

    A sentence left alone counts with its probability of being alone, wherever that is, less
    `price`: the higher it is, the surer a sentence must be to be called missing or added.
    """
    missing, added = null_chances(lattice, known)
    best = np.full(lattice.size, _NEVER)
    sizes = (_SOURCE_SIZES + _TARGET_SIZES) / 2.0
    stretches = iter(lattice.stretches())
    came = np.full(lattice.size, -3, dtype=np.int8)  # index of shape, -1 missing, -2 added
    chain = np.concatenate([[0.0], np.cumsum(0.5 * (added - price))])
    lows, highs, offsets = lattice.as_lists()
    for index, low in enumerate(lows):
        if index % OFTEN == 0:
            go_on()
            stretch = next(stretches)
            starts, some = lattice.starts(stretch), known.beads[:, stretch.places]
            gains = np.where(some > 0, sizes[:, None] * some, _NEVER)
        width = highs[index] - low + 1
        here = slice(offsets[index], offsets[index] + width)
        if index == 0:
            value = np.full(width, _NEVER)
            choice = np.full(width, -3, dtype=np.int8)
            value[0] = 0.0
        else:
            own = stretch.within(here)
            terms = best.take(starts[:, own])
            terms += gains[:, own]
            choice = terms.argmax(axis=0).astype(np.int8)
            value = np.maximum.reduce(terms)
            columns = min(highs[index - 1], highs[index]) - low + 1
            if columns > 0:
                begin = offsets[index - 1] + low - lows[index - 1]
                alone = best[begin : begin + columns] + 0.5 * (missing[index - 1] - price)
                better = alone > value[:columns]
                value[:columns] = np.where(better, alone, value[:columns])
                choice[:columns] = np.where(better, -1, choice[:columns])
        prices = chain[low : low + width]
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
    row, column, place = lattice.nodes(0, len(lattice.low) - 1)
    missing = np.bincount(row, known.missing[place], len(lattice.low))
    added = np.bincount(column, known.added[place], int(lattice.high[-1]) + 1)
    return missing[1:].astype(np.float64), added[1:].astype(np.float64)


def score_table(
    lattice: Lattice, shapes: Sequence[tuple[int, int]] = SHAPES
) -> NDArray[np.float32]:
    """A table for `Scores.beads` in which no bead is possible yet."""
    return np.full((len(shapes), lattice.size), _NEVER, dtype=np.float32)
