"""How the alignment fares with translations by weak engines: novels by rules (Apertium) and word
for word, Text+Berg with its recorded translations made worse.

python -m pytest -m benchmark -s tests/benchmarks/test_weak_engines.py
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.benchmarks.articles import NOVELS, SHARED, Article, novel, textberg
from tests.benchmarks.test_alignment_evidence import aligned, heading, row
from tests.benchmarks.weak_engines import by_rules, degraded, found_again, word_for_word

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(3600),
]

SHARES = (0.0, 0.1, 0.2, 0.3)


def _row(name: str, evidence: str, article: Article, *, encoded: bool) -> float:
    beads = aligned(article, translated=True, encoded=encoded)
    if beads is None:
        pytest.skip("no encoder is installed")
    found = f"{evidence} ({found_again(article):.2f})" + " and encoder" * encoded
    return row(name, found, article, beads).f1


@pytest.mark.parametrize("encoded", [False, True], ids=["alone", "encoder"])
def test_novels_by_rules(encoded: bool) -> None:
    heading()
    reached = []
    for title in NOVELS:
        article = by_rules(novel(title))
        if article is None:
            pytest.skip("Apertium with its pairs fr-es and spa-eng is not installed")
        reached.append(_row(title, "rules", article, encoded=encoded))
    print(f"mean strict F1 {sum(reached) / len(reached):.3f}")


@pytest.mark.parametrize("encoded", [False, True], ids=["alone", "encoder"])
def test_novels_word_for_word(encoded: bool) -> None:
    heading()
    reached = []
    for title in NOVELS:
        if novel(title).target_language == "fr":
            reached.append(_row(title, "words", word_for_word(title), encoded=encoded))
    print(f"mean strict F1 {sum(reached) / len(reached):.3f}")


@pytest.mark.parametrize("encoded", [False, True], ids=["alone", "encoder"])
def test_textberg_made_worse(encoded: bool) -> None:
    heading()
    for engine in ("google2010", "europarl-smt"):
        article = textberg(back=engine)
        assert article.back is not None
        for share in SHARES:
            worse = replace(article, back=degraded(article.back, 1, share))
            _row("Text+Berg", f"{engine} worse by {share}", worse, encoded=encoded)
