"""The longest chain in order, against all chains that there are."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.alignment.chains import Link, longest_in_order


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    """Up to seven links of one to three sentences, each sentence in one of them at most."""
    sides = []
    for _ in range(2):
        order = draw(st.permutations(range(14)))
        sizes = draw(st.lists(st.integers(1, 3), min_size=7, max_size=7))
        parts, at = [], 0
        for size in sizes:
            parts.append(tuple(sorted(order[at : at + size])))
            at += size
        sides.append(parts)
    pairs = list(zip(*sides, strict=True))
    return [(left, right) for left, right in pairs if left and right]


def in_order(chain: tuple[Link, ...]) -> bool:
    ordered = sorted(chain)
    return all(
        one[0][-1] < other[0][0] and one[1][-1] < other[1][0] for one, other in pairwise(ordered)
    )


def size(chain: tuple[Link, ...]) -> tuple[int, int]:
    return len(chain), sum(len(left) + len(right) for left, right in chain)


@given(links())
def test_it_is_in_order_and_none_is_longer(some: list[Link]) -> None:
    found = tuple(longest_in_order(some))
    assert set(found) <= set(some)
    assert in_order(found)
    every = [
        chain
        for count in range(len(some) + 1)
        for chain in combinations(some, count)
        if in_order(chain)
    ]
    assert size(found) == max(map(size, every))


def test_no_links_make_no_chain() -> None:
    assert longest_in_order([]) == set()
