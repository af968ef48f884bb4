"""The shapes that a bead of the search may have: how many sentences on either side."""

from __future__ import annotations

SMALL_SHAPES: tuple[tuple[int, int], ...] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""The shapes that are tried where firm pairs leave no room for a larger one: source sentences,
target sentences. Missing (1, 0) and added (0, 1) are priced apart."""

LARGE_SHAPES: tuple[tuple[int, int], ...] = (
    (1, 4),
    (4, 1),
    (1, 5),
    (5, 1),
    (2, 3),
    (3, 2),
    (2, 4),
    (4, 2),
    (3, 3),
    (3, 4),
    (4, 3),
    (4, 4),
)
"""The others."""

SHAPES = SMALL_SHAPES + LARGE_SHAPES

REACH = 5
"""The most sentences that one side of a bead can have."""

FAMILIES: dict[tuple[int, int], str] = {
    (1, 1): "1-1",
    (1, 2): "1-2",
    (1, 3): "1-3",
    (1, 4): "1-4",
    (1, 5): "1-4",
    (2, 2): "2-2",
    (2, 3): "2-3",
    (2, 4): "3-3",
    (3, 3): "3-3",
    (3, 4): "4-4",
    (4, 4): "4-4",
}
"""Shapes that share a price; a shape and its mirror image always do."""


def family(shape: tuple[int, int]) -> str:
    """The name of the price group of a shape."""
    low, high = sorted(shape)
    return FAMILIES[low, high]
