"""The firm pairs that the band is drawn along."""

from __future__ import annotations

import pytest

from reviewer.alignment import band
from reviewer.alignment.vectors import by_rarity, features


@pytest.mark.parametrize(("beyond", "firm"), [(-1, range(20)), (0, range(20)), (1, range(10))])
def test_in_a_long_text_that_says_all_of_it_twice_the_nearer_partner_is_the_firm_one(
    beyond: int, firm: range, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"name {number % 10}" for number in range(20)]
    rows = [features([{name: 1.0} for name in names]) for _ in range(2)]
    monkeypatch.setattr(band, "LONG", 20 - 1 + beyond)
    assert band.find_anchors([by_rarity(*rows)]) == [(place, place) for place in firm]


@pytest.mark.parametrize("columns", [40, 400, 4_000])
def test_a_steep_band_has_a_way_through(columns: int) -> None:
    """Sentences in another order have few firm pairs, and those may lie far apart on one side."""
    found = band.around([(3, 5), (24, columns - 9)], 40, columns)
    assert (found.low[1:] <= found.high[:-1]).all()
    assert (found.low < found.high).all()
