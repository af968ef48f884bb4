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

from reviewer.alignment.cancelling import OFTEN, GoOn, always
from reviewer.alignment.lattice import Lattice, Stretch
from reviewer.alignment.shapes import REACH, SHAPES, SMALL_SHAPES

Doubles = NDArray[np.float64]
_NEVER = -np.inf
_LEAST = np.finfo(np.float64).min
_SIZES = np.array([(a + b) / 2 for a, b in SHAPES])


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
    return _chances(scores, _ways([scores], go_on), 0)


def left_alone(scores: Scores, go_on: GoOn = always) -> tuple[Doubles, Doubles]:
    """For each source and each target sentence the probability that it is left alone: those of
    `chances`, without the others."""
    return _left_alone(scores, _ways([scores], go_on), 0)


def chances_beside(
    scores: Scores, others: Scores, go_on: GoOn = always
) -> tuple[Chances, tuple[Doubles, Doubles]]:
    """The `chances` of the first and what is `left_alone` by the second: the same beads, of which
    only the prices of sentences left alone differ, are gone through once."""
    ways = _ways([scores, others], go_on)
    return _chances(scores, ways, 0), _left_alone(others, ways, 1)


@dataclass(frozen=True, slots=True)
class _Ways:
    """The logarithms of the summed weights of all ways to each node and on from it, and of all
    ways from end to end; one row for each set of prices."""

    forward: Doubles
    backward: Doubles
    total: Doubles


def _ways(priced: Sequence[Scores], go_on: GoOn) -> _Ways:
    """All of `priced` have the same beads."""
    beads = priced[0].beads
    kinds = _kinds(priced[0].lattice, beads[len(SMALL_SHAPES) :] > _NEVER)
    with np.errstate(invalid="ignore", divide="ignore"):
        forward = _forward(priced, kinds, go_on)
        backward = _backward(priced, kinds, go_on)
    last = priced[0].lattice.row(len(kinds) - 1).stop - 1
    return _Ways(forward, backward, forward[:, last])


def _kinds(lattice: Lattice, large: NDArray[np.bool_]) -> list[int]:
    """How many of the shapes any bead has that ends in each row: where firm pairs stand close no
    large one may, which are most of the shapes."""
    some = np.logical_or.reduceat(large.any(axis=0), lattice.offsets)
    kinds: list[int] = np.where(some, len(SHAPES), len(SMALL_SHAPES)).tolist()
    return kinds


def _chances(scores: Scores, ways: _Ways, number: int) -> Chances:
    lattice, forward = scores.lattice, ways.forward[number]
    with np.errstate(invalid="ignore", divide="ignore"):
        onward = ways.backward[number] - ways.total[number]
        beads = np.zeros((len(SHAPES), lattice.size), dtype=np.float32)
        shifts = lattice.shifts()
        for stretch in lattice.stretches():
            own = scores.beads[:, stretch.places]
            worth = forward.take(lattice.starts(stretch, shifts))
            worth += own
            worth += onward[stretch.places]
            beads[:, stretch.places] = np.where(own > _NEVER, np.exp(worth, out=worth), 0)
        missing, added = _alone(scores, forward, onward)
    return Chances(beads, missing, added, float(ways.total[number]))


def _left_alone(scores: Scores, ways: _Ways, number: int) -> tuple[Doubles, Doubles]:
    with np.errstate(invalid="ignore", divide="ignore"):
        onward = ways.backward[number] - ways.total[number]
        alone = _alone(scores, ways.forward[number], onward)
    return _by_sentence(scores.lattice, *alone)


def _prices(priced: Sequence[Scores]) -> tuple[Doubles, Doubles]:
    """What it costs to leave each source sentence alone, and the first so many target sentences;
    one row for each set of prices."""
    added = np.array([one.added for one in priced])
    chain = np.zeros((len(added), added.shape[1] + 1))
    np.cumsum(added, axis=1, out=chain[:, 1:])
    return np.array([one.missing for one in priced])[:, :, None], chain


def _forward(priced: Sequence[Scores], kinds: Sequence[int], go_on: GoOn) -> Doubles:
    lattice, beads = priced[0].lattice, priced[0].beads
    missing, chain = _prices(priced)
    forward = np.full((len(priced), lattice.size), _NEVER)
    shifts = np.ascontiguousarray(lattice.shifts().T)[:, :, None]
    places = np.arange(lattice.size)
    lows, highs, offsets = lattice.as_lists()
    for index, low in enumerate(lows):
        if index % OFTEN == 0:
            go_on()
        width = highs[index] - low + 1
        here = slice(offsets[index], offsets[index] + width)
        if index == 0:
            arriving = np.full((len(priced), width), _NEVER)
            arriving[:, 0] = 0.0
        else:
            many = kinds[index]
            terms = np.empty((len(priced), many + 1, width))
            begun = shifts[index, :many] + places[here]
            begun = forward.take(begun, axis=1, mode="clip")
            np.add(begun, beads[:many, here], out=terms[:, :-1])
            terms[:, -1] = _NEVER
            columns = min(highs[index - 1], highs[index]) - low + 1
            if columns > 0:
                begin = offsets[index - 1] + low - lows[index - 1]
                np.add(
                    forward[:, begin : begin + columns],
                    missing[:, index - 1],
                    out=terms[:, -1, :columns],
                )
            arriving = _summed(terms)
        prices = chain[:, low : low + width]
        arriving -= prices
        np.logaddexp.accumulate(arriving, axis=1, out=arriving)
        np.add(arriving, prices, out=forward[:, here])
    return forward


