"""A text as the fit of the alignment's weights sees it, and how well weights explain it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from reviewer.alignment import parameters
from reviewer.alignment.align import align
from reviewer.alignment.evidence import Evidence, Texts, gather
from reviewer.alignment.lattice import Lattice
from reviewer.alignment.likeness import Likenesses
from reviewer.alignment.looseness import looseness
from reviewer.alignment.measures import NAMES, Measures, alone
from reviewer.alignment.model import dearer, likenesses, score
from reviewer.alignment.search import (
    Scores,
    chances,
    most_expected,
    null_chances,
    score_table,
)
from reviewer.alignment.shapes import REACH, SHAPES
from reviewer.alignment.sides import Sides
from reviewer.alignment.sums import spans
from reviewer.domain import Bead
from reviewer.machine_translation.encoders import VectorsOnDemand
from tests.benchmarks.articles import (
    Article,
    Link,
)

NEAR = 7  # nodes to either side of the true path that texts are fitted on


@dataclass
class Example:
    """One text pair as the likelihood sees it."""

    text: str  # what is left out together: a language's articles or a book
    lattice: Lattice
    columns: np.ndarray  # of the flattened score table, the beads that are possible
    values: np.ndarray  # features by possible beads
    alone: tuple[np.ndarray, np.ndarray]  # features by sentence, source and target
    gold: np.ndarray  # summed features of the true alignment
    weight: float
    looseness: float


@dataclass(frozen=True)
class Kind:
    """What evidence a set of weights is for, and the weights that a run starts from."""

    translated: bool
    encoded: bool
    start: parameters.Weights

    def evidence(self, article: Article) -> Evidence:
        return gather(
            Texts(
                article.source,
                article.target,
                article.source_language,
                article.target_language,
                article.back if self.translated else None,
                article.forward if self.translated else None,
                vectors=vectors(article) if self.encoded else None,
            )
        )

    def aligned(self, article: Article) -> list[Bead]:
        return align(
            article.source,
            article.target,
            source_language=article.source_language,
            target_language=article.target_language,
            back_translation=article.back if self.translated else None,
            forward_translation=article.forward if self.translated else None,
            vectors=vectors(article) if self.encoded else None,
        )

    def looseness(self, evidence: Evidence, likes: Likenesses) -> float:
        """As `align` measures it, with the weights of a faithful text."""
        without = self.start
        if self.translated:
            without = parameters.weights(translated=False, encoded=self.encoded)
        scores = score(evidence, likes, (self.start.at(0), without.at(0)))
        dear = dearer(scores, parameters.DEAR)
        path = most_expected(dear.lattice, chances(dear), 0.0)
        return looseness(path, likes, evidence.band)


_encoded: dict[tuple[str, ...], np.ndarray] = {}


def vectors(article: Article) -> tuple[np.ndarray, np.ndarray]:
    """The encoder's vectors of both sides; each text is encoded once."""
    sides = (tuple(article.source), tuple(article.target))
    if any(side not in _encoded for side in sides):
        found = VectorsOnDemand(
            (article.source, article.source_language), (article.target, article.target_language)
        )()
        if found is None:
            raise SystemExit(f"No encoder serves {article.target_language}.")
        _encoded.update(zip(sides, found, strict=True))
    return _encoded[sides[0]], _encoded[sides[1]]


@contextmanager
def in_force(kind: Kind, weights: parameters.Weights) -> Iterator[None]:
    """Let `align` take these weights for this kind of evidence."""
    usual = parameters.weights

    def chosen(*, translated: bool, encoded: bool) -> parameters.Weights:
        if (translated, encoded) == (kind.translated, kind.encoded):
            return weights
        return usual(translated=translated, encoded=encoded)

    parameters.weights = chosen
    try:
        yield
    finally:
        parameters.weights = usual


def staying(article: Article) -> list[Link]:
    """The true beads without those out of order, which `align` takes out before it has its path,
    and without those larger than any that it can find."""
    return [
        (left, right)
        for left, right in article.gold
        if (left, right) not in article.moved
        and (not left or not right or (len(left), len(right)) in SHAPES)
    ]


