"""Letters and digits of every script brought to one form, without moving any offset."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reviewer.text.unseen import JOINERS, NOT_SHOWN

# The zero of every run of ten decimal digits in Unicode 15 (general category Nd).
_ZEROS = (
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16A60, 0x16AC0,
    0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950,
    0x1FBF0,
)  # fmt: skip
DIGITS = {zero + n: str(n) for zero in _ZEROS for n in range(10)}
"""For `str.translate`: every decimal digit to its ASCII digit."""

_FORM_CHARACTERS = DIGITS | {
    0xFF0E: ".", 0xFF0C: ",", 0xFF05: "%", 0xFF1A: ":", 0xFF0D: "-", 0xFF0F: "/", 0xFE50: ",",
    0x2E41: ",",
    0x066A: "%", 0xFE6A: "%", 0x2212: "-", 0x2010: "-", 0x2011: "-", 0x05BE: "-", 0xFF0B: "+",
    0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x02BB: "'", 0x201B: "'", 0xFF07: "'", 0x60: "'",
    0xB4: "'", 0x05F3: "'", 0x05F4: '"', 0x2215: "/", 0x2044: "/", 0xFF04: "$",
    0xFFE1: "£", 0xFFE5: "¥", 0x2236: ":",
    0x00A0: " ", 0x202F: " ", 0x2009: " ", 0x2007: " ", 0x2002: " ", 0x2003: " ", 0x2004: " ",
    0x2005: " ", 0x2006: " ", 0x2008: " ", 0x200A: " ", 0x3000: " ",
}  # fmt: skip
# Subscript digits belong to formulas (CO₂); superscript ones mean powers or notes and stay.
_FORM_CHARACTERS |= {0x2080 + n: str(n) for n in range(10)}
# A raised letter beside a figure is that of an ordinal number (19ᵉ, 3ᵒ).
_FORM_CHARACTERS |= dict(zip(map(ord, "ᵃᵇᶜᵈᵉʰⁱˡᵐⁿᵒʳˢᵗ"), "abcdehilmnorst", strict=True))
# Fullwidth Latin letters, so that units and codes in Chinese and Japanese text are read.
_FORM_CHARACTERS |= {0xFF21 + n: chr(0x41 + n) for n in range(26)}
_FORM_CHARACTERS |= {0xFF41 + n: chr(0x61 + n) for n in range(26)}
# Beyond the first plane one range stands for its digits; to list them would slow every search.
_WRITTEN_OTHERWISE = re.compile(
    "["
    + re.escape("".join(chr(code) for code in _FORM_CHARACTERS if code < 0x10000))
    + "\U00010000-\U0010ffff]"
)

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u0711\u0730-\u074a\u0900-\u0903\u093a-\u093c"
    "\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0a01-\u0a03"
    "\u0a3c-\u0a51\u0a70\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0b01-\u0b03\u0b3c\u0b3e-\u0b57"
    "\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6"
    "\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d82\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
    "\u200c\u200d"
)
"""Combining signs (and joiners) that belong to the word around them, as a regex class."""

_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d\u200e\u200f]"
)
_ARABIC = str.maketrans("أإآٱىةیک", "ااااي\u0647يك")
_ARABIC_OR_JOINER = re.compile("[\u0600-\u06ff\u200c-\u200f]")


# Unicode's kAccountingNumeric, with the forms of Japan.
_FORMAL = str.maketrans(
    "壹壱贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟", "一一二二二三三三四五六六七八九十百千"
)
_WORDS_TOO = frozenset("参伍陆陸捌拾")
_MONEY = frozenset("元圆圓円整")
_FORMAL_RUN = re.compile("[壹壱贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟零万萬亿億]{2,}")

_UNSEEN = re.compile(f"[{NOT_SHOWN}]")
_HIDDEN = re.compile(f"[{NOT_SHOWN}{JOINERS}]")
_WITHOUT_JOINERS = "\\dA-Za-z\u00c0-\u052f\u0590-\u05ff\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7a3"
"""Letters of scripts that joiners mean nothing to."""

_JOINERS = re.compile(f"(?<=[{_WITHOUT_JOINERS}])[{JOINERS}]|[{JOINERS}](?=[{_WITHOUT_JOINERS}])")


_BUILT = re.compile("([⁰¹²³⁴-⁹]{1,2})[/⁄∕]([₀-₉]{1,2})")


def seen(text: str) -> tuple[str, list[int] | None]:
    """The text without characters that no reader sees, and where the others stood; a fraction
    that is built of raised and lowered digits stands by itself, on the line.

    Soft hyphens, marks of direction, joiners and spaces of no width stand inside words and
    figures of web pages. The second is None where nothing is changed, else the place of
    every character in `text`, and its length.
    """
    if not (_HIDDEN.search(text) or _BUILT.search(text)):
        return text, None
    dropped = {m.start() for m in _UNSEEN.finditer(text)}
    dropped |= {m.start() for m in _JOINERS.finditer(text)}
    built = {m.start(): m for m in _BUILT.finditer(text)}
    if not dropped and not built:
        return text, None
    pieces = list(text)
    for start, match in built.items():
        pieces[start : match.end()] = (
            unicodedata.normalize("NFKC", match[1])
            + "/"
            + (unicodedata.normalize("NFKC", match[2]))
        )
    places = [place for place in range(len(text)) if place not in dropped]
    read = [pieces[place] for place in places]
    for at in reversed(range(1, len(places))):
        if places[at] in built and read[at - 1].isdecimal():
            read.insert(at, " ")
            places.insert(at, places[at])
    return "".join(read), [*places, len(text)]


def plain(text: str) -> str:
    """The text with ASCII digits, signs, spaces and apostrophes, and the usual numerals of Chinese
    and Japanese; offsets do not change."""
    if text.isascii():
        return text.replace("`", "'")
    return _FORMAL_RUN.sub(_usual_numerals, _WRITTEN_OTHERWISE.sub(_plain_character, text))


def _usual_numerals(match: re.Match[str]) -> str:
    """The numerals of cheques and contracts as the usual ones, if two of them stand together. Those
    that are common words as well (陆 land, 拾 to pick up) need another beside them, or money."""
    run, behind = match.group(), match.string[match.end() : match.end() + 1]
    if sum(ord(one) in _FORMAL for one in run) < 2:
        return run
    sure = behind in _MONEY or not _WORDS_TOO.issuperset(run)
    return run.translate(_FORMAL) if sure else run


def _plain_character(match: re.Match[str]) -> str:
    character = match.group()
    return _FORM_CHARACTERS.get(ord(character), character)


def fold(word: str, turkic: bool = False) -> str:
    """The form under which a lexicon keeps a word: lower case, composed, no vowel signs."""
    return _folded(word, turkic) if turkic or not word.isascii() else word.lower()


@lru_cache(maxsize=20_000)
def _folded(word: str, turkic: bool) -> str:
    if turkic:
        word = word.replace("İ", "i").replace("I", "ı")
    word = word.lower()
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word).replace("i\u0307", "i")
    return _DROPPED.sub("", word).translate(_ARABIC) if _ARABIC_OR_JOINER.search(word) else word