def _backward(priced: Sequence[Scores], kinds: Sequence[int], go_on: GoOn) -> Doubles:
    lattice, beads = priced[0].lattice, priced[0].beads
    missing, chain = _prices(priced)
    backward = np.full((len(priced), lattice.size), _NEVER)
    last = len(lattice.low) - 1
    backward[:, lattice.row(last).stop - 1] = 0.0
    stretches = lattice.stretches()
    first = last + 1
    lows, highs, offsets = lattice.as_lists()
    for index in range(last, -1, -1):
        if index < first:
            go_on()
            stretch = stretches.pop()
            first = stretch.first
            many = max(kinds[first : stretch.last + REACH])
            ends = lattice.ends(stretch, many)
            leaving = np.take_along_axis(beads[:many], ends, axis=1)
        low, high = lows[index], highs[index]
        here = slice(offsets[index], offsets[index] + high - low + 1)
        going = backward[:, here]
        if index < last:
            many = max(kinds[index + 1 : index + 1 + REACH])
            terms = np.empty((len(priced), many + 1, high - low + 1))
            own = stretch.within(here)
            onward = backward.take(ends[:many, own], axis=1, mode="clip")
            np.add(leaving[:many, own], onward, out=terms[:, :-1])
            terms[:, -1] = _NEVER
            below, stop = lows[index + 1], min(high, highs[index + 1]) + 1
            if below < stop:
                begin = offsets[index + 1]
                np.add(
                    backward[:, begin : begin + stop - below],
                    missing[:, index],
                    out=terms[:, -1, below - low : stop - low],
                )
            going = _summed(terms)
        prices = chain[:, low : high + 1]
        summed = np.logaddexp.accumulate((going + prices)[:, ::-1], axis=1)[:, ::-1]
        np.subtract(summed, prices, out=backward[:, here])
    return backward


def _summed(terms: Doubles) -> Doubles:
    """The logarithm of the sum of the exponentials, along the second of three axes."""
    # Where no way leads, the least number there is stands for minus infinity.
    top = np.maximum.reduce(terms, axis=1, initial=_LEAST)
    terms -= top[:, None]
    result: Doubles = np.add.reduce(np.exp(terms, out=terms), axis=1)
    np.log(result, out=result)
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
    kinds = _kinds(lattice, known.beads[len(SMALL_SHAPES) :] > 0)
    shifts, places = np.ascontiguousarray(lattice.shifts().T)[:, :, None], np.arange(lattice.size)
    stretches, stretch = iter(lattice.stretches()), Stretch(0, 0, slice(0))
    came = np.full(lattice.size, -3, dtype=np.int8)  # index of shape, -1 missing, -2 added
    chain = np.concatenate([[0.0], np.cumsum(0.5 * (added - price))])
    lows, highs, offsets = lattice.as_lists()
    for index, low in enumerate(lows):
        if index == stretch.last:
            go_on()
            stretch = next(stretches)
            some = known.beads[:, stretch.places]
            gains = np.where(some > 0, _SIZES[:, None] * some, _NEVER)
        width = highs[index] - low + 1
        here = slice(offsets[index], offsets[index] + width)
        if index == 0:
            value = np.full(width, _NEVER)
            choice = np.full(width, -3, dtype=np.int8)
            value[0] = 0.0
        else:
            many = kinds[index]
            terms = best.take(shifts[index, :many] + places[here], mode="clip")
            terms += gains[:many, stretch.within(here)]
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
    return _by_sentence(lattice, known.missing, known.added)


def _by_sentence(
    lattice: Lattice, by_missing: NDArray[np.float32], by_added: NDArray[np.float32]
) -> tuple[Doubles, Doubles]:
    row, column, place = lattice.nodes(0, len(lattice.low) - 1)
    missing = np.bincount(row, by_missing[place], len(lattice.low))
    added = np.bincount(column, by_added[place], int(lattice.high[-1]) + 1)
    return missing[1:].astype(np.float64), added[1:].astype(np.float64)


def score_table(
    lattice: Lattice, shapes: Sequence[tuple[int, int]] = SHAPES
) -> NDArray[np.float32]:
    """A table for `Scores.beads` in which no bead is possible yet."""
    return np.full((len(shapes), lattice.size), _NEVER, dtype=np.float32)
