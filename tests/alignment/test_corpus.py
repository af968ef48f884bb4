"""How well twenty articles with planted omissions, additions and moves are aligned.

No translation helps: this is what a reviewer without packages gets. The floors lie a little
under what is reached (see docs/measurements/alignment.md); real texts are harder.
"""

from __future__ import annotations

from functools import cache

import pytest

from reviewer.alignment.align import align
from reviewer.domain import Bead
from tests.alignment.corpus import ARTICLES, Article, Link, article, links_of

FLOORS = {"aligned": 0.96, "missing": 0.94, "added": 0.94, "moved": 0.93}
"""F1 over all articles."""

WORST = 0.8
"""F1 of all beads of any one article."""


@cache
def beads(described: str) -> tuple[Article, list[Bead]]:
    made = article(described)
    return made, align(
        made.source,
        made.target,
        source_language=made.source_language,
        target_language=made.target_language,
    )


def _f1(right: int, found: int, true: int) -> float:
    return 2 * right / (found + true)


def _of_kind(kind: str, links: set[Link]) -> set[Link]:
    return {
        (source, target)
        for source, target in links
        if kind == ("missing" if not target else "added" if not source else "aligned")
    }


@pytest.mark.parametrize("described", ARTICLES)
def test_the_corpus_is_what_it_says(described: str) -> None:
    made = article(described)
    assert sorted(n for source, _ in made.gold for n in source) == list(range(len(made.source)))
    assert sorted(n for _, target in made.gold for n in target) == list(range(len(made.target)))
    counts = [len(_of_kind(kind, set(made.gold))) for kind in ("missing", "added")]
    assert (counts, len(made.moved)) == ([3, 2], 2)
    assert any(len(source) == 2 for source, _ in made.gold)


@pytest.mark.parametrize("described", ARTICLES)
def test_no_article_goes_astray(described: str) -> None:
    made, found = beads(described)
    links = links_of(frozenset((bead.source, bead.target) for bead in found))
    gold = links_of(made.gold)
    assert _f1(len(links & gold), len(links), len(gold)) >= WORST
    exact = {(bead.source, bead.target) for bead in found}
    assert _f1(len(exact & made.gold), len(exact), len(made.gold)) >= WORST


@pytest.mark.parametrize("kind", ["aligned", "missing", "added"])
def test_what_belongs_together_and_what_is_left_out_is_found(kind: str) -> None:
    right = found = true = 0
    for described in ARTICLES:
        made, those = beads(described)
        ours = _of_kind(kind, {(bead.source, bead.target) for bead in those})
        gold = _of_kind(kind, set(made.gold))
        right, found, true = right + len(ours & gold), found + len(ours), true + len(gold)
    assert _f1(right, found, true) >= FLOORS[kind]


def test_moved_passages_are_found() -> None:
    right = found = true = 0
    for described in ARTICLES:
        made, those = beads(described)
        ours = {(bead.source, bead.target) for bead in those if bead.relation == "moved"}
        right, found, true = right + len(ours & made.moved), found + len(ours), true + 2
    assert _f1(right, found, true) >= FLOORS["moved"]
