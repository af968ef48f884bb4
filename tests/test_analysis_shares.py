"""How the work on translations is given out."""

from __future__ import annotations

from collections import Counter

import pytest

from reviewer.analysis.shares import part, parts_of_each


@pytest.mark.parametrize(
    ("translations", "processes", "parts"),
    [(1, 1, 1), (5, 1, 1), (1, 2, 2), (2, 2, 1), (3, 2, 2), (4, 2, 1), (5, 2, 2), (6, 4, 2),
     (5, 4, 4), (5, 5, 1)],
)  # fmt: skip
def test_every_process_has_as_many_parts(translations: int, processes: int, parts: int) -> None:
    assert parts_of_each(translations, processes) == parts
    given = Counter(number % processes for number in range(translations * parts))
    assert set(given.values()) == {translations * parts // processes}


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 10])
@pytest.mark.parametrize("parts", [1, 2, 3, 8])
def test_the_parts_are_all_of_it_and_about_as_long(count: int, parts: int) -> None:
    made = [part(range(count), number, parts) for number in range(parts)]
    assert [one for each in made for one in each] == list(range(count))
    assert max(map(len, made)) - min(map(len, made)) <= 1
