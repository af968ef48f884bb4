"""The best runs of beads that may have moved, beside a plain search for them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from reviewer.alignment import moves, parameters
from reviewer.alignment.moves import _Move

MOVES = st.lists(
    st.builds(
        _Move,
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
    gains: list[_Move], rows: NDArray[np.int64], columns: NDArray[np.int64], runs_on: float
) -> list[tuple[list[_Move], float]]:
    """The best run of all beads; then the best of those that have no sentence with it; and so
    on."""
    found = []
    left = gains
    while left:
        run, worth = moves._best_run(left, rows, columns, runs_on)
        if worth < parameters.RUN_PRICE:
            break
        found.append((run, worth))
        taken = {sentence for move in run for sentence in moves._sentences(move)}
        left = [move for move in left if taken.isdisjoint(moves._sentences(move))]
    return found


@given(MOVES, PLACES, PLACES, st.sampled_from([0.0, 2.0]))
def test_runs_are_found_as_if_all_beads_were_looked_at_again_after_each(
    gains: list[_Move], rows: NDArray[np.int64], columns: NDArray[np.int64], runs_on: float
) -> None:
    assert moves._runs(gains, rows, columns, runs_on) == plainly(gains, rows, columns, runs_on)


def test_beads_far_apart_are_in_groups_of_their_own() -> None:
    beads = [_Move(end, end, (1, 1), 1.0) for end in (1, 2, 5, 9, 12)]
    groups = [[bead.row for bead in group] for group in moves._groups(beads)]
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
    beads = [_Move(1, 1, (1, 1), 10.0), _Move(2, 2, (1, 1), worth)]
    places = np.array([3, 4 + between])
    run, _ = moves._best_run(beads, places, places, 0.0)
    assert (len(run) == 2) == joined
