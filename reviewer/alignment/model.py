"""The scores of all beads from what was measured and the weights of the model."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from reviewer.alignment.evidence import Evidence
from reviewer.alignment.measures import (
    BLOCK,
    Block,
    BlockMeasures,
    Likeness,
    alone,
    likeness,
)
from reviewer.alignment.search import Lattice, Scores, score_table
from reviewer.alignment.shapes import SHAPES

Weights = Mapping[str, float]


def blocks(lattice: Lattice) -> list[Block]:
    """The lattice cut into blocks of rows (the last row of one is the first of none)."""
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


def score(evidence: Evidence, weights: Weights) -> Scores:
    """What every bead of the band is worth by the weights."""
    lattice = Lattice.of(evidence.band)
    translated = (
        likeness(evidence.translations, evidence.band, scaled=True)
        if evidence.translations
        else None
    )
    cognate = likeness((evidence.cognates,), evidence.band, scaled=False)
    table = score_table(lattice)
    for block in blocks(lattice):
        _fill(table, lattice, block, BlockMeasures(evidence, translated, cognate, block), weights)
    return Scores(
        lattice,
        table,
        _alone(0, evidence, translated, cognate, weights),
        _alone(1, evidence, translated, cognate, weights),
    )


def _fill(
    table: np.ndarray[tuple[int, int], np.dtype[np.float32]],
    lattice: Lattice,
    block: Block,
    measures: BlockMeasures,
    weights: Weights,
) -> None:
    for index, shape in enumerate(SHAPES):
        total = np.zeros((len(block.rows), len(block.columns)), dtype=np.float32)
        for name, value in measures.of(shape):
            weight = weights.get(name, 0.0)
            if weight:
                total += np.float32(weight) * value
        for row in block.rows:
            here = lattice.row(int(row))
            begin = int(lattice.low[row]) - block.left
            values = total[row - block.top, begin : begin + here.stop - here.start]
            table[index, here] = np.where(lattice.reachable(int(row), shape), values, -np.inf)


def _alone(
    side: int,
    evidence: Evidence,
    translated: Likeness | None,
    cognate: Likeness,
    weights: Weights,
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    count = (evidence.band.rows, evidence.band.columns)[side]
    total = np.zeros(count)
    for name, value in alone(side, evidence, translated, cognate):
        total += weights.get(name, 0.0) * value
    return total