def nodes(beads: list[Link]) -> dict[int, int]:
    """For each number of source sentences consumed where the true path stands."""
    path = {0: 0}
    for left, right in sorted(beads, key=lambda bead: (max(bead[0], default=-1), bead[1])):
        if left and right:
            path[left[-1] + 1] = right[-1] + 1
    return path


def narrowed(lattice: Lattice, path: dict[int, int]) -> Lattice:
    rows = len(lattice.low)
    known = sorted(path)
    middle = np.interp(np.arange(rows), known, [path[row] for row in known]).astype(np.int64)
    last = int(lattice.high[-1])
    low = np.maximum(middle - NEAR, 0)
    # A run of added sentences is a leap of the path within one row.
    high = np.minimum(np.append(middle[1:], last) + NEAR, last)
    low[0], high[-1] = 0, last
    # A true bead out of order would let a limit fall.
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    return Lattice.between(np.maximum(low, lattice.low), np.minimum(high, lattice.high))


def example(text: str, article: Article, weight: float, kind: Kind) -> Example:
    names, translated = NAMES, kind.translated
    evidence = kind.evidence(article)
    likes = likenesses(evidence)
    free = kind.looseness(evidence, likes)
    beads = staying(article)
    kept = set(beads)
    gone = tuple(
        sorted({n for link in article.gold if link not in kept for n in link[side]})
        for side in range(2)
    )
    lattice = narrowed(Lattice.of(evidence.band), nodes(beads))
    place = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(names), len(SHAPES), lattice.size), dtype=np.float16)
    possible = np.zeros((len(SHAPES), lattice.size), dtype=bool)
    known = Sides(evidence)
    holds = [_holds(gone[0], evidence.band.rows), _holds(gone[1], evidence.band.columns)]
    for these, here in lattice.parts():
        measures = Measures(evidence, likes, known, these, translated=translated)
        for index, shape in enumerate(SHAPES):
            for name, value in measures.of(shape):
                table[place[name], index, here] = value
            possible[index, here] = lattice.reachable(these.row, these.column, shape) & ~(
                holds[0][shape[0]].take(these.row) | holds[1][shape[1]].take(these.column)
            )
    columns = np.flatnonzero(possible.ravel())
    sides = []
    for side in range(2):
        count = (evidence.band.rows, evidence.band.columns)[side]
        rows = np.zeros((len(names), count))
        for name, value in alone(side, evidence, likes, translated=translated):
            rows[place[name]] = value
        rows[:, list(gone[side])] = 0
        sides.append(rows)
    gold = np.zeros(len(names))
    for left, right in beads:
        if not right:
            gold += sides[0][:, list(left)].sum(axis=1)
        elif not left:
            gold += sides[1][:, list(right)].sum(axis=1)
        else:
            shape = (len(left), len(right))
            node = int(lattice.offsets[left[-1] + 1] + right[-1] + 1 - lattice.low[left[-1] + 1])
            gold += table[:, SHAPES.index(shape), node].astype(float)
    values = table.reshape(len(names), -1)[:, columns].astype(np.float32)
    return Example(
        text,
        lattice,
        columns,
        values,
        (sides[0], sides[1]),
        gold,
        weight,
        free,
    )


def _holds(gone: list[int], count: int) -> list[np.ndarray]:
    """For each size whether the sentences of that number before a node have one that is gone."""
    marked = np.zeros(count, dtype=bool)
    marked[gone] = True
    return [spans(marked, size) > 0 for size in range(REACH + 1)]


def loss(one: Example, both: np.ndarray) -> tuple[float, np.ndarray]:
    """Minus the logarithm of the true alignment's probability, and its slope, by the usual
    weights and, after them, the loose ones."""
    usual, loose = np.split(both, 2)
    weights = usual + one.looseness * loose
    table = score_table(one.lattice)
    table.reshape(-1)[one.columns] = weights.astype(np.float32) @ one.values
    known = chances(Scores(one.lattice, table, *(weights @ side for side in one.alone)))
    expected = one.values @ known.beads.reshape(-1)[one.columns].astype(np.float32)
    for side, alone_chances in zip(one.alone, null_chances(one.lattice, known), strict=True):
        expected = expected + side @ alone_chances
    value = known.evidence - weights @ one.gold
    slope = one.weight * (expected - one.gold)
    return one.weight * value, np.concatenate([slope, one.looseness * slope])
