"""What single sentences look like: how long they are, their marks, what stands twice in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import tokens
from reviewer.alignment.vectors import Floats
from reviewer.text.lengths import letters

_NO_MARKS = 0.5
"""The share of sentences without a mark at their end, beyond that of the other text, from which on
it is the habit of the text."""

_TELLING = 15
"""Letters of a sentence that nobody says twice in a row: a shorter one ("No. No.") may be."""


@dataclass(frozen=True, slots=True)
class Surface:
    """What single sentences look like, for one side; `again` are those that only say again what
    the one before says."""

    lengths: Floats
    marks: NDArray[np.int64]
    endings: NDArray[np.int64]
    headings: NDArray[np.bool_]
    paragraphs: NDArray[np.int64] | None
    again: NDArray[np.bool_]


def surface_of(
    texts: Sequence[str], headings: frozenset[int], paragraphs: Sequence[int] | None
) -> Surface:
    """What the sentences of a side look like; `headings` are the indices of headings, `paragraphs`
    the number of each sentence's paragraph."""
    return Surface(
        lengths=np.array([letters(text) + 1 for text in texts], dtype=np.float32),
        marks=np.array([tokens.marks(text) for text in texts], dtype=np.int64),
        endings=np.array([tokens.ending(text) for text in texts], dtype=np.int64),
        headings=np.array([index in headings for index in range(len(texts))], dtype=bool),
        paragraphs=None if paragraphs is None else np.array(paragraphs, dtype=np.int64),
        again=np.array(
            [
                n > 0 and texts[n - 1] == text and letters(text) >= _TELLING
                for n, text in enumerate(texts)
            ],
            dtype=bool,
        ),
    )


def by_its_habit(side: Surface, other: Surface) -> Surface:
    """The side with what its endings tell beside the other's: in Thai no mark ends a sentence,
    and if every one of them counted against its bead, the fewer beads there were the better."""
    bare, others = (float((one.endings == 0).mean()) for one in (side, other))
    if bare - others < _NO_MARKS:
        return side
    return replace(side, endings=np.where(side.endings == 0, tokens.UNMARKED, side.endings))
