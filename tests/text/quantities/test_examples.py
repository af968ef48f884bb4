"""What is read from sentences of news, manuals and contracts in twenty languages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from extraction_examples import LANGUAGES, Example, examples, mistakes

EVERY = [
    pytest.param(
        example,
        id=example.name,
        marks=[pytest.mark.xfail(strict=True, reason="not read yet")] if example.known else [],
    )
    for language in LANGUAGES
    for example in examples(language)
]


@pytest.mark.parametrize("example", EVERY)
def test_exactly_the_quantities_of_a_sentence_are_read(example: Example) -> None:
    assert mistakes(example) == []


def test_each_language_has_at_least_thirty_examples() -> None:
    assert all(len(examples(language)) >= 30 for language in LANGUAGES)
