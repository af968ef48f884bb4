"""What the source says twice and the translation once is no omission."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checks import check_document, check_pair, combined
from reviewer.checks.repeated_source import RepeatedSource
from reviewer.domain import Finding, Pair

BODY = Pair(
    "On Monday the mayor of Alden opened the new bridge over the river, after 14 years of work.",
    "Am Montag eröffnete die Bürgermeisterin nach 14 Jahren Arbeit die neue Brücke.",
    "en",
    "de",
)
LEAD = "The mayor opened the new bridge over the river on Monday."


def told(source: str, body: Pair = BODY, language: str = "en") -> list[Finding]:
    left = Pair(source, "", language, "de", "missing", 0.9)
    found = check_document([body, left])
    return list(combined(check_pair(left), found.get(1, [])))


def test_a_lead_whose_body_is_translated_is_repeated_and_not_missing() -> None:
    (finding,) = told(LEAD)
    assert (finding.check, finding.severity) == (RepeatedSource.id, "minor")
    assert "On Monday the mayor of Alden" in str(finding.message)


@pytest.mark.parametrize(
    "source",
    [
        "The mayor of Borden opened the new bridge over the river on Monday.",
        "The mayor opened the new bridge over the river on Monday, after 13 years of work.",
        "The minister closed the old tunnel under the river on Monday.",
        "The mayor opened it.",
    ],
    ids=["another name", "another figure", "other words", "short"],
)
def test_what_the_other_place_does_not_say_is_missing(source: str) -> None:
    assert [finding.check for finding in told(source)] == ["missing"]


def test_the_other_place_must_be_translated() -> None:
    left_out = replace(BODY, target="", relation="missing")
    assert [finding.check for finding in told(LEAD, left_out)] == ["missing"]


def test_it_is_known_where_words_stand_without_spaces() -> None:
    body = replace(
        BODY, source="周一，市长在经过14年的建设后为河上的新桥揭幕。", source_language="zh"
    )
    (finding,) = told("市长周一为河上的新桥揭幕。", body, "zh")
    assert finding.check == RepeatedSource.id


@pytest.mark.parametrize(
    ("words", "other", "is_said"), [(5, 1, True), (5, 2, False), (10, 2, True), (10, 3, False)]
)
def test_a_fifth_of_the_words_may_be_others_wherever_they_stand(
    words: int, other: int, is_said: bool
) -> None:
    names = [
        "alpha",
        "bravo",
        "delta",
        "gamma",
        "hotel",
        "india",
        "kappa",
        "lemon",
        "mango",
        "omega",
    ]
    said = names[:words]
    body = replace(BODY, source=" ".join([*said[other:], "and more of it"]) + ".")
    for left in (said, said[::-1]):
        found = told(" ".join(left) + ".", body)
        assert [one.check for one in found] == [RepeatedSource.id if is_said else "missing"]
