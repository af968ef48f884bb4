"""Runs of beads that may have moved: what was carried elsewhere is seldom one sentence."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.alignment import parameters
from reviewer.alignment.vectors import Ints

_SKIP = 2  # sentences that a run may pass over
_SKIP_COST = 1.0  # nats for each


@dataclass(frozen=True, slots=True)
class Move:
    """A possible bead among the leftovers; the nodes are those of the leftover lists, the gain
    what it is worth beyond its price where no bead of its run stands right before it."""

    row: int
    column: int
    shape: tuple[int, int]
    gain: float


def moved_runs(
    gains: list[Move], rows: Ints, columns: Ints, runs_on: float, another: float
) -> list[tuple[list[Move], float]]:
    """The best runs that do not overlap, each worth its price, best first.

    `rows` and `columns` are the places of the leftovers in the texts; `runs_on` is what a bead is
    worth beyond its gain right behind another one of its run, `another` what a run behind the best
    one must be worth to be looked for along with it (infinite: it is not).
    Beads that cannot stand in one run are kept apart, so that after a run only those are looked
    at again that had a sentence in common with it.
    """
    order = {id(move): place for place, move in enumerate(sorted(gains, key=_end))}
    groups = _groups(gains)
    of_sentence: dict[tuple[int, int], set[int]] = {}
    for number, group in enumerate(groups):
        for sentence in (one for move in group for one in _sentences(move)):
            of_sentence.setdefault(sentence, set()).add(number)
    best: list[tuple[float, int, int, int, list[Move]]] = []
    turn = [0] * len(groups)

    def look_at(number: int) -> None:
        turn[number] += 1
        if groups[number]:
            run, worth = _best_run(groups[number], rows, columns, runs_on, another)
            heapq.heappush(best, (-worth, order[id(run[-1])], number, turn[number], run))

    for number in range(len(groups)):
        look_at(number)
    runs = []
    while best:
        loss, _, number, made, run = heapq.heappop(best)
        if made != turn[number]:
            continue
        if -loss < parameters.RUN_PRICE:
            break
        runs.append((run, -loss))
        taken = {sentence for move in run for sentence in _sentences(move)}
        for touched in sorted({one for sentence in taken for one in of_sentence[sentence]}):
            left = [move for move in groups[touched] if taken.isdisjoint(_sentences(move))]
            if len(left) < len(groups[touched]):
                groups[touched] = left
                look_at(touched)
    return runs


def _end(move: Move) -> tuple[int, int]:
    return move.row, move.column


def _sentences(move: Move) -> list[tuple[int, int]]:
    """The sentences of a bead: the side (0 is the source), and the place among its leftovers."""
    return [
        (side, place)
        for side, end in enumerate(_end(move))
        for place in range(end - move.shape[side], end)
    ]


def _groups(gains: Sequence[Move]) -> list[list[Move]]:
    """The beads in such groups that those of one run are in one of them."""
    parent = list(range(len(gains)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    ending: dict[tuple[int, int], list[int]] = {}
    for number, move in enumerate(gains):
        ending.setdefault(_end(move), []).append(number)
    for number, move in enumerate(gains):
        row, column = move.row - move.shape[0], move.column - move.shape[1]
        for back in range(_SKIP + 1):
            for aside in range(_SKIP + 1):
                for other in ending.get((row - back, column - aside), ()):
                    parent[root(other)] = root(number)
    found: dict[int, list[Move]] = {}
    for number, move in enumerate(gains):
        found.setdefault(root(number), []).append(move)
    return list(found.values())


class _Earlier:
    """For every place the chain worth most that ends before it on both sides."""

    def __init__(self, moves: Sequence[Move]) -> None:
        self._row = min(move.row - move.shape[0] for move in moves)
        self._column = min(move.column - move.shape[1] for move in moves)
        width = max(move.column for move in moves) - self._column + 1
        self._best: list[list[tuple[float, int]]] = [[(0.0, -1)] * width]

    def best(self, row: int, column: int) -> tuple[float, int]:
        """What the chain is worth, and the number of its last bead (-1: there is none)."""
        return self._at(row)[column - self._column]

    def add(self, move: Move, worth: float, number: int) -> None:
        """Takes in the chain whose last bead this is; beads are to come in the order of rows."""
        best = self._at(move.row)
        for place in range(move.column - self._column, len(best)):
            if best[place][0] >= worth:
                break
            best[place] = (worth, number)

    def _at(self, row: int) -> list[tuple[float, int]]:
        while len(self._best) <= row - self._row:
            self._best.append(list(self._best[-1]))
        return self._best[row - self._row]


def _best_run(
    gains: list[Move], rows: Ints, columns: Ints, runs_on: float, another: float
) -> tuple[list[Move], float]:
    """The best chain of beads that follow each other closely on both sides.

    It is the best of those runs that are worth most together, one behind the other, each but the
    first for the price of `another`: else a poor bead between two passages that were carried the
    same way would join them, at the cost of its sentences' own counterparts.
    """
    ordered = sorted(gains, key=_end)
    ending: dict[tuple[int, int], list[int]] = {}
    earlier = _Earlier(ordered)
    worth: list[float] = []
    before: list[int] = []  # the bead before in the same run
    behind: list[tuple[float, int]] = []  # the run before that of the bead
    for index, move in enumerate(ordered):
        row, column = move.row - move.shape[0], move.column - move.shape[1]
        others, last = earlier.best(row, column)
        others -= another
        run_before = (others, last) if others > 0 else (0.0, -1)
        best, link = run_before[0], -1
        for back in range(_SKIP + 1):
            for aside in range(_SKIP + 1):
                for other in ending.get((row - back, column - aside), ()):
                    if not _close(rows, row - back, row) or not _close(
                        columns, column - aside, column
                    ):
                        continue
                    value = worth[other] - _SKIP_COST * (
                        _between(rows, row - back, row) + _between(columns, column - aside, column)
                    )
                    if _follows(rows, row - back, row) and _follows(
                        columns, column - aside, column
                    ):
                        value += runs_on
                    if value > best:
                        best, link = value, other
        worth.append(best + move.gain)
        before.append(link)
        behind.append(run_before if link < 0 else behind[link])
        ending.setdefault((move.row, move.column), []).append(index)
        earlier.add(move, worth[index], index)
    runs: list[tuple[float, int]] = []
    index = max(range(len(ordered)), key=lambda index: worth[index])
    while index >= 0:
        runs.append((worth[index] - behind[index][0], index))
        index = behind[index][1]
    most, index = max(runs, key=lambda run: run[0])
    run = []
    while index >= 0:
        run.append(ordered[index])
        index = before[index]
    return run[::-1], most


def _close(places: Ints, end: int, begin: int) -> bool:
    """Whether the leftover before `end` and the one at `begin` stand near in the text."""
    return _between(places, end, begin) <= _SKIP


def _between(places: Ints, end: int, begin: int) -> int:
    """The sentences of the text between the leftover before `end` and the one at `begin`: those
    that stay where they are as well, which a passage carried elsewhere would have taken along."""
    return int(places[begin] - places[end - 1] - 1)


def _follows(places: Ints, end: int, begin: int) -> bool:
    """Whether the leftover at `begin` is the sentence right after the one before `end`."""
    return _between(places, end, begin) == 0
