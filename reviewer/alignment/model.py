"""The scores of all beads from what was measured and the weights of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import parameters
from reviewer.alignment.evidence import Evidence
from reviewer.alignment.likeness import Likenesses, likeness
from reviewer.alignment.measures import BlockMeasures, alone
from reviewer.alignment.search import Chances, Lattice, Scores, null_chances, score_table
from reviewer.alignment.shapes import SHAPES, SMALL_SHAPES
from reviewer.alignment.sums import BLOCK, Block, span_sums

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

    def allow(self, shape: tuple[int, int], block: Block) -> NDArray[np.bool_]:
        """For each bead of the shape that ends in the block whether it may be."""
        a, b = shape
        rows, first_rows = np.maximum(block.rows - 1, 0), np.maximum(block.rows - a, 0)
        columns = np.maximum(block.columns - 1, 0)
        first_columns = np.maximum(block.columns - b, 0)
        result: NDArray[np.bool_] = np.equal.outer(self.source[rows], self.target[columns])
        result &= (self.source_runs[rows] == self.source_runs[first_rows])[:, None]
        result &= (self.target_runs[columns] == self.target_runs[first_columns])[None, :]
        return result


def likenesses(evidence: Evidence) -> Likenesses:
    """All kinds of likeness over the band of the evidence."""
    band = evidence.band
    return Likenesses(
        likeness(evidence.translations, band, scaled=True) if evidence.translations else None,
        likeness((evidence.cognates,), band, scaled=False),
        likeness((evidence.tokens,), band, scaled=False),
    )


def blocks(lattice: Lattice) -> list[Block]:
    """The lattice cut into blocks of rows."""
    rows = len(lattice.low)
    return [
        Block(
            top,
            min(top + BLOCK, rows) - 1,
            int(lattice.low[top]),
            int(lattice.high[min(top + BLOCK, rows) - 1]),
        )
        for top in range(0, rows, BLOCK)
    ]


def score(
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
    limits: Limits | None = None,
) -> Scores:
    """What every bead of the band is worth.

    `weights` are those with and those without a translation; sentences whose translation is
    not usable are judged by the second.
    """
    lattice = Lattice.of(evidence.band)
    table = score_table(lattice)
    for block in blocks(lattice):
        row, column, place = lattice.nodes(block.top, block.bottom)
        inside = (row - block.top, column - block.left)
        tight = evidence.band.tight[max(block.top - 1, 0) : block.bottom].all()
        shapes = SMALL_SHAPES if tight else SHAPES
        for shape, total in bead_scores(evidence, likes, weights, block, shapes):
            allowed = lattice.reachable(row, column, shape)
            if limits is not None:
                allowed &= limits.allow(shape, block)[inside]
            table[SHAPES.index(shape), place] = np.where(allowed, total[inside], -np.inf)
    for source, target in evidence.confirmed:
        _prefer(table, lattice, source, target)
    return Scores(
        lattice,
        table,
        alone_scores(0, evidence, likes, weights),
        alone_scores(1, evidence, likes, weights),
    )


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
    block: Block,
    shapes: Sequence[tuple[int, int]],
) -> Iterator[tuple[tuple[int, int], NDArray[np.float32]]]:
    """For each shape the scores of all its beads that end in the block."""
    rows_seen, columns_seen = evidence.covered
    translated = likes.meaning is not None
    partly = not (translated and rows_seen.all() and columns_seen.all())
    without = BlockMeasures(evidence, likes, block, translated=False) if partly else None
    within = BlockMeasures(evidence, likes, block, translated=True) if translated else None
    for shape in shapes:
        a, b = shape
        if within is None:
            assert without is not None
            yield shape, _weighed(without, weights[1], shape)
        elif without is None:
            yield shape, _weighed(within, weights[0], shape)
        else:
            unseen = np.logical_or.outer(
                span_sums(~rows_seen, a, block.rows) > 0,
                span_sums(~columns_seen, b, block.columns) > 0,
            )
            yield (
                shape,
                np.where(
                    unseen,
                    _weighed(without, weights[1], shape),
                    _weighed(within, weights[0], shape),
                ),
            )


def _weighed(
    measures: BlockMeasures, weights: Weights, shape: tuple[int, int]
) -> NDArray[np.float32]:
    block = measures.block
    total = np.zeros((len(block.rows), len(block.columns)), dtype=np.float32)
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


def at_own_rate(
    scores: Scores,
    known: Chances,
    usual: float,
    elsewhere: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Scores:
    """The scores with the price of a sentence left alone moved towards these texts' own rate.

    A faithful translation leaves one in a hundred alone, one rewritten for another outlet
    half; one step of expectation and maximisation serves both with one set of weights. `usual`
    is the share that the weights expect; sentences that stand `elsewhere` do not count.
    """
    missing, added = (
        np.delete(alone, list(gone))
        for alone, gone in zip(null_chances(scores.lattice, known), elsewhere, strict=True)
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
    rows = np.isin(np.arange(len(scores.missing)), list(source))
    columns = np.isin(np.arange(len(scores.added)), list(target))
    beads = scores.beads.copy()
    for index in range(1, len(lattice.low)):
        here = lattice.row(index)
        nodes = np.arange(int(lattice.low[index]), int(lattice.high[index]) + 1)
        for number, (a, b) in enumerate(SHAPES):
            if rows[max(index - a, 0) : index].any():
                beads[number, here] = -np.inf
            elif columns.any():
                beads[number, here][span_sums(columns, b, nodes) > 0] = -np.inf
    return Scores(lattice, beads, scores.missing, scores.added)
