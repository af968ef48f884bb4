"""Which code page a text in Latin letters is written in, from before Unicode.

General detectors take Turkish for Polish and German for Baltic when the text is short:
the bytes are letters in every one of these code pages. What tells them apart is which
letters a language has, and whether the words are then its words.
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
    ("cp857", "tr"),
    ("cp775", "lt lv et"),
    ("mac_latin2", "pl cs sk hu hr"),
    ("mac_turkish", "tr"),
    ("mac_iceland", "is"),
    ("iso8859_16", "ro"),
    ("iso8859_4", "lt lv et"),
)
"""Code pages with the languages written in them, the commonest first."""

_BETWEEN_WORDS = "„“”‚‘’«»‹›–—…•·°§©®™€£×½¼¾²³\u00a0"
_DASHES = "–—"
_ELIDING = frozenset({"fr", "it", "nl", "tr"})
"""Languages that write an apostrophe inside a word."""

_TAKEN_FOR_CERTAIN = 0.9
_NEARLY = 0.05
"""By how much a page may fit worse whose language is that of the words."""

_MOST_NON_ASCII = 0.25
_SAMPLE = 20_000
"""Bytes that are looked at."""

_ENOUGH_TO_TELL = 2_000
_ALIKE = {"bs": "hr", "sr": "hr", "sl": "hr", "nb": "da", "nn": "da"}
"""Languages that are taken for one whose letters they have."""


def latin_code_page(data: bytes) -> str:
    """Python's name of the code page of `data`, "" where it is none of Latin letters for sure."""
    data = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in data)
    letters = len(re.findall(rb"[A-Za-z]", data))
    if not high or high > _MOST_NON_ASCII * (letters + high):
        return ""
    fits: list[tuple[float, str, str]] = []
    for codec, languages in _CODE_PAGES:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        for language in languages.split():
            share = _share(text, _alphabets()[language], language)
            if share > _TAKEN_FOR_CERTAIN:
                fits.append((share, codec, language))
    if not fits:
        return ""
    best = max(share for share, _, _ in fits)
    close = [fit for fit in fits if fit[0] >= best - _NEARLY]
    if len({codec for _, codec, _ in close}) > 1:
        close = [fit for fit in close if _speaks(data, fit[1], fit[2])] or close
    return max(close, key=lambda fit: fit[0])[1]


def _speaks(data: bytes, codec: str, language: str) -> bool:
    """Whether the words of `data`, read by `codec`, are those of `language`."""
    found = _spoken(data[:_ENOUGH_TO_TELL].decode(codec))
    return _ALIKE.get(found, found) == language


@lru_cache(maxsize=64)
def _spoken(text: str) -> str:
    from reviewer.text.languages import detect

    return detect(text)[0]


@lru_cache(maxsize=1)
def _alphabets() -> dict[str, str]:
    """The letters beyond ASCII of each language (CLDR, see tools/data/alphabets.py)."""
    data = files("reviewer.formats").joinpath("data/alphabets.json").read_text("utf-8")
    languages: dict[str, str] = json.loads(data)["languages"]
    return languages


def _share(text: str, alphabet: str, language: str) -> float:
    """How many of the characters beyond ASCII stand where the language would have them."""
    known = set(alphabet) | set(alphabet.upper())
    whole = 0
    right = 0.0
    for index, character in enumerate(text):
        if character < "\x80":
            continue
        whole += 1
        before = text[index - 1 : index].isalpha()
        after = text[index + 1 : index + 2].isalpha()
        if character in known:
            # A small letter is followed by no capital inside a word, nor a capital preceded.
            right += not (character.isupper() and text[index - 1 : index].islower())
        elif character == "’":
            right += 0.5 if before and after and language not in _ELIDING else 1
        elif character in _DASHES:
            right += 0.5 if before != after else 1
        elif character in _BETWEEN_WORDS:
            right += not (before and after)
    return right / max(whole, 1)
