"""What becomes of sentences of a few words: left out, translated, or joined to their neighbour.

python -m pytest -m benchmark -s tests/benchmarks/test_short_sentences.py
"""

from __future__ import annotations

from collections import Counter

import pytest

from reviewer.alignment import align
from tests.benchmarks.articles import SHARED
from tests.benchmarks.short_sentences import LANGUAGES, with_short_sentences

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.timeout(1800),
]


@pytest.mark.parametrize("evidence", ["encoder", "neither", "translation"])
def test_short_sentences(evidence: str) -> None:
    print(f"\n{evidence}: of the short sentences the share with the right bead")
    for language in LANGUAGES[1:]:
        asked, right = Counter[str](), Counter[str]()
        for article, wanted in with_short_sentences(language, 1):
            more = {"vectors": None} if evidence == "neither" else {}
            beads = align(
                article.source,
                article.target,
                source_language="en",
                target_language=language,
                back_translation=article.back if evidence == "translation" else None,
                **more,
            )
            found = {(bead.source, bead.target) for bead in beads}
            for one in wanted:
                asked[one.kind] += 1
                right[one.kind] += one.bead in found
        said = ", ".join(f"{kind} {right[kind] / asked[kind]:.3f}" for kind in sorted(asked))
        print(f"  {language}: {said} (of {asked.total()})")
