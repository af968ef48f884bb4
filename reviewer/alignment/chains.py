"""The longest chain of links that cross none of their own: what stands in order on both sides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush

Link = tuple[tuple[int, ...], tuple[int, ...]]
"""Source indices and target indices, neither empty, each in order."""


def longest_in_order(links: Sequence[Link]) -> set[Link]:
    """The chain with the most links, and of these with the most sentences: each link ends, on
    both sides, before the next one begins.

    Patience sorting over a Fenwick tree of the best chains by where they end in the target.
    """
    ordered = sorted(links)
    columns = sorted({link[1][-1] for link in ordered})
    best: list[tuple[int, int]] = [(0, -1)] * (len(columns) + 1)
    back: list[int] = []
    worth: list[int] = []
    many = sum(len(left) + len(right) for left, right in links)
    waiting: list[tuple[int, int]] = []  # links whose end in the source is not passed yet
    for index, (rows, right) in enumerate(ordered):
        while waiting and waiting[0][0] < rows[0]:
            done = heappop(waiting)[1]
            place = bisect_right(columns, ordered[done][1][-1])
            while place <= len(columns):
                best[place] = max(best[place], (worth[done], done))
                place += place & -place
        place, before = bisect_left(columns, right[0]), (0, -1)
        while place > 0:
            before = max(before, best[place])
            place -= place & -place
        back.append(before[1])
        worth.append(before[0] + many + len(rows) + len(right))
        heappush(waiting, (rows[-1], index))
    index = max(range(len(ordered)), key=lambda n: (worth[n], n), default=-1)
    chain: set[Link] = set()
    while index >= 0:
        chain.add(ordered[index])
        index = back[index]
    return chain
