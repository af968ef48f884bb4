"""How a translation without spaces between its words usually writes a name, in characters or kana.

No word can be set against the name there. A run of three characters at least that stands in most of
the rows that have the name, and sounds like it, is the name as it is usually written; in a row that
lacks it, the same characters but for one are a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from reviewer.domain import Span
from reviewer.text.scripts import IDEOGRAPHS
from reviewer.text.sounds import distance, sounds
from reviewer.text.words import latin

_SHORTEST, _LONGEST = 3, 8
"""Characters of a name: two differ by one from too many words."""

_USUAL = 2
"""Rows that must have the usual spelling, and how many for each that lacks it."""

_FAR = 0.42
"""How far it may sound from the name of the source."""

_RUN = re.compile(f"[{IDEOGRAPHS}・·]{{{_SHORTEST},}}")
_LITTLE = frozenset("将將会會就而及的了在是和与與也被把从從のはがをにへともで説说這这那")
"""Characters that stand beside a name and in hardly any."""

_KeyOf = TypeVar("_KeyOf", bound=Hashable)


class CharacterSpellings(Generic[_KeyOf]):
    """The runs of characters of the rows that have a name."""

    def __init__(self) -> None:
        self._texts: dict[_KeyOf, str] = {}
        self._counts: Counter[str] = Counter()

    def put(self, key: _KeyOf, text: str | None) -> None:
        """Let a row have this text, or leave (None)."""
        if (before := self._texts.pop(key, None)) is not None:
            self._counts -= Counter(_runs(before))
        if text is not None:
            self._texts[key] = text
            self._counts.update(_runs(text))

    def usual(self, name: str) -> str:
        """The run of characters that most rows have and that sounds like a folded name; of several
        the one in most rows, that is nearest to it. "" where there is none."""
        rows, said = len(self._texts), sounds(name)
        often = sorted(
            (-count, distance(said, (_sounds(run),)), -len(run), run)
            for run, count in self._counts.items()
            if count >= _USUAL and count >= _USUAL * (rows - count)
        )
        return next((run for _, far, _, run in often if far <= _FAR), "")

    def slips(self, usual: str) -> Iterator[tuple[_KeyOf, Span]]:
        """The rows that lack the usual spelling, and where they have it but for one character."""
        for key, text in self._texts.items():
            if usual not in text and (span := _near(usual, text)):
                yield key, span


def _runs(text: str) -> set[str]:
    found = set()
    for match in _RUN.finditer(text):
        run = match[0]
        for start in range(len(run) - _SHORTEST + 1):
            for end in range(start + _SHORTEST, min(start + _LONGEST, len(run)) + 1):
                if run[end - 1] in _LITTLE or run[start] in _LITTLE:
                    break
                found.add(run[start:end])
    return found


def _near(usual: str, text: str) -> Span | None:
    """The first place that differs from a name by one character: at its edges only by one that
    sounds alike, since a shorter form may stand there beside another word."""
    size = len(usual)
    for match in _RUN.finditer(text):
        for start in range(match.start(), match.end() - size + 1):
            written = text[start : start + size]
            differing = [at for at in range(size) if written[at] != usual[at]]
            if len(differing) == 1 and _may_be_a_slip(usual, written, differing[0]):
                return Span(start, start + size)
    return None


def _may_be_a_slip(usual: str, written: str, at: int) -> bool:
    if 0 < at < len(usual) - 1:
        return True
    return written[at] not in _LITTLE and latin(usual[at])[:1] == latin(written[at])[:1]


def _sounds(run: str) -> str:
    return sounds(latin(run), pinyin=run[0] > "\u3400")
