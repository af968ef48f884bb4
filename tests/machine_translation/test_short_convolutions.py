"""Sums over windows of rows: what they are when each place is multiplied by itself."""

from __future__ import annotations

import numpy as np
import pytest

from reviewer.machine_translation.short_convolutions import RESULTS, window


@pytest.mark.parametrize("places", [2, 3, 5])
@pytest.mark.parametrize("count", [RESULTS, 2 * RESULTS, 5 * RESULTS])
def test_the_sum_over_all_places_to_the_last_digit(places: int, count: int) -> None:
    draw = np.random.default_rng(places * count)
    # Small whole numbers: none of the sums and halves is rounded.
    matrices = draw.integers(-9, 10, (places, 7, 4)).astype(np.float32)
    rows = draw.integers(-9, 10, (count + places - 1, 7)).astype(np.float32)

    found = window(matrices).over(rows, count)

    plainly = sum(rows[at : at + count] @ matrices[at] for at in range(places))
    assert found.dtype == np.float32
    assert np.array_equal(found, plainly)


@pytest.mark.parametrize("places", [2, 3, 5])
def test_hardly_a_digit_is_lost(places: int) -> None:
    draw = np.random.default_rng(places)
    matrices = (draw.standard_normal((places, 256, 256)) / 16).astype(np.float32)
    rows = draw.standard_normal((120 + places - 1, 256)).astype(np.float32)

    found = window(matrices).over(rows, 120)

    exact = sum(rows[at : at + 120].astype(float) @ matrices[at] for at in range(places))
    assert np.abs(found - exact).max() < 2e-5
