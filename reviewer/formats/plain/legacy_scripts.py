"""Which code page a text in other than Latin letters is written in, from before Unicode.

The bytes of a Russian text in KOI8-R are half-width kana in Shift_JIS and Russian letters
in Windows-1251, all of them valid. What tells the code pages apart is how common the letters
are that they give, and where capitals stand. Two sentences are enough.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache

_LETTERS: dict[str, str] = {
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "uk": "оанивтерісклудмпязьгбчхйцжїюєшфщґ",
    "be": "аніреолстдвкучмыяпьзгбіхцёйшжўюэф",
    "bg": "аоиентрсвлкдпмзгяъбучцжщйшхфюь",
    "sr": "аоиенсртјукдвлмпзгбчшцњжћхљђџф",
    "mk": "аоиетнрсвлкдпумзгбчјшжцхќѓњљџѕф",
    "el": "αοιετσνηρπκυμλςάίόωδέήύγχθφβώξζψϊϋΐΰ",
    "he": "יוהלאתרמשבנדעקחםפכגסטצןזךףץ",
    "ar": "ايلمنتروبهعدفسكةقحجشصطخضىءذأإئغظؤثزآ",
    "th": "านรกงเอยมล่ว้ดทตสิปีัะบ์คจหไแพชขใุโูถผึืซธญณฐฏ็ศษภฟฉฝฤๆฌ๋๊",
}
"""The letters of each language, roughly from the commonest to the rarest."""

_PAGES: tuple[tuple[str, str], ...] = (
    ("cp1251", "ru uk be bg sr mk"),
    ("koi8_r", "ru bg"),
    ("koi8_u", "uk"),
    ("cp866", "ru be bg"),
    ("cp1125", "uk"),
    ("iso8859_5", "ru uk be bg sr mk"),
    ("mac_cyrillic", "ru uk be bg sr mk"),
    ("cp855", "sr mk"),
    ("cp1253", "el"),
    ("iso8859_7", "el"),
    ("cp737", "el"),
    ("mac_greek", "el"),
    ("cp1255", "he"),
    ("cp862", "he"),
    ("cp1256", "ar"),
    ("iso8859_6", "ar"),
    ("cp874", "th"),
)
_WIDE_PAGES: tuple[tuple[str, str], ...] = (
    ("cp932", "ja"),
    ("euc_jp", "ja"),
    ("gb18030", "zh"),
    ("big5hkscs", "zh-Hant"),
    ("cp949", "ko"),
)
_STANDING_BETWEEN = "–—…•·№§©®™°±×\u00a0"
_BESIDE_WORDS = "„“”«»‘’‚‹›΄΅·;"
_RAREST = 0.3
"""How well the rarest letter of a language fits, the commonest 1."""

_SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
)
_TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過"
)
_HANGUL = "이다는에을의가고하지은한를로사도대기그리아서인어나라자시으해있들과수정일보부전에게된"
_SAMPLE = 20_000
"""Bytes that are looked at."""

_LEAST_FIT = 0.62
_LEAST_HIGH = 0.3
"""Share of bytes beyond ASCII in a text of another script, spaces and digits not counted."""


def code_page(data: bytes) -> str:
    """Python's name of the code page of `data`, "" where none fits for sure."""
    high = sum(byte >= 0x80 for byte in data)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in data)
    if not high or high < _LEAST_HIGH * (high + letters):
        return ""
    best, best_fit = "", _LEAST_FIT
    for codec, languages in (*_PAGES, *_WIDE_PAGES):
        try:
            # The sample may end within a character.
            text = codecs.getincrementaldecoder(codec)().decode(data[:_SAMPLE])
        except UnicodeDecodeError:
            continue
        for language in languages.split():
            fit = _fit(text, language)
            if fit > best_fit:
                best, best_fit = codec, fit
    return best


def _fit(text: str, language: str) -> float:
    """How well the characters beyond ASCII of `text` suit the language, 0 to 1."""
    measure = _WIDE.get(language)
    if measure:
        fits = [measure(character) for character in text if character >= "\x80"]
    else:
        fits = _letter_fits(text, _weights(language))
    return sum(fits) / max(len(fits), 1)


def _letter_fits(text: str, weights: dict[str, float]) -> list[float]:
    fits = []
    before = " "
    for index, character in enumerate(text):
        if character >= "\x80":
            after = text[index + 1 : index + 2]
            if character in weights:
                fits.append(weights[character])
            elif (small := character.lower()) in weights:
                # A capital inside a word of small letters is the mark of a wrong code page.
                fits.append(0.0 if before.islower() else weights[small])
            elif character in _STANDING_BETWEEN:
                fits.append(0.0 if before.isalpha() or after.isalpha() else 0.8)
            else:
                fits.append(0.8 if character in _BESIDE_WORDS else 0.0)
        before = character
    return fits


@cache
def _weights(language: str) -> dict[str, float]:
    letters = _LETTERS[language]
    step = (1 - _RAREST) / len(letters)
    return {letter: 1 - step * rank for rank, letter in reversed(list(enumerate(letters)))}


def _is_mark(character: str) -> bool:
    return "\u3000" <= character <= "\u301f" or "\uff01" <= character <= "\uff5e"


def _level(character: str, codec: str, first: int, last: int) -> float:
    """0.6 for a character of the first, commonest level of its standard, 0.2 for others."""
    try:
        lead = character.encode(codec)[0]
    except UnicodeEncodeError:
        return 0.0
    return 0.6 if first <= lead <= last else 0.2


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _japanese(character: str) -> float:
    if "\u3041" <= character <= "\u3096" or _is_mark(character):
        return 1.0
    if "\u30a1" <= character <= "\u30fe":
        return 0.9
    return _level(character, "euc_jp", 0xB0, 0xCF) if _is_han(character) else 0.0


def _simplified(character: str) -> float:
    if character in _SIMPLIFIED or _is_mark(character):
        return 1.0
    return _level(character, "gb2312", 0xB0, 0xD7) * 1.2 if _is_han(character) else 0.0


def _traditional(character: str) -> float:
    if character in _TRADITIONAL or _is_mark(character):
        return 1.0
    return _level(character, "big5", 0xA4, 0xC6) * 1.2 if _is_han(character) else 0.0


def _korean(character: str) -> float:
    if character in _HANGUL or _is_mark(character):
        return 1.0
    if "\uac00" <= character <= "\ud7a3":
        return 0.6 if _level(character, "euc_kr", 0xB0, 0xC8) == 0.6 else 0.0
    return 0.1 if _is_han(character) else 0.0


_WIDE: dict[str, Callable[[str], float]] = {
    "ja": _japanese,
    "zh": _simplified,
    "zh-Hant": _traditional,
    "ko": _korean,
}
