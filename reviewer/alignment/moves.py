"""Passages that were translated at another place: runs of leftover sentences that belong
together although they stand out of order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import band as bands
from reviewer.alignment import parameters
from reviewer.alignment.band import Sentences
from reviewer.alignment.dense import Dense
from reviewer.alignment.evidence import Channel, Evidence, Surface
from reviewer.alignment.likeness import Likeness, Likenesses, Rivals, likeness
from reviewer.alignment.model import Weights, alone_scores, bead_scores
from reviewer.alignment.search import Lattice, Step
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import Nodes
from reviewer.alignment.vectors import Floats, Ints, Rows

Doubles = NDArray[np.float64]

_SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))
_LARGEST = 400  # leftover sentences a side that are compared at a time
_SKIP = 2  # sentences that a run may pass over
_SKIP_COST = 1.0


@dataclass(frozen=True, slots=True)
class _Move:
    """A possible bead among the leftovers; the nodes are those of the leftover lists."""

    row: int
    column: int
    shape: tuple[int, int]
    gain: float


def find_moves(
    path: Sequence[Step],
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
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
    likely = [step for step in path if step[0] and step[1] and step[2] >= 0.5]
    found: list[Step] = []
    for first in range(0, len(rows), _LARGEST):
        for left in range(0, len(columns), _LARGEST):
            some_rows = rows[first : first + _LARGEST]
            some_columns = columns[left : left + _LARGEST]
            gains = _possible(
                _gains(some_rows, some_columns, evidence, likes, weights),
                np.array([doubts[0][n] for n in some_rows.tolist()]),
                np.array([doubts[1][n] for n in some_columns.tolist()]),
            )
            for run, worth in _runs(gains, some_rows, some_columns):
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
) -> list[Step]:
    """The path with less trust in sentences left alone that have their like among those left
    alone on the other side, out of order; `moves` says whether any were found in the texts."""
    alone = (
        np.array([n for rows, columns, _ in path if not columns for n in rows], np.int64),
        np.array([n for rows, columns, _ in path if not rows for n in columns], np.int64),
    )
    alone = (_rare(alone[0], evidence.repeated[0]), _rare(alone[1], evidence.repeated[1]))
    price = parameters.MOVE_PRICE + parameters.RUN_PRICE - parameters.MOVES_FOUND * moves
    best = [np.full(len(side), -np.inf) for side in alone]
    for first in range(0, len(alone[0]), _LARGEST):
        for left in range(0, len(alone[1]), _LARGEST):
            rows, columns = alone[0][first : first + _LARGEST], alone[1][left : left + _LARGEST]
            for _, nodes, gain in _gains(rows, columns, evidence, likes, weights, _SHAPES[:1]):
                np.maximum.at(best[0], first + nodes.row - 1, gain)
                np.maximum.at(best[1], left + nodes.column - 1, gain)
    stays = [
        dict(zip(places.tolist(), _logistic(price - gains).tolist(), strict=True))
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
    result: Doubles = 1 / (1 + np.exp(-np.minimum(evidence / parameters.MOVE_SPREAD, 30.0)))
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


def _out_of_order(run: Sequence[Step], path: Sequence[Step]) -> bool:
    """Whether the run crosses a bead of the path; what crosses none is for the path to decide."""
    rows = {n for step in run for n in step[0]}
    columns = {n for step in run for n in step[1]}
    row, column = min(rows), min(columns)
    return any(
        (left[0] < row) != (right[0] < column)
        for left, right, _ in path
        if rows.isdisjoint(left) and columns.isdisjoint(right)
    )


def _chance(gain: float, worth: float) -> float:
    """How sure a bead of a moved run is, from its own worth and that of the whole run."""
    return float(_logistic(np.array(min(gain, worth - parameters.RUN_PRICE))))


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


def _gains(
    rows: Ints,
    columns: Ints,
    evidence: Evidence,
    likes: Likenesses,
    weights: tuple[Weights, Weights],
    shapes: Sequence[tuple[int, int]] = _SHAPES,
) -> Iterator[tuple[tuple[int, int], Nodes, Doubles]]:
    """For each shape the beads of leftovers, and how much more each is worth than leaving its
    sentences alone."""
    part = _part(evidence, rows, columns)
    partial = Likenesses(
        likes.meaning and _partial(likes.meaning, part.translations, rows, columns),
        _partial(likes.letters, (part.cognates,), rows, columns),
        _partial(likes.tokens, (part.tokens,), rows, columns),
        _partial(likes.sense, (part.senses,), rows, columns)
        if likes.sense and part.senses
        else None,
    )
    lonely = [
        np.concatenate([[0.0], np.cumsum(alone_scores(side, part, partial, weights))])
        for side in range(2)
    ]
    whole_rows, whole_columns = _whole(rows), _whole(columns)
    sides = Sides(part)
    for nodes, _ in Lattice.of(part.search).parts():
        for (a, b), worth in bead_scores(part, partial, weights, sides, nodes, shapes):
            i, j = nodes.row, nodes.column
            some = np.flatnonzero(whole_rows[a][i] & whole_columns[b][j])
            i, j = i[some], j[some]
            left_alone = lonely[0][i] - lonely[0][i - a] + lonely[1][j] - lonely[1][j - b]
            yield (a, b), Nodes(i, j), worth[some] - left_alone


def _possible(
    beads: Iterable[tuple[tuple[int, int], Nodes, Doubles]],
    row_costs: Doubles,
    column_costs: Doubles,
) -> list[_Move]:
    """The beads that are worth more than their price and what it costs to take their sentences
    from where they are."""
    rows = np.concatenate([[0.0], np.cumsum(row_costs)])
    columns = np.concatenate([[0.0], np.cumsum(column_costs)])
    found = []
    for (a, b), nodes, gain in beads:
        i, j = nodes.row, nodes.column
        taking = rows[i] - rows[i - a] + columns[j] - columns[j - b]
        left = gain - taking - parameters.MOVE_PRICE * (a + b) / 2
        at = np.flatnonzero(left > 0)
        found += [
            _Move(row, column, (a, b), worth)
            for row, column, worth in zip(
                i[at].tolist(), j[at].tolist(), left[at].tolist(), strict=True
            )
        ]
    return found


def _whole(places: Ints) -> list[NDArray[np.bool_]]:
    """`result[size][end]`: whether the `size` leftovers before `end` were neighbours."""
    result = []
    for size in range(3):
        together = np.zeros(len(places) + 1, dtype=bool)
        if size:
            last, first = places[size - 1 :], places[: max(len(places) - size + 1, 0)]
            together[size:] = last - first == size - 1
        result.append(together)
    return result


def _runs(gains: list[_Move], rows: Ints, columns: Ints) -> list[tuple[list[_Move], float]]:
    """The best runs that do not overlap, each worth its price, best first."""
    runs = []
    left = gains
    while left:
        run, worth = _best_run(left, rows, columns)
        if worth < parameters.RUN_PRICE:
            break
        runs.append((run, worth))
        taken_rows = {n for m in run for n in range(m.row - m.shape[0], m.row)}
        taken_columns = {n for m in run for n in range(m.column - m.shape[1], m.column)}
        left = [
            m
            for m in left
            if taken_rows.isdisjoint(range(m.row - m.shape[0], m.row))
            and taken_columns.isdisjoint(range(m.column - m.shape[1], m.column))
        ]
    return runs


def _best_run(gains: list[_Move], rows: Ints, columns: Ints) -> tuple[list[_Move], float]:
    """The best chain of beads that follow each other closely on both sides."""
    ordered = sorted(gains, key=lambda m: (m.row, m.column))
    ending: dict[tuple[int, int], list[int]] = {}
    worth: list[float] = []
    before: list[int] = []
    for index, move in enumerate(ordered):
        row, column = move.row - move.shape[0], move.column - move.shape[1]
        best, link = 0.0, -1
        for back in range(_SKIP + 1):
            for aside in range(_SKIP + 1):
                for other in ending.get((row - back, column - aside), ()):
                    if not _close(rows, row - back, row) or not _close(
                        columns, column - aside, column
                    ):
                        continue
                    value = worth[other] - _SKIP_COST * (back + aside)
                    if value > best:
                        best, link = value, other
        worth.append(best + move.gain)
        before.append(link)
        ending.setdefault((move.row, move.column), []).append(index)
    top = max(range(len(ordered)), key=lambda index: worth[index])
    run = []
    index = top
    while index >= 0:
        run.append(ordered[index])
        index = before[index]
    return run[::-1], worth[top]


def _close(places: Ints, end: int, begin: int) -> bool:
    """Whether the leftover before `end` and the one at `begin` stand near in the text."""
    return bool(places[begin] - places[end - 1] <= 1 + _SKIP)


def _part(evidence: Evidence, rows: Ints, columns: Ints) -> Evidence:
    """The evidence about some rows and columns only."""
    part = bands.whole(len(rows), len(columns))

    def channel(whole: Channel) -> Channel:
        return Channel.over(_chosen(whole.left, rows), _chosen(whole.right, columns), part)

    names, figures, known = map(channel, (evidence.names, evidence.figures, evidence.concepts))
    return replace(
        evidence,
        band=part,
        search=part,
        translations=tuple(channel(one) for one in evidence.translations),
        cognates=channel(evidence.cognates),
        names=names,
        figures=figures,
        concepts=known,
        tokens=Channel.together(
            _chosen(evidence.tokens.left, rows),
            _chosen(evidence.tokens.right, columns),
            (names, figures, known),
        ),
        source=_some(evidence.source, rows),
        target=_some(evidence.target, columns),
        covered=(evidence.covered[0][rows], evidence.covered[1][columns]),
        confirmed=(),
        senses=evidence.senses and channel(evidence.senses),
    )


def _chosen(rows: Sentences, places: Ints) -> Sentences:
    if isinstance(rows, Dense):
        return Dense(rows.values[places])
    sizes = rows.starts[places + 1] - rows.starts[places]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    picked = np.concatenate(
        [np.arange(rows.starts[n], rows.starts[n + 1]) for n in places.tolist()]
    )
    return Rows(starts, rows.ids[picked], rows.weights[picked], rows.width)


def _some(side: Surface, places: Ints) -> Surface:
    return Surface(
        side.lengths[places],
        side.marks[places],
        side.endings[places],
        side.headings[places],
        None if side.paragraphs is None else side.paragraphs[places],
    )


def _partial(like: Likeness, channels: tuple[Channel, ...], rows: Ints, columns: Ints) -> Likeness:
    """The likeness over some rows and columns, with the rivals that the whole texts hold."""
    band = bands.whole(len(rows), len(columns))
    own = likeness(channels, band)
    sides = []
    for side, (places, others) in enumerate(((rows, columns), (columns, rows))):
        inside, whole = own.rivals[side], like.rivals[side]
        index = np.full(int(max(others.max(), whole.place.max())) + 2, -1_000_000)
        index[others] = np.arange(len(others))
        sides.append(_stronger(inside, whole, places, index, like.scale))
    return Likeness(channels, (sides[0], sides[1]), like.scale)


def _stronger(inside: Rivals, whole: Rivals, places: Ints, index: Ints, scale: float) -> Rivals:
    """The rivals among the leftovers or in the whole band, whichever are the stronger."""
    best: Floats = whole.best[places]
    better = inside.best * np.float32(scale) > best + np.float32(1e-6)
    return Rivals(
        np.where(better, inside.place, index[whole.place[places]]),
        np.where(better, inside.best * np.float32(scale), best),
        np.maximum(
            np.where(better, best, whole.second[places]),
            inside.second * np.float32(scale),
        ),
    )
