"""BERT's way of cutting a text into word pieces, by the list in its vocab.txt.

The method is that of Devlin et al. 2019: words are cut at spaces and punctuation, an ideograph is
a word of its own, and each word is cut into the longest pieces that the list has, from the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

UNKNOWN = "[UNK]"
_LONGEST_WORD = 100
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


@dataclass(frozen=True, slots=True)
class WordPieces:
    """A vocabulary; with `lowercase`, capitals and accents are taken off before."""

    known: frozenset[str]
    lowercase: bool

    @classmethod
    def read(cls, path: Path, *, lowercase: bool) -> WordPieces:
        """From a vocab.txt, one piece a line."""
        return cls(frozenset(path.read_text("utf-8").split("\n")), lowercase)

    def pieces(self, text: str) -> list[str]:
        """The pieces of a text; those inside a word begin with ##."""
        return [piece for word in _words(self._even(text)) for piece in self._pieces_of(word)]

    def _even(self, text: str) -> str:
        if not self.lowercase:
            return unicodedata.normalize("NFC", text)
        apart = unicodedata.normalize("NFD", text.lower())
        return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")

    def _pieces_of(self, word: str) -> Sequence[str]:
        if len(word) > _LONGEST_WORD:
            return [UNKNOWN]
        found: list[str] = []
        begin = 0
        while begin < len(word):
            for end in range(len(word), begin, -1):
                piece = ("##" if begin else "") + word[begin:end]
                if piece in self.known:
                    found.append(piece)
                    begin = end
                    break
            else:
                return [UNKNOWN]
        return found


def _words(text: str) -> Iterator[str]:
    word = ""
    for mark in text:
        category = unicodedata.category(mark)
        if mark.isspace() or category in ("Cc", "Cf"):
            alone = ""
        elif category[0] == "P" or (mark.isascii() and not mark.isalnum()) or _is_ideograph(mark):
            alone = mark
        else:
            word += mark
            continue
        if word:
            yield word
            word = ""
        if alone:
            yield alone
    if word:
        yield word


def _is_ideograph(mark: str) -> bool:
    return any(first <= ord(mark) <= last for first, last in _IDEOGRAPHS)
