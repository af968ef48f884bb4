"""The firm pairs that the band is drawn along."""

from __future__ import annotations

from random import Random

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
    assert band.find_anchors([by_rarity(*rows)]).chain == [(place, place) for place in firm]


@pytest.mark.parametrize("columns", [40, 400, 4_000])
def test_a_steep_band_has_a_way_through(columns: int) -> None:
    """Sentences in another order have few firm pairs, and those may lie far apart on one side."""
    found = band.around([(3, 5), (24, columns - 9)], 40, columns)
    assert (found.low[1:] <= found.high[:-1]).all()
    assert (found.low < found.high).all()


def numbered(columns: list[int]) -> band.Firm:
    """The firm pairs of texts in which the n-th sentence has its like at the n-th of these."""
    names = [f"name {number}" for number in range(len(columns))]
    rows = features([{name: 1.0} for name in names])
    others = features([{names[number]: 1.0} for number in columns])
    return band.find_anchors([by_rarity(rows, others)])


@pytest.mark.parametrize("found", [29, 30, 31])
def test_pairs_tell_of_texts_that_have_nothing_to_do_with_each_other_where_there_are_enough(
    found: int,
) -> None:
    assert band.Firm([(0, 0)], found).by_chance(100, 100) is (found >= 30)


@pytest.mark.parametrize(("chain", "chance"), [(19, True), (20, True), (21, False)])
def test_more_pairs_in_order_than_there_are_by_chance_are_a_translation(
    chain: int, chance: bool
) -> None:
    firm = band.Firm([(n, n) for n in range(chain)], 60)  # 1.3 times twice the root: 20.1
    assert firm.by_chance(200, 200) is chance


@pytest.mark.parametrize(("found", "chance"), [(59, True), (60, False), (61, False)])
def test_texts_that_say_the_same_in_another_order_are_no_strangers(
    found: int, chance: bool
) -> None:
    assert band.Firm([(0, 0)], found).by_chance(100, 200) is chance


@pytest.mark.parametrize(("sentences", "chance"), [(999, False), (1_000, False), (1_001, True)])
def test_long_texts_with_hardly_a_pair_are_strangers(sentences: int, chance: bool) -> None:
    assert band.Firm([(0, 0)], 29).by_chance(sentences, 8_000) is chance


@pytest.mark.parametrize("seed", range(5))
def test_pairs_drawn_at_random_are_in_order_as_far_as_chance_would_have_it(seed: int) -> None:
    draw = Random(seed)
    order = draw.sample(range(200), 200)
    assert numbered(order).by_chance(1_000, 1_000)
    kept = iter(sorted(order[::2]))
    half = [number if place % 2 else next(kept) for place, number in enumerate(order)]
    assert not numbered(half).by_chance(1_000, 1_000)
