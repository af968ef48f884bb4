"""How long texts are, in a measure that serves every script."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DENSE = (
    (re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 3.5),
    (re.compile("[\uac00-\ud7af]"), 2.5),
    (re.compile("[\u3040-\u30ff]"), 2.5),
)
"""How many letters of an alphabet an ideograph, a Hangul syllable and a kana stand for: what
brings the Chinese of flores-dev to the length of its English, and the Japanese and Korean of
tests/end_to_end/articles to that of theirs."""

_LETTERS_FOR_HUNDRED = {"abjad": 88.0, "other": 108.0}
"""Letters that a text needs for what takes some 100 in English, by script."""


def letters(text: str) -> float:
    """The length of `text` in letters of an alphabet.

    Names in Latin letters within a Chinese sentence then do not make it seem longer.
    """
    plain = text.strip()
    whole = float(len(plain))
    if not plain.isascii():
        for script, worth in _DENSE:
            whole += (worth - 1) * len(script.findall(plain))
    return whole


def length_ratio(source: Sequence[str], target: Sequence[str]) -> float:
    """How many letters of the target one letter of the source takes.

    The texts' own ratio, unless it is so far from what their scripts suggest that one of
    them tells only a part of the other.
    """
    usual = _usual(target) / _usual(source)
    whole = (sum(map(letters, target)) + 1) / (sum(map(letters, source)) + 1)
    return whole if 0.8 < whole / usual < 1.25 else usual


def _usual(texts: Sequence[str]) -> float:
    sample = "".join(texts[:200])
    abjad = sum("\u0590" <= c <= "\u08ff" for c in sample) > len(sample) / 4
    return _LETTERS_FOR_HUNDRED["abjad" if abjad else "other"]
