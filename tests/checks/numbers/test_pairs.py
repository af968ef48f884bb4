"""Pairs in forty languages with a verdict: an alarm where a value differs, none where not.

The rows of two languages are one test, for a test each would cost more than what it runs.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from reviewer.checks.numbers import check_numbers

TABLE = Path(__file__).parent / "pairs.tsv"
ROWS: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
for line in TABLE.read_text("utf-8").splitlines():
    verdict, *languages, source, target = line.split("\t")
    ROWS[languages[0], languages[1]].append([verdict, source, target])


@pytest.mark.parametrize(("source_language", "target_language"), sorted(ROWS))
def test_the_pairs_get_their_verdicts(source_language: str, target_language: str) -> None:
    wrong = []
    for verdict, source, target in ROWS[source_language, target_language]:
        findings = check_numbers(
            source, target, source_language=source_language, target_language=target_language
        )
        alarms = [str(f.message) for f in findings if f.severity in ("critical", "major")]
        if bool(alarms) != (verdict == "different"):
            wrong.append((verdict, source, target, alarms))
    assert not wrong
