"""The scores of all beads from what was measured and the weights of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import parameters
from reviewer.alignment.band import Band
from reviewer.alignment.cancelling import GoOn, always
from reviewer.alignment.evidence import Evidence
from reviewer.alignment.lattice import Lattice
from reviewer.alignment.likeness import USUAL_LIKENESS, USUAL_SENSE, Likenesses, likeness
from reviewer.alignment.measures import Measures, alone
from reviewer.alignment.search import Scores, score_table
from reviewer.alignment.shapes import LARGE_SHAPES, REACH, SHAPES, SMALL_SHAPES
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import Nodes, spans
from reviewer.alignment.vectors import Floats

Weights = Mapping[str, float]

CONFIRMED = 12.0
"""What it adds to a bead, in nats, that a person has confirmed just these two texts before:
more than any other evidence, less than what would break the order of a whole article."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a person's own beads stand in the way: no bead may hold sentences of two parts.

    `source[i]` and `target[j]` number the parts between fixed beads, the same on both sides;
    `source_runs` and `target_runs` also grow where a sentence between was taken out.
    """

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    source_runs: NDArray[np.int64]
    target_runs: NDArray[np.int64]

    def allow(self, shape: tuple[int, int], nodes: Nodes) -> NDArray[np.bool_]:
        """For each bead of the shape that ends at the nodes whether it may be."""
        rows, first_rows = (np.maximum(nodes.row - n, 0) for n in (1, shape[0]))
        columns, first_columns = (np.maximum(nodes.column - n, 0) for n in (1, shape[1]))
        result: NDArray[np.bool_] = self.source[rows] == self.target[columns]
        result &= self.source_runs[rows] == self.source_runs[first_rows]
        result &= self.target_runs[columns] == self.target_runs[first_columns]
        return result


def likenesses(evidence: Evidence) -> Likenesses:
    """All kinds of likeness over the band of the evidence."""
    band = evidence.band
    return Likenesses(
        likeness(evidence.translations, band, USUAL_LIKENESS) if evidence.translations else None,
        likeness((evidence.cognates,), band),
        likeness((evidence.tokens,), band),
        likeness((evidence.senses,), band, USUAL_SENSE) if evidence.senses else None,
    )


def score(
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
    limits: Limits | None = None,
    go_on: GoOn = always,
) -> Scores:
    """What every bead of the search's band is worth.

    `weights` are those with and those without a translation; sentences whose translation is
    not usable are judged by the second.
    """
    lattice = Lattice.of(evidence.search)
    table = score_table(lattice)
    sides = Sides(evidence)
    room = _roomy(evidence.search)
    for nodes, place in lattice.parts():
        go_on()
        loose = room.take(nodes.row)
        some = Nodes(nodes.row[loose], nodes.column[loose])
        for these, there, shapes in (
            (nodes, place, SMALL_SHAPES),
            (some, place[loose], LARGE_SHAPES),
        ):
            for shape, total in bead_scores(evidence, likes, weights, sides, these, shapes):
                allowed = lattice.reachable(these.row, these.column, shape)
                if limits is not None:
                    allowed &= limits.allow(shape, these)
                if sides.say_again:
                    allowed &= _as_often(sides, shape, these)
                table[SHAPES.index(shape), there] = np.where(allowed, total, -np.inf)
    for source, target in evidence.confirmed:
        _prefer(table, lattice, source, target)
    return Scores(
        lattice,
        table,
        alone_scores(0, evidence, likes, weights),
        alone_scores(1, evidence, likes, weights),
    )


def _roomy(band: Band) -> NDArray[np.bool_]:
    """For each row of nodes whether a bead of many sentences may end there."""
    return spans(~band.tight, REACH) > 0


def _as_often(sides: Sides, shape: tuple[int, int], nodes: Nodes) -> NDArray[np.bool_]:
    """For each bead whether what one side says twice in a row the other says twice as well: a
    copy renders nothing that the sentence before it does not."""
    left, right = sides.again(0, shape[0]), sides.again(1, shape[1])
    result: NDArray[np.bool_] = left.take(nodes.row) == right.take(nodes.column)
    return result


def _prefer(table: NDArray[np.float32], lattice: Lattice, source: range, target: range) -> None:
    shape = (len(source), len(target))
    row, column = source.stop, target.stop
    if shape in SHAPES and lattice.low[row] <= column <= lattice.high[row]:
        place = int(lattice.offsets[row] + column - lattice.low[row])
        table[SHAPES.index(shape), place] += CONFIRMED


def bead_scores(
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
    sides: Sides,
    nodes: Nodes,
    shapes: Sequence[tuple[int, int]],
) -> Iterator[tuple[tuple[int, int], Floats]]:
    """For each shape the scores of the beads that end at the nodes."""
    if not len(nodes.row):
        return
    translated = likes.meaning is not None
    partly = not (translated and all(covered.all() for covered in evidence.covered))
    seen, unseen = ({name for name, weight in each.items() if weight} for each in weights)
    without = (
        Measures(evidence, likes, sides, nodes, translated=False, wanted=unseen) if partly else None
    )
    within = (
        Measures(evidence, likes, sides, nodes, translated=True, wanted=seen)
        if translated
        else None
    )
    for shape in shapes:
        if within is None:
            assert without is not None
            yield shape, _weighed(without, weights[1], shape)
        elif without is None:
            yield shape, _weighed(within, weights[0], shape)
        else:
            bare = sides.uncovered(0, shape[0]).take(nodes.row)
            bare |= sides.uncovered(1, shape[1]).take(nodes.column)
            yield (
                shape,
                np.where(
                    bare,
                    _weighed(without, weights[1], shape),
                    _weighed(within, weights[0], shape),
                ),
            )


def _weighed(measures: Measures, weights: Weights, shape: tuple[int, int]) -> Floats:
    total: Floats = np.zeros(len(measures.nodes.row), dtype=np.float32)
    for name, value in measures.of(shape):
        weight = weights.get(name, 0.0)
        if weight:
            total += np.float32(weight) * value
    return total


def alone_scores(
    side: int,
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
) -> NDArray[np.float64]:
    """What it is worth to leave each sentence of a side alone; side 0 is the source."""
    without = np.zeros((evidence.band.rows, evidence.band.columns)[side])
    for name, value in alone(side, evidence, likes, translated=False):
        without += weights[1].get(name, 0.0) * value
    if likes.meaning is None:
        return without
    total = np.zeros_like(without)
    for name, value in alone(side, evidence, likes, translated=True):
        total += weights[0].get(name, 0.0) * value
    result: NDArray[np.float64] = np.where(evidence.covered[side], total, without)
    return result


def dearer(scores: Scores, price: float) -> Scores:
    """The scores with so many nats taken off every sentence left alone."""
    return replace(scores, missing=scores.missing - price, added=scores.added - price)


def at_own_rate(
    scores: Scores,
    alone: tuple[NDArray[np.float64], NDArray[np.float64]],
    usual: float,
    elsewhere: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Scores:
    """The scores with the price of a sentence left alone moved towards these texts' own rate.

    A faithful translation leaves one in a hundred alone, one rewritten for another outlet
    half; one step of expectation and maximisation serves both with one set of weights. `usual`
    is the share that the weights expect, `alone` what `search.left_alone` says of the scores;
    sentences that stand `elsewhere` do not count.
    """
    missing, added = (
        np.delete(side, list(gone)) for side, gone in zip(alone, elsewhere, strict=True)
    )
    return Scores(
        scores.lattice,
        scores.beads,
        scores.missing + _shift(missing, usual),
        scores.added + _shift(added, usual),
    )


def _shift(alone: NDArray[np.float64], usual: float) -> float:
    weight = parameters.RATE_DOUBT
    rate = (float(alone.sum()) + weight * usual) / (len(alone) + weight)
    shift = parameters.RATE_TRUST * (np.log(rate / (1 - rate)) - np.log(usual / (1 - usual)))
    return float(np.clip(shift, -1.5, 3.0))


def leaving_out(scores: Scores, source: frozenset[int], target: frozenset[int]) -> Scores:
    """The scores when these sentences are to be left alone (they belong elsewhere)."""
    lattice = scores.lattice
    sides = (np.zeros(len(scores.missing), bool), np.zeros(len(scores.added), bool))
    for side, gone in zip(sides, (source, target), strict=True):
        side[list(gone)] = True
    row, column, place = lattice.nodes(0, len(lattice.low) - 1)
    beads = scores.beads.copy()
    for number, (a, b) in enumerate(SHAPES):
        holds = (spans(sides[0], a) > 0).take(row) | (spans(sides[1], b) > 0).take(column)
        beads[number, place[holds]] = -np.inf
    return Scores(lattice, beads, scores.missing, scores.added)
