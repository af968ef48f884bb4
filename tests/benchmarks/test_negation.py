"""Negation on faithful translations with real back-translations, and with the negations taken
out of the translation and its back-translation."""

from __future__ import annotations

import pytest

from reviewer.checks.negation import Negation, forms
from reviewer.domain import BackTranslation, Finding, Pair
from tests.benchmarks.articles import ENGINES, SHARED, all_of_flores

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the FLORES sentences are not here"),
]


def _pairs(language: str) -> list[Pair]:
    engine = ENGINES[language]
    return [
        Pair(source, target, "en", language, back_translation=BackTranslation(back, engine, ""))
        for source, target, back in all_of_flores(language)
    ]


def _without_denials(text: str, language: str) -> str:
    known = forms(language)
    assert known is not None
    for span in reversed(known.read(text).denials):
        text = text[: span.start] + text[span.end :]
    return text


def _planted(pairs: list[Pair]) -> list[Pair]:
    """The pairs that deny on all three sides, affirmed on two of them."""
    made = []
    for pair in pairs:
        assert pair.back_translation
        sides = (
            (pair.source, "en"),
            (pair.back_translation.text, "en"),
            (pair.target, pair.target_language),
        )
        if all(forms(code).read(text).denials for text, code in sides):  # type: ignore[union-attr]
            back = BackTranslation(_without_denials(pair.back_translation.text, "en"), "", "")
            target = _without_denials(pair.target, pair.target_language)
            made.append(
                Pair(pair.source, target, "en", pair.target_language, back_translation=back)
            )
    return made


def _count(pairs: list[Pair], kind: str, *severities: str) -> int:
    def is_one(finding: Finding) -> bool:
        return finding.kind == kind and finding.severity in severities

    return sum(any(map(is_one, Negation().find(pair))) for pair in pairs)


@pytest.mark.parametrize("language", list(ENGINES))
def test_negation(language: str) -> None:
    pairs = _pairs(language)
    planted = _planted(pairs)
    false_major = _count(pairs, "lost", "major") / len(pairs)
    print(
        f"\nen→{language}: faithful rows called lost: major {false_major:.2%}, major or minor "
        f"{_count(pairs, 'lost', 'major', 'minor') / len(pairs):.2%}; called added: "
        f"{_count(pairs, 'added', 'info') / len(pairs):.2%}; of {len(planted)} planted: major "
        f"{_count(planted, 'lost', 'major') / len(planted):.2f}, major or minor "
        f"{_count(planted, 'lost', 'major', 'minor') / len(planted):.2f}"
    )
    assert false_major <= 0.005
