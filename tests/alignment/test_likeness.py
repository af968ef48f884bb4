"""How surely a sentence is the likest of another: against all but its neighbours."""

from __future__ import annotations

import numpy as np
import pytest

from reviewer.alignment.band import whole
from reviewer.alignment.likeness import _rivals


@pytest.mark.parametrize("away", range(1, 6))
def test_a_rival_is_more_than_two_places_away(away: int) -> None:
    cells = np.zeros((8, 8))
    cells[1, 1], cells[1, 1 + away] = 0.9, 0.6
    counted = 0.6 if away > 2 else 0.0
    of_rows, _ = _rivals(cells.ravel(), whole(8, 8))
    _, of_columns = _rivals(cells.T.ravel(), whole(8, 8))
    for found in (of_rows, of_columns):
        assert (found.place[1], found.best[1], found.second[1]) == (1, 0.9, counted)


def test_swapping_the_sides_swaps_the_rivals() -> None:
    cells = np.random.default_rng(1).random((7, 9))
    there, back = _rivals(cells.ravel(), whole(7, 9)), _rivals(cells.T.ravel(), whole(9, 7))
    for one, other in zip(there, reversed(back), strict=True):
        assert list(one.place) == list(other.place)
        assert np.allclose(one.best, other.best)
        assert np.allclose(one.second, other.second)
