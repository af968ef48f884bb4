"""Which words of a text are looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reviewer.domain import Span
from reviewer.text.languages import base
from reviewer.text.words import words

_ADDRESSES = re.compile(
    r"(?<!\w)\w+://\S+|www\.\S+|(?<!\S)\S+@\S+|[@#]\w+|"
    r"(?<![\w-])(?<![\w-]\.)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|html?|pdf|[a-z]{2})\b(?:/\S*)?",
    re.IGNORECASE,
)
_LONGEST_ACRONYM = 6


def spelled_words(text: str, language: str) -> list[Span]:
    """The words of a text that a dictionary of `language` can know.

    Left out are addresses, words with digits, single letters, acronyms, and words in another
    script than the language's.
    """
    addresses = [match.span() for match in _ADDRESSES.finditer(text)]
    return [
        span
        for span in words(text, "")  # with their apostrophes: dictionaries know l'eau
        if _is_spelled(span.of(text), language)
        and not any(start < span.end and span.start < end for start, end in addresses)
    ]


def _is_spelled(word: str, language: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    if len(letters) < 2 or any(char.isnumeric() or char == "_" for char in word):
        return False
    if word.isupper() and len(letters) <= _LONGEST_ACRONYM:
        return False
    latin = _is_written_in_latin(base(language))
    return all(_is_latin(char) == latin for char in letters)


@lru_cache(maxsize=64)
def _is_written_in_latin(language: str) -> bool:
    from babel.core import get_global

    return str(get_global("likely_subtags").get(language, "_Latn_")).split("_")[1] == "Latn"


@lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "MODIFIER LETTER"))
