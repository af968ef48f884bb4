"""Sums over short windows of rows, each row times a matrix of its place, with fewer products of
matrices than the window has places.

Three places for two results, and two for three, take four products in place of six (S. Winograd,
"Arithmetic Complexity of Computations", 1980); five places are first parted into even and odd ones.
Only sums, differences and halves are made besides, so that next to nothing is lost of the digits.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

RESULTS = 12
"""The number of results must be a multiple of this for any window."""


@dataclass(frozen=True, slots=True)
class InFours:
    """A window of two or three places. `products` are four matrices, of which each serves `step`
    results."""

    products: Floats
    step: int

    def over(self, rows: Floats, count: int) -> Floats:
        """`result[n]` is the sum of `rows[n + place] @ matrix[place]`. `rows` has `count` rows and
        one less than the window has places."""
        step, tiles = self.step, count // self.step
        places = [rows[at : at + step * tiles : step] for at in range(4)]
        mixed = np.empty((4, tiles, rows.shape[1]), dtype=np.float32)
        np.subtract(places[0], places[2], out=mixed[0])
        np.add(places[1], places[2], out=mixed[1])
        np.subtract(places[2], places[1], out=mixed[2])
        np.subtract(places[1], places[3], out=mixed[3])
        first, plus, minus, last = np.matmul(mixed, self.products)
        result = np.empty((count, self.products.shape[2]), dtype=np.float32)
        by_place = [result[at::step] for at in range(step)]
        np.subtract(plus, minus, out=by_place[1])
        plus += minus
        np.add(first, plus, out=by_place[0])
        np.subtract(by_place[1] if step == 2 else plus, last, out=by_place[-1])
        return result


@dataclass(frozen=True, slots=True)
class InTwos:
    """A longer window, parted into even and odd places."""

    even: Window
    both: Window
    odd: Window

    def over(self, rows: Floats, count: int) -> Floats:
        """As that of `InFours`."""
        half = count // 2
        even, odd = rows[::2], rows[1::2]
        both = self.both.over(odd, half)
        result = np.empty((count, both.shape[1]), dtype=np.float32)
        np.add(self.even.over(even - odd, half), both, out=result[::2])
        np.subtract(both, self.odd.over(odd[:-1] - even[1:], half), out=result[1::2])
        return result


Window = InFours | InTwos


def window(matrices: Floats) -> Window:
    """The window of two, three or five places with these matrices."""
    if len(matrices) == 2:
        one, other = matrices
        return InFours(np.stack([one, (one + other) / 2, (one - other) / 2, other]), 3)
    if len(matrices) == 3:
        one, other, last = matrices
        ends = one + last
        return InFours(np.stack([one, (ends + other) / 2, (ends - other) / 2, last]), 2)
    even, odd = matrices[::2], matrices[1::2]
    both = even.copy()
    both[: len(odd)] += odd
    return InTwos(window(even), window(both), window(odd))
