"""What every run of sentences of one side is by itself: length, marks, headings, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.evidence import Evidence
from reviewer.alignment.sums import kept, spans
from reviewer.alignment.vectors import Floats


@dataclass(frozen=True, slots=True)
class Marks:
    """The punctuation of the runs of a size: how many of each kind (by rows) before each node,
    the sum of their logarithms, and which kinds there are, as bits."""

    counts: Floats
    logarithms: Floats
    kinds: NDArray[np.int64]


class Sides:
    """For either side (0 the source) and each size the runs of so many sentences, by the node
    that ends them."""

    def __init__(self, evidence: Evidence) -> None:
        self._surfaces = (evidence.source, evidence.target)
        self._scales = (np.float32(evidence.ratio), np.float32(1))
        self._covered = evidence.covered
        self.have_headings = any(surface.headings.any() for surface in self._surfaces)
        self.have_paragraphs = any(surface.paragraphs is not None for surface in self._surfaces)
        self.say_again = any(surface.again.any() for surface in self._surfaces)

    @kept
    def again(self, side: int, size: int) -> NDArray[np.bool_]:
        """Whether a sentence of the run says what the one before it in the run says."""
        result: NDArray[np.bool_] = spans(self._surfaces[side].again, size - 1) > 0
        return result

    @kept
    def lengths(self, side: int, size: int) -> Floats:
        """The length in letters of the target."""
        return spans(self._surfaces[side].lengths, size) * self._scales[side]

    @kept
    def marks(self, side: int, size: int) -> Marks:
        """The punctuation."""
        counts = np.stack([spans(kind, size) for kind in self._surfaces[side].marks.T])
        bits = (counts > 0) * (1 << np.arange(len(counts)))[:, None]
        return Marks(counts, np.log1p(counts).sum(axis=0), bits.sum(axis=0))

    @kept
    def headings(self, side: int, size: int) -> NDArray[np.bool_]:
        """Whether there is a heading."""
        return spans(self._surfaces[side].headings, size) > 0

    @kept
    def uncovered(self, side: int, size: int) -> NDArray[np.bool_]:
        """Whether a sentence has no usable translation."""
        return spans(~self._covered[side], size) > 0

    @kept
    def crossed(self, side: int, size: int) -> Floats:
        """Whether (0 or 1) there are several paragraphs."""
        paragraphs = self._surfaces[side].paragraphs
        nodes = np.arange(len(self._surfaces[side].lengths) + 1)
        if paragraphs is None or size == 1 or not len(paragraphs):
            return np.zeros(len(nodes), dtype=np.float32)
        last = paragraphs[np.maximum(nodes - 1, 0)]
        first = paragraphs[np.clip(nodes - size, 0, len(paragraphs) - 1)]
        result: Floats = (first != last).astype(np.float32)
        return result
