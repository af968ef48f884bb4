"""What a glossary says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.domain import ReviewerError
from reviewer.text.languages import base


class GlossaryError(ReviewerError):
    """A glossary that cannot be read."""


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: its words by language, those that may stand for it and those that may not.

    The languages are BCP 47 tags in small letters, as the file has them.
    """

    allowed: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""

    def words(self, language: str) -> tuple[str, ...]:
        """The words that may stand for the concept in a language, the first preferred."""
        return _of(self.allowed, language)

    def forbidden_words(self, language: str) -> tuple[str, ...]:
        """The words that may not."""
        return _of(self.forbidden, language)


@dataclass(frozen=True, slots=True)
class Glossary:
    """A named list of terms."""

    name: str
    terms: tuple[Term, ...]


def _of(words: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """Those of the very language, else those of the language whatever the country."""
    wanted = language.lower()
    if wanted in words:
        return words[wanted]
    return next((said for tag, said in words.items() if base(tag) == base(wanted)), ())
