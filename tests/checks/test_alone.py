"""What is said of sentences that stand alone, by how sure the alignment is of them."""

from __future__ import annotations

import pytest

from reviewer.checks import check_pair
from reviewer.checks.added import Added
from reviewer.checks.missing import Missing
from reviewer.domain import Finding, Pair, Relation

UNSURE = "(this translation is free, so this is unsure)"


def told(relation: Relation, confidence: float, *, free: bool) -> Finding:
    text = "The bridge fell into the river in May."
    sides = (text, "") if relation == "missing" else ("", text)
    (finding,) = check_pair(Pair(*sides, "en", "de", relation, confidence, free=free))
    return finding


@pytest.mark.parametrize(
    ("relation", "confidence", "severity"),
    [
        ("missing", 0.49, "minor"),
        ("missing", 0.5, "major"),
        ("missing", 0.74, "major"),
        ("missing", 0.75, "critical"),
        ("missing", 0.76, "critical"),
        ("added", 0.49, "minor"),
        ("added", 0.5, "major"),
        ("added", 0.99, "major"),
    ],
)
def test_the_surer_the_graver(relation: Relation, confidence: float, severity: str) -> None:
    finding = told(relation, confidence, free=False)
    assert finding.severity == severity
    assert UNSURE not in finding.message


@pytest.mark.parametrize("relation", ["missing", "added"])
@pytest.mark.parametrize("confidence", [0.3, 0.55, 0.9])
def test_in_a_free_translation_nothing_is_told_as_sure(
    relation: Relation, confidence: float
) -> None:
    finding = told(relation, confidence, free=True)
    assert finding.severity == "minor"
    assert finding.message.endswith(UNSURE)


@pytest.mark.parametrize("text", ["…", "* * *", "—", "?", "\u00a0"])
def test_a_sign_that_parts_is_no_sentence(text: str) -> None:
    missing = Pair(text, "", "en", "de", relation="missing")
    added = Pair("", text, "en", "de", relation="added")
    assert not [*Missing().find(missing), *Added().find(added)]


@pytest.mark.parametrize("text", ["☂", "§ 1", "5"])
def test_a_sign_that_says_something_is_told(text: str) -> None:
    assert list(Missing().find(Pair(text, "", "en", "de", relation="missing")))
