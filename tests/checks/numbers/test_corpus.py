"""The labelled corpus: any new mistake fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer.checks.numbers import check_numbers

CORPUS = Path(__file__).parents[3] / ".." / "shared" / "bench" / "numbers" / "open.jsonl"
if not CORPUS.exists():
    # `test_languages` holds the same promises on pairs of our own.
    pytest.skip("the labelled corpus is not here", allow_module_level=True)
ROWS = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]


def test_the_corpus_is_whole() -> None:
    assert len(ROWS) == 90


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_the_pair_gets_its_verdict(row: dict[str, str]) -> None:
    findings = check_numbers(
        row["source"],
        row["target"],
        source_language=row["source_language"],
        target_language=row["target_language"],
    )
    alarms = [f for f in findings if f.severity in ("critical", "major")]
    assert bool(alarms) == (row["verdict"] == "different"), findings
    if row["verdict"] in ("rounded", "format"):
        assert [f.kind for f in findings] == [row["verdict"]]
    if row["verdict"] == "same":
        assert findings == []
