"""Fit the weights of the alignment's model to articles from flores-dev and to books.

    python tests/benchmarks/fit_alignment.py encoder OUTPUT.json [--steps 45] ...

Maximum likelihood of the true alignments with a quadratic penalty, by L-BFGS (Nocedal 1980).
Each text is weighed at its own looseness: the usual weights plus the looseness times the loose
ones. The looseness is measured beforehand, as `align` does it, with the weights that a run starts
from: those of `reviewer/alignment/weights.json` or those of `--start`.

The output has the two parts, "usual" and "loose", of one entry of `weights.json`.
docs/measurements/alignment.md says which options made what stands there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from articles import NOVELS, Article, Link, Recipe, articles, novel, textberg

from reviewer.alignment import parameters
from reviewer.alignment.evidence import Evidence, Texts, gather
from reviewer.alignment.likeness import Likenesses
from reviewer.alignment.looseness import looseness
from reviewer.alignment.measures import NAMES, Measures, alone
from reviewer.alignment.model import dearer, likenesses, score
from reviewer.alignment.search import Lattice, Scores, chances, most_expected, score_table
from reviewer.alignment.shapes import SHAPES
from reviewer.alignment.sides import Sides
from reviewer.machine_translation.encoders import VectorsOnDemand

NEAR = 15  # nodes to either side of the true path that long texts are fitted on
KEPT = 1e5  # the penalty that keeps a weight where it is


@dataclass
class Example:
    """One text pair as the likelihood sees it."""

    lattice: Lattice
    columns: np.ndarray  # of the flattened score table, the beads that are possible
    values: np.ndarray  # features by possible beads
    alone_source: np.ndarray
    alone_target: np.ndarray
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
        vectors = None
        if self.encoded:
            vectors = VectorsOnDemand(
                (article.source, article.source_language),
                (article.target, article.target_language),
            )()
            if vectors is None:
                raise SystemExit(f"No encoder serves {article.target_language}.")
        return gather(
            Texts(
                article.source,
                article.target,
                article.source_language,
                article.target_language,
                article.back if self.translated else None,
                article.forward if self.translated else None,
                vectors=vectors,
            )
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


def monotone(article: Article) -> list[Link]:
    """The true beads with those out of order taken apart into missing and added."""
    beads = []
    for link in article.gold:
        if link in article.moved:
            beads += [((i,), ()) for i in link[0]] + [((), (j,)) for j in link[1]]
        else:
            beads.append(link)
    return beads


def nodes(beads: list[Link]) -> dict[int, int]:
    """For each number of source sentences consumed where the true path stands."""
    path = {0: 0}
    for left, right in sorted(beads, key=lambda bead: (max(bead[0], default=-1), bead[1])):
        if left and right:
            path[left[-1] + 1] = right[-1] + 1
    return path


def narrowed(lattice: Lattice, path: dict[int, int]) -> Lattice:
    rows = len(lattice.low)
    if lattice.size < 20_000:
        return lattice
    known = sorted(path)
    middle = np.interp(np.arange(rows), known, [path[row] for row in known]).astype(np.int64)
    last = int(lattice.high[-1])
    low = np.maximum(middle - NEAR, 0)
    # A run of added sentences is a leap of the path within one row.
    high = np.minimum(np.append(middle[1:], last) + NEAR, last)
    low[0], high[-1] = 0, last
    # A true bead out of order would let a limit fall.
    return Lattice.between(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))


def example(article: Article, weight: float, kind: Kind) -> Example:
    names, translated = NAMES, kind.translated
    evidence = kind.evidence(article)
    likes = likenesses(evidence)
    free = kind.looseness(evidence, likes)
    beads = monotone(article)
    lattice = narrowed(Lattice.of(evidence.band), nodes(beads))
    place = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(names), len(SHAPES), lattice.size), dtype=np.float16)
    possible = np.zeros((len(SHAPES), lattice.size), dtype=bool)
    known = Sides(evidence)
    for these, here in lattice.parts():
        measures = Measures(evidence, likes, known, these, translated=translated)
        for index, shape in enumerate(SHAPES):
            for name, value in measures.of(shape):
                table[place[name], index, here] = value
            possible[index, here] = lattice.reachable(these.row, these.column, shape)
    columns = np.flatnonzero(possible.ravel())
    sides = []
    for side in range(2):
        rows = np.zeros((len(names), (evidence.band.rows, evidence.band.columns)[side]))
        for name, value in alone(side, evidence, likes, translated=translated):
            rows[place[name]] = value
        sides.append(rows)
    gold = np.zeros(len(names))
    for left, right in beads:
        if not right:
            gold += sides[0][:, left[0]]
        elif not left:
            gold += sides[1][:, right[0]]
        else:
            shape = (len(left), len(right))
            if shape not in SHAPES:
                continue
            node = int(lattice.offsets[left[-1] + 1] + right[-1] + 1 - lattice.low[left[-1] + 1])
            gold += table[:, SHAPES.index(shape), node].astype(float)
    values = table.reshape(len(names), -1)[:, columns].astype(np.float32)
    return Example(lattice, columns, values, sides[0], sides[1], gold, weight, free)


def loss(one: Example, both: np.ndarray) -> tuple[float, np.ndarray]:
    """Minus the logarithm of the true alignment's probability, and its slope, by the usual
    weights and, after them, the loose ones."""
    usual, loose = np.split(both, 2)
    weights = usual + one.looseness * loose
    table = score_table(one.lattice)
    table.reshape(-1)[one.columns] = weights.astype(np.float32) @ one.values
    scores = Scores(one.lattice, table, weights @ one.alone_source, weights @ one.alone_target)
    known = chances(scores)
    expected = one.values @ known.beads.reshape(-1)[one.columns].astype(np.float32)
    missing = np.zeros(one.alone_source.shape[1])
    added = np.zeros(one.alone_target.shape[1])
    for row in range(len(one.lattice.low)):
        here = one.lattice.row(row)
        if row:
            missing[row - 1] = known.missing[here].sum()
        low, high = int(one.lattice.low[row]), int(one.lattice.high[row])
        added[low:high] += known.added[here][1:]
    expected = expected + one.alone_source @ missing + one.alone_target @ added
    value = known.evidence - weights @ one.gold
    slope = one.weight * (expected - one.gold)
    return one.weight * value, np.concatenate([slope, one.looseness * slope])


_examples: list[Example] = []


def _part(job: tuple[int, int, np.ndarray]) -> tuple[float, np.ndarray]:
    first, step, weights = job
    total, slope = 0.0, np.zeros_like(weights)
    for one in _examples[first::step]:
        value, direction = loss(one, weights)
        total, slope = total + value, slope + direction
    return total, slope


def minimised(
    function: Callable[[np.ndarray], tuple[float, np.ndarray]], start: np.ndarray, steps: int
) -> np.ndarray:
    """Where the function is least, by L-BFGS with a halving line search."""
    point, (value, slope) = start.copy(), function(start)
    memory: list[tuple[np.ndarray, np.ndarray]] = []
    for step in range(steps):
        direction = -slope
        factors = []
        for moved, turned in reversed(memory):
            factor = moved @ direction / (moved @ turned)
            factors.append(factor)
            direction = direction - factor * turned
        if memory:
            moved, turned = memory[-1]
            direction = direction * (moved @ turned) / (turned @ turned)
        else:
            direction = direction / max(np.abs(slope).max(), 1e-9) * 0.3
        for (moved, turned), factor in zip(memory, reversed(factors), strict=True):
            direction = direction + moved * (factor - turned @ direction / (moved @ turned))
        size = 1.0
        while True:
            candidate = point + size * direction
            new_value, new_slope = function(candidate)
            if new_value <= value + 1e-4 * size * (slope @ direction) or size < 1e-3:
                break
            size /= 3
        moved, turned = candidate - point, new_slope - slope
        if moved @ turned > 1e-10:
            memory = [*memory[-9:], (moved, turned)]
        done = value - new_value < 1e-5 * abs(value)
        point, value, slope = candidate, new_value, new_slope
        print(f"{step} {value:.2f}", file=sys.stderr, flush=True)
        if done:
            break
    return point


RECIPES = (
    (Recipe(), 9),
    (Recipe(moved=True), 6),
    (Recipe(missing=0.35, added=0.12, merged=0.05, cut=0.05), 7),
    (Recipe(missing=0.01, added=0.02, merged=0.0, uneven=0.25, cut=0.35), 6),
)


LANGUAGES = ("id", "de", "uk", "vi", "ar", "tr", "zh")
ENCODED_LANGUAGES = ("id", "de", "ar", "tr", "zh")


def collected(
    kind: Kind, languages: list[str], share: float, without: set[str]
) -> list[tuple[Article, float]]:
    """The articles and books that a kind of evidence exists for, each with its weight."""
    found = []
    for language in languages:
        for number, (recipe, usual_count) in enumerate(RECIPES):
            made = articles(language, 100 + number, recipe)
            count = max(int(usual_count * share), 1)
            step = len(made) / count
            found += [(made[int(index * step)], 1.0) for index in range(count)]
    if "textberg" not in without:
        if kind.translated:
            for engine in ("google2010", "europarl-smt"):
                found.append((textberg(back=engine), 1.0))
                found.append((textberg(forward=engine), 1.0))
                found.append((textberg(back=engine, forward=engine), 1.0))
        else:
            found.append((textberg(), 2.0))
    if not kind.translated:
        found += [
            (novel(name), 2.0 if name == "Emma" else 1.0) for name in NOVELS if name not in without
        ]
    return found


def fitted(
    begin: np.ndarray, wanted: np.ndarray, penalty: np.ndarray, steps: int, workers: int = 2
) -> np.ndarray:
    """The weights at which the examples are most probable; it costs `penalty` to be far from
    `wanted`."""
    with get_context("fork").Pool(workers) as pool:
        # In units of each feature's spread the slopes are alike, which L-BFGS needs.
        spread = np.maximum(np.mean([one.values.std(axis=1) for one in _examples], axis=0), 0.05)
        spread = np.concatenate([spread, spread / 2])

        def scaled(point: np.ndarray) -> tuple[float, np.ndarray]:
            weights = point / spread
            parts = pool.map(_part, [(n, workers, weights) for n in range(workers)])
            away = weights - wanted
            value = sum(part[0] for part in parts) + (penalty * away * away).sum() / 2
            return value, (sum(part[1] for part in parts) + penalty * away) / spread

        return minimised(scaled, begin * spread, steps) / spread


def in_order(weights: Mapping[str, float]) -> np.ndarray:
    return np.array([weights.get(name, 0.0) for name in NAMES])


def loose_of(path: Path) -> np.ndarray:
    """The loose weights of a file; the encoder's serve a translation that it has none for."""
    loose = json.loads(path.read_text())["loose"]
    return in_order(
        {name: loose.get(name, loose.get(name.replace("meaning", "sense"), 0.0)) for name in NAMES}
    )


