"""Two neighbouring sentences read by the encoder as one text, where the alignment is in doubt.

The sum of two sentences' vectors tells little of whether one sentence of the other side renders
both or only the one; the vector of both as one text does. Reading all of them would take twice the
time of the sentences themselves, so only those are read that stand where the path is not sure.
The features are `couple` in `measures.py`; their weights were set by hand
(docs/decisions/alignment.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from reviewer.alignment import band as bands
from reviewer.alignment import parameters
from reviewer.alignment.cancelling import GoOn, always
from reviewer.alignment.dense import directions
from reviewer.alignment.evidence import Evidence, Texts
from reviewer.alignment.search import Step
from reviewer.alignment.vectors import Vectors
from reviewer.domain import joined

ReadTogether = Callable[[list[str], list[str]], Vectors | None]
"""Gives the vectors of texts of the source and of the target, one row of length 1 for each; None
where no encoder reads both languages."""

MOST = 2_000
"""Sentences of both sides up to which doubts are looked at: the second search takes nearly the
time of the first."""


def with_couples(
    evidence: Evidence,
    texts: Texts,
    path: Sequence[Step],
    read: ReadTogether,
    go_on: GoOn = always,
) -> Evidence | None:
    """The evidence with the couples that stand where the path is in doubt; None where it is not,
    or where nobody reads them."""
    sides = texts.source, texts.target
    if texts.vectors is None or sum(map(len, sides)) > MOST:
        return None
    places = [_in_doubt(path, side, len(sides[side])) for side in range(2)]
    if not any(places):
        return None
    left, right = (
        [joined(side[n - 1 : n + 1]) for n in at] for side, at in zip(sides, places, strict=True)
    )
    found = read(left, right)
    if found is None:
        return None
    double = []
    for some, at, among in zip(found, places, texts.vectors, strict=True):
        rows = np.zeros_like(among)
        rows[at] = some
        double.append(directions(rows, among))
    single = [directions(side, side) for side in texts.vectors]
    band = evidence.band
    cells = (
        bands.products(double[0], single[1], band, go_on),
        bands.products(single[0], double[1], band, go_on),
    )
    return replace(evidence, couples=cells)


def _in_doubt(path: Sequence[Step], side: int, count: int) -> list[int]:
    """The sentences to be read together with the one before: those of beads in doubt, and those
    beside them."""
    found: set[int] = set()
    for rows, columns, chance in path:
        if chance < parameters.IN_DOUBT:
            own = (rows, columns)[side]
            found.update(at for n in own for at in (n, n + 1) if 0 < at < count)
    return sorted(found)
