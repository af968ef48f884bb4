"""Fit the weights of the alignment's model to articles from flores-dev and to books.

    python -m tests.benchmarks.fit_alignment encoder OUTPUT.json [--steps 45] ...

Maximum likelihood of the true alignments with a quadratic penalty, by L-BFGS (Nocedal 1980).
Books are fitted to a second time with sentences left out of either side at random, and articles
are made of short sentences as well: without the first, hardly a book tells what a missing sentence
of a free translation looks like; without the second, nothing tells what a sentence of three words
does in a bead.

Each text is weighed at its own looseness: the usual weights plus the looseness times the loose
ones. The looseness is measured beforehand, as `align` does it, with the weights that a run starts
from: those of `reviewer/alignment/weights.json` or those of `--start`. Sentences that were carried
elsewhere take no part, as `align` takes them out: left in as sentences left alone, they taught
that a sentence may be alone whose like stands on the other side, and the moved runs of some
languages lost the precision of what is called missing.

With `--faithful` only the weights of faithful texts are fitted, and a text of looseness 1 keeps
what it has.

With `--folds` it prints, for each text, how well it is aligned by weights that have not seen it.

The output has the two parts, "usual" and "loose", of one entry of `weights.json`.
docs/measurements/alignment.md says which options made what stands there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from reviewer.alignment import parameters
from reviewer.alignment.measures import NAMES
from tests.benchmarks.alignment_scores import Score
from tests.benchmarks.articles import (
    ENGINES,
    Recipe,
    articles,
    novel,
    textberg,
)
from tests.benchmarks.fit_examples import Example, Kind, example, in_force, loss
from tests.benchmarks.fit_texts import (
    ENCODED_LANGUAGES,
    LANGUAGES,
    TESTED,
    collected,
    faithful,
)

_examples: list[Example] = []


def _part(job: tuple[list[int], np.ndarray]) -> tuple[float, np.ndarray]:
    chosen, weights = job
    total, slope = 0.0, np.zeros_like(weights)
    for number in chosen:
        value, direction = loss(_examples[number], weights)
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


@dataclass(frozen=True)
class Prior:
    """What the weights are drawn towards, and how strongly."""

    wanted: np.ndarray
    penalty: np.ndarray


def fitted(
    begin: np.ndarray, prior: Prior, steps: int, without: str = "", workers: int = 2
) -> np.ndarray:
    """The weights at which the examples, but for those of one text, are most probable."""
    chosen = [number for number, one in enumerate(_examples) if one.text != without]
    # In units of each feature's spread the slopes are alike, which L-BFGS needs.
    spread = np.maximum(np.mean([one.values.std(axis=1) for one in _examples], axis=0), 0.05)
    spread = np.concatenate([spread, spread / 2])
    with get_context("fork").Pool(workers) as pool:

        def scaled(point: np.ndarray) -> tuple[float, np.ndarray]:
            weights = point / spread
            parts = pool.map(_part, [(chosen[n::workers], weights) for n in range(workers)])
            away = weights - prior.wanted
            value = sum(part[0] for part in parts) + (prior.penalty * away * away).sum() / 2
            slope = sum(part[1] for part in parts) + prior.penalty * away
            return value, slope / spread

        return minimised(scaled, begin * spread, steps) / spread


def fitted_where_faithful(begin: np.ndarray, penalty: float, steps: int) -> np.ndarray:
    """The weights with the usual ones fitted to the examples; what they gain is taken from the
    loose ones, so that a text of looseness 1 keeps those that it has."""
    usual, loose = np.split(begin, 2)
    spread = np.maximum(np.mean([one.values.std(axis=1) for one in _examples], axis=0), 0.05)
    every = list(range(len(_examples)))

    def scaled(point: np.ndarray) -> tuple[float, np.ndarray]:
        more = point / spread
        value, slope = _part((every, np.concatenate([usual + more, loose - more])))
        own, other = np.split(slope, 2)
        return value + penalty * (more * more).sum() / 2, (own - other + penalty * more) / spread

    more = minimised(scaled, np.zeros_like(usual), steps) / spread
    return np.concatenate([usual + more, loose - more])


def as_weights(both: np.ndarray) -> parameters.Weights:
    usual, loose = (
        dict(zip(NAMES, part.tolist(), strict=True)) for part in np.split(np.round(both, 3), 2)
    )
    return parameters.Weights(usual, loose)


def measured(text: str, kind: Kind) -> str:
    """How well `align` does on a text, as cells of a table."""
    if text in ENGINES:
        tests = articles(text, TESTED, Recipe()) + articles(text, TESTED, Recipe(moved=True))
    elif text == "Text+Berg":
        tests = [textberg(back="google2010" if kind.translated else None)]
    else:
        tests = [novel(text)]
    right = found = true = alone_right = alone_found = alone_true = 0
    for article in tests:
        beads = [(bead.source, bead.target) for bead in kind.aligned(article)]
        gold = set(article.gold)
        filled, filled_gold = ({b for b in some if b[0] and b[1]} for some in (beads, gold))
        lonely, lonely_gold = ({b for b in some if not all(b)} for some in (beads, gold))
        lonely, lonely_gold = (
            {(side, n) for b in some for side in range(2) for n in b[side]}
            for some in (lonely, lonely_gold)
        )
        right += len(filled & filled_gold)
        found += len(filled)
        true += len(filled_gold)
        alone_right += len(lonely & lonely_gold)
        alone_found += len(lonely)
        alone_true += len(lonely_gold)
    strict = Score(right / found, right / true)
    left = Score(alone_right / max(alone_found, 1), alone_right / max(alone_true, 1))
    return f"{strict.f1:.3f} | {left.precision:.3f} | {left.recall:.3f} | {left.f1:.3f}"


def cross_validate(
    texts: Sequence[str], best: np.ndarray, prior: Prior, kind: Kind, steps: int
) -> None:
    """Print for each text how well it is aligned by all weights, and by those that the others
    give in so many further steps."""
    print("| text | strict F1 | alone P | R | F1 | without it: strict F1 | alone P | R | F1 |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    for text in texts:
        with in_force(kind, as_weights(best)):
            inside = measured(text, kind)
        with in_force(kind, as_weights(fitted(best, prior, steps, without=text))):
            print(f"| {text} | {inside} | {measured(text, kind)} |", flush=True)


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
    options.add_argument("--languages", help="of the articles, by comma")
    options.add_argument("--share", type=float, default=1.0, help="of the articles")
    options.add_argument("--penalty", type=float, default=2.0, help="of the usual weights")
    options.add_argument("--loose-penalty", type=float, default=4.0)
    options.add_argument("--steps", type=int, default=60)
    options.add_argument("--folds", type=int, default=0, help="steps without each text in turn")
    options.add_argument("--left-out", help="the texts of --folds, by comma; else all")
    options.add_argument(
        "--faithful", action="store_true", help="keep the weights of free texts; no books"
    )
    chosen = options.parse_args()
    translated, encoded = chosen.kind in ("translation", "both"), chosen.kind in ("encoder", "both")
    start = parameters.weights(translated=translated, encoded=encoded)
    if chosen.start:
        start = parameters.Weights(**json.loads(chosen.start.read_text()))
    kind = Kind(translated, encoded, start)
    languages = ENCODED_LANGUAGES if encoded else LANGUAGES
    if chosen.languages:
        languages = chosen.languages.split(",")
    texts = list(languages)
    examples = faithful(texts) if chosen.faithful else collected(kind, texts, chosen.share)
    for text, article, weight in examples:
        _examples.append(example(text, article, weight, kind))
    print(len(_examples), "examples", file=sys.stderr, flush=True)
    wanted = loose_of(chosen.prior) if chosen.prior else np.zeros(len(NAMES))
    prior = Prior(
        np.concatenate([np.zeros(len(NAMES)), wanted]),
        np.repeat([chosen.penalty, chosen.loose_penalty], len(NAMES)),
    )
    begin = np.concatenate([in_order(start.usual), in_order(start.loose)])
    if chosen.faithful:
        best = fitted_where_faithful(begin, chosen.penalty, chosen.steps)
    else:
        best = fitted(begin, prior, chosen.steps)
    weights = as_weights(best)
    chosen.output.write_text(json.dumps({"usual": weights.usual, "loose": weights.loose}, indent=1))
    if chosen.folds:
        texts = chosen.left_out.split(",") if chosen.left_out else [one.text for one in _examples]
        cross_validate(list(dict.fromkeys(texts)), best, prior, kind, chosen.folds)


if __name__ == "__main__":
    main()
