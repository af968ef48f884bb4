"""Which names are spelt in a translation, and which are translated as words are.

A person keeps the name; a country, a month, a committee and the Earth have one in each language.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.alignment.concepts import concepts
from reviewer.domain import Pair
from reviewer.machine_translation.usual_case import is_usually_small
from reviewer.text.languages import base, cldr_regions
from reviewer.text.names import POSSESSIVE, Name
from reviewer.text.quantities import extract_quantities
from reviewer.text.scripts import SYLLABIC

_PLACES = ("territory ", "language ", "city ")
"""Kinds of concepts that names stand for."""

_BEFORE, _BEHIND = re.compile(r"(?:\S+\s+){0,2}$"), re.compile(r"(?:\s+\S+){0,2}")
"""Two words before a name and two behind: a country may have small words in its name."""

_FAR = 80
"""Characters before a name that are looked at; the two words are sought from each of them."""

_LONGEST_SYLLABLE = 7
"""Letters of a Vietnamese syllable (nghiêng). Syllables are written apart: one with a capital is
the beginning of a word (Tiến sĩ, Vương quốc)."""


def own_words(name: Name, pair: Pair) -> tuple[str, ...]:
    """The words of a name of the source that are no everyday words, in a name that is no part of
    a date or an amount. A name without any is translated, and its absence says nothing."""
    language = base(pair.source_language)
    if language in SYLLABIC and len(name.words) == 1:
        return name.words if len(name.words[0]) > _LONGEST_SYLLABLE else ()
    own = tuple(
        word for word in name.words if not is_usually_small(POSSESSIVE.sub("", word), language)
    )
    return () if own and _is_in_a_quantity(name, pair) else own


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
