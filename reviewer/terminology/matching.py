"""Find a term in a sentence through its inflection.

Languages without spaces between words are searched letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.domain import Span
from reviewer.terminology.inflection import fitting, plain
from reviewer.text.address_words import ADDRESS_WORD
from reviewer.text.languages import base
from reviewer.text.scripts import has_spaces

if TYPE_CHECKING:
    from reviewer.terminology.glossary import Term

_ADDRESS = re.compile(ADDRESS_WORD)
_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")


def occurrences(term: str, text: str, language: str) -> list[Span]:
    """Where a term stands in a text, in any of its forms; spans count in `text`.

    A term in capitals (an acronym, a code) is itself and nothing else.
    """
    if not has_spaces(language):
        return _letter_by_letter(term, text)
    wanted, there = _words(term), _words(text)
    if not wanted:
        return []
    fits = fitting(base(language))
    found = []
    for start in range(len(there) - len(wanted) + 1):
        piece = there[start : start + len(wanted)]
        if all(
            word == form if _is_code(word) else fits(plain(word), plain(form))
            for (word, _), (form, _) in zip(wanted, piece, strict=True)
        ):
            found.append(Span(piece[0][1].start, piece[-1][1].end))
    return found


class LikelyTerms:
    """Which of many terms a text may have, by their first words: each form that a document has is
    compared with them once, and not in every sentence."""

    def __init__(self, terms: Sequence[str], language: str) -> None:
        self._all = range(len(terms))
        self._spaced = has_spaces(language)
        self._first = [
            (number, words[0][0]) for number, term in enumerate(terms) if (words := _words(term))
        ]
        self._fits = fitting(base(language))
        self._known: dict[str, frozenset[int]] = {}

    def of(self, text: str) -> list[int]:
        """The numbers of the terms for which `occurrences` may find anything, in order."""
        if not self._spaced:
            return list(self._all)
        return sorted(frozenset().union(*(self._of_form(form) for form, _ in _words(text))))

    def _of_form(self, form: str) -> frozenset[int]:
        if form not in self._known:
            self._known[form] = frozenset(
                number
                for number, word in self._first
                if (word == form if _is_code(word) else self._fits(plain(word), plain(form)))
            )
        return self._known[form]


class TermFinder:
    """Where the terms of some glossaries stand in texts of one language."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self._terms = terms
        self._language = language
        self._words = [
            (number, word) for number, term in enumerate(terms) for word in term.words(language)
        ]
        self._likely = LikelyTerms([word for _, word in self._words], language)

    def __reduce__(self) -> tuple[type[TermFinder], tuple[Sequence[Term], str]]:
        """Sent to another process it is made anew there: what it has learnt here stays here."""
        return TermFinder, (self._terms, self._language)

    def of(self, text: str) -> list[tuple[Span, int]]:
        """The places with the number of the term that stands there, in the order of the terms. A
        word of a web or e-mail address is none."""
        found = [
            (span, self._words[word][0])
            for word in self._likely.of(text)
            for span in occurrences(self._words[word][1], text, self._language)
        ]
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if found else []
        return [
            (span, number)
            for span, number in found
            if not any(start <= span.start and span.end <= end for start, end in addresses)
        ]


def longest_only(found: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """The (span, number) pairs that no longer span holds: a term inside another is not meant."""
    return [
        (span, number)
        for span, number in found
        if not any(
            other.start <= span.start and span.end <= other.end and other != span
            for other, _ in found
        )
    ]


def _is_code(word: str) -> bool:
    return len(word) > 1 and word.upper() == word and word.lower() != word


def _letter_by_letter(term: str, text: str) -> list[Span]:
    wanted, there = plain(term), text.casefold()
    if not wanted:
        return []
    if len(there) != len(text):
        there = text
    return [Span(*match.span()) for match in re.finditer(re.escape(wanted), there)]


def _words(text: str) -> list[tuple[str, Span]]:
    return [(match[0], Span(*match.span())) for match in _WORD.finditer(text)]
