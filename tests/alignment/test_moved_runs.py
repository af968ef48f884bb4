"""The best runs of beads that may have moved, beside a plain search for them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from reviewer.alignment import moved_runs, parameters
from reviewer.alignment.moved_runs import Move

MOVES = st.lists(
    st.builds(
        Move,
        st.integers(2, 12),
        st.integers(2, 12),
        st.sampled_from([(1, 1), (1, 2), (2, 1), (2, 2)]),
        # Few different gains: runs of the same worth must be taken in the same order.
        st.sampled_from([-1.0, 1.0, 3.0, 7.0]),
    ),
    max_size=40,
    unique_by=lambda move: (move.row, move.column, move.shape),
)
PLACES = st.lists(st.integers(1, 4), min_size=13, max_size=13).map(np.cumsum)


def plainly(
    gains: list[Move],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    runs_on: float,
    another: float,
) -> list[tuple[list[Move], float]]:
    """The best run of all groups; then the best of the beads that have no sentence with it; and so
    on."""
    found = []
    order = sorted(gains, key=moved_runs._end)
    groups = moved_runs._groups(gains)
    while any(groups):
        runs = [
            moved_runs._best_run(left, rows, columns, runs_on, another) for left in groups if left
        ]
        run, worth = min(runs, key=lambda one: (-one[1], order.index(one[0][-1])))
        if worth < parameters.RUN_PRICE:
            break
        found.append((run, worth))
        taken = {sentence for move in run for sentence in moved_runs._sentences(move)}
        groups = [
            [move for move in left if taken.isdisjoint(moved_runs._sentences(move))]
            for left in groups
        ]
    return found


@given(MOVES, PLACES, PLACES, st.sampled_from([0.0, 2.0]), st.sampled_from([5.0, math.inf]))
def test_runs_are_found_as_if_all_beads_were_looked_at_again_after_each(
    gains: list[Move],
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    runs_on: float,
    another: float,
) -> None:
    found = moved_runs.moved_runs(gains, rows, columns, runs_on, another)
    assert found == plainly(gains, rows, columns, runs_on, another)


def test_beads_far_apart_are_in_groups_of_their_own() -> None:
    beads = [Move(end, end, (1, 1), 1.0) for end in (1, 2, 5, 9, 12)]
    groups = [[bead.row for bead in group] for group in moved_runs._groups(beads)]
    assert groups == [[1, 2, 5], [9, 12]]


@pytest.mark.parametrize(
    ("between", "worth", "joined"),
    [
        (0, 0.1, True),
        (1, 2.0, False),  # a nat for each sentence between them, on both sides
        (1, 2.1, True),
        (2, 4.0, False),
        (2, 4.1, True),
        (3, 9.0, False),  # too far away
    ],
)
def test_a_run_pays_for_the_sentences_that_it_leaves_where_they_are(
    between: int, worth: float, joined: bool
) -> None:
    beads = [Move(1, 1, (1, 1), 10.0), Move(2, 2, (1, 1), worth)]
    places = np.array([3, 4 + between])
    run, _ = moved_runs._best_run(beads, places, places, 0.0, 5.0)
    assert (len(run) == 2) == joined


def _bridged(middle: float) -> list[Move]:
    """Two runs of two beads, the second from the fifth sentence on; a poor bead of two and two that
    would join them and has the second one's first sentence."""
    beads = [(1, 1, 9.0), (2, 2, 9.0), (6, 6, 9.0), (7, 7, 9.0)]
    return [
        *(Move(row, column, (1, 1), gain) for row, column, gain in beads),
        Move(6, 6, (2, 2), middle),
    ]


# Right before the last bead, two sentences behind the second on both sides: 4 nats for these, where
# the right bead is worth 9 and a second run 5.
@pytest.mark.parametrize(
    ("middle", "another", "joined"),
    [(7.9, 5.0, False), (8.1, 5.0, True), (0.1, math.inf, True)],
)
def test_a_poor_bead_joins_no_two_passages_that_were_carried_the_same_way(
    middle: float, another: float, joined: bool
) -> None:
    places = np.arange(8)
    runs = moved_runs.moved_runs(_bridged(middle), places, places, 0.0, another)
    shapes = [[move.shape for move in run] for run, _ in runs]
    whole = [(1, 1)] * 2
    assert shapes == ([[*whole, (2, 2), (1, 1)]] if joined else [whole, whole])


def test_what_a_run_is_worth_is_its_own() -> None:
    places = np.arange(8)
    runs = moved_runs.moved_runs(_bridged(1.0), places, places, 0.0, 5.0)
    assert [worth for _, worth in runs] == [18.0, 18.0]


def test_a_run_behind_the_best_one_gives_way_to_a_better_one_elsewhere() -> None:
    best, between, behind, elsewhere = (
        Move(row, column, (1, 1), gain)
        for row, column, gain in ((2, 2, 20.0), (5, 5, -1.0), (8, 8, 9.0), (8, 1, 10.0))
    )
    places = np.arange(9)
    runs = moved_runs.moved_runs([best, between, behind, elsewhere], places, places, 0.0, 5.0)
    assert [run for run, _ in runs] == [[best], [elsewhere]]
