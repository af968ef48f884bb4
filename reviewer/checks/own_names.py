"""Which names are spelt in a translation, and which are translated as words are.

A person keeps the name; a country, a month, a committee and the Earth have one in each language.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.alignment.concepts import concepts
from reviewer.domain import Pair
from reviewer.machine_translation.usual_case import (
    is_rare,
    is_usually_small,
)
from reviewer.text.languages import base, cldr_regions
from reviewer.text.names import Name
from reviewer.text.quantities import extract_quantities

_PLACES = ("territory ", "language ", "city ")
"""Kinds of concepts that names stand for."""

_BEFORE, _BEHIND = re.compile(r"(?:\S+\s+){0,2}$"), re.compile(r"(?:\s+\S+){0,2}")
"""Two words before a name and two behind: a country may have small words in its name."""

_FAR = 80
"""Characters before a name that are looked at; the two words are sought from each of them."""

_PERSON = 2
_FEW_ENDINGS = frozenset({"en", "fr", "es", "it", "pt", "nl"})
"""Languages in which a name stands as it is: elsewhere its ending makes a rare word of it."""

_POSSESSIVE = re.compile(r"['’]s?$")
_ENDING = re.compile(r"['’]?s?$")
"""The possessive, and that or the plural."""
_SYLLABIC = frozenset({"vi"})
_LONGEST_SYLLABLE = 7
"""Letters of a Vietnamese syllable (nghiêng). Syllables are written apart: one with a capital is
the beginning of a word (Tiến sĩ, Vương quốc)."""


def own_words(name: Name, pair: Pair) -> tuple[str, ...]:
    """The words of a name of the source that are no everyday words, in a name that is no part of
    a date or an amount. A name without any is translated, and its absence says nothing."""
    language = base(pair.source_language)
    if language in _SYLLABIC and len(name.words) == 1:
        return name.words if len(name.words[0]) > _LONGEST_SYLLABLE else ()
    own = tuple(
        word for word in name.words if not is_usually_small(_POSSESSIVE.sub("", word), language)
    )
    return () if own and _is_in_a_quantity(name, pair) else own


def is_spelt_as_it_is(name: Name, pair: Pair) -> bool:
    """Whether a name is one that is spelt and not translated, as far as can be told: no word of
    it is an everyday one, and it has two, as a person has, or is a rare word. False where that
    cannot be told: between most languages."""
    language = base(pair.source_language)
    if language not in _FEW_ENDINGS or not _has_capitals(pair.target):
        return False
    own = own_words(name, pair)
    return len(own) == len(name.words) and (
        len(own) >= _PERSON or all(is_rare(one, language) for one in _with_and_without_s(own[0]))
    )


def _with_and_without_s(word: str) -> tuple[str, str]:
    """A word without its possessive, and without the -s of several: Christmas is none of those."""
    return _POSSESSIVE.sub("", word), _ENDING.sub("", word)


@lru_cache(maxsize=4096)
def _has_capitals(text: str) -> bool:
    """Whether most letters of a text are of a script with capitals. Others leave out vowels or
    write by syllables, and a foreign name is hard to recognise in them."""
    letters = [char for char in text if char.isalpha()]
    return sum(char.lower() != char.upper() for char in letters) * 2 > len(letters)


def names_a_place(name: Name, pair: Pair) -> bool:
    """Whether CLDR knows a name, or the words around it, as a country, language, city or part of
    the world: most languages have their own word for it, more than CLDR lists."""
    begin, end = name.span.start, name.span.end
    first = _BEFORE.search(pair.source, begin - _FAR, begin)
    last = _BEHIND.match(pair.source, end)
    start, stop = first.start() if first else begin, last.end() if last else end
    language = pair.source_language
    return bool(places(pair.source[start:stop], language)) or " ".join(
        name.words
    ).casefold() in cldr_regions(language)


@lru_cache(maxsize=4096)
def places(text: str, language: str) -> frozenset[str]:
    """The countries, languages and cities that a text names, by their codes."""
    return frozenset(one for one in concepts(text, base(language)) if one.startswith(_PLACES))


def _is_in_a_quantity(name: Name, pair: Pair) -> bool:
    return any(
        one.span.start < name.span.end and name.span.start < one.span.end
        for one in extract_quantities(pair.source, pair.source_language)
    )
