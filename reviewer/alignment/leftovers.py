"""The sentences that a path leaves over, set against each other wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment import band as bands
from reviewer.alignment.band import Sentences
from reviewer.alignment.dense import Dense
from reviewer.alignment.evidence import Channel, Evidence
from reviewer.alignment.lattice import Lattice
from reviewer.alignment.likeness import Likeness, Likenesses, Rivals, likeness
from reviewer.alignment.model import Weights, alone_scores, bead_scores
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import Nodes
from reviewer.alignment.surface import Surface
from reviewer.alignment.vectors import Floats, Ints, Rows

Doubles = NDArray[np.float64]

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))
"""The shapes that a bead of leftovers may have."""

_SOMETHING = 0.05  # a likeness of less than this is none


@dataclass(frozen=True)
class Leftovers:
    """Some sentences of either side (their places in the texts, in order) with the evidence of
    the whole texts and the weights that they are judged by."""

    rows: Ints
    columns: Ints
    evidence: Evidence
    likes: Likenesses
    weights: tuple[Weights, Weights]

    @cached_property
    def _part(self) -> Evidence:
        return _part(self.evidence, self.rows, self.columns)

    @cached_property
    def _own(self) -> Likenesses:
        likes, part, rows, columns = self.likes, self._part, self.rows, self.columns
        return Likenesses(
            likes.meaning and _partial(likes.meaning, part.translations, rows, columns),
            _partial(likes.letters, (part.cognates,), rows, columns),
            _partial(likes.tokens, (part.tokens,), rows, columns),
            _partial(likes.sense, (part.senses,), rows, columns)
            if likes.sense and part.senses
            else None,
        )

    def gains(
        self, shapes: Sequence[tuple[int, int]] = SHAPES
    ) -> Iterator[tuple[tuple[int, int], Nodes, Doubles]]:
        """For each shape the beads of leftovers, and how much more each is worth than leaving
        its sentences alone."""
        part, own = self._part, self._own
        lonely = [
            np.concatenate([[0.0], np.cumsum(alone_scores(side, part, own, self.weights))])
            for side in range(2)
        ]
        whole_rows, whole_columns = _whole(self.rows), _whole(self.columns)
        sides = Sides(part)
        for nodes, _ in Lattice.of(part.search).parts():
            for (a, b), worth in bead_scores(part, own, self.weights, sides, nodes, shapes):
                i, j = nodes.row, nodes.column
                some = np.flatnonzero(whole_rows[a][i] & whole_columns[b][j])
                i, j = i[some], j[some]
                left_alone = lonely[0][i] - lonely[0][i - a] + lonely[1][j] - lonely[1][j - b]
                yield (a, b), Nodes(i, j), worth[some] - left_alone

    @cached_property
    def alike(self) -> NDArray[np.bool_]:
        """For each pair whether there is any likeness between the two."""
        pairs = np.indices((len(self.rows), len(self.columns))).reshape(2, -1).T
        most = np.zeros(len(pairs), dtype=np.float32)
        for _, like in self._own.named(translated=True):
            np.maximum(most, like.of_pairs(pairs, self._part.band), out=most)
        result: NDArray[np.bool_] = most.reshape(len(self.rows), len(self.columns)) > _SOMETHING
        return result


def _whole(places: Ints) -> list[NDArray[np.bool_]]:
    """`result[size][end]`: whether the `size` leftovers before `end` were neighbours."""
    result = []
    for size in range(3):
        together = np.zeros(len(places) + 1, dtype=bool)
        if size:
            last, first = places[size - 1 :], places[: max(len(places) - size + 1, 0)]
            together[size:] = last - first == size - 1
        result.append(together)
    return result


def _part(evidence: Evidence, rows: Ints, columns: Ints) -> Evidence:
    """The evidence about some rows and columns only."""
    part = bands.whole(len(rows), len(columns))

    def channel(whole: Channel) -> Channel:
        return Channel.over(chosen(whole.left, rows), chosen(whole.right, columns), part)

    names, figures, known = map(channel, (evidence.names, evidence.figures, evidence.concepts))
    return replace(
        evidence,
        band=part,
        search=part,
        translations=tuple(channel(one) for one in evidence.translations),
        cognates=channel(evidence.cognates),
        names=names,
        figures=figures,
        concepts=known,
        tokens=Channel.together(
            chosen(evidence.tokens.left, rows),
            chosen(evidence.tokens.right, columns),
            (names, figures, known),
        ),
        source=_some(evidence.source, rows),
        target=_some(evidence.target, columns),
        covered=(evidence.covered[0][rows], evidence.covered[1][columns]),
        confirmed=(),
        senses=evidence.senses and channel(evidence.senses),
        couples=None,
    )


def chosen(rows: Sentences, places: Ints) -> Sentences:
    if isinstance(rows, Dense):
        return Dense(rows.values[places])
    sizes = rows.starts[places + 1] - rows.starts[places]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    picked = np.concatenate(
        [np.arange(rows.starts[n], rows.starts[n + 1]) for n in places.tolist()]
    )
    return Rows(starts, rows.ids[picked], rows.weights[picked], rows.width)


def _some(side: Surface, places: Ints) -> Surface:
    return Surface(
        side.lengths[places],
        side.marks[places],
        side.endings[places],
        side.headings[places],
        None if side.paragraphs is None else side.paragraphs[places],
        side.again[places],
    )


def _partial(like: Likeness, channels: tuple[Channel, ...], rows: Ints, columns: Ints) -> Likeness:
    """The likeness over some rows and columns, with the rivals that the whole texts hold."""
    band = bands.whole(len(rows), len(columns))
    own = likeness(channels, band)
    sides = []
    for side, (places, others) in enumerate(((rows, columns), (columns, rows))):
        inside, whole = own.rivals[side], like.rivals[side]
        index = np.full(int(max(others.max(), whole.place.max())) + 2, -1_000_000)
        index[others] = np.arange(len(others))
        sides.append(_stronger(inside, whole, places, index, like.scale))
    return Likeness(channels, (sides[0], sides[1]), like.scale)


def _stronger(inside: Rivals, whole: Rivals, places: Ints, index: Ints, scale: float) -> Rivals:
    """The rivals among the leftovers or in the whole band, whichever are the stronger."""
    best: Floats = whole.best[places]
    partner = index[whole.place[places]]
    # Of one pair both have measured the same, but for the last digits, which differ by processor.
    better = (inside.place != partner) & (inside.best * np.float32(scale) > best)
    return Rivals(
        np.where(better, inside.place, partner),
        np.where(better, inside.best * np.float32(scale), best),
        np.maximum(
            np.where(better, best, whole.second[places]),
            inside.second * np.float32(scale),
        ),
    )
