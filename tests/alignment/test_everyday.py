"""How the short everyday articles are aligned, with each kind of evidence that there may be.

The floors lie a little under what is reached; docs/measurements/alignment.md has the figures, also
of each sentence left out, added or joined in turn.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alignment import everyday
from tests.alignment.everyday import EVIDENCE, FOLDERS, Article, Link

ARTICLES = [(name, folder) for folder in FOLDERS for name in everyday.names(folder)]

FLOORS = {
    ("encoder", "plain"): (0.93, 0),
    ("none", "plain"): (0.85, 6),
    ("translation", "plain"): (0.93, 0),
    ("encoder", "genres"): (0.9, 5),
    ("none", "genres"): (0.68, 7),
    ("translation", "genres"): (0.9, 3),
}
"""By evidence and kind of articles: the share of the sentences left out or added that must be
found, and how many others may be called so in all that is written."""

KINDS = {"plain": FOLDERS[:2], "genres": FOLDERS[2:]}


def found(article: Article, evidence: str) -> set[Link]:
    return {(bead.source, bead.target) for bead in everyday.aligned(article, evidence)}


def alone(links: set[Link] | frozenset[Link]) -> set[Link]:
    return {(source, target) for source, target in links if not source or not target}


@pytest.mark.parametrize(("name", "folder"), ARTICLES, ids=[name for name, _ in ARTICLES])
def test_the_articles_are_what_they_say(name: str, folder: Path) -> None:
    article = everyday.written(name, folder)
    assert 10 <= len(article.source) <= 25
    assert len(article.back) == len(article.target)
    for side, sentences in enumerate((article.source, article.target)):
        assert sorted(n for link in article.gold for n in link[side]) == list(range(len(sentences)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("evidence", EVIDENCE)
def test_what_is_left_out_and_added_is_found_and_nothing_else(evidence: str, kind: str) -> None:
    true = right = wrong = 0
    for name, folder in ARTICLES:
        if folder not in KINDS[kind]:
            continue
        article = everyday.written(name, folder)
        called, gold = alone(found(article, evidence)), alone(article.gold)
        true, right = true + len(gold), right + len(called & gold)
        wrong += len(called - gold)
    share, most = FLOORS[evidence, kind]
    assert right >= share * true
    assert wrong <= most


@pytest.mark.parametrize(
    ("evidence", "kind", "most"),
    [
        ("encoder", "plain", 1),
        ("translation", "plain", 0),
        ("encoder", "genres", 4),
        ("translation", "genres", 4),
    ],
)
def test_hardly_anything_is_lacking_in_faithful_articles(
    evidence: str, kind: str, most: int
) -> None:
    called: list[tuple[str, Link]] = []
    for name, folder in ARTICLES:
        if folder not in KINDS[kind]:
            continue
        article = everyday.made(name, everyday.faithful(name, folder))
        called += [(name, link) for link in alone(found(article, evidence))]
    assert len(called) <= most, called
