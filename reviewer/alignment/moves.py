"""Passages that were translated at another place: leftover sentences that belong together although
they stand out of order."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import parameters
from reviewer.alignment.cancelling import GoOn, always
from reviewer.alignment.evidence import Evidence
from reviewer.alignment.leftovers import Leftovers
from reviewer.alignment.likeness import Likenesses
from reviewer.alignment.meetings import meetings
from reviewer.alignment.model import Weights
from reviewer.alignment.moved_runs import Move, moved_runs
from reviewer.alignment.search import Step
from reviewer.alignment.sums import Nodes
from reviewer.alignment.vectors import Ints

Doubles = NDArray[np.float64]

_RIVALS = 32  # possible beads that end at a leftover of the source, at most


def find_moves(
    path: Sequence[Step],
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
    go_on: GoOn = always,
) -> list[Step]:
    """Beads out of order among the sentences that the path leaves alone or places unsurely.

    The third part of a step is its probability.
    """
    unsure = [step for step in path if _unsure(step, likes)]
    # Refrains and the cells of a table have their like everywhere.
    common = evidence.repeated
    rows = np.array([n for step in unsure for n in step[0] if n not in common[0]], np.int64)
    columns = np.array([n for step in unsure for n in step[1] if n not in common[1]], np.int64)
    if not len(rows) or not len(columns):
        return []
    doubts = _doubts(unsure)
    likely = _Likely.of(path)
    known = bool(evidence.translations or evidence.senses)
    runs_on = parameters.MOVE_PRICE - parameters.RUN_ON_PRICE if known else 0.0
    another = parameters.RUN_PRICE if known else math.inf
    found: list[Step] = []
    for some_rows, some_columns in meetings(rows, columns, evidence, go_on):
        these = Leftovers(some_rows, some_columns, evidence, likes, weights)
        gains = _possible(
            these.gains(),
            np.array([doubts[0][n] for n in some_rows.tolist()]),
            np.array([doubts[1][n] for n in some_columns.tolist()]),
            runs_on,
        )
        for run, worth in moved_runs(gains, some_rows, some_columns, runs_on, another):
            if not any(_alike(these, move) for move in run):
                continue
            steps: list[Step] = [
                (
                    tuple(int(n) for n in some_rows[m.row - m.shape[0] : m.row]),
                    tuple(int(n) for n in some_columns[m.column - m.shape[1] : m.column]),
                    _chance(m.gain, worth),
                )
                for m in run
            ]
            if _out_of_order(steps, likely):
                found += steps
    return _without_clashes(found)


def doubted(
    path: Sequence[Step],
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
    *,
    moves: bool,
    go_on: GoOn = always,
) -> list[Step]:
    """The path with less trust in sentences left alone that have their like among those left
    alone on the other side, out of order; `moves` says whether any were found in the texts."""
    alone = (
        np.array([n for rows, columns, _ in path if not columns for n in rows], np.int64),
        np.array([n for rows, columns, _ in path if not rows for n in columns], np.int64),
    )
    alone = (_rare(alone[0], evidence.repeated[0]), _rare(alone[1], evidence.repeated[1]))
    kind = 0 if evidence.translations else 1 if evidence.senses else 2
    even = parameters.ELSEWHERE[kind] - parameters.MOVES_FOUND * moves
    spread = parameters.ELSEWHERE_SPREAD[kind]
    best = [np.full(len(side), -np.inf) for side in alone]
    for rows, columns in meetings(*alone, evidence, go_on):
        places = np.searchsorted(alone[0], rows), np.searchsorted(alone[1], columns)
        these = Leftovers(rows, columns, evidence, likes, weights)
        for _, nodes, gain in these.gains([(1, 1)]):
            np.maximum.at(best[0], places[0][nodes.row - 1], gain)
            np.maximum.at(best[1], places[1][nodes.column - 1], gain)
    stays = [
        dict(zip(places.tolist(), _logistic((even - gains) / spread).tolist(), strict=True))
        for places, gains in zip(alone, best, strict=True)
    ]
    return [
        (
            rows,
            columns,
            chance * (stays[0].get(rows[0], 1.0) if rows else stays[1].get(columns[0], 1.0)),
        )
        if not rows or not columns
        else (rows, columns, chance)
        for rows, columns, chance in path
    ]


def _rare(places: Ints, repeated: frozenset[int]) -> Ints:
    return places[[n not in repeated for n in places.tolist()]] if repeated else places


def _logistic(evidence: Doubles) -> Doubles:
    result: Doubles = 1 / (1 + np.exp(-np.minimum(evidence, 30.0)))
    return result


def _unsure(step: Step, likes: Likenesses) -> bool:
    """Whether the path leaves the sentences of the step alone or may well be wrong about them:
    beads of several sentences hide those that have their like elsewhere."""
    rows, columns, chance = step
    if not rows or not columns or chance < parameters.UNSURE:
        return True
    if len(rows) == len(columns) == 1:
        return False
    firm = likes.meaning or likes.letters
    return any(firm.rivals[0].place[row] not in columns for row in rows) or any(
        firm.rivals[1].place[column] not in rows for column in columns
    )


def _doubts(unsure: Sequence[Step]) -> tuple[dict[int, float], dict[int, float]]:
    """What it costs to take each sentence from where the path has it: the logarithm of the
    odds of its bead, shared out among the bead's sentences."""
    costs: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for rows, columns, chance in unsure:
        odds = float(np.log(max(chance, 1e-9) / max(1 - chance, 1e-9)))
        cost = max(odds, 0.0) / (len(rows) + len(columns)) if rows and columns else 0.0
        costs[0].update(dict.fromkeys(rows, cost))
        costs[1].update(dict.fromkeys(columns, cost))
    return costs


