"""What is called left out in news articles of 25 sentences: each sentence left out in turn, and
passages told freely (joined, parted, turned round) with and without a sentence left out beside
them (tests/alignment/news, free_passages.txt, written for this).

python -m pytest -m benchmark -s tests/benchmarks/test_free_passages.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewer.domain import Bead
from tests.alignment import everyday
from tests.alignment.everyday import Article, Link, Unit

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

NEWS = Path(__file__).parents[1] / "alignment" / "news"
PASSAGES = NEWS.parent / "free_passages.txt"
EVIDENCE = ("encoder", "none")
SURE = 0.6


class Passage(NamedTuple):
    """Sentences `first` to `last` (from 1) of an article, told freely by other sentences."""

    article: str
    first: int
    last: int
    told: tuple[str, ...]


def passages() -> list[Passage]:
    found = []
    for line in PASSAGES.read_text("utf-8").splitlines():
        name, places, text = line.split(" ¦ ")
        first, _, last = places.partition("-")
        found.append(Passage(name, int(first), int(last or first), tuple(text.split(" + "))))
    return found


def told_freely(passage: Passage, gone: int = 0) -> Article:
    """The article with that passage; `gone` is a sentence (from 1) that is left out."""
    units = everyday.units(passage.article, NEWS)
    free = slice(passage.first - 1, passage.last)
    whole = Unit(tuple(s for unit in units[free] for s in unit.source), passage.told, ())
    if gone:
        units[gone - 1] = Unit(units[gone - 1].source, (), ())
    units[free] = [whole]
    return everyday.made(passage.article, units)


def beside(passage: Passage, number: int) -> int:
    """The sentence right before the passage or right behind it, in turn."""
    behind = passage.first == 1 or (number % 2 == 0 and passage.last < 25)
    return passage.last + 1 if behind else passage.first - 1


def count(article: Article, evidence: str) -> Counter[str]:
    """How many sentences left out are found, passages found exactly, and others called alone."""
    beads = everyday.aligned(article, evidence)
    alone = {link for link in article.gold if not all(link)}
    false = [b for b in beads if not (b.source and b.target) and _link(b) not in alone]
    found = {(bead.source, bead.target) for bead in beads}
    return Counter(
        texts=1,
        out=len(alone),
        found=len(alone & found),
        passage=all(link in found for link in article.gold if len(link[0]) + len(link[1]) > 2),
        false=len(false),
        sure=sum(bead.confidence > SURE for bead in false),
    )


def _link(bead: Bead) -> Link:
    return (bead.source, bead.target)


def _lists() -> Iterator[tuple[str, str, Article]]:
    for number, passage in enumerate(passages()):
        language = passage.article.rpartition(".")[2]
        yield language, "nothing left out", told_freely(passage)
        yield language, "left out beside", told_freely(passage, beside(passage, number))


def test_passages_told_freely() -> None:
    print("\n| language | evidence | passages | found | false, sure | left out | found "
          "| passages found | false, sure |\n|---|---|---|---|---|---|---|---|---|")  # fmt: skip
    for evidence in EVIDENCE:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for language, kind, article in _lists():
            counts.setdefault((language, kind), Counter()).update(count(article, evidence))
        for language in dict.fromkeys(key[0] for key in counts):
            plain = counts[language, "nothing left out"]
            out = counts[language, "left out beside"]
            print(
                f"| {language} | {evidence} | {plain['texts']} | {plain['passage']} "
                f"| {plain['false']}, {plain['sure']} | {out['out']} | {out['found']} "
                f"| {out['passage']} | {out['false']}, {out['sure']} |"
            )
            assert out["found"] >= 0.9 * out["out"]


def test_each_sentence_left_out_in_turn() -> None:
    print("\n| evidence | left out | found | false, sure |\n|---|---|---|---|")
    for evidence in EVIDENCE:
        total: Counter[str] = Counter()
        for name in everyday.names(NEWS):
            for article, _ in everyday.one_left_out(name, NEWS):
                total += count(article, evidence)
        print(
            f"| {evidence} | {total['out']} | {total['found']} "
            f"| {total['false']}, {total['sure']} |"
        )
        assert total["found"] >= 0.9 * total["out"]
