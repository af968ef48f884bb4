"""Which words of a document are no names, though they have a capital: it writes them in small
letters elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from sys import intern

from reviewer.checks.rows import Key
from reviewer.domain import Pair
from reviewer.text.languages import base, cldr_words
from reviewer.text.names import POSSESSIVE, with_capitals

_WORD = re.compile(r"[^\W\d_]+")
_PLURAL_S = frozenset({"en", "fr", "es", "pt"})
"""Languages that put an s behind a day or a people that are several."""


class CommonWords:
    """The words that the sources of some rows, and their back-translations, write in small
    letters, and those that CLDR calls languages, peoples among them ("American English"), days
    and months."""

    def __init__(self) -> None:
        self._small: Counter[str] = Counter()
        self._capital: dict[str, set[Key]] = {}
        self._of_row: dict[Key, tuple[str, ...]] = {}
        self._was: dict[str, bool] = {}

    def add(self, key: Key, pair: Pair) -> None:
        """Take in the words of a row."""
        small, capital = _words(pair)
        counts, was = self._small, self._was
        for word in small:
            count = counts.get(word, 0)
            was.setdefault(word, count > 0)
            counts[word] = count + 1
        for word in capital:
            self._capital.setdefault(word, set()).add(key)
        self._of_row[key] = tuple(map(intern, capital))

    def remove(self, key: Key, pair: Pair) -> None:
        """Take them out."""
        small, capital = _words(pair)
        for word in small:
            self._was.setdefault(word, True)
            self._small[word] -= 1
        for word in capital:
            self._capital[word].discard(key)
        del self._of_row[key]

    def changed(self) -> set[Key]:
        """The rows that have a word with a capital that is common now, or is no longer."""
        was, self._was = self._was, {}
        words = (word for word, before in was.items() if before != (self._small[word] > 0))
        return set().union(*(self._capital.get(word, ()) for word in words))

    def of(self, pair: Pair) -> frozenset[str]:
        """Those of the words with a capital of a row that are common."""
        return self._common(_words(pair)[1], pair.source_language)

    def of_row(self, key: Key, pair: Pair) -> frozenset[str]:
        """The same of a row that was taken in as this pair, without reading it again."""
        return self._common(self._of_row[key], pair.source_language)

    def _common(self, capital: Iterable[str], language: str) -> frozenset[str]:
        return frozenset(
            word for word in capital if self._small[word] > 0 or _is_known(word, language)
        )


def common_words(pairs: Iterable[Pair]) -> CommonWords:
    """The common words of a whole document."""
    found = CommonWords()
    for number, pair in enumerate(pairs):
        found.add(number, pair)
    return found


def _is_known(word: str, language: str) -> bool:
    """Whether CLDR has a word as a day, a month, a language or a people, or has what it is the
    plural of (Sundays, Germans)."""
    known = cldr_words(language)
    return word in known or (
        base(language) in _PLURAL_S and word[-1:] == "s" and word[:-1] in known
    )


def _words(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    """The words in small letters, and those with a capital, casefolded, of what is in the
    language of the source."""
    back = pair.back_translation
    small, capital = _by_case(pair.source)
    if back is None:
        return small, capital
    more_small, more_capital = _by_case(back.text)
    return small | more_small, capital | more_capital


@lru_cache(maxsize=64)
def _by_case(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Kept for a few texts: two checks ask of a row, one right after the other, and what is kept
    of a text is ten times as large as the text."""
    return (
        frozenset(filter(str.islower, _WORD.findall(text))),
        frozenset(_with_and_without_ending(text)),
    )


def _with_and_without_ending(text: str) -> Iterator[str]:
    for match in with_capitals(text):
        word = match[0].casefold()
        yield word
        if not word.isalpha():
            yield POSSESSIVE.sub("", match[0]).casefold()
