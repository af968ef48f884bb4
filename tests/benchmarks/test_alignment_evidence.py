"""What a translation and an encoder bring to the alignment of books and articles; prints the first
tables of docs/measurements/alignment.md.

python -m pytest -m benchmark -s tests/benchmarks/test_alignment_evidence.py [-k textberg]
"""

from __future__ import annotations

import pytest

from reviewer.alignment.align import align
from reviewer.domain import Bead
from reviewer.machine_translation.encoders import VectorsOnDemand
from tests.benchmarks.alignment_scores import Score, lax, strict
from tests.benchmarks.articles import (
    ENGINES,
    NOVELS,
    SHARED,
    Article,
    Link,
    Recipe,
    articles,
    novel,
    textberg,
)

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(3600),
]

SURE = 0.6
"""The confidence from which the table says how many sentences left alone are right."""

SEED = 1
"""The weights were fitted to articles of other seeds."""


def aligned(article: Article, *, translated: bool, encoded: bool) -> list[Bead] | None:
    """The beads; None where no encoder serves the languages and one was asked for."""
    vectors = None
    encoder = VectorsOnDemand(
        (article.source, article.source_language), (article.target, article.target_language)
    )
    if encoded:
        vectors = encoder()
        if vectors is None:
            return None
    return align(
        article.source,
        article.target,
        source_language=article.source_language,
        target_language=article.target_language,
        back_translation=article.back if translated else None,
        forward_translation=article.forward if translated else None,
        vectors=vectors,
        word_by_word=encoder.word_by_word,
        read_together=encoder.read if encoded else None,
    )


def links(beads: list[Bead]) -> list[Link]:
    return [(bead.source, bead.target) for bead in beads]


def left_alone(beads: list[Link]) -> set[tuple[str, int]]:
    """The sentences that have no counterpart, each with its side."""
    return {("source", n) for left, right in beads if not right for n in left} | {
        ("target", n) for left, right in beads if not left for n in right
    }


def row(text: str, evidence: str, article: Article, beads: list[Bead]) -> Score:
    """Print a line of the table of books; the strict score."""
    found, true = links(beads), left_alone(article.gold)
    one, other = strict(found, article.gold), lax(found, article.gold)
    called = left_alone(found)
    sure = left_alone(links([bead for bead in beads if bead.confidence > SURE]))
    print(
        f"| {text} | {evidence} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} "
        f"| {other.f1:.3f} | {len(called)}, {len(called & true)}, {len(true)} "
        f"| {len(sure)}, {len(sure & true)} |"
    )
    return one


def heading() -> None:
    print("\n| text | evidence | strict P | R | F1 | lax F1 | alone: called, right, of "
          f"| over {SURE}: called, right |\n|---|---|---|---|---|---|---|---|")  # fmt: skip


@pytest.mark.parametrize("encoded", [False, True], ids=["alone", "encoder"])
def test_textberg(encoded: bool) -> None:
    heading()
    for engine in (None, "google2010", "europarl-smt"):
        article = textberg(back=engine)
        beads = aligned(article, translated=engine is not None, encoded=encoded)
        if beads is None:
            pytest.skip("no encoder is installed")
        evidence = [f"back {engine}"] * (engine is not None) + ["encoder"] * encoded
        reached = row("Text+Berg", " and ".join(evidence) or "none", article, beads)
        assert reached.f1 > 0.85


@pytest.mark.parametrize("encoded", [False, True], ids=["alone", "encoder"])
def test_novels(encoded: bool) -> None:
    heading()
    reached = []
    for title in NOVELS:
        article = novel(title)
        beads = aligned(article, translated=False, encoded=encoded)
        if beads is None:
            pytest.skip("no encoder is installed")
        reached.append(row(title, "encoder" if encoded else "none", article, beads).f1)
    mean = sum(reached) / len(reached)
    print(f"mean strict F1 {mean:.3f}")
    assert mean > 0.8


@pytest.mark.parametrize("evidence", ["none", "encoder", "back-translation", "both"])
def test_articles(evidence: str) -> None:
    print("\n| evidence | language | missing P | R | F1 | added P | R | F1 |")
    print("|---|---|---|---|---|---|---|---|")
    for language in ENGINES:
        found: dict[str, set[tuple[int, Link]]] = {"missing": set(), "added": set()}
        true: dict[str, set[tuple[int, Link]]] = {"missing": set(), "added": set()}
        served = True
        for number, article in enumerate(articles(language, SEED, Recipe())):
            beads = aligned(
                article,
                translated=evidence in ("back-translation", "both"),
                encoded=evidence in ("encoder", "both"),
            )
            if beads is None:
                served = False
                break
            for these, those in ((found, links(beads)), (true, article.gold)):
                these["missing"] |= {(number, link) for link in those if not link[1]}
                these["added"] |= {(number, link) for link in those if not link[0]}
        if not served:
            print(f"| {evidence} | {language} | not served | | | | | |")
            continue
        cells = []
        for kind in ("missing", "added"):
            hits = len(found[kind] & true[kind])
            score = Score(hits / max(len(found[kind]), 1), hits / max(len(true[kind]), 1))
            cells += [score.precision, score.recall, score.f1]
            assert score.f1 > 0.8
        print(f"| {evidence} | {language} | " + " | ".join(f"{x:.3f}" for x in cells) + " |")
