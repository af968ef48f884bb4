"""Words of a text, in any script."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files

from reviewer.domain import Span
from reviewer.text.languages import base
from reviewer.text.scripts import CLUSTERED, IDEOGRAPHS, UNSPACED_CHARACTERS

VOWEL_SIGNS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
    "\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b57\u0bbe-\u0bcd\u0c3c-\u0c56\u0cbc-\u0cd6"
    "\u0d3b-\u0d4d\u0dca-\u0ddf"
    "\u05c4\u05c5\u05c7\u0730-\u074a\u07a6-\u07b0\u0951-\u0957\u09d7\u09e2\u09e3\u09fe"
    "\u0a01-\u0a03\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0ae2\u0ae3\u0afa-\u0aff\u0b01-\u0b03"
    "\u0b62\u0b63\u0b82\u0bd7\u0c00-\u0c04\u0c62\u0c63\u0c81-\u0c83\u0ce2\u0ce3\u0d00-\u0d03\u0d57"
    "\u0d62\u0d63\u0d81-\u0d83\u0df2\u0df3"
)
"""Vowel signs and points, which are no letters to Python; for a class of a pattern."""

LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{VOWEL_SIGNS}])*"
"""A run of letters with their vowel signs; for a pattern."""

LETTERS_AND_DIGITS = rf"[^\W_](?:[^\W_]|[{VOWEL_SIGNS}])*"
"""The same with digits among them."""

_JOINERS = "'’ʼ‘\u00b7\u200c\u200d-"  # apostrophes, Catalan middle dot, joiners, hyphen

# Every character of a script written without spaces is taken as a word of its own: which
# of them belong together only a dictionary knows.
_WORD = re.compile(
    rf"[{IDEOGRAPHS}]"
    rf"|[{CLUSTERED}](?:[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])*"
    rf"|(?:(?![{UNSPACED_CHARACTERS}])[\w{VOWEL_SIGNS}])+"
    rf"(?:[{_JOINERS}](?:(?![{UNSPACED_CHARACTERS}])[\w{VOWEL_SIGNS}])+)*"
)

_SHORT = 3
"""A word of so few letters counts as a function word in a language without a list."""


def words(text: str, language: str) -> list[Span]:
    """The words of `text` as spans in order; `language` is its language ("" if unknown).

    Words keep their inner apostrophes and hyphens; in French and Italian what stands before
    an apostrophe is a word of its own ("l’eau" is two). Chinese and Japanese
    characters, and the letters of scripts without spaces, are one word each.
    """
    if base(language) not in ("fr", "it", "ca"):
        return list((_and_keep if len(text) <= _KEPT_LETTERS else _words)(text))
    found: list[Span] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        for apostrophe in re.finditer("['’]", match[0]):
            cut = match.start() + apostrophe.end()
            found.append(Span(start, cut))
            start = cut
        found.append(Span(start, end))
    return found


def word_texts(text: str) -> list[str]:
    """The words of a text in an unknown language; quicker than `words`, which says where they
    stand."""
    found: list[str] = _WORD.findall(text)
    return found


def _words(text: str) -> tuple[Span, ...]:
    return tuple([Span(*match.span()) for match in _WORD.finditer(text)])


_KEPT_LETTERS = 1_000
"""The words of a longer text are not kept: it is hardly looked at twice."""
_and_keep = lru_cache(maxsize=512)(_words)
"""Several checks ask for the words of the same sentences, one after the other."""


@lru_cache(maxsize=65_536)
def latin(text: str) -> str:
    """`text` in plain Latin letters and without case: "Шевченко" gives "shevchenko"."""
    if text.isascii():
        return text.casefold()
    from anyascii import anyascii

    romanised: str = anyascii(text)
    return romanised.casefold()


def is_function_word(word: str, language: str) -> bool:
    """Whether `word` is an article, pronoun, preposition, conjunction or the like."""
    folded = word.casefold().strip("'’")
    listed = function_words(language)
    if any(char.isdigit() for char in folded):
        return False
    if listed:
        return folded in listed or len(folded) == 1
    return len(folded) <= _SHORT


@lru_cache(maxsize=64)
def function_words(language: str) -> frozenset[str]:
    """The closed-class words of the language, casefolded; empty where there is no list."""
    return frozenset(_function_words().get(base(language), "").split())


@lru_cache(maxsize=1)
def _function_words() -> dict[str, str]:
    data = files("reviewer.text").joinpath("data/function_words.json").read_text("utf-8")
    languages: dict[str, str] = json.loads(data)["languages"]
    return languages
