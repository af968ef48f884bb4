"""The names and the glossary's terms of a document, and how a translation renders each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.checks.common_words import common_words
from reviewer.checks.name_spellings import places_of_names
from reviewer.domain import Pair
from reviewer.terminology import Glossary, Term, occurrences
from reviewer.terminology.matching import TermFinder, longest_only
from reviewer.text.names import marks_names

Kind = Literal["name", "term"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a word of the source is rendered: how often, and in which rows (keys, in
    the order of the rows). `written` is "" where the translation has no word for it."""

    kind: Kind
    source: str
    written: str
    count: int
    rows: tuple[str, ...]


def names_and_terms(
    rows: Sequence[tuple[str, Pair]],
    glossaries: Sequence[Glossary],
    seen: Callable[[int], object] = lambda _number: None,
) -> list[Rendering]:
    """The terms in the order of their words, then the names; of each the most frequent rendering
    first. `seen` is told the number of rows that were read, and may raise to end it.

    Names are told as `NameSpellings` tells them, word by word, but not at the beginning of a
    sentence, where any word has a capital.
    """
    terms = _Terms(glossaries, rows[0][1].source_language if rows else "")
    found: dict[tuple[Kind, str], dict[str, list[str]]] = {}
    spelt: dict[tuple[Kind, str], Counter[str]] = {}
    common = common_words(pair for _, pair in rows if marks_names(pair.source_language))
    for number, (key, pair) in enumerate(rows):
        seen(number)
        for kind, word, source, written in (*terms.of(pair), *_names(pair, common.of(pair))):
            found.setdefault((kind, word), {}).setdefault(written, []).append(key)
            spelt.setdefault((kind, word), Counter())[source] += 1
    return [
        Rendering(
            kind,
            max(sorted(spelt[kind, word]), key=spelt[kind, word].__getitem__),
            written,
            len(keys),
            tuple(dict.fromkeys(keys)),
        )
        for (kind, word), renderings in sorted(
            found.items(), key=lambda one: (one[0][0] == "name", one[0][1].casefold())
        )
        for written, keys in sorted(renderings.items(), key=lambda one: (-len(one[1]), one[0]))
    ]


_Place = tuple[Kind, str, str, str]
"""The kind, what it is counted under, the word of the source and the one of the translation."""


def _names(pair: Pair, common: frozenset[str]) -> Iterator[_Place]:
    if marks_names(pair.source_language):
        for word, places in places_of_names(pair, common, at_beginnings=False).items():
            for place in places:
                yield "name", word, place.source.of(pair.source), place.written


class _Terms:
    """The terms of some glossaries, for sources of one language."""

    def __init__(self, glossaries: Sequence[Glossary], language: str) -> None:
        self._terms = [term for glossary in glossaries for term in glossary.terms]
        self._finder = TermFinder(self._terms, language)

    def of(self, pair: Pair) -> Iterator[_Place]:
        """The longest terms of the source; the words that answer one are given to it in turn."""
        if not pair.source or not pair.target:
            return
        here = longest_only(self._finder.of(pair.source))
        answers: dict[int, list[str]] = {}
        for _, number in sorted(set(here), key=lambda one: (one[0].start, one[1])):
            term = self._terms[number]
            left = answers.setdefault(number, _answers(term, pair))
            name = term.words(pair.source_language)[0]
            yield "term", name, name, left.pop(0) if left else ""


def _answers(term: Term, pair: Pair) -> list[str]:
    """The words of the translation that stand for a term, wanted or forbidden, as written."""
    language = pair.target_language
    words = (*term.words(language), *term.forbidden_words(language))
    spans = {one for word in words for one in occurrences(word, pair.target, language)}
    return [one.of(pair.target) for one, _ in longest_only([(one, 0) for one in sorted(spans)])]
