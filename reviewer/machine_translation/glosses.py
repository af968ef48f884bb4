"""Sentences word by word in another language, for an encoder that knows that one only.

No translation and shown to nobody: words that are not in the list keep their place or are left
out, and so do word order and endings. It is enough to tell which sentence of another text says the
same.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from reviewer.text.languages import base
from reviewer.text.words import LETTERS, LETTERS_AND_DIGITS, latin

_INTO = {"el": "en", "hi": "en", "uk": "ru", "vi": "en"}
"""The languages that have a list, and the language that it is in."""

_WORD = re.compile(rf"{LETTERS_AND_DIGITS}(?:['’ʼ-]{LETTERS_AND_DIGITS})*")
_LETTERS_ONLY = re.compile(LETTERS)
_FEWEST = 3  # letters of a stem
_ENDING = 5  # letters that may follow a stem, and no more than it has itself
_APOSTROPHES = str.maketrans("’ʼ", "''")


def read_in(language: str) -> str:
    """The language in which an encoder is given sentences of `language` (BCP 47)."""
    return _INTO.get(base(language), language)


def is_glossed(language: str) -> bool:
    """Whether there is a list of words for a language (BCP 47)."""
    return base(language) in _INTO


def glossed(text: str, language: str) -> str:
    """`text` in the words of `read_in(language)`; as it is where there is no list."""
    if not is_glossed(language):
        return text
    glossary = _glossary(base(language))
    parts, done = [], 0
    for begin, end, word in glossary.found(text):
        parts += [text[done:begin].translate(glossary.marks), word]
        done = end
    return " ".join("".join([*parts, text[done:].translate(glossary.marks)]).split())


@dataclass(frozen=True)
class _Glossary:
    """The list of one language: `words` are whole ones and several together, `stems` stand for all
    words that only add an ending. `together` says of a word how many the longest of `words` has
    that begins with it. `letters` are changed in words that are in neither; where there are none,
    such words are left out unless they seem to be names. `plain` says of a sign what stands in its
    place before a word is looked up, its accents apart ("" where it makes no difference), `marks`
    which mark of the other language stands for one between words."""

    words: Mapping[str, str]
    stems: Mapping[str, str]
    letters: Mapping[int, str]
    together: Mapping[str, int]
    plain: Mapping[int, str]
    marks: Mapping[int, str]

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """What each word of a text is replaced by: its begin and end, and the new word."""
        matches = list(_WORD.finditer(text))
        place = 0
        while place < len(matches):
            count, word = self._at(text, matches, place)
            begin, end = matches[place].start(), matches[place + count - 1].end()
            yield begin, end, word
            place += count

    def _at(self, text: str, matches: list[re.Match[str]], place: int) -> tuple[int, str]:
        """How many words from a place on have one gloss, and the gloss."""
        first = matches[place]
        most = self.together.get(self._folded(first.group()), 0)
        for count in range(min(most, len(matches) - place), 0, -1):
            whole = text[first.start() : matches[place + count - 1].end()]
            gloss = self.words.get(self._folded(whole))
            if gloss is not None:
                return count, _as_written(gloss, whole)
        word = first.group()
        gloss = self._by_stem(self._folded(word))
        if gloss is not None:
            return 1, _as_written(gloss, word)
        return 1, self._unknown(word, begins=place == 0)

    def _folded(self, words: str) -> str:
        lower = words.lower().translate(_APOSTROPHES)
        if self.plain:
            lower = unicodedata.normalize("NFD", lower).translate(self.plain)
        return " ".join(lower.split())

    def _by_stem(self, word: str) -> str | None:
        for size in range(len(word), _FEWEST - 1, -1):
            if len(word) - size > min(_ENDING, size):
                return None
            gloss = self.stems.get(word[:size])
            if gloss is not None:
                return gloss
        return None

    def _unknown(self, word: str, *, begins: bool) -> str:
        if self.letters:
            return word.translate(self.letters)
        is_name = word[0].isupper() and not begins
        if is_name or word.isascii() or not _LETTERS_ONLY.fullmatch(word):
            return latin(word).capitalize() if is_name else word
        return ""


def _as_written(gloss: str, word: str) -> str:
    return gloss[:1].upper() + gloss[1:] if word[0].isupper() else gloss


@cache
def _glossary(language: str) -> _Glossary:
    file = resources.files("reviewer.machine_translation").joinpath("glosses.json")
    read: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))[language]
    entries: dict[str, str] = read["words"]
    letters: dict[str, str] = read["letters"]
    letters |= {one.upper(): other.upper() for one, other in letters.items()}
    words = {word: gloss for word, gloss in entries.items() if not word.endswith("*")}
    together: dict[str, int] = {}
    for each in map(str.split, words):
        together[each[0]] = max(together.get(each[0], 0), len(each))
    return _Glossary(
        words,
        {word[:-1]: gloss for word, gloss in entries.items() if word.endswith("*")},
        str.maketrans(letters),
        together,
        str.maketrans(read.get("plain", {})),
        str.maketrans(read.get("marks", {})),
    )
