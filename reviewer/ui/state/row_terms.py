"""The glossary's terms in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError

if TYPE_CHECKING:
    from reviewer.review import Review
    from reviewer.terminology import Glossary, Term
    from reviewer.terminology.matching import TermFinder


@dataclass(frozen=True, slots=True)
class RowTerm:
    """A term as it stands in the source at `start`, the words that may stand for it (the
    preferred one first) and those that may not, and what the glossary notes."""

    start: int
    end: int
    written: str
    wanted: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    note: str = ""


class RowTerms:
    """Finds the terms of the open review's profile; what it has learnt of the words is kept until
    there is another profile."""

    def __init__(self) -> None:
        self._glossaries: Sequence[Glossary] = ()
        self._language = ""
        self._terms: list[Term] = []
        self._finder: TermFinder | None = None

    def of(self, review: Review, source: str, language: str) -> list[RowTerm]:
        """The terms of a source sentence that have words in the translation's language, in their
        order; each once."""
        finder = self._finder_of(review)
        if finder is None or not source:
            return []
        from reviewer.terminology.matching import longest_only

        found: dict[int, RowTerm] = {}
        for span, number in sorted(longest_only(finder.of(source))):
            term = self._terms[number]
            wanted, forbidden = term.words(language), term.forbidden_words(language)
            if number not in found and (wanted or forbidden):
                found[number] = RowTerm(
                    span.start, span.end, span.of(source), wanted, forbidden, term.note
                )
        return list(found.values())

    def _finder_of(self, review: Review) -> TermFinder | None:
        try:
            glossaries = review.profile.glossaries
        except ReviewerError:  # said where the profile is used
            glossaries = ()
        language = review.source.language
        if glossaries is not self._glossaries or language != self._language:
            self._glossaries, self._language = glossaries, language
            self._terms = [term for glossary in glossaries for term in glossary.terms]
            self._finder = None
        if self._finder is None and self._terms:
            # Imported here: it loads the stemmers, which a review without a glossary does not need.
            from reviewer.terminology.matching import TermFinder

            self._finder = TermFinder(self._terms, language)
        return self._finder
