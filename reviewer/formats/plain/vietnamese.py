"""Vietnamese before Unicode: Windows-1258, which writes the tone behind its vowel.

The bytes of its tones are letters in all other code pages. What tells it from them is that every
word of Vietnamese is one syllable, and that few of them are built in another way than its own.
"""

from __future__ import annotations

import re
import unicodedata

CODEC = "cp1258"

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OWN = re.compile(f"[{_TONES}ăâđêôơưĂÂĐÊÔƠƯ]")
"""Letters and tones without which no Vietnamese sentence is written."""

_SYLLABLE = re.compile(
    "(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdđhklmnprstvx])?"
    "(?:o[aăeo]|u[âêơyôa]|uy[êa]|i[êae]|iêu|yê|yêu|ươ|ươ[iu]|ư[aiu]|uô|uôi|"
    "[aâ][uy]|[aoôơuư]i|oa[iyo]|uây|ao|êu|e[ou]|iu|[aăâeêioôơuưy])"
    "(?:ch|nh|ng|[cmnpt])?",
)
_WORD = re.compile(rf"[^\W\d_]+(?:[{_TONES}][^\W\d_]*)*")
_LEAST = 0.8
"""Of the words: names and words of other languages are among them."""

_SAMPLE = 20_000
"""Bytes that are looked at."""


def is_vietnamese(data: bytes) -> bool:
    """Whether the bytes are Vietnamese in Windows-1258."""
    try:
        text = data[:_SAMPLE].decode(CODEC)
    except UnicodeDecodeError:
        return False
    if not _OWN.search(text):
        return False
    words = [match[0] for match in _WORD.finditer(text)]
    marked = [word for word in words if not word.isascii()]
    return _share(words) >= _LEAST and _share(marked) >= _LEAST


def decoded(data: bytes) -> str:
    """The text with whole letters, where these are written back as the same bytes."""
    text = data.decode(CODEC, "surrogateescape")
    whole = unicodedata.normalize("NFC", text)
    return whole if _written(whole) == data else text


def encoded(text: str) -> bytes:
    """`text` with the tones behind their vowels; raises `UnicodeEncodeError` where a character is
    not in the code page."""
    return text.translate(_Apart()).encode(CODEC, "surrogateescape")


def _written(text: str) -> bytes | None:
    try:
        return encoded(text)
    except UnicodeEncodeError:
        return None


class _Apart(dict[int, str]):
    """Each letter that the code page lacks as one that it has and a tone."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        made = letter
        try:
            letter.encode(CODEC, "surrogateescape")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in _TONES)
            rest = "".join(part for part in parts if part not in _TONES)
            made = unicodedata.normalize("NFC", rest) + tones
        self[code] = made
        return made


def _share(words: list[str]) -> float:
    """How many of the words are syllables with one tone at most."""
    right = sum(map(_is_syllable, words))
    return right / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word.lower())
    plain = "".join(part for part in parts if part not in _TONES)
    tones = len(parts) - len(plain)
    return tones <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)))
