"""What each possible bead is measured by: the features that the weights of the model multiply.

All tables are in one line over some nodes: for a shape `(a, b)` an entry is about the bead of
the `a` source and `b` target sentences before that node. Where they would reach beyond the
beginning of a text the entry means nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

import numpy as np

from reviewer.alignment.evidence import Channel, Evidence
from reviewer.alignment.likeness import Likeness, Likenesses, Rivals
from reviewer.alignment.shapes import SHAPES, family
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import BeadSums, Nodes, Places, kept
from reviewer.alignment.tokens import NONE_OR_STOP, UNMARKED
from reviewer.alignment.vectors import Floats, Ints

Shape = tuple[int, int]

_BENDS = {"meaning": (0.4, 0.8), "sense": (0.4, 0.8), "letters": (0.15, 0.35), "tokens": (0.2, 0.5)}
"""Where the worth of a likeness may change its slope."""


class Measures:
    """All features of the beads that end at some nodes.

    `sides` is what `Sides(evidence)` made, which serves all nodes of the texts. What takes long
    and is not in `wanted` (names of features; None: all are) is left out.
    """

    def __init__(
        self,
        evidence: Evidence,
        likes: Likenesses,
        sides: Sides,
        nodes: Nodes,
        *,
        translated: bool,
        wanted: Container[str] | None = None,
    ) -> None:
        self.nodes = nodes
        self._wanted = NAMES if wanted is None else wanted
        self._evidence, self._sides = evidence, sides
        self._places = places = Places(evidence.band, nodes)
        self._likenesses = [
            (name, _Alike(like, nodes, places)) for name, like in likes.named(translated=translated)
        ]
        self._shared_features = [
            (name, channel, BeadSums(channel.prefix, places))
            for name, channel in (
                ("names", evidence.names),
                ("figures", evidence.figures),
                ("concepts", evidence.concepts),
            )
        ]

    def of(self, shape: Shape) -> Iterator[tuple[str, Floats | float]]:
        """The features of all beads of a shape, by name."""
        if shape != (1, 1):
            yield f"shape {family(shape)}", 1.0
        for name, alike in self._likenesses:
            yield from self._likeness(shape, name, alike)
        yield from self._couple(shape)
        yield from self._shared(shape)
        yield from self._lengths(shape)
        yield from self._marks(shape)
        yield from self._structure(shape)

    def _likeness(self, shape: Shape, name: str, alike: _Alike) -> Iterator[tuple[str, Floats]]:
        here = alike.whole(shape)
        low, high = _BENDS[name]
        yield f"{name}", here
        yield f"{name} middle", np.maximum(here - np.float32(low), 0)
        yield f"{name} high", np.maximum(here - np.float32(high), 0)
        yield f"{name} margin", 2 * here - alike.rival_mean(shape)
        if sum(shape) > 2:
            yield f"{name} size", here * np.float32(sum(shape) / 2 - 1)
            yield f"{name} needed", np.clip(alike.needed(shape), -0.3, 0.3)
            if f"{name} share" in self._wanted:
                yield f"{name} share", self._share(shape, alike)
            yield f"{name} part", alike.weakest_part(shape)
            if f"{name} part margin" in self._wanted:
                yield f"{name} part margin", alike.part_margin(shape)
        yield f"{name} long", here * self._long(*shape)

    def _couple(self, shape: Shape) -> Iterator[tuple[str, Floats]]:
        """How like the single sentence of a bead two others are that were read as one text, and
        how much more like than the better of the two is."""
        couples, sense = self._evidence.couples, dict(self._likenesses).get("sense")
        if couples is None or sense is None or shape not in ((2, 1), (1, 2)):
            return
        here = couples[shape[1] - 1].take(self._places.of(0, 1))
        read = here != 0
        here = here * np.float32(sense.scale)
        better = np.maximum(*(rest for _, _, rest in sense.rests(shape)))
        yield "couple", read.astype(np.float32)
        yield "couple sense", here
        yield "couple needed", np.where(read, np.clip(here - better, -0.3, 0.3), 0)

    def _share(self, shape: Shape, alike: _Alike) -> Floats:
        """How much likeness is lost when the first or last sentence of a side goes, over what
        should be lost with so many of the side's letters: 1 where it is rendered, below 0 where
        it is not. The least over these sentences."""
        whole = alike.whole(shape)
        least = np.full(len(whole), 1.5, dtype=np.float32)
        for side, before, rest in alike.rests(shape):
            at = alike.at(side, before)
            own = self._sides.lengths(side, 1).take(at)
            total = self._sides.lengths(side, shape[side])
            total = total.take((self.nodes.row, self.nodes.column)[side])
            left = np.sqrt(np.clip(1 - own / np.maximum(total, 1), 0, 1))
            due = np.maximum(whole, np.float32(0.2)) * (1 - left) + np.float32(0.03)
            np.minimum(least, (whole - rest) / due, out=least)
        return np.maximum(least, -1.5, out=least)

    @kept
    def _long(self, a: int, b: int) -> Floats:
        left, right = self._both(self._sides.lengths, (a, b))
        result: Floats = (left + right) / np.float32(1 + self._evidence.ratio)
        result += 10
        result /= 110
        return np.log(result, out=result)

    def _both(self, measure: Callable[[int, int], Floats], shape: Shape) -> tuple[Floats, Floats]:
        """A measure of the two sides of each bead."""
        left, right = measure(0, shape[0]), measure(1, shape[1])
        return left.take(self.nodes.row), right.take(self.nodes.column)

    def _shared(self, shape: Shape) -> Iterator[tuple[str, Floats]]:
        a, b = shape
        for name, channel, sums in self._shared_features:
            both = np.maximum(sums.of(range(a), range(b)), 0)
            left = channel.left_sizes[a].take(self.nodes.row)
            right = channel.right_sizes[b].take(self.nodes.column)
            yield f"{name} shared", np.log1p(both)
            yield f"{name} held", both / (np.minimum(left, right) + 2)
            if name != "names":
                yield f"{name} alone", np.log1p(np.maximum(left + right - 2 * both, 0))
            if name == "figures" and a + b > 2:
                yield "figures needed", self._figures_needed(shape, channel, sums)

    def _figures_needed(self, shape: Shape, channel: Channel, sums: BeadSums) -> Floats:
        """How far the figures of the first or last sentence of a side, whichever has the least
        to give, are found on the other side: from below 0 (none are) to above (all are)."""
        a, b = shape
        least = np.full(len(self.nodes.row), 0.5, dtype=np.float32)
        for row in {0, a - 1} if a > 1 else ():
            own = channel.left_sizes[1].take(np.maximum(self.nodes.row - row, 0))
            found = sums.of(range(row, row + 1), range(b))
            np.minimum(least, (found - own / 2) / (own + 2), out=least)
        for column in {0, b - 1} if b > 1 else ():
            own = channel.right_sizes[1].take(np.maximum(self.nodes.column - column, 0))
            found = sums.of(range(a), range(column, column + 1))
            np.minimum(least, (found - own / 2) / (own + 2), out=least)
        return least

    def _lengths(self, shape: Shape) -> Iterator[tuple[str, Floats]]:
        left, right = self._both(self._sides.lengths, shape)
        # Gale and Church 1993: the difference over the root of the mean length, their s2 = 6.8.
        squared = (left - right) ** 2 / (np.float32(3.4) * (left + right) + 34)
        yield "length", np.log1p(squared)
        yield "length far", np.minimum(squared, 40)

    def _marks(self, shape: Shape) -> Iterator[tuple[str, Floats]]:
        row, column = self.nodes.row, self.nodes.column
        left, right = self._sides.marks(0, shape[0]), self._sides.marks(1, shape[1])
        # Few sentences have a mark of some kind: where one side has none, only the other's
        # count is left of the difference.
        differ = left.logarithms.take(row) + right.logarithms.take(column)
        agree = np.zeros(len(row), dtype=np.float32)
        kinds = left.kinds.take(row) & right.kinds.take(column)
        some = np.flatnonzero(kinds)
        for kind in range(len(left.counts)):
            at = some[(kinds[some] >> kind & 1).astype(bool)]
            if len(at):
                own = left.counts[kind].take(row[at])
                other = right.counts[kind].take(column[at])
                agree[at] += np.log1p(np.minimum(own, other))
                differ[at] += np.log1p(np.abs(own - other)) - np.log1p(own) - np.log1p(other)
        yield "marks agree", agree
        yield "marks differ", differ
        same, other = self._endings()
        yield "end same", same
        yield "end other", other

    @kept
    def _endings(self) -> tuple[Floats, Floats]:
        left = self._evidence.source.endings.take(np.maximum(self.nodes.row - 1, 0))
        right = self._evidence.target.endings.take(np.maximum(self.nodes.column - 1, 0))
        same = left == right
        # After "p.m." nobody can tell whether a full stop is the sentence's as well.
        least, most = np.minimum(left, right), np.maximum(left, right)
        either = ((least <= 1) & (most == NONE_OR_STOP)) | (most == UNMARKED)
        telling = same & (left > 1) & (left < NONE_OR_STOP)
        return telling.astype(np.float32), (~(same | either)).astype(np.float32)

    def _structure(self, shape: Shape) -> Iterator[tuple[str, Floats]]:
        row, column = self.nodes.row, self.nodes.column
        if self._sides.have_headings:
            left = self._sides.headings(0, shape[0]).take(row)
            right = self._sides.headings(1, shape[1]).take(column)
            yield "headings differ", (left != right).astype(np.float32)
            merged = (left & (shape[0] > 1)) | (right & (shape[1] > 1))
            yield "heading merged", merged.astype(np.float32)
        if self._sides.have_paragraphs:
            first, second = self._both(self._sides.crossed, shape)
            yield "paragraph crossed", first + second


class _Alike:
    """One likeness of the beads that end at some nodes, and of their parts."""

    def __init__(self, like: Likeness, nodes: Nodes, places: Places) -> None:
        self._like, self._nodes = like, nodes
        self._sums = [BeadSums(channel.prefix, places) for channel in like.channels]

    @property
    def scale(self) -> float:
        """What the text's cosines are multiplied by."""
        return self._like.scale

    def at(self, side: int, before: int) -> Ints:
        """The place, in prefix sums of a side, of the sentence that stands so many before."""
        return self._at(side, before)

    @kept
    def _at(self, side: int, size: int) -> Ints:
        nodes = (self._nodes.row, self._nodes.column)[side]
        return nodes if not size else np.maximum(nodes - size, 0)

    @kept
    def _cosine(self, rows: range, columns: range) -> Floats:
        total: Floats | None = None
        present: Floats | float = 0.0
        for sums, channel in zip(self._sums, self._like.channels, strict=True):
            left = channel.left_inverse[len(rows)].take(self._at(0, rows.start))
            right = channel.right_inverse[len(columns)].take(self._at(1, columns.start))
            size = left * right
            cosine = sums.of(rows, columns) * size
            if len(self._like.channels) > 1:
                present = present + (size > 0).astype(np.float32)
            total = cosine if total is None else total + cosine
        assert total is not None
        total *= np.float32(self._like.scale)
        if len(self._like.channels) > 1:
            total /= np.maximum(present, np.float32(1))
        return total

    def whole(self, shape: Shape) -> Floats:
        """The cosine of the two sides of each bead."""
        return self._cosine(range(shape[0]), range(shape[1]))

    @kept
    def _outside(self, side: int, before: int, span: int) -> Floats:
        """The best likeness that a sentence of each bead has outside the bead: the one of the
        side that stands so many before the node, when the other side has `span` sentences."""
        rivals: Rivals = self._like.rivals[side]
        at = self._at(side, before + 1)
        partner = rivals.place.take(at)
        end = (self._nodes.column, self._nodes.row)[side]
        inside = (partner >= end - span) & (partner < end)
        return np.where(inside, rivals.second.take(at), rivals.best.take(at))

    def rival_mean(self, shape: Shape) -> Floats:
        """The mean of the best likeness that the bead's sentences have outside the bead, summed
        over the two sides."""
        a, b = shape
        first = sum((self._outside(0, n, b) for n in range(1, a)), self._outside(0, 0, b))
        second = sum((self._outside(1, n, a) for n in range(1, b)), self._outside(1, 0, a))
        result: Floats = first / np.float32(a) + second / np.float32(b)
        return result

    def _edges(self, shape: Shape) -> list[tuple[int, int, tuple[range, range]]]:
        """The first and the last sentence of either side that has several: side, how many before
        the node, and that sentence with the whole other side."""
        a, b = shape
        rows = [(0, n, (range(n, n + 1), range(b))) for n in (0, a - 1) if a > 1]
        return rows + [(1, n, (range(a), range(n, n + 1))) for n in (0, b - 1) if b > 1]

    def needed(self, shape: Shape) -> Floats:
        """How much likeness is lost, at least, when the first or last sentence of a side goes."""
        most = np.full(len(self._nodes.row), -np.inf, dtype=np.float32)
        for _, _, rest in self.rests(shape):
            np.maximum(most, rest, out=most)
        return self.whole(shape) - most

    def rests(self, shape: Shape) -> Iterator[tuple[int, int, Floats]]:
        """The cosine of the bead without the last and without the first sentence of either side
        that has several: side, how many before the node that sentence stands, cosine."""
        a, b = shape
        if a > 1:
            yield 0, 0, self._cosine(range(1, a), range(b))
            yield 0, a - 1, self._cosine(range(a - 1), range(b))
        if b > 1:
            yield 1, 0, self._cosine(range(a), range(1, b))
            yield 1, b - 1, self._cosine(range(a), range(b - 1))

    def weakest_part(self, shape: Shape) -> Floats:
        """The likeness to the whole other side that the first or last sentence of a side has by
        itself, whichever has the least."""
        parts = [self._cosine(*part) for _, _, part in self._edges(shape)]
        weakest = parts[0]
        for part in parts[1:]:
            weakest = np.minimum(weakest, part)
        return weakest

    def part_margin(self, shape: Shape) -> Floats:
        """As `weakest_part`, less the best likeness that this sentence has outside the bead."""
        a, b = shape
        least = np.full(len(self._nodes.row), 0.5, dtype=np.float32)
        for side, before, part in self._edges(shape):
            rival = self._outside(side, before, (b, a)[side])
            np.minimum(least, self._cosine(*part) - rival, out=least)
        return np.maximum(least, -0.5, out=least)


def _likeness_names(name: str) -> tuple[str, ...]:
    kinds = (
        "",
        "middle",
        "high",
        "margin",
        "size",
        "needed",
        "share",
        "part",
        "part margin",
        "long",
    )
    return tuple(f"{name} {kind}".strip() for kind in kinds)


NAMES: tuple[str, ...] = (
    *(f"shape {group}" for group in dict.fromkeys(map(family, SHAPES)) if group != "1-1"),
    *_likeness_names("meaning"),
    *_likeness_names("sense"),
    *("couple", "couple sense", "couple needed"),
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
        "alone sense",
        "alone letters",
        "alone tokens",
        "alone figures",
        "alone heading",
    ),
)
"""The names of all features."""


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
