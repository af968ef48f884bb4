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
