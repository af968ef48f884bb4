"""How sure it is told that a sentence is alone where its like may stand elsewhere: everyday
articles in which one sentence was carried elsewhere, or one is left out and another one added.

python -m pytest -m benchmark -s tests/benchmarks/test_elsewhere.py
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.alignment import everyday
from tests.alignment.everyday import EVIDENCE, Article, Unit

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

DRAWS = 4
SURE = 0.6


def _drawn(folder: Path, dice: random.Random) -> Iterator[tuple[Article, Article]]:
    """Of an article one with a sentence left out and another added, and one with the first of
    these carried to where the second stands."""
    for name in everyday.names(folder):
        units = [u for u in everyday.faithful(name, folder) if not u.moved and not u.stands]
        single = [n for n, unit in enumerate(units) if len(unit.source) == len(unit.target) == 1]
        for _ in range(DRAWS):
            one, other = _two(single, dice)
            alone, moved = list(units), list(units)
            alone[one] = Unit(units[one].source, (), ())
            alone[other] = Unit((), units[other].target, units[other].back)
            first = units[one]
            moved[one] = Unit(first.source, first.target, first.back, moved="A")
            moved.insert(other + (other > one), Unit((), (), (), stands="A"))
            yield everyday.made(name, alone), everyday.made(name, moved)


def _two(single: list[int], dice: random.Random) -> tuple[int, int]:
    """Two that are no neighbours."""
    while True:
        one, other = dice.sample(single, 2)
        if abs(one - other) > 1:
            return one, other


def _called(article: Article, evidence: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for bead in everyday.aligned(article, evidence):
        if not (bead.source and bead.target):
            right = (bead.source, bead.target) in article.gold
            counts.update(called=1, right=right)
            if bead.confidence > SURE:
                counts.update(sure=1, surely_right=right)
    return counts


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_sentences_alone_and_sentences_carried_elsewhere(evidence: str) -> None:
    dice = random.Random(5)
    total: Counter[str] = Counter()
    for folder in everyday.FOLDERS:
        for pair in _drawn(folder, dice):
            for article in pair:
                total += _called(article, evidence)
    print(
        f"\n| {evidence} | called alone {total['called']}, right {total['right']} "
        f"| over {SURE}: {total['sure']}, right {total['surely_right']} |"
    )
    assert total["surely_right"] >= 0.8 * total["sure"]
