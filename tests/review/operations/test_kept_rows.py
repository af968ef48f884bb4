"""When the rows that were counted are enough for an edit, and when more must be."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from reviewer.review.operations.kept_rows import CountedRows, KeptRows

ROWS = tuple(f"s{number}" for number in range(1, 401))
STATE: Any = SimpleNamespace(beads=dict.fromkeys(ROWS), order=lambda: SimpleNamespace(keys=ROWS))


def kept(first: int, last: int) -> KeptRows:
    """The checks know of the rows from number `first` to number `last`."""
    known = dict.fromkeys(ROWS[first - 1 : last])
    whole: Any = SimpleNamespace(rows=SimpleNamespace(pairs=known, place=None))
    return KeptRows(CountedRows(whole, {}), partial=True)


@pytest.mark.parametrize(
    ("place", "enough"), [(149, False), (150, True), (250, True), (251, False)]
)
def test_fifty_rows_must_be_known_on_either_side(place: int, enough: bool) -> None:
    assert kept(100, 300).reach(STATE, {f"s{place}"}) is enough


@pytest.mark.parametrize("place", [1, 49, 50, 51])
def test_at_the_ends_of_the_text_none_need_be(place: int) -> None:
    assert kept(1, 101).reach(STATE, {f"s{place}"})
    assert kept(300, 400).reach(STATE, {f"s{401 - place}"})