def main() -> None:
    options = argparse.ArgumentParser(description="Fit the weights for one kind of evidence.")
    options.add_argument("kind", choices=("none", "encoder", "translation", "both"))
    options.add_argument("output", type=Path)
    options.add_argument("--start", type=Path, help="weights to start from, as in the output")
    options.add_argument("--prior", type=Path, help="weights to draw the loose ones towards")
    options.add_argument("--keep-usual", action="store_true", help="fit the loose ones only")
    options.add_argument("--languages", help="of the articles, by comma")
    options.add_argument("--without", default="", help="books to leave out, by comma")
    options.add_argument("--share", type=float, default=1.0, help="of the articles")
    options.add_argument("--penalty", type=float, default=0.5, help="of the usual weights")
    options.add_argument("--loose-penalty", type=float, default=2.0)
    options.add_argument("--steps", type=int, default=60)
    chosen = options.parse_args()
    translated, encoded = chosen.kind in ("translation", "both"), chosen.kind in ("encoder", "both")
    start = parameters.weights(translated=translated, encoded=encoded)
    if chosen.start:
        start = parameters.Weights(**json.loads(chosen.start.read_text()))
    kind = Kind(translated, encoded, start)
    languages = ENCODED_LANGUAGES if encoded else LANGUAGES
    if chosen.languages:
        languages = chosen.languages.split(",")
    for article, weight in collected(
        kind, list(languages), chosen.share, set(chosen.without.split(","))
    ):
        _examples.append(example(article, weight, kind))
    print(len(_examples), "examples", file=sys.stderr, flush=True)
    usual = in_order(start.usual)
    # Without weights to start from, the loose ones start at those they are drawn towards.
    wanted = loose_of(chosen.prior) if chosen.prior else np.zeros(len(NAMES))
    loose = in_order(start.loose) if chosen.start and not chosen.prior else wanted
    best = fitted(
        np.concatenate([usual, loose]),
        np.concatenate([usual if chosen.keep_usual else np.zeros(len(NAMES)), wanted]),
        np.repeat(
            [KEPT if chosen.keep_usual else chosen.penalty, chosen.loose_penalty], len(NAMES)
        ),
        chosen.steps,
    )
    parts = zip(("usual", "loose"), np.split(np.round(best, 3), 2), strict=True)
    written = {part: dict(zip(NAMES, these.tolist(), strict=True)) for part, these in parts}
    chosen.output.write_text(json.dumps(written, indent=1))


if __name__ == "__main__":
    main()
