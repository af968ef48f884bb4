"""A term is found in every form of its words, a code only as it is."""

from __future__ import annotations

import pytest

from reviewer.terminology import occurrences
from reviewer.terminology.matching import LikelyTerms

CASES = [
    ("en", "crane", "Two cranes stood here.", True),
    ("en", "crane", "Two boats stood here.", False),
    ("en", "API", "The API is new.", True),
    ("en", "API", "The APIs are new.", False),
    ("en", "API", "The api is new.", False),
    ("en", "API key", "An API key is new.", True),
    ("en", "API key", "API keys are new.", True),
    ("de", "Kran", "Beide Kräne stehen hier.", True),
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
