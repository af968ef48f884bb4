"""What survives translation in a sentence: figures, names in any script, punctuation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from reviewer.text.languages import base
from reviewer.text.quantities import extract_quantities
from reviewer.text.words import LETTERS_AND_DIGITS, latin

_DIGITS = re.compile(r"\d(?:[\d.,'’\u00a0\u202f\u2009٬٫،]*\d)?")
_WORD = re.compile(rf"{LETTERS_AND_DIGITS}(?:['’ʼ-]{LETTERS_AND_DIGITS})*")
_SCRIPTLESS_OF_CASE = re.compile(
    r"[\u0590-\u08ff\u0900-\u109f\u1200-\u137f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)

# Letters and letter groups that transliterations confuse fall together; vowels and what is
# written as a vowel, a breath or nothing elsewhere (h, w, y) fall away.
_HISSING = re.compile(r"tsch|sch|tch|sh|ch|zh|ts|tz|cz|dz|dj|j|c(?=[eiy])")
_CLASSES = {
    **dict.fromkeys(map(chr, range(128)), ""),
    **{letter: letter for letter in "bcdfgjklmnpqrstvxz"},
    **dict.fromkeys("fvbp", "p"),
    **dict.fromkeys("gkqcx", "k"),
    **dict.fromkeys("dt", "t"),
    **dict.fromkeys("zs", "s"),
    **dict.fromkeys("lr", "l"),
}
_BY_CLASS = str.maketrans(_CLASSES)
_REPEATED = re.compile(r"(.)\1+")

MARKS = ("?", "!", ":", ";", "…", "(", '"', "%")
"""The kinds of punctuation that are counted."""

_MARK_KINDS: dict[str, int] = {
    **dict.fromkeys("?？؟", 0),
    **dict.fromkeys("!！", 1),
    **dict.fromkeys(":：", 2),
    **dict.fromkeys(";；؛", 3),
    "…": 4,
    **dict.fromkeys("(（", 5),
    **dict.fromkeys('"„“”«»「」『』〝〞＂', 6),
    **dict.fromkeys("%％٪", 7),
}
_MARK = re.compile(f"[{re.escape(''.join(_MARK_KINDS))}]")
_CLOSERS = "\"'”’“»)）」』]›\u200f\u200e "


def skeleton(word: str) -> str:
    """The consonants of a word by classes: "Шевченко" and "Shevchenko" agree."""
    plain = _HISSING.sub("s", latin(word)).replace("kh", "")
    return _REPEATED.sub(r"\1", plain.translate(_BY_CLASS))


@lru_cache(maxsize=4096)
def figures(text: str, language: str) -> Mapping[str, float]:
    """The figures of a text by their significant digits, which no scale word changes. Kept, as
    names are: a source sentence stands beside each of its translations.

    "97,000 billion" and "97 Billionen" agree. The weight says how telling the digits are.
    """
    bag: dict[str, float] = {}
    for match in _DIGITS.finditer(text):
        _add_figure(bag, "".join(str(int(c)) for c in match.group() if c.isdecimal()))
    for quantity in extract_quantities(text, language):
        if not quantity.vague and quantity.values:
            value = quantity.values[0]
            _add_figure(bag, _digits_of(_on_the_clock(value) if quantity.kind == "time" else value))
    return MappingProxyType(bag)


def _on_the_clock(minutes: Decimal | Fraction) -> Decimal | Fraction:
    """Minutes after midnight as the digits of a clock with 24 hours: 8 p.m. shares its figures
    with "20 horas" and "20.00 Uhr"."""
    hours, rest = divmod(minutes, 60)
    return Decimal(int(hours) * 100 + int(rest))


def _digits_of(value: Decimal | Fraction) -> str:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return "".join(map(str, value.as_tuple().digits)) if value.is_finite() else ""


def _add_figure(bag: dict[str, float], digits: str) -> None:
    telling = digits.lstrip("0").rstrip("0") or digits[:1]
    if not telling:
        return
    bag[f"figure {telling}"] = (0.6, 1.0, 1.3)[min(len(telling), 3) - 1]
    if len(telling) > 2:
        bag.setdefault(f"rounded {telling[:2]}", 0.5)


@lru_cache(maxsize=4096)
def names(text: str, *, cased: bool) -> Mapping[str, float]:
    """Consonant skeletons of what may be names, and of their parts.

    With `cased` only words with a capital letter inside the sentence or with a digit count,
    otherwise every word does.
    """
    bag: dict[str, float] = {}
    for index, word in enumerate(_WORD.findall(text)):
        if cased and (word.islower() or not (index or word[1:].lower() != word[1:])):
            continue
        for feature, weight in _name_features(word):
            if weight > bag.get(feature, 0.0):
                bag[feature] = weight
    return MappingProxyType(bag)


@lru_cache(maxsize=16_384)
def _name_features(word: str) -> tuple[tuple[str, float], ...]:
    bones = skeleton(word)
    if len(bones) < 2:
        return ()
    edged = f"<{bones}>"
    parts = tuple((f"part {edged[start : start + 3]}", 0.4) for start in range(len(edged) - 2))
    return ((f"name {bones}", 1.0 if len(bones) > 2 else 0.5), *parts)


SAMPLE = 200
"""Sentences that `has_case` looks at."""


def has_case(texts: Sequence[str]) -> bool:
    """Whether the texts are in a script that knows capital letters."""
    sample = "".join(texts[:SAMPLE])
    letters = sum(c.isalpha() for c in sample)
    return len(_SCRIPTLESS_OF_CASE.findall(sample)) <= letters / 2


def marks(text: str) -> list[int]:
    """How often each kind of `MARKS` occurs."""
    counts = [0] * len(MARKS)
    for letter in _MARK.findall(text):
        counts[_MARK_KINDS[letter]] += 1
    counts[4] += text.count("...")
    counts[6] //= 2
    return counts


_GREEK = str.maketrans({";": "?", "\u037e": "?", "·": ";", "\u0387": ";"})


def in_usual_marks(texts: Sequence[str], language: str) -> Sequence[str]:
    """The texts with the marks of Greek as those that other languages have in their place: it asks
    with a semicolon and parts with a raised dot."""
    return [text.translate(_GREEK) for text in texts] if base(language) == "el" else texts


_ENDINGS: dict[str, int] = {
    **dict.fromkeys(".。।۔።։។။", 1),
    **dict.fromkeys("?？؟", 2),
    **dict.fromkeys("!！", 3),
    **dict.fromkeys(":：", 4),
    **dict.fromkeys(";；؛,，،", 5),
}
_STOP_OF_A_WORD = re.compile(r"(?<!\w)\w\.\s?\w\.$")
"""Such as "p.m." and "U.S."."""

NONE_OR_STOP = 7
"""The class of an ending that may be a sentence's or not."""

UNMARKED = 8
"""The class of an ending without a mark where the text puts none: it says nothing."""


def ending(text: str) -> int:
    """The class of the mark that ends a text: 0 none, 1 full stop, 2 question, 3 exclamation,
    4 colon, 5 semicolon or comma, 6 ellipsis, 7 a full stop that may be that of the last word
    only (`NONE_OR_STOP`)."""
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(("…", "...")):
        return 6
    if _STOP_OF_A_WORD.search(bare[-6:]):
        return NONE_OR_STOP
    return _ENDINGS.get(bare[-1:], 0)
