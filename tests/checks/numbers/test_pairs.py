"""Pairs in forty languages with a verdict: an alarm where a value differs, none where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checks.numbers import check_numbers

TABLE = Path(__file__).parent / "pairs.tsv"
ROWS = [tuple(line.split("\t")) for line in TABLE.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("verdict", "source_language", "target_language", "source", "target"), ROWS
)
def test_the_pair_gets_its_verdict(
    verdict: str, source_language: str, target_language: str, source: str, target: str
) -> None:
    findings = check_numbers(
        source, target, source_language=source_language, target_language=target_language
    )
    alarms = [str(f.message) for f in findings if f.severity in ("critical", "major")]
    assert bool(alarms) == (verdict == "different"), alarms
