"""How often differing figures mean an error, and how often a wrong pair, by the pair's confidence.

Half of the sentences with figures get one changed on purpose.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from reviewer.alignment import align
from reviewer.checks import check_pair
from reviewer.checks.doubtful_pairs import weighed
from reviewer.domain import Pair, joined
from tests.benchmarks.articles import ENGINES, SHARED, Article, Recipe, articles
from tests.benchmarks.test_numbers import mutations

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data is not beside the project"),
]

RECIPES = (Recipe(), Recipe(moved=True), Recipe(missing=0.15, uneven=0.1, cut=0.1))
EDGES = (0.65, 0.8, 0.9, 1.01)
MANY = 3


def with_errors(article: Article, draw: random.Random) -> list[str]:
    """The translation with one figure changed in half of its sentences that have any."""
    return [
        draw.choice(changed)[1]
        if draw.random() < 0.5
        and (
            changed := [
                (how, text)
                for how, text in mutations(sentence, article.target_language, draw)
                if how in ("one digit changed", "ten times as much", "two digits swapped")
            ]
        )
        else sentence
        for sentence in article.target
    ]


def test_what_differing_figures_mean() -> None:
    seen: Counter[tuple[float, bool, bool]] = Counter()
    for number, recipe in enumerate(RECIPES):
        for language in sorted(ENGINES):
            for article in articles(language, 901 + number, recipe):
                target = with_errors(article, random.Random(article.source[0]))
                beads = align(
                    article.source, target, source_language="en", target_language=language
                )
                for bead in beads:
                    if not bead.source or not bead.target:
                        continue
                    pair = Pair(
                        joined([article.source[index] for index in bead.source]),
                        joined([target[index] for index in bead.target]),
                        "en",
                        language,
                    )
                    sure = check_pair(pair)
                    # In a pair of no confidence at all: what the pairing would explain.
                    unsure = Pair(pair.source, pair.target, "en", language, confidence=0.0)
                    lighter = sum(a != b for a, b in zip(sure, weighed(sure, unsure), strict=True))
                    if lighter:
                        below = next(edge for edge in EDGES if bead.confidence < edge)
                        right = (bead.source, bead.target) in article.gold
                        seen[below, right, lighter >= MANY] += 1
    print("\n| confidence below | few differ, pair right | wrong | many, right | wrong |")
    print("|---|---|---|---|---|")
    for edge in EDGES:
        cells = [seen[edge, right, many] for many in (False, True) for right in (True, False)]
        print(f"| {edge:.2f} | " + " | ".join(map(str, cells)) + " |")
    few = [seen[0.8, right, False] for right in (True, False)]
    many = [sum(seen[edge, right, True] for edge in EDGES[:3]) for right in (True, False)]
    assert few[0] > few[1]
    assert many[1] > many[0]
