"""What each possible bead is measured by: the features that the weights of the model multiply.

All tables are over nodes: entry `[i, j]` of a table for a shape `(a, b)` is about the bead of
source sentences `i - a .. i - 1` and target sentences `j - b .. j - 1` (relative to the block).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reviewer.alignment.band import Band
from reviewer.alignment.evidence import Evidence, Surface
from reviewer.alignment.likeness import SMALL, Likeness, Likenesses, Rivals, Table
from reviewer.alignment.shapes import REACH, SHAPES, family
from reviewer.alignment.sums import Block, bead_sums, corner_sums, span_sums
from reviewer.alignment.vectors import Floats

_BENDS = {"meaning": (0.4, 0.8), "letters": (0.15, 0.35), "tokens": (0.2, 0.5)}
"""Where the worth of a likeness may change its slope."""


class _Cosines(dict[tuple[int, int], Table]):
    """The cosines of all beads of a shape, worked out when they are first asked for."""

    def __init__(self, like: Likeness, band: Band, block: Block) -> None:
        super().__init__()
        self._like = like
        self._block = block
        self._sums = [corner_sums(channel.cells, band, block) for channel in like.channels]

    def __missing__(self, shape: tuple[int, int]) -> Table:
        (a, b), block, like = shape, self._block, self._like
        total: Table | float = 0.0
        present: NDArray[np.float32] | float = 0.0
        for corner, channel in zip(self._sums, like.channels, strict=True):
            size = np.outer(
                channel.left_sizes[a, block.rows], channel.right_sizes[b, block.columns]
            )
            there = size > SMALL
            cosine = bead_sums(corner, shape).astype(np.float32)
            cosine /= np.sqrt(np.maximum(size, np.float32(SMALL)))
            cosine *= there
            total = total + cosine
            present = present + there.astype(np.float32)
        scaled: Table = np.asarray(total, dtype=np.float32) * np.float32(like.scale)
        if len(like.channels) > 1:
            scaled /= np.maximum(present, np.float32(1))
        self[shape] = scaled
        return scaled


class BlockMeasures:
    """All features of the beads that end in one block of nodes."""

    def __init__(
        self, evidence: Evidence, likes: Likenesses, block: Block, *, translated: bool
    ) -> None:
        self._evidence = evidence
        self.block = block
        self._likenesses: list[tuple[str, Likeness, dict[tuple[int, int], Table]]] = []
        for name, like in likes.named(translated=translated):
            self._likenesses.append((name, like, _Cosines(like, evidence.band, block)))
        self._outside: dict[tuple[str, int, int], Table] = {}
        self._longs: dict[tuple[int, int], Table] = {}
        self._marks_before: dict[tuple[int, int], Floats] = {}
        self._figures_shared: dict[tuple[int, int], NDArray[np.float64]] = {}
        self._names = corner_sums(evidence.names.cells, evidence.band, block)
        self._figures = corner_sums(evidence.figures.cells, evidence.band, block)
        self._concepts = corner_sums(evidence.concepts.cells, evidence.band, block)

    def of(self, shape: tuple[int, int]) -> Iterator[tuple[str, Table | float]]:
        """The features of all beads of a shape, by name."""
        if shape != (1, 1):
            yield f"shape {family(shape)}", 1.0
        for name, like, cosines in self._likenesses:
            yield from self._likeness(shape, name, like, cosines)
        yield from self._shared(shape)
        yield from self._lengths(shape)
        yield from self._marks(shape)
        yield from self._structure(shape)

    def _likeness(
        self,
        shape: tuple[int, int],
        name: str,
        like: Likeness,
        cosines: dict[tuple[int, int], Table],
    ) -> Iterator[tuple[str, Table]]:
        a, b = shape
        here = cosines[shape]
        yield f"{name}", here
        low, high = _BENDS[name]
        yield f"{name} middle", np.maximum(here - np.float32(low), 0)
        yield f"{name} high", np.maximum(here - np.float32(high), 0)
        yield f"{name} margin", 2 * here - self._rival_mean(shape, name, like)
        if a + b > 2:
            yield f"{name} needed", np.clip(_needed(cosines, shape), -0.3, 0.3)
            yield f"{name} part", _weakest_part(cosines, shape)
            yield f"{name} part margin", self._part_margin(shape, name, like, cosines)
        if shape not in self._longs:
            self._longs[shape] = _both_lengths(self._evidence, self.block, shape)
        yield f"{name} long", here * self._longs[shape]

    def _rival_mean(self, shape: tuple[int, int], name: str, like: Likeness) -> Table:
        """The mean of the best likeness that the bead's sentences have outside the bead, summed
        over the two sides."""
        a, b = shape
        rows = self._rivals_outside(name, 0, like.rivals[0], self.block.rows, self.block.columns, b)
        columns = self._rivals_outside(
            name, 1, like.rivals[1], self.block.columns, self.block.rows, a
        )
        height, width = len(self.block.rows), len(self.block.columns)
        first = sum(
            (rows[REACH - n : REACH - n + height] for n in range(2, a + 1)),
            rows[REACH - 1 : REACH - 1 + height],
        )
        second = sum(
            (columns[REACH - n : REACH - n + width] for n in range(2, b + 1)),
            columns[REACH - 1 : REACH - 1 + width],
        )
        result: Table = first / np.float32(a) + (second / np.float32(b)).T
        return result

    def _part_margin(
        self,
        shape: tuple[int, int],
        name: str,
        like: Likeness,
        cosines: dict[tuple[int, int], Table],
    ) -> Table:
        """As `_weakest_part`, less the best likeness that this sentence has outside the bead."""
        a, b = shape
        block = self.block
        height, width = len(block.rows), len(block.columns)
        least = np.full((height, width), 0.5, dtype=np.float32)
        if a > 1:
            own = cosines[1, b]
            rivals = self._rivals_outside(name, 0, like.rivals[0], block.rows, block.columns, b)
            least = np.minimum(least, own - rivals[REACH - 1 : REACH - 1 + height])
            first = own[: max(height - a + 1, 0)]
            reach = len(least[a - 1 :])
            least[a - 1 :] = np.minimum(
                least[a - 1 :], first - rivals[REACH - 1 : REACH - 1 + reach]
            )
        if b > 1:
            own = cosines[a, 1]
            rivals = self._rivals_outside(name, 1, like.rivals[1], block.columns, block.rows, a)
            least = np.minimum(least, own - rivals[REACH - 1 : REACH - 1 + width].T)
            first = own[:, : max(width - b + 1, 0)]
            reach = least[:, b - 1 :].shape[1]
            least[:, b - 1 :] = np.minimum(
                least[:, b - 1 :], first - rivals[REACH - 1 : REACH - 1 + reach].T
            )
        return np.maximum(least, -0.5)

    def _rivals_outside(
        self,
        name: str,
        side: int,
        rivals: Rivals,
        ends: NDArray[np.int64],
        others: NDArray[np.int64],
        span: int,
    ) -> Table:
        """For each sentence from `REACH` before the block on, and each bead that covers the
        `span` sentences before a node of the other side, the best likeness outside the bead."""
        key = (name, side, span)
        if key not in self._outside:
            at = np.maximum(np.arange(int(ends[0]) - REACH, int(ends[-1])), 0)
            some = Rivals(rivals.place[at], rivals.best[at], rivals.second[at])
            self._outside[key] = some.against(others[None, :] - span, others[None, :])
        return self._outside[key]

    def _shared(self, shape: tuple[int, int]) -> Iterator[tuple[str, Table]]:
        a, b = shape
        block = self.block
        for name, channel, corner in (
            ("names", self._evidence.names, self._names),
            ("figures", self._evidence.figures, self._figures),
            ("concepts", self._evidence.concepts, self._concepts),
        ):
            sums = self._figure_sums(shape) if name == "figures" else bead_sums(corner, shape)
            both = np.maximum(sums, 0).astype(np.float32)
            left = channel.left_sizes[a, block.rows]
            right = channel.right_sizes[b, block.columns]
            less = np.minimum.outer(left, right)
            yield f"{name} shared", np.log1p(both)
            yield f"{name} held", both / (less + 2)
            if name != "names":
                alone = np.maximum(np.add.outer(left, right) - 2 * both, 0)
                yield f"{name} alone", np.log1p(alone)
        if a + b > 2:
            yield "figures needed", self._figures_needed(shape)

    def _figure_sums(self, shape: tuple[int, int]) -> NDArray[np.float64]:
        if shape not in self._figures_shared:
            self._figures_shared[shape] = bead_sums(self._figures, shape)
        return self._figures_shared[shape]

    def _figures_needed(self, shape: tuple[int, int]) -> Table:
        """How far the figures of the first or last sentence of a side, whichever has the least
        to give, are found on the other side: from below 0 (none are) to above (all are)."""
        a, b = shape
        block, channel = self.block, self._evidence.figures
        full = self._figure_sums(shape)
        least = np.full(full.shape, 0.5)
        rows, columns = block.rows, block.columns
        if a > 1:
            without = self._figure_sums((a - 1, b))
            own = channel.left_sizes[1]
            first = own[np.maximum(rows - a + 1, 0)][:, None]
            last = own[rows][1:, None]
            least = np.minimum(least, (full - without - first / 2) / (first + 2))
            least[1:] = np.minimum(least[1:], (full[1:] - without[:-1] - last / 2) / (last + 2))
        if b > 1:
            without = self._figure_sums((a, b - 1))
            own = channel.right_sizes[1]
            first = own[np.maximum(columns - b + 1, 0)][None, :]
            last = own[columns][None, 1:]
            least = np.minimum(least, (full - without - first / 2) / (first + 2))
            least[:, 1:] = np.minimum(
                least[:, 1:], (full[:, 1:] - without[:, :-1] - last / 2) / (last + 2)
            )
        return least.astype(np.float32)

    def _lengths(self, shape: tuple[int, int]) -> Iterator[tuple[str, Table]]:
        a, b = shape
        block, evidence = self.block, self._evidence
        left = span_sums(evidence.source.lengths, a, block.rows) * evidence.ratio
        right = span_sums(evidence.target.lengths, b, block.columns)
        # Gale and Church 1993: the difference over the root of the mean length, their s2 = 6.8.
        mean = np.add.outer(left, right) / 2 + 5
        squared = np.subtract.outer(left, right) ** 2 / (6.8 * mean)
        yield "length", np.log1p(squared).astype(np.float32)
        yield "length far", np.minimum(squared, 40).astype(np.float32)

    def _marks(self, shape: tuple[int, int]) -> Iterator[tuple[str, Table]]:
        a, b = shape
        block, evidence = self.block, self._evidence
        # Few sentences have a mark of some kind: where one side has none, only the other's
        # count is left of the difference, which needs no table for each kind.
        left, right = self._mark_counts(0, a), self._mark_counts(1, b)
        agree = np.zeros((len(block.rows), len(block.columns)), dtype=np.float32)
        differ = np.add.outer(np.log1p(left).sum(axis=0), np.log1p(right).sum(axis=0))
        for one, other in zip(left, right, strict=True):
            rows, columns = np.flatnonzero(one), np.flatnonzero(other)
            if len(rows) and len(columns):
                own, others = one[rows][:, None], other[columns]
                both = np.ix_(rows, columns)
                agree[both] += np.log1p(np.minimum(own, others))
                differ[both] += np.log1p(np.abs(own - others)) - np.log1p(own) - np.log1p(others)
        yield "marks agree", agree
        yield "marks differ", differ
        left_end = evidence.source.endings[np.maximum(block.rows - 1, 0)]
        right_end = evidence.target.endings[np.maximum(block.columns - 1, 0)]
        same = np.equal.outer(left_end, right_end)
        telling = np.logical_or.outer(left_end > 1, right_end > 1)
        yield "end same", (same & telling).astype(np.float32)
        yield "end other", (~same).astype(np.float32)

    def _mark_counts(self, side: int, size: int) -> Floats:
        """How often each kind of mark (by rows) occurs in the `size` sentences before a node."""
        if (side, size) not in self._marks_before:
            surface = (self._evidence.source, self._evidence.target)[side]
            nodes = (self.block.rows, self.block.columns)[side]
            counts = [span_sums(kind, size, nodes) for kind in surface.marks.T]
            self._marks_before[side, size] = np.stack(counts)
        return self._marks_before[side, size]

    def _structure(self, shape: tuple[int, int]) -> Iterator[tuple[str, Table]]:
        a, b = shape
        block, evidence = self.block, self._evidence
        sides = ((evidence.source, a, block.rows), (evidence.target, b, block.columns))
        headings = [span_sums(side.headings, size, at) for side, size, at in sides]
        yield (
            "headings differ",
            np.not_equal.outer(headings[0] > 0, headings[1] > 0).astype(np.float32),
        )
        mixed = [(count > 0) & (size > 1) for count, size in zip(headings, (a, b), strict=True)]
        yield "heading merged", np.logical_or.outer(mixed[0], mixed[1]).astype(np.float32)
        crossed = [_crosses(side, size, at) for side, size, at in sides]
        yield "paragraph crossed", np.add.outer(crossed[0], crossed[1])


def _likeness_names(name: str) -> tuple[str, ...]:
    kinds = ("", " middle", " high", " margin", " needed", " part", " part margin", " long")
    return tuple(f"{name}{kind}" for kind in kinds)


NAMES: tuple[str, ...] = (
    *(f"shape {group}" for group in dict.fromkeys(map(family, SHAPES)) if group != "1-1"),
    *_likeness_names("meaning"),
    *_likeness_names("letters"),
    *_likeness_names("tokens"),
    *("names shared", "names held"),
    *("figures shared", "figures held", "figures alone", "figures needed"),
    *("concepts shared", "concepts held", "concepts alone"),
    *("length", "length far", "marks agree", "marks differ", "end same", "end other"),
    *("headings differ", "heading merged", "paragraph crossed"),
    *(
        "alone",
        "alone long",
        "alone meaning",
        "alone letters",
        "alone tokens",
        "alone figures",
        "alone heading",
    ),
)
"""The names of all features."""


def _crosses(side: Surface, size: int, nodes: NDArray[np.int64]) -> Floats:
    if side.paragraphs is None or size == 1 or not len(side.paragraphs):
        return np.zeros(len(nodes), dtype=np.float32)
    last = side.paragraphs[np.maximum(nodes - 1, 0)]
    first = side.paragraphs[np.clip(nodes - size, 0, len(side.paragraphs) - 1)]
    result: Floats = (first != last).astype(np.float32)
    return result


def _both_lengths(evidence: Evidence, block: Block, shape: tuple[int, int]) -> Table:
    left = span_sums(evidence.source.lengths, shape[0], block.rows) * evidence.ratio
    right = span_sums(evidence.target.lengths, shape[1], block.columns)
    whole = np.add.outer(left, right) / (1 + evidence.ratio)
    result: Table = np.log((whole + 10) / 110).astype(np.float32)
    return result


def _needed(cosines: dict[tuple[int, int], Table], shape: tuple[int, int]) -> Table:
    """How much likeness is lost, at least, when the first or last sentence of a side goes."""
    a, b = shape
    full = cosines[shape]
    lost = np.full(full.shape, 1.0, dtype=np.float32)
    if a > 1:
        without = cosines[a - 1, b]
        lost = np.minimum(lost, full - without)
        lost[1:] = np.minimum(lost[1:], full[1:] - without[:-1])
    if b > 1:
        without = cosines[a, b - 1]
        lost = np.minimum(lost, full - without)
        lost[:, 1:] = np.minimum(lost[:, 1:], full[:, 1:] - without[:, :-1])
    return lost


def _weakest_part(cosines: dict[tuple[int, int], Table], shape: tuple[int, int]) -> Table:
    """The likeness to the whole other side that the first or last sentence of a side has by
    itself, whichever has the least."""
    a, b = shape
    weakest = np.full(cosines[shape].shape, 1.0, dtype=np.float32)
    if a > 1:
        single = cosines[1, b]
        weakest = np.minimum(weakest, single)
        weakest[a - 1 :] = np.minimum(weakest[a - 1 :], single[: max(len(single) - a + 1, 0)])
    if b > 1:
        single = cosines[a, 1]
        weakest = np.minimum(weakest, single)
        width = single.shape[1]
        weakest[:, b - 1 :] = np.minimum(weakest[:, b - 1 :], single[:, : max(width - b + 1, 0)])
    return weakest


def alone(
    side: int, evidence: Evidence, likes: Likenesses, *, translated: bool
) -> Iterator[tuple[str, Floats]]:
    """The features of sentences left without a counterpart, by sentence; side 0 is the source."""
    surface = (evidence.source, evidence.target)[side]
    own = surface.lengths * np.float32(2 * (evidence.ratio if side == 0 else 1.0))
    own /= np.float32(1 + evidence.ratio)
    yield "alone", np.ones(len(own), dtype=np.float32)
    yield "alone long", np.log((own + 10) / 110)
    for name, like in likes.named(translated=translated):
        yield f"alone {name}", like.rivals[side].best
    sizes = (evidence.figures.left_sizes, evidence.figures.right_sizes)[side]
    yield "alone figures", np.log1p(sizes[1, 1:])
    yield "alone heading", surface.headings.astype(np.float32)
