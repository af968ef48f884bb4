"""What a quantity is compared with: all of a sentence's, those near it in a long text."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers.matching import _MANY, _NEAR, Matching, _candidates
from reviewer.text.quantities.items import Item


def items(count: int) -> list[Item]:
    return [Item(3 * n, 3 * n + 2, "cardinal", (n,)) for n in range(count)]


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [(_MANY, 0, _MANY - 1), (_MANY + 1, _MANY // 2 - _NEAR, _MANY // 2 + _NEAR - 1)],
)
def test_from_many_on_it_is_those_near_by(count: int, first: int, last: int) -> None:
    result = Matching(source=items(count), target=items(count))
    found = _candidates(result)(result.source[_MANY // 2])
    assert (found[0].value, found[-1].value) == (max(first, 0), min(last, count - 1))


@pytest.mark.parametrize(("sources", "place"), [(1000, 500), (250, 125), (1, 0)])
def test_near_by_is_at_the_same_share_of_its_text(sources: int, place: int) -> None:
    result = Matching(source=items(sources), target=items(1000))
    found = _candidates(result)(result.source[place])
    middle = round(place * 1000 / sources)
    assert found[0].value == max(middle - _NEAR, 0)
    assert found[-1].value == middle + _NEAR - 1