@dataclass(frozen=True, slots=True)
class _Likely:
    """The beads of the path that are more likely than not, and where each begins."""

    steps: list[Step]
    rows: Ints
    columns: Ints

    @classmethod
    def of(cls, path: Sequence[Step]) -> _Likely:
        steps = [step for step in path if step[0] and step[1] and step[2] >= 0.5]
        starts = np.array([(step[0][0], step[1][0]) for step in steps], np.int64).reshape(-1, 2)
        return cls(steps, starts[:, 0], starts[:, 1])


def _out_of_order(run: Sequence[Step], path: _Likely) -> bool:
    """Whether the run crosses a bead of the path; what crosses none is for the path to decide."""
    rows = {n for step in run for n in step[0]}
    columns = {n for step in run for n in step[1]}
    crossed = np.flatnonzero((path.rows < min(rows)) != (path.columns < min(columns)))
    return any(
        rows.isdisjoint(path.steps[at][0]) and columns.isdisjoint(path.steps[at][1])
        for at in crossed.tolist()
    )


def _chance(gain: float, worth: float) -> float:
    """How sure a bead of a moved run is, from its own worth and that of the whole run."""
    beyond = min(gain, worth - parameters.RUN_PRICE)
    return float(_logistic(np.array(beyond / parameters.MOVE_SPREAD)))


def _without_clashes(found: list[Step]) -> list[Step]:
    used_rows: set[int] = set()
    used_columns: set[int] = set()
    kept = []
    for step in sorted(found, key=lambda step: -step[2]):
        if used_rows.isdisjoint(step[0]) and used_columns.isdisjoint(step[1]):
            used_rows.update(step[0])
            used_columns.update(step[1])
            kept.append(step)
    return kept


def _possible(
    beads: Iterable[tuple[tuple[int, int], Nodes, Doubles]],
    row_costs: Doubles,
    column_costs: Doubles,
    runs_on: float,
) -> list[Move]:
    """The beads that are worth more than their price, which is less by `runs_on` right after
    another one, and what it costs to take their sentences from where they are."""
    rows = np.concatenate([[0.0], np.cumsum(row_costs)])
    columns = np.concatenate([[0.0], np.cumsum(column_costs)])
    found: dict[int, list[Move]] = {}
    for (a, b), nodes, gain in beads:
        i, j = nodes.row, nodes.column
        taking = rows[i] - rows[i - a] + columns[j] - columns[j - b]
        left = gain - taking - parameters.MOVE_PRICE * (a + b) / 2
        at = np.flatnonzero(left > -runs_on)
        for row, column, worth in zip(
            i[at].tolist(), j[at].tolist(), left[at].tolist(), strict=True
        ):
            found.setdefault(row, []).append(Move(row, column, (a, b), worth))
    # In a text whose sentences are much alike, nearly every pair would be possible.
    best = [
        move
        for moves in found.values()
        for move in sorted(moves, key=lambda move: -move.gain)[:_RIVALS]
    ]
    ends = {(move.row, move.column) for move in best if move.gain > 0}
    begins = {
        (move.row - move.shape[0], move.column - move.shape[1]) for move in best if move.gain > 0
    }
    return [
        move
        for move in best
        if move.gain > 0
        or (move.row, move.column) in begins
        or (move.row - move.shape[0], move.column - move.shape[1]) in ends
    ]


def _alike(leftovers: Leftovers, move: Move) -> bool:
    """Whether a bead's sentences have anything to show in common: that two were left alone and
    are about as long is no sign of a passage carried elsewhere."""
    a, b = move.shape
    return bool(leftovers.alike[move.row - a : move.row, move.column - b : move.column].any())
