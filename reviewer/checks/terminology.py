"""A word of the client's glossary that is not in the translation, or one that must not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from reviewer.checks.base import Check, Page
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.terminology import Glossary, Term, occurrences
from reviewer.terminology.matching import TermFinder, longest_only


class Terminology(Check):
    """A term of the source without one of its words in the translation.

    It says that the word is not here, never that the translation is wrong: the term may have
    been replaced by a pronoun or by a word that the glossary does not know.
    """

    id = "terminology"
    title = "Glossary"
    severity = "major"
    its = "terminology"
    mqm = "terminology"
    page = Page(
        finds=message(
            "A term of the client's glossary without one of its words in the "
            "translation, or a word that the glossary forbids. It needs a "
            "profile."
        ),
        languages=message("all; through inflection in about 45"),
        measured=(
            "Of the forms of 75 terms 0.94 (Arabic) to 1.0 are found (German 0.95); another word "
            "is taken for one in 0.1 to 0.8 % of rows. It says that the word is not here, never "
            "that the translation is wrong."
        ),
    )
    compares_sides: ClassVar[bool] = True

    def __init__(self, glossaries: Sequence[Glossary] = ()) -> None:
        self._terms = tuple(term for glossary in glossaries for term in glossary.terms)
        self._finders: dict[str, TermFinder] = {}

    def find(self, pair: Pair) -> Iterator[Finding]:
        """One finding for each term that is not answered, and for each forbidden word."""
        if not self._terms:
            return
        here = [
            (span, number)
            for span, number in self._finder(pair.source_language).of(pair.source)
            if self._terms[number].words(pair.target_language)
            or self._terms[number].forbidden_words(pair.target_language)
        ]
        told: set[int] = set()
        longest = sorted(longest_only(here), key=lambda one: (one[0].start, one[1]))
        answered = self._answered(pair, longest)
        for span, number in longest:
            if number not in told:
                told.add(number)
                spans = tuple(sorted({one for one, other in here if other == number}))
                of_term = self._of_term(self._terms[number], span.of(pair.source), spans, pair)
                yield from (
                    one for one in of_term if one.kind == "forbidden" or span not in answered
                )

    def _answered(self, pair: Pair, here: Sequence[tuple[Span, int]]) -> set[Span]:
        """Where several terms have the same words and the translation has one of them: the
        others are not meant there."""
        places = Counter(span for span, _ in here)
        language = pair.target_language
        return {
            span
            for span, number in here
            if places[span] > 1
            and any(
                occurrences(word, pair.target, language)
                for word in self._terms[number].words(language)
            )
        }

    def _finder(self, language: str) -> TermFinder:
        if language not in self._finders:
            self._finders[language] = TermFinder(self._terms, language)
        return self._finders[language]

    def _of_term(
        self, term: Term, written: str, spans: tuple[Span, ...], pair: Pair
    ) -> Iterator[Finding]:
        language = pair.target_language
        wanted = term.words(language)
        answered = [span for word in wanted for span in occurrences(word, pair.target, language)]
        wrong = [
            span
            for word in term.forbidden_words(language)
            for span in occurrences(word, pair.target, language)
            if not any(one.start <= span.start and span.end <= one.end for one in answered)
        ]
        if wrong:
            used = wrong[0].of(pair.target)
            yield Finding(
                self.id,
                "forbidden",
                "major",
                message(
                    "The glossary does not want “{word}” here; it has “{wanted}”.",
                    word=used,
                    wanted=_listed(wanted),
                )
                if wanted
                else message("The glossary does not want “{word}” here.", word=used),
                source_spans=spans,
                target_spans=tuple(wrong),
                rule="terminology-forbidden",
                subject=f"{written} {used}",
            )
        elif wanted and not answered:
            yield Finding(
                self.id,
                "missing",
                "minor",
                message(
                    "“{term}”: the glossary's word “{wanted}” is not here.",
                    term=written,
                    wanted=_listed(wanted),
                ),
                source_spans=spans,
                rule="terminology-missing",
                subject=written,
            )


def _listed(words: Sequence[str]) -> str:
    return "” / “".join(words)
