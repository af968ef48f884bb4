"""How long a translation should be."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.text.lengths import letters

_LETTERS_FOR_HUNDRED = {"abjad": 88.0, "other": 108.0}
"""Letters that a text needs for what takes some 100 in English, by script."""


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
