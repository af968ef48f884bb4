"""The probabilities of the search against all alignments counted one by one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from reviewer.alignment import lattice, search
from reviewer.alignment.band import Band, whole
from reviewer.alignment.lattice import Lattice
from reviewer.alignment.search import (
    Scores,
    chances,
    chances_beside,
    left_alone,
    most_expected,
    null_chances,
    score_table,
)
from reviewer.alignment.shapes import SHAPES, SMALL_SHAPES

Path = tuple[tuple[int, int, int, int], ...]


def scores(rows: int, columns: int, seed: int, band: Band | None = None) -> Scores:
    draw = np.random.default_rng(seed)
    lattice = Lattice.of(band or whole(rows, columns))
    table = score_table(lattice)
    row, column, place = lattice.nodes(0, rows)
    for index, shape in enumerate(SHAPES):
        values = draw.normal(size=len(place))
        table[index, place] = np.where(lattice.reachable(row, column, shape), values, -np.inf)
    return Scores(lattice, table, draw.normal(size=rows), draw.normal(size=columns))


def paths(one: Scores, row: int, column: int) -> Iterator[tuple[Path, float]]:
    """Every path to a node with its score."""
    lattice = one.lattice
    if row == 0 and column == 0:
        yield (), 0.0
    if not lattice.low[row] <= column <= lattice.high[row]:
        return
    place = int(lattice.offsets[row] + column - lattice.low[row])
    steps = [(shape, float(one.beads[n, place])) for n, shape in enumerate(SHAPES)]
    if row:
        steps.append(((1, 0), float(one.missing[row - 1])))
    if column:
        steps.append(((0, 1), float(one.added[column - 1])))
    for (a, b), worth in steps:
        if a <= row and b <= column and np.isfinite(worth):
            for path, total in paths(one, row - a, column - b):
                yield (*path, (row, column, a, b)), total + worth


@pytest.mark.parametrize(
    "band",
    [
        None,
        Band(np.array([0, 0, 1]), np.array([2, 3, 3]), 3, np.zeros(3, dtype=bool)),
    ],
)
def test_the_probabilities_are_those_of_all_paths(band: Band | None) -> None:
    one = scores(3, 3, 7, band)
    known = chances(one)
    every = list(paths(one, 3, 3))
    total = np.logaddexp.reduce([worth for _, worth in every])
    assert known.evidence == pytest.approx(total, abs=1e-4)
    wanted: dict[tuple[int, int, int, int], float] = {}
    for path, worth in every:
        for step in path:
            wanted[step] = wanted.get(step, 0.0) + float(np.exp(worth - total))
    lattice = one.lattice
    for (row, column, a, b), chance in wanted.items():
        place = int(lattice.offsets[row] + column - lattice.low[row])
        if (a, b) == (1, 0):
            found = known.missing[place]
        elif (a, b) == (0, 1):
            found = known.added[place]
        else:
            found = known.beads[SHAPES.index((a, b)), place]
        assert found == pytest.approx(chance, abs=1e-4)


def test_the_chosen_path_has_the_most_sentences_expected_in_right_beads() -> None:
    one = scores(3, 4, 3)
    known = chances(one)
    chosen = most_expected(one.lattice, known, 0.0)

    missing, added = null_chances(one.lattice, known)

    def expected(path: Path) -> float:
        total = 0.0
        for row, column, a, b in path:
            if (a, b) == (1, 0):
                chance = missing[row - 1]
            elif (a, b) == (0, 1):
                chance = added[column - 1]
            else:
                place = int(one.lattice.offsets[row] + column - one.lattice.low[row])
                chance = known.beads[SHAPES.index((a, b)), place]
            total += (a + b) / 2 * float(chance)
        return total

    best = max(expected(path) for path, _ in paths(one, 3, 4))
    found = sum((len(rows) + len(columns)) / 2 * chance for rows, columns, chance in chosen)
    assert found == pytest.approx(best, abs=1e-4)
    assert [n for rows, _, _ in chosen for n in rows] == [0, 1, 2]
    assert [n for _, columns, _ in chosen for n in columns] == [0, 1, 2, 3]


@pytest.mark.parametrize("rows", [1, 3, 4, 7, 40])
def test_it_is_the_same_however_many_rows_are_worked_on_at_a_time(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = scores(rows, rows + 2, seed=rows)
    whole = chances(one)
    path = most_expected(one.lattice, whole, 0.1)
    for many in (1, 2, 3, 1000):
        monkeypatch.setattr(search, "OFTEN", many)
        monkeypatch.setattr(lattice, "OFTEN", many)
        again = chances(one)
        assert np.array_equal(again.beads, whole.beads)
        assert np.array_equal(again.missing, whole.missing)
        assert again.evidence == whole.evidence
        assert most_expected(one.lattice, again, 0.1) == path


@pytest.mark.parametrize("loose", [(), (0,), (6,), (11,), (3, 4)])
def test_rows_without_large_beads_have_the_chances_of_all_paths(loose: tuple[int, ...]) -> None:
    """The chances do not depend on how many shapes are gone through in a row: here a large one
    may end in the `loose` rows only."""
    one = scores(12, 12, seed=4)
    rows = one.lattice.nodes(0, 12)
    tight = ~np.isin(rows[0], loose)
    one.beads[len(SMALL_SHAPES) :, rows[2][tight]] = -np.inf
    known = chances(one)
    spread = Scores(one.lattice, one.beads.copy(), one.missing, one.added)
    # So little that it tells in no digit, and the row counts as one with large beads.
    reachable = spread.beads[SHAPES.index((4, 4))]
    for row in range(4, 13):
        at = one.lattice.row(row).start + 4
        if reachable[at] == -np.inf:
            reachable[at] = -500.0
    again = chances(spread)
    assert again.beads == pytest.approx(known.beads, abs=1e-6)
    assert again.missing == pytest.approx(known.missing, abs=1e-6)
    assert again.evidence == pytest.approx(known.evidence, abs=1e-6)
    assert most_expected(one.lattice, again, 0.1) == most_expected(one.lattice, known, 0.1)


def test_two_sets_of_prices_are_gone_through_as_one_each() -> None:
    one = scores(5, 6, seed=2)
    other = Scores(one.lattice, one.beads, one.missing - 2, one.added - 3)
    known, alone = chances_beside(one, other)
    by_itself = chances(one)
    assert np.array_equal(known.beads, by_itself.beads)
    assert known.evidence == by_itself.evidence
    for found, wanted, told in zip(
        alone, null_chances(one.lattice, chances(other)), left_alone(other), strict=True
    ):
        assert np.array_equal(found, wanted)
        assert np.array_equal(told, wanted)
