"""All checks together: what they are, and what a bead gets from them."""

from __future__ import annotations

import pickle

import pytest

from reviewer.checks import (
    DOCUMENT_CHECKS,
    REGISTRY,
    Check,
    check_document,
    check_info,
    check_pair,
    combined,
)
from reviewer.checks.run import ALL_CHECKS, _shared_out
from reviewer.checks.terminology import Terminology
from reviewer.domain import SEVERITIES, Pair, Relation, Severity
from reviewer.processes import Cancelled
from reviewer.terminology import Glossary, Term

_ITS = {
    "omission", "addition", "numbers", "untranslated", "duplication", "inconsistent-entities",
    "inconsistency", "typographical", "whitespace", "markup", "mistranslation",
    "locale-violation", "terminology", "register", "other",
}  # fmt: skip
"""Localization quality issue types of ITS 2.0 that fit what is checked here."""


def test_every_check_says_what_it_is() -> None:
    everyone = [*REGISTRY, *DOCUMENT_CHECKS]
    assert len({check.id for check in everyone}) == len(everyone)
    for check in everyone:
        assert check.title
        assert check.severity in SEVERITIES
        assert check.its in _ITS
        assert check.mqm
        assert check_info(check.id).title == check.title
        assert check.explains <= {other.id for other in everyone} - {check.id}


@pytest.mark.parametrize(
    "check",
    [*REGISTRY, Terminology([Glossary("client", (Term({"en": ("bank",), "de": ("Bank",)}),))])],
    ids=lambda check: check.id,
)
def test_a_check_that_was_used_can_go_to_another_process(check: Check) -> None:
    pair = Pair("The bank paid $20 to Ann.", "Die Kasse zahlte 30 $ an Bob.", "en", "de")
    found = list(check.find(pair))
    assert list(pickle.loads(pickle.dumps(check)).find(pair)) == found


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [(0.95, "critical"), (0.75, "critical"), (0.6, "major"), (0.3, "minor")],
)
def test_a_missing_sentence_is_as_grave_as_it_is_sure(
    confidence: float, severity: Severity
) -> None:
    pair = Pair("The bridge fell in May.", "", "en", "de", "missing", confidence)
    (finding,) = check_pair(pair)
    assert (finding.check, finding.severity) == ("missing", severity)
    assert finding.source_spans[0].of(pair.source) == pair.source
    assert ("possibly" in finding.message) is (confidence < 0.5)


def test_a_missing_heading_is_less_grave() -> None:
    (finding,) = check_pair(Pair("What comes next", "", "en", "de", "missing", 0.9))
    assert (finding.kind, finding.severity) == ("heading", "major")


def test_an_added_sentence_is_found() -> None:
    pair = Pair("", "Niemand wusste davon.", "en", "de", "added", 0.9)
    (finding,) = check_pair(pair)
    assert (finding.check, finding.severity) == ("added", "major")
    assert finding.target_spans[0].of(pair.target) == pair.target


@pytest.mark.parametrize("relation", ["aligned", "moved"])
def test_a_good_translation_is_quiet_wherever_it_stands(relation: Relation) -> None:
    pair = Pair("The bridge fell.", "Die Brücke stürzte ein.", "en", "de", relation)
    assert check_pair(pair) == []


_TWICE = "Die Brücke wird am Montag wieder geöffnet."


def _german(*lines: tuple[str, str]) -> list[Pair]:
    return [Pair(source, target, "en", "de") for source, target in lines]


def test_one_translation_for_two_sentences_is_found_at_the_second() -> None:
    pairs = _german(
        ("The bridge opens again on Monday.", _TWICE),
        ("The mayor is happy.", "Die Bürgermeisterin freut sich."),
        ("Workers were seen there early in the morning.", _TWICE),
    )
    found = check_document(pairs)
    assert list(found) == [2]
    assert found[2][0].check == "repeated-sentences"


def test_a_sentence_twice_in_one_row_is_found() -> None:
    found = check_document(_german(("The bridge opens again on Monday.", f"{_TWICE} {_TWICE}")))
    assert [finding.target_spans[0].start for finding in found[0]] == [len(_TWICE) + 1]


@pytest.mark.parametrize("first", ["the copy", "the original"])
def test_a_copy_that_nothing_answers_to_is_one_mistake(first: str) -> None:
    original = Pair("The bridge opens again on Monday.", _TWICE, "en", "de")
    copy = Pair("", _TWICE, "en", "de", "added", confidence=0.4)
    pairs = [copy, original] if first == "the copy" else [original, copy]
    across = check_document(pairs)
    found = [
        (place, finding.check, finding.severity)
        for place, pair in enumerate(pairs)
        for finding in combined(check_pair(pair), across.get(place, ()))
    ]
    assert found == [(pairs.index(copy), "repeated-sentences", "major")]


def test_what_is_added_beside_a_copy_is_told() -> None:
    original = Pair("The bridge opens again on Monday.", _TWICE, "en", "de")
    added = Pair("", f"{_TWICE} Das freut den Bürgermeister sehr.", "en", "de", "added")
    across = check_document([original, added])
    checks = [finding.check for finding in combined(check_pair(added), across[1])]
    assert checks == ["added", "repeated-sentences"]


def test_what_the_source_repeats_may_be_repeated() -> None:
    source = "The bridge opens again on Monday."
    assert not check_document(_german((source, _TWICE), ("Yes.", "Ja."), (source, _TWICE)))
    assert not check_document(_german((f"{source} {source}", f"{_TWICE} {_TWICE}")))


def test_short_sentences_come_back_in_any_text() -> None:
    assert not check_document(_german(("Of course.", "Ja, sicher."), ("Yes.", "Ja, sicher.")))


def test_the_checks_of_a_whole_translation_tell_how_far_they_are_and_can_be_stopped() -> None:
    pairs = [Pair(f"Line {n} is red.", f"Zeile {n} ist rot.", "en", "de") for n in range(120)]
    told: list[float] = []
    ALL_CHECKS.of_document(pairs, told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert 0.0 < told[1] < 0.5 <= told[-1] < 1.0

    def stop(share: float) -> None:
        if share > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        ALL_CHECKS.of_document(pairs, stop)


@pytest.mark.parametrize("parts", [1, 2, 3, 4, 5, 8])
def test_parts_of_the_checks_of_a_whole_translation_are_all_of_them_in_their_order(
    parts: int,
) -> None:
    made = [_shared_out(list(DOCUMENT_CHECKS), number, parts) for number in range(parts)]
    assert [check for part in made for check in part] == list(DOCUMENT_CHECKS)
    assert sum(map(bool, made)) == min(parts, 4)
    longest = ["names", "name-spelling"]
    assert all(sum(check.id in longest for check in part) < 2 for part in made) is (parts > 1)
