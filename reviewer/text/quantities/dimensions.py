"""Lengths that a word makes a square or a cubic one: square metres, neliömetrin, متر مربع."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reviewer.text.quantities.characters import MARKS, fold

_LONGEST = 24
"""Characters that such a word may take before its unit."""
LENGTHS = frozenset({"meter", "kilometer", "centimeter", "millimeter", "decimeter", "mile", "foot",
                     "inch", "yard"})  # fmt: skip


class _Beside(NamedTuple):
    """Such a word before a unit, and behind it."""

    ahead: re.Pattern[str]
    behind: re.Pattern[str]


class Dimensions:
    """How a language calls a length a square or a cubic one, by the stems of those words."""

    __slots__ = ("_beside", "_powers", "stems")

    def __init__(self, square: Iterable[str], cubic: Iterable[str]) -> None:
        self._powers = dict.fromkeys(square, "2") | dict.fromkeys(cubic, "3")
        self.stems = tuple(sorted(self._powers, key=len, reverse=True))
        self._beside: _Beside | None = None

    def _patterns(self) -> _Beside:
        """Made for the first length: they take longer than all else that a language needs."""
        if self._beside is not None:
            return self._beside
        # A vowel sign may stand behind any letter (مكعّبا). It has no case: to look for both takes
        # 7 ms for each language.
        mark = f"(?-i:[{MARKS}])"
        listed = "|".join(f"{mark}*".join(map(re.escape, stem)) for stem in self.stems) or "(?!)"
        word = rf"({listed})(?:[^\W\d_]|{mark})*"
        self._beside = _Beside(
            re.compile(rf"(?<![^\W\d_]){word}\.?[ -]$", re.IGNORECASE),
            re.compile(rf"[ -]{{0,1}}{word}", re.IGNORECASE),
        )
        return self._beside

    def before(self, form: str) -> tuple[str, str]:
        """What stands behind the stem in a compound, and the power."""
        stem = next(stem for stem in self.stems if form.startswith(stem))
        return form[len(stem) :], self._powers[stem]

    def around(self, text: str, start: int, end: int) -> tuple[int, int, str]:
        """Where the unit at `text[start:end]` lies with the word for its dimension, and the power.

        The power is "" where no such word stands beside it.
        """
        if not self.stems:
            return start, end, ""
        beside = self._patterns()
        behind = beside.behind.match(text, end)
        if behind is not None:
            return start, behind.end(), self._powers[fold(behind.group(1))]
        ahead = beside.ahead.search(text, start - _LONGEST, start)
        if ahead is not None:
            return ahead.start(), end, self._powers[fold(ahead.group(1))]
        return start, end, ""
