"""Chapters and news in pairs of languages that share no letters, without a package."""

from __future__ import annotations

import pytest

from tests.alignment import everyday
from tests.alignment.everyday import OTHER_LETTERS, Link

NAMES = everyday.names(OTHER_LETTERS)


@pytest.mark.parametrize("name", NAMES)
def test_the_texts_are_what_they_say(name: str) -> None:
    article = everyday.written(name, OTHER_LETTERS)
    assert len(article.back) in (0, len(article.target))
    for side, sentences in enumerate((article.source, article.target)):
        assert sorted(n for link in article.gold for n in link[side]) == list(range(len(sentences)))


def test_nearly_all_is_found() -> None:
    right = beads = 0
    alone: set[tuple[str, Link]] = set()
    called: set[tuple[str, Link]] = set()
    for name in NAMES:
        article = everyday.written(name, OTHER_LETTERS)
        found = {(bead.source, bead.target) for bead in everyday.aligned(article, "encoder")}
        right, beads = right + len(found & article.gold), beads + len(article.gold)
        alone |= {(name, link) for link in article.gold if not all(link)}
        called |= {(name, link) for link in found if not all(link)}
    assert right >= 0.94 * beads
    assert len(alone & called) >= 0.92 * len(alone)
    assert len(called - alone) <= 7
