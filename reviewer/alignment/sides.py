"""What every run of sentences of one side is by itself: length, marks, headings, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.evidence import Evidence, Surface
from reviewer.alignment.sums import Kept, spans
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
        surfaces = (evidence.source, evidence.target)
        scales = (evidence.ratio, 1.0)

        def lengths(key: tuple[int, int]) -> Floats:
            side, size = key
            return spans(surfaces[side].lengths, size) * np.float32(scales[side])

        def marks(key: tuple[int, int]) -> Marks:
            side, size = key
            counts = np.stack([spans(kind, size) for kind in surfaces[side].marks.T])
            bits = (counts > 0) * (1 << np.arange(len(counts)))[:, None]
            return Marks(counts, np.log1p(counts).sum(axis=0), bits.sum(axis=0))

        def headings(key: tuple[int, int]) -> NDArray[np.bool_]:
            return spans(surfaces[key[0]].headings, key[1]) > 0

        def crossed(key: tuple[int, int]) -> Floats:
            return _crosses(surfaces[key[0]], key[1])

        def uncovered(key: tuple[int, int]) -> NDArray[np.bool_]:
            return spans(~evidence.covered[key[0]], key[1]) > 0

        self.lengths = Kept(lengths)
        self.marks = Kept(marks)
        self.headings = Kept(headings)
        self.crossed = Kept(crossed)
        self.uncovered = Kept(uncovered)
        self.have_headings = any(surface.headings.any() for surface in surfaces)
        self.have_paragraphs = any(surface.paragraphs is not None for surface in surfaces)


def _crosses(side: Surface, size: int) -> Floats:
    """Whether the runs hold sentences of several paragraphs."""
    nodes = np.arange(len(side.lengths) + 1)
    if side.paragraphs is None or size == 1 or not len(side.paragraphs):
        return np.zeros(len(nodes), dtype=np.float32)
    last = side.paragraphs[np.maximum(nodes - 1, 0)]
    first = side.paragraphs[np.clip(nodes - size, 0, len(side.paragraphs) - 1)]
    result: Floats = (first != last).astype(np.float32)
    return result
