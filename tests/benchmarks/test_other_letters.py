"""How chapters of stories and news are aligned in pairs of languages that share no letters
(tests/alignment/other_letters, written for this); prints a table of
docs/measurements/alignment.md.

python -m pytest -m benchmark -s tests/benchmarks/test_other_letters.py
"""

from __future__ import annotations

import pytest

from tests.alignment import everyday
from tests.alignment.everyday import EVIDENCE, OTHER_LETTERS
from tests.benchmarks.alignment_scores import lax, strict
from tests.benchmarks.test_alignment_evidence import SURE, left_alone, links

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_other_letters(evidence: str) -> None:
    print("\n| text | evidence | strict F1 | lax F1 | alone: called, right, of "
          f"| over {SURE}: called, right | moved: right, of |\n" + "|---" * 7 + "|")  # fmt: skip
    for name in everyday.names(OTHER_LETTERS):
        article = everyday.written(name, OTHER_LETTERS)
        if evidence == "translation" and not article.back:
            continue
        beads = everyday.aligned(article, evidence)
        found, gold = links(beads), list(article.gold)
        called, true = left_alone(found), left_alone(gold)
        sure = left_alone(links([bead for bead in beads if bead.confidence > SURE]))
        moved = {(bead.source, bead.target) for bead in beads if bead.relation == "moved"}
        print(
            f"| {name} | {evidence} | {strict(found, gold).f1:.3f} | {lax(found, gold).f1:.3f} "
            f"| {len(called)}, {len(called & true)}, {len(true)} "
            f"| {len(sure)}, {len(sure & true)} "
            f"| {len(moved & article.moved)}, {len(article.moved)} |"
        )
