"""Fit the weights of the alignment's model to flores-dev articles and textberg-dev.

    python tests/benchmarks/fit_alignment.py with OUTPUT.json [--without-languages de,uk] ...

Maximum likelihood of the true alignments with a quadratic penalty, by L-BFGS (Nocedal 1980).
`reviewer/alignment/parameters.py` holds the outcome.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from articles import Article, Link, Recipe, articles, textberg

from reviewer.alignment.evidence import Texts, gather
from reviewer.alignment.measures import Measures, alone
from reviewer.alignment.model import likenesses
from reviewer.alignment.search import Lattice, Scores, chances, score_table
from reviewer.alignment.shapes import SHAPES
from reviewer.alignment.sides import Sides

NEAR = 15  # nodes to either side of the true path that long texts are fitted on


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


def example(article: Article, names: list[str], weight: float, *, translated: bool) -> Example:
    texts = Texts(
        article.source,
        article.target,
        article.source_language,
        article.target_language,
        article.back if translated else None,
        article.forward if translated else None,
    )
    evidence = gather(texts)
    beads = monotone(article)
    lattice = narrowed(Lattice.of(evidence.band), nodes(beads))
    likes = likenesses(evidence)
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
    return Example(lattice, columns, values, sides[0], sides[1], gold, weight)


def loss(one: Example, weights: np.ndarray) -> tuple[float, np.ndarray]:
    """Minus the logarithm of the true alignment's probability, and its slope."""
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
    return one.weight * value, one.weight * (expected - one.gold)


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


def collected(languages: list[str], *, translated: bool, berg: bool) -> list[tuple[Article, float]]:
    found = []
    for language in languages:
        for number, (recipe, count) in enumerate(RECIPES):
            made = articles(language, 100 + number, recipe)
            step = len(made) / count
            found += [(made[int(index * step)], 1.0) for index in range(count)]
    if berg:
        engines = ("google2010", "europarl-smt")
        if translated:
            for engine in engines:
                found.append((textberg(back=engine), 1.0))
                found.append((textberg(forward=engine), 1.0))
                found.append((textberg(back=engine, forward=engine), 1.0))
        else:
            found.append((textberg(), 4.0))
    return found


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("condition", choices=("with", "without"))
    options.add_argument("output", type=Path)
    options.add_argument("--start", type=Path, help="weights to start from")
    options.add_argument("--languages", default="id,de,uk,vi,ar,tr,zh")
    options.add_argument("--no-textberg", action="store_true")
    options.add_argument("--penalty", type=float, default=0.5)
    options.add_argument("--steps", type=int, default=70)
    chosen = options.parse_args()
    translated = chosen.condition == "with"
    data = collected(
        chosen.languages.split(","), translated=translated, berg=not chosen.no_textberg
    )
    from reviewer.alignment.measures import NAMES

    names = list(NAMES)
    for article, weight in data:
        _examples.append(example(article, names, weight, translated=translated))
    print(len(_examples), "examples", file=sys.stderr, flush=True)
    workers = 2
    with get_context("fork").Pool(workers) as pool:

        def function(weights: np.ndarray) -> tuple[float, np.ndarray]:
            parts = pool.map(_part, [(n, workers, weights) for n in range(workers)])
            value = sum(part[0] for part in parts) + chosen.penalty / 2 * (weights @ weights)
            return value, sum(part[1] for part in parts) + chosen.penalty * weights

        before = json.loads(chosen.start.read_text()) if chosen.start else {}
        start = np.array([float(before.get(name, 0.0)) for name in names])
        # In units of each feature's spread the slopes are alike, which L-BFGS needs.
        spread = np.maximum(np.mean([one.values.std(axis=1) for one in _examples], axis=0), 0.05)

        def scaled(point: np.ndarray) -> tuple[float, np.ndarray]:
            value, slope = function(point / spread)
            return value, slope / spread

        fitted = minimised(scaled, start * spread, chosen.steps) / spread
    chosen.output.write_text(
        json.dumps(dict(zip(names, np.round(fitted, 3).tolist(), strict=True)), indent=1)
    )


if __name__ == "__main__":
    main()
