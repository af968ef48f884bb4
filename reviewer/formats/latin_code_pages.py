"""Which code page a text in Latin letters is written in, from before Unicode.

General detectors take Turkish for Polish and German for Baltic when the text is short:
the bytes are letters in every one of these code pages. What tells them apart is which
letters a language has.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files

_CODE_PAGES: tuple[tuple[str, str], ...] = (
    ("cp1252", "de fr es pt it nl da sv fi"),
    ("cp1254", "tr"),
    ("cp1250", "pl cs sk hu ro hr"),
    ("cp1257", "lt lv et"),
    ("iso8859_2", "pl cs sk hu ro hr"),
    ("cp1252", "is"),
    ("iso8859_15", "fr fi et"),
    ("mac_roman", "de fr es pt it nl da sv fi"),
    ("cp850", "de fr es pt it nl da sv fi"),
    ("cp852", "pl cs sk hu ro hr"),
)
"""Code pages with the languages written in them, the commonest first."""

_BETWEEN_WORDS = "„“”‚‘’«»‹›–—…•·°§©®™€£×½¼¾²³\u00a0"
_TAKEN_FOR_CERTAIN = 0.9
_MOST_NON_ASCII = 0.25


def latin_code_page(data: bytes) -> str:
    """Python's name of the code page of `data`, "" where it is none of Latin letters for sure."""
    high = sum(byte >= 0x80 for byte in data)
    letters = len(re.findall(rb"[A-Za-z]", data))
    if not high or high > _MOST_NON_ASCII * (letters + high):
        return ""
    best, best_share = "", _TAKEN_FOR_CERTAIN
    for codec, languages in _CODE_PAGES:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        share = max(_share(text, _alphabets()[language]) for language in languages.split())
        if share > best_share:
            best, best_share = codec, share
    return best


@lru_cache(maxsize=1)
def _alphabets() -> dict[str, str]:
    """The letters beyond ASCII of each language (CLDR, see tools/data/alphabets.py)."""
    data = files("reviewer.formats").joinpath("data/alphabets.json").read_text("utf-8")
    languages: dict[str, str] = json.loads(data)["languages"]
    return languages


def _share(text: str, alphabet: str) -> float:
    """How many of the characters beyond ASCII stand where the language would have them."""
    known = set(alphabet) | set(alphabet.upper())
    whole = right = 0
    for index, character in enumerate(text):
        if character < "\x80":
            continue
        whole += 1
        before = text[index - 1 : index]
        after = text[index + 1 : index + 2]
        if character in known:
            # A small letter is followed by no capital inside a word, nor a capital preceded.
            right += not (character.isupper() and before.islower())
        elif character == "’":
            right += 1
        elif character in _BETWEEN_WORDS:
            right += not (before.isalpha() and after.isalpha())
    return right / max(whole, 1)
