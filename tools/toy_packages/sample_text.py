"""The sample article's sentences, read from corpus/sample.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = ("id", "de", "uk", "ar", "vi")

Sentences = dict[str, dict[str, str]]


def read_sentences() -> Sentences:
    """Sentence id -> {language, "planted_" + language or "literal_" + language: text}."""
    return tomllib.loads((CORPUS / "sample.toml").read_text(encoding="utf-8"))


def shown(sentences: Sentences, identifier: str, language: str) -> str | None:
    """What stands in the sample: the planted text where there is one, None where there is none."""
    texts = sentences[identifier]
    return texts.get(f"planted_{language}", texts.get(language))
