"""How far from an edit rows are compared again, and when what was compared last is enough."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from reviewer.review.operations import recheck

ROWS = tuple(f"s{number}" for number in range(1, 401))
STATE = SimpleNamespace(beads=dict.fromkeys(ROWS), order=lambda: SimpleNamespace(keys=ROWS))


def test_a_hundred_rows_on_either_side_are_compared() -> None:
    near = recheck._near(STATE, ["s200"])
    assert (near[0], near[-1], len(near)) == ("s100", "s300", 201)
    assert recheck._near(STATE, ["s1"])[-1] == "s101"
    assert recheck._near(STATE, ["s400"])[0] == "s300"


@pytest.mark.parametrize(
    ("place", "inside"), [(149, False), (150, True), (250, True), (251, False)]
)
def test_fifty_of_them_must_be_left_to_do_with_those_compared_last(
    place: int, inside: bool
) -> None:
    last = tuple(f"s{number}" for number in range(100, 301))
    assert recheck._is_inside([f"s{place}"], last, STATE) is inside


@pytest.mark.parametrize("place", [1, 49, 50])
def test_at_the_ends_of_the_text_none_need_be_left(place: int) -> None:
    assert recheck._is_inside([f"s{place}"], ROWS[:101], STATE)
    assert recheck._is_inside([f"s{401 - place}"], ROWS[-101:], STATE)
