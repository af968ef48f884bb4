"""What headings and paragraphs should weigh: articles with both, marked alike on the two sides or
with marks lost, aligned without these weights, with them, and with twice as much.

python -m pytest -m benchmark -s tests/benchmarks/test_alignment_structure.py
"""

from __future__ import annotations

import random

import pytest

from reviewer.alignment import parameters
from reviewer.alignment.align import align
from tests.benchmarks.articles import SHARED, Article, Recipe, articles
from tests.benchmarks.test_alignment import Tally

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(600),
]

STRUCTURE = ("headings differ", "heading merged", "paragraph crossed")
ARTICLES = 16


def structure(article: Article, draw: random.Random, *, lost: bool) -> dict[str, object]:
    """Paragraphs of two to five sentences; every third begins with a heading. With `lost`, 15 % of
    the translation's breaks and 10 % of its headings are not marked, and 5 % of breaks are new."""
    breaks = {0}
    while max(breaks) < len(article.source):
        breaks.add(max(breaks) + draw.randint(2, 5))
    first = {rows[0]: columns[0] for rows, columns in article.gold if rows and columns}
    kept = {first[n] for n in breaks if n in first and draw.random() > 0.15 * lost}
    kept |= {n for n in range(len(article.target)) if draw.random() < 0.05 * lost}
    headings = frozenset(n for n in sorted(breaks)[1::3] if n < len(article.source))
    marked = frozenset(first[n] for n in headings if n in first and draw.random() > 0.1 * lost)
    return {
        "source_paragraphs": [sum(b <= n for b in breaks) for n in range(len(article.source))],
        "target_paragraphs": [sum(b <= n for b in kept) for n in range(len(article.target))],
        "source_headings": headings,
        "target_headings": marked,
    }


@pytest.mark.parametrize("lost", [False, True], ids=["clean", "lost"])
def test_structure(lost: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    print(f"\n{'marks lost' if lost else 'marked alike'}, no translation and no encoder")
    print("| language | times | missing P | R | F1 | added P | R | F1 | beads right |")
    print("|---|---|---|---|---|---|---|---|---|")
    usual = parameters.weights
    for language in ("uk", "vi"):
        for times in (0, 1, 2):

            def scaled(times: int = times, **kind: bool) -> parameters.Weights:
                found = usual(**kind)
                own = {n: w * (times if n in STRUCTURE else 1) for n, w in found.usual.items()}
                return parameters.Weights(own, found.loose)

            monkeypatch.setattr(parameters, "weights", scaled)
            tally = Tally()
            for number, article in enumerate(articles(language, 1, Recipe())[:ARTICLES]):
                beads = align(
                    article.source,
                    article.target,
                    source_language="en",
                    target_language=language,
                    **structure(article, random.Random(number), lost=lost),
                )
                tally.count(number, article, beads)
            cells = [
                f"{score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f}"
                for score in (tally.score("missing"), tally.score("added"))
            ]
            right = tally.right / tally.beads
            print(f"| {language} | {times} | {' | '.join(cells)} | {right:.3f} |", flush=True)
