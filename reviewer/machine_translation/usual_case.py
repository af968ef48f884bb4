"""Whether a word is usually written in small letters, by how often either form is met.

The list of word pieces of the sentence encoder that comes with the program knows 128,000 pieces in
16 languages with the logarithm of how likely each is, capitals apart: "earth" is met more often
than "Earth", "Manchester" hardly ever as "manchester".
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.machine_translation.encoders import BUNDLED, LANGUAGES

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

_KEPT = 20.0
"""Seconds after the last question until the list's memory (34 MB) is given back; reading it again
takes 0.2 s."""

_AS_USUAL = 0.5
"""By how much (nats) the capitalised form may be the likelier one: sentences begin with it too."""

_NOT_TRAINED = frozenset({"id"})
_UNKNOWN = -100.0
_MOST_LETTERS = 64


def knows_the_case_of(language: str) -> bool:
    """Whether the list was made with texts in a language (ISO 639 code)."""
    return language in LANGUAGES and language not in _NOT_TRAINED and _LIST.read() is not None


@lru_cache(maxsize=16_384)
def is_usually_small(word: str, language: str) -> bool:
    """Whether a word that stands with a capital is an everyday word (Earth, Committee, Year).

    False where the list cannot be read or does not know the language (ISO 639 code).
    """
    small = word.lower()
    if small == word or not knows_the_case_of(language):
        return False
    of_small, of_capital = _likeliness(small), _likeliness(word)
    return of_small > _UNKNOWN and of_capital - of_small <= _AS_USUAL


@lru_cache(maxsize=16_384)
def is_rare(word: str, language: str) -> bool:
    """Whether the list knows a language and has the word in neither form (Caboolture)."""
    known = knows_the_case_of(language)
    return known and max(_likeliness(word), _likeliness(word.lower())) == _UNKNOWN


@lru_cache(maxsize=16_384)
def has_small_form(word: str) -> bool:
    """Whether the list has a word in small letters (king, valley), in whatever language."""
    return _likeliness(word.lower()) > _UNKNOWN


@lru_cache(maxsize=16_384)
def _likeliness(word: str) -> float:
    """The logarithm of how likely a word is that is one piece: others say little of it."""
    pieces = _LIST.read()
    numbers = pieces.encode(word) if pieces and len(word) <= _MOST_LETTERS else []
    if pieces is None or len(numbers) != 1 or numbers[0] == pieces.unk_id():
        return _UNKNOWN
    return float(pieces.get_score(numbers[0]))


class _PieceList:
    """The list, read when it is first asked for and let go some time after it was last asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pieces: SentencePieceProcessor | None = None
        self._asked = 0.0

    def read(self) -> SentencePieceProcessor | None:
        self._asked = time.monotonic()
        return self._pieces or self._read()

    def _read(self) -> SentencePieceProcessor | None:
        with self._lock:
            if self._pieces is None and (path := BUNDLED.pieces_file()):
                from sentencepiece import SentencePieceProcessor

                with suppress(OSError, RuntimeError):
                    # An encoder that is loaded has read it already.
                    self._pieces = BUNDLED.pieces or SentencePieceProcessor(model_file=str(path))
                    self._let_go_in(_KEPT)
            return self._pieces

    def _let_go_in(self, seconds: float) -> None:
        let_go = threading.Timer(seconds, self._let_go)
        let_go.daemon = True
        let_go.start()

    def _let_go(self) -> None:
        with self._lock:
            left = self._asked + _KEPT - time.monotonic()
            if left > 0:
                self._let_go_in(left)
            else:
                self._pieces = None


_LIST = _PieceList()
