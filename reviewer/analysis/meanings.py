"""What sentences mean, as vectors: each text is encoded once for all translations, on all cores.

Only for translations that nothing translates back. Where a back-translation shows that a
translation is free, the alignment asks for vectors itself (`VectorsOnDemand`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reviewer.alignment.vectors import Floats, Vectors
from reviewer.analysis.steps import Steps
from reviewer.machine_translation.encoders import (
    BUNDLED,
    Encoded,
    LanguageTexts,
    may_help,
    together,
)
from reviewer.machine_translation.glosses import glossed, is_glossed
from reviewer.processes import Cancelled, Processes
from reviewer.wording import tr

_AT_ONCE = 512
"""Sentences of a call, about: the more, the more of their word pieces are the same; the fewer,
the less a process waits for the last one."""

Sides = tuple[LanguageTexts, LanguageTexts]
"""A source and its translation: sentences and their language."""


class Meanings:
    """The vectors of an analysis; what was encoded once is kept to its end."""

    def __init__(self) -> None:
        self._known: dict[_Key, Encoded] = {}

    def encode(self, wanted: Sequence[Sides | None], processes: Processes, steps: Steps) -> None:
        """Encode all sentences of the sides (None: not wanted) that are not known yet."""
        parts: list[Sequence[_Key]] = []
        new: set[_Key] = set()
        # Side by side, so that a text's vectors do not depend on what it is analysed with.
        for side in [side for sides in wanted if sides is not None for side in sides]:
            own = [key for key in self._unknown(side) if key not in new]
            new.update(own)
            parts += _evenly(own)
        if not parts:
            steps.skip()
            return
        calls = [partial(_encoded, part) for part in parts]
        found = steps.one(tr("Comparing what the sentences mean"), calls, processes)
        for part, encoded in zip(parts, found, strict=True):
            if encoded is not None:
                self._known.update(zip(part, encoded, strict=True))

    def of(self, sides: Sides) -> Vectors | None:
        """The vectors of both sides; None where the encoder cannot read one of them."""
        left, right = (self._side(side) for side in sides)
        return None if left is None or right is None else (left, right)

    def at_once(
        self, source: LanguageTexts, target: LanguageTexts, stopped: Callable[[], bool]
    ) -> Vectors | None:
        """The vectors of a few sentences of two sides, encoded here and now; None where the
        encoder does not know a language or cannot read a side. Raises Cancelled once `stopped()`
        is true."""
        if wanted(source, target, word_by_word=False) is None:
            return None
        new = [key for side in (source, target) for key in self._unknown(side)]
        encoded = _encoded(new, within=lambda _: None, cancelled=stopped)
        self._known.update(zip(new, encoded or (), strict=False))
        return self.of((source, target))

    def _unknown(self, side: LanguageTexts) -> list[_Key]:
        return [key for key in dict.fromkeys(_keys(side)) if key not in self._known]

    def _side(self, side: LanguageTexts) -> Floats | None:
        known = [self._known[key] for key in _keys(side) if key in self._known]
        return together(known) if len(known) == len(side[0]) else None


_Key = tuple[str, str]
"""A sentence, and its language where it is read word by word in another ("" otherwise)."""


def _evenly(keys: Sequence[_Key]) -> list[Sequence[_Key]]:
    """The keys in parts of about as many each: in a small rest hardly a word piece comes twice."""
    count = max(round(len(keys) / _AT_ONCE), 1)
    size = max(-(-len(keys) // count), 1)
    return [keys[first : first + size] for first in range(0, len(keys), size)]


def _keys(side: LanguageTexts) -> list[_Key]:
    texts, language = side
    by_words = language if is_glossed(language) else ""
    return [(text, by_words) for text in texts]


def wanted(
    source: LanguageTexts, target: LanguageTexts, *, word_by_word: bool = True
) -> Sides | None:
    """The sides, where the encoder may help and there is something to align; `word_by_word` as for
    `may_help`."""
    if not source[0] or not target[0] or list(source[0]) == list(target[0]):
        return None
    return (source, target) if may_help(source, target, word_by_word=word_by_word) else None


def _encoded(
    keys: Sequence[_Key],
    *,
    within: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> list[Encoded] | None:
    within(0.0)

    def go_on() -> None:
        if cancelled():
            raise Cancelled

    return BUNDLED.encode_each([glossed(text, language) for text, language in keys], go_on)
