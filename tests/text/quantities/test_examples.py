"""What is read from sentences of news, manuals and contracts in twenty languages."""

from __future__ import annotations

import pytest

from tests.text.quantities.extraction_examples import LANGUAGES, Example, examples, mistakes

KNOWN = [one for language in LANGUAGES for one in examples(language) if one.known]


@pytest.mark.parametrize("language", LANGUAGES)
def test_exactly_the_quantities_of_each_sentence_are_read(language: str) -> None:
    found = {one.name: mistakes(one) for one in examples(language) if not one.known}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize("example", KNOWN, ids=lambda example: example.name)
def test_what_is_known_to_be_read_wrongly(example: Example) -> None:
    assert mistakes(example) == []


def test_each_language_has_at_least_thirty_examples() -> None:
    assert all(len(examples(language)) >= 30 for language in LANGUAGES)
