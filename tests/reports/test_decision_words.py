"""What people write into the column of decisions."""

from __future__ import annotations

import pytest

from reviewer.reports.decision_words import STATES, decided
from reviewer.wording import LANGUAGES, term, use_language


@pytest.mark.parametrize(
    ("cell", "states", "is_all"),
    [
        ("accepted", {0: "accepted", 1: "accepted"}, True),
        ("Accept", {0: "accepted", 1: "accepted"}, True),
        ("1. dismissed\n2. Open", {0: "dismissed", 1: "open"}, True),
        ("2: accepted; 1) reopen", {0: "open", 1: "accepted"}, True),
        ("1 dismissed,", {0: "dismissed"}, True),
        ("I do not know", {}, False),
        ("1. accepted\n2. maybe", {0: "accepted"}, False),
        ("3. accepted", {}, False),
        ("0. accepted", {}, False),
        ("12", {}, False),
        ("", {}, True),
        (" \n ", {}, True),
    ],
)
def test_what_a_cell_of_decisions_says(cell: str, states: dict[int, str], is_all: bool) -> None:
    assert decided(cell, 2) == (states, is_all)


@pytest.mark.parametrize(("cell", "is_all"), [("accepted", True), ("1. open", True), ("x", False)])
def test_a_row_without_findings_takes_any_decision_and_no_other_words(
    cell: str, is_all: bool
) -> None:
    assert decided(cell, 0) == ({}, is_all)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_of_all_languages_are_known(code: str) -> None:
    """A table that a colleague's window made in German comes back to an English one."""
    use_language(code)
    words = {state: term(state) for state in STATES}
    use_language("en")
    assert len(set(words.values())) == len(STATES)
    for state, word in words.items():
        assert decided(word.upper(), 1) == ({0: state}, True)
