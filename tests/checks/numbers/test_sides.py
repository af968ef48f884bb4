"""A text as the comparison sees it."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers.sides import side, too_many


def listed(count: int) -> str:
    return " cows, ".join(str(number) for number in range(100, 100 + count)) + " cows"


@pytest.mark.parametrize(
    ("first", "second", "many"), [(30, 29, False), (30, 30, False), (30, 31, True)]
)
def test_sixty_quantities_are_still_sentences(first: int, second: int, many: bool) -> None:
    assert too_many(side(listed(first), "en"), side(listed(second), "en")) == many
