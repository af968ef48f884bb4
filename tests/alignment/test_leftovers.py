"""Sentences that were left over, and the rivals that each has among the others and in the texts."""

from __future__ import annotations

import numpy as np
import pytest

from reviewer.alignment.leftovers import _stronger
from reviewer.alignment.likeness import Rivals


def rivals(place: int, best: float, second: float) -> Rivals:
    return Rivals(np.array([place]), np.float32([best]), np.float32([second]))


@pytest.mark.parametrize("apart", [-1e-3, -1e-6, 0.0, 1e-6, 1e-3])
def test_a_pair_is_no_rival_of_itself_however_its_last_digits_were_measured(apart: float) -> None:
    """Sums of 32-bit numbers come out a little different on other processors."""
    index = np.array([0, 1, -1_000_000])
    found = _stronger(
        rivals(1, 0.9 + apart, 0.1), rivals(1, 0.9, 0.3), np.array([0]), index, scale=1.0
    )
    assert found.place.tolist() == [1]
    assert found.best == pytest.approx([0.9])
    assert found.second == pytest.approx([0.3])


@pytest.mark.parametrize(
    ("inside", "place", "best", "second"),
    [(0.89, 0, 0.9, 0.3), (0.9, 0, 0.9, 0.3), (0.91, 1, 0.91, 0.9)],
)
def test_another_is_the_rival_where_it_is_the_stronger(
    inside: float, place: int, best: float, second: float
) -> None:
    index = np.array([0, 1, -1_000_000])
    found = _stronger(rivals(1, inside, 0.1), rivals(0, 0.9, 0.3), np.array([0]), index, scale=1.0)
    assert found.place.tolist() == [place]
    assert found.best == pytest.approx([best])
    assert found.second == pytest.approx([second])
