"""A term is found in every form of its words, a code only as it is."""

from __future__ import annotations

import pytest

from reviewer.domain import Span
from reviewer.terminology import occurrences
from reviewer.terminology.glossary import Term
from reviewer.terminology.matching import LikelyTerms, TermFinder, longest_only

CASES = [
    ("en", "crane", "Two cranes stood here.", True),
    ("en", "crane", "Two boats stood here.", False),
    ("en", "API", "The API is new.", True),
    ("en", "API", "The APIs are new.", False),
    ("en", "API", "The api is new.", False),
    ("en", "API key", "An API key is new.", True),
    ("en", "API key", "API keys are new.", True),
    ("de", "Kran", "Beide Kräne stehen hier.", True),
    ("en", "X", "the x axis", True),
    ("en", "EU", "the eu", False),
    ("zh", "abc桥", "ABC桥", True),
    ("zh", "桥", "这座桥很老。", True),
]


@pytest.mark.parametrize(("language", "term", "text", "found"), CASES)
def test_a_term_is_found_in_its_forms_and_a_code_as_it_is(
    language: str, term: str, text: str, found: bool
) -> None:
    assert bool(occurrences(term, text, language)) is found


@pytest.mark.parametrize(("language", "term", "text", "found"), CASES)
def test_no_term_that_is_there_is_thought_unlikely(
    language: str, term: str, text: str, found: bool
) -> None:
    likely = LikelyTerms(["nothing", term], language).of(text)
    assert (1 in likely) >= found
    if language != "zh":
        assert 0 not in likely
        assert (1 in likely) is found


@pytest.mark.parametrize(
    ("language", "term", "text", "there"),
    [
        ("en", "port authority", "Two port authorities.", ["port authorities"]),
        ("en", "crane", "Cranes, and a crane", ["Cranes", "crane"]),
        ("en", "port authority", "The port is an authority.", []),
        ("en", "!", "a!", []),
        ("zh", "桥", "ß桥桥", ["桥", "桥"]),
        ("zh", "", "桥", []),
    ],
)
def test_where_a_term_stands(language: str, term: str, text: str, there: list[str]) -> None:
    assert [span.of(text) for span in occurrences(term, text, language)] == there


def test_likely_terms_come_in_their_order() -> None:
    words = ["quay", "crane", "pier", "boat", "light", "tide", "sail", "rope", "dock", "mole"]
    text = " ".join(reversed(words))
    assert LikelyTerms(words, "en").of(text) == list(range(len(words)))


TERMS = (Term({"en": ("quay", "wharf")}), Term({"en": ("crane",)}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crane on the wharf and the quay", [("quay", 0), ("wharf", 0), ("crane", 1)]),
        ("crane@quay.org", []),
        ("http://x.org/crane", []),
        ("crane, see http://x.org/quay and http://y.org/quay", [("crane", 1)]),
        ("http://x.org/quay and http://y.org/quay: crane", [("crane", 1)]),
    ],
)
def test_terms_are_found_outside_of_addresses(text: str, found: list[tuple[str, int]]) -> None:
    there = TermFinder(TERMS, "en").of(text)
    assert [(span.of(text), number) for span, number in there] == found


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 4), (0, 9)], [(0, 9)]),
        ([(5, 9), (0, 9)], [(0, 9)]),
        ([(2, 4), (0, 9)], [(0, 9)]),
        ([(0, 5), (4, 9)], [(0, 5), (4, 9)]),
        ([(0, 9), (0, 9)], [(0, 9), (0, 9)]),
        ([(0, 4), (0, 9), (10, 12)], [(0, 9), (10, 12)]),
    ],
)
def test_a_term_inside_another_is_not_meant(
    spans: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    found = [(Span(*span), number) for number, span in enumerate(spans)]
    assert [(span.start, span.end) for span, _ in longest_only(found)] == kept
