"""What is found in short everyday articles where one sentence is left out, added or joined with
its neighbour, each in turn (tests/alignment/everyday, written for this).

python -m pytest -m benchmark -s tests/benchmarks/test_everyday.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.alignment import everyday
from tests.alignment.everyday import EVIDENCE, Article, Link

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3600)]

_WORDS, _LETTERS = 4, 8
"""A sentence of so many words, or of so many letters where no spaces part words, is short."""


def _is_short(text: str) -> bool:
    return len(text.split()) <= _WORDS if " " in text.strip() else len(text) <= _LETTERS


def _links(article: Article, evidence: str) -> set[Link]:
    return {(bead.source, bead.target) for bead in everyday.aligned(article, evidence)}


def _false(found: set[Link], article: Article) -> int:
    return sum(not (source and target) for source, target in found - article.gold)


def _counts(name: str, folder: Path, evidence: str) -> Counter[str]:
    counts: Counter[str] = Counter()

    def add(kind: str, article: Article, wanted: Link) -> None:
        found = _links(article, evidence)
        counts[f"{kind} right"] += wanted in found
        counts[kind] += 1
        counts[f"{kind} false"] += _false(found, article)

    whole = everyday.made(name, everyday.faithful(name, folder))
    counts["faithful"] += 1
    counts["faithful false"] += _false(_links(whole, evidence), whole)
    for article, row in everyday.one_left_out(name, folder):
        kind = "short" if _is_short(article.source[row]) else "long"
        add(kind, article, ((row,), ()))
    for article, column in everyday.one_added(name, folder):
        add("added", article, ((), (column,)))
    for article, link in everyday.two_joined(name, folder):
        add("joined", article, link)
    return counts


@pytest.mark.parametrize("folder", everyday.FOLDERS, ids=lambda folder: folder.name)
def test_each_sentence_in_turn(folder: Path) -> None:
    kinds = ("short", "long", "added", "joined")
    print(
        f"\n| {folder.name} | articles, false | " + " | ".join(f"{k}, false" for k in kinds) + " |"
    )
    print("|---" * (2 + len(kinds)) + "|")
    for evidence in EVIDENCE:
        total: Counter[str] = Counter()
        for name in everyday.names(folder):
            total += _counts(name, folder, evidence)
        cells = [f"{total[f'{k} right']} of {total[k]}, {total[f'{k} false']}" for k in kinds]
        faithful = f"{total['faithful']}, {total['faithful false']}"
        print(f"| {evidence} | {faithful} | " + " | ".join(cells) + " |", flush=True)
