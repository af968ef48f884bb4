"""Sentences as dense vectors from a sentence encoder, and inner products of them in a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reviewer.alignment.vectors import Floats
from reviewer.text.lengths import letters

_DOUBT = 10.0
"""Sentences that count against a text's own mean vector: that of three is chance."""


@dataclass(frozen=True, slots=True)
class Dense:
    """Row `i` is the vector of sentence `i`; its size says how much the sentence weighs where
    several are taken together."""

    values: Floats

    def __len__(self) -> int:
        return len(self.values)

    @classmethod
    def of(cls, vectors: Floats, texts: Sequence[str]) -> Dense:
        """The vectors of one side, made ready: what all its sentences have in common is taken
        off, and a longer sentence weighs more (by the root of its letters, which makes the sum
        of two the nearest to the vector of both as one sentence)."""
        own = vectors - _common(vectors)
        own[~vectors.any(axis=1)] = 0
        sizes = np.linalg.norm(own, axis=1)
        weight = np.sqrt([letters(text) + 1 for text in texts]) / np.maximum(sizes, 1e-6)
        return cls((own * weight[:, None]).astype(np.float32))

    def products(self, rows: tuple[int, int], other: Dense, columns: tuple[int, int]) -> Floats:
        """The inner products of a range of rows with a range of the other side's."""
        result: Floats = self.values[slice(*rows)] @ other.values[slice(*columns)].T
        return result

    def near(self, reach: int) -> Floats:
        """`result[i, lag]` is the inner product of rows `i` and `i - lag` (0 where none is)."""
        result = np.zeros((len(self), reach), dtype=np.float32)
        for lag in range(min(reach, len(self))):
            result[lag:, lag] = np.einsum(
                "ij,ij->i", self.values[lag:], self.values[: len(self) - lag]
            )
        return result


def _common(vectors: Floats) -> Floats:
    """What the sentences of a side have in common."""
    common: Floats = vectors.sum(axis=0) / np.float32(len(vectors) + _DOUBT)
    return common


def directions(vectors: Floats, among: Floats) -> Dense:
    """Each of the vectors without what the sentences of its side (`among`) have in common, at
    length 1; 0 where there is none."""
    own = vectors - _common(among)
    own[~vectors.any(axis=1)] = 0
    sizes = np.linalg.norm(own, axis=1, keepdims=True)
    return Dense((own / np.maximum(sizes, 1e-6)).astype(np.float32))
