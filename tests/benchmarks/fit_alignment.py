"""Fit the weights of the alignment's model to articles from flores-dev and to books.

    python tests/benchmarks/fit_alignment.py encoder OUTPUT.json [--steps 45] ...

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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from articles import (
    ENGINES,
    NOVELS,
    Article,
    Link,
    Recipe,
    Score,
    articles,
    novel,
    short_articles,
    textberg,
    with_some_left_out,
)

from reviewer.alignment import parameters
from reviewer.alignment.align import align
from reviewer.alignment.evidence import Evidence, Texts, gather
from reviewer.alignment.likeness import Likenesses
from reviewer.alignment.looseness import looseness
from reviewer.alignment.measures import NAMES, Measures, alone
from reviewer.alignment.model import dearer, likenesses, score
from reviewer.alignment.search import (
    Lattice,
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

NEAR = 7  # nodes to either side of the true path that texts are fitted on
TESTED = 1  # the seed of the articles that are measured; others are fitted to


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


RECIPES = (
    (Recipe(), 9),
    (Recipe(moved=True), 6),
    (Recipe(missing=0.35, added=0.12, merged=0.05, cut=0.05), 7),
    (Recipe(missing=0.01, added=0.02, merged=0.0, uneven=0.25, cut=0.35), 6),
)


LANGUAGES = ("id", "de", "uk", "vi", "ar", "tr", "zh")
ENCODED_LANGUAGES = ("id", "de", "ar", "tr", "zh")


FAITHFUL = ((Recipe(), 2), (Recipe(moved=True), 2), *((recipe, 1) for recipe, _ in RECIPES[2:]))
"""How many articles of each recipe, and besides `FAITHFUL_SHORT` of short sentences, a language has
where only the weights of faithful texts are fitted."""

FAITHFUL_SHORT = 4


def faithful(languages: list[str]) -> list[tuple[str, Article, float]]:
    """Fewer articles and no book, as `collected` gives them."""
    found = []
    for language in languages:
        made = [
            (articles(language, 100 + n, recipe), count)
            for n, (recipe, count) in enumerate(FAITHFUL)
        ]
        made.append((short_articles(language, 100), FAITHFUL_SHORT))
        for some, count in made:
            found += [(language, some[int(n * len(some) / count)], ARTICLE) for n in range(count)]
    return found


def collected(kind: Kind, languages: list[str], share: float) -> list[tuple[str, Article, float]]:
    """The articles and books that a kind of evidence exists for, each with the name of its text
    and its weight."""
    found = []
    for language in languages:
        for number, (recipe, usual_count) in enumerate(RECIPES):
            made = articles(language, 100 + number, recipe)
            count = max(int(usual_count * share), 1)
            step = len(made) / count
            found += [(language, made[int(index * step)], ARTICLE) for index in range(count)]
        found += [(language, article, SHORT) for article in short_articles(language, 100)[::5]]
    return found + [
        each
        for name, book, weight in books(kind)
        for each in ((name, book, weight), (name, with_some_left_out(book, 0), weight))
    ]


ARTICLE, SHORT = 3.0, 2.0
"""What an article of flores-dev and one of short sentences weigh."""


def books(kind: Kind) -> list[tuple[str, Article, float]]:
    """The loose texts that a kind of evidence exists for. Few sentences are left out of them, so
    each is fitted to a second time with some taken from either side."""
    if kind.translated:
        return [
            ("Text+Berg", textberg(back=back, forward=forward), 0.5)
            for engine in ("google2010", "europarl-smt")
            for back, forward in ((engine, None), (None, engine), (engine, engine))
        ]
    novels = [(name, novel(name), 2.0 if name == "Emma" else 1.0) for name in NOVELS]
    return [("Text+Berg", textberg(), 2.0), *novels]


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
