"""The words of a text, made ready to be asked whether one of them may be a spelling of a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from reviewer.text.names import (
    ALIKE,
    FEWEST_LETTERS,
    PART_ALIKE,
    SOUNDS_ALIKE,
    consonants,
    kept_by_inflection,
)


class Spellings:
    """Answers what `any(are_alike(name, word) for word in words)` would, without a call for each
    word: rapidfuzz goes through all of them."""

    __slots__ = ("_known", "_long", "_sounds", "all")

    def __init__(self, words: Iterable[str]) -> None:
        """`words` are folded."""
        self.all = frozenset(words)
        self._long = [word for word in self.all if len(word) >= FEWEST_LETTERS]
        self._sounds: list[str] | None = None
        self._known: dict[tuple[str, bool], bool] = {}

    def have(self, name: str, *, by_sound: bool = False) -> bool:
        """Whether a word may be a spelling of a folded name; `by_sound` as in `are_alike`."""
        known = self._known.get((name, by_sound))
        if known is None:
            known = self._known[name, by_sound] = self._look(name, by_sound)
        return known

    def _look(self, name: str, by_sound: bool) -> bool:
        if name in self.all:
            return True
        if len(name) < FEWEST_LETTERS or not self._long:
            return False
        if len(name) >= 4 and any(
            len(word) >= 4 and word[:4] == name[:4] and _begin_alike(name, word)
            for word in self._long
        ):
            return True
        extract, ratio, partial_ratio = _rapidfuzz()
        if extract(name, self._long, scorer=ratio, score_cutoff=ALIKE):
            return True
        if len(name) >= 4:
            longer = [word for word in self._long if len(word) > len(name)]
            if extract(name, longer, scorer=partial_ratio, score_cutoff=PART_ALIKE):
                return True
        return by_sound and self._sound_alike(consonants(name))

    def _sound_alike(self, sound: str) -> bool:
        if len(sound) < 2:
            return False
        if self._sounds is None:
            sounds = {consonants(word) for word in self._long}
            self._sounds = [one for one in sounds if len(one) >= 2]
        extract, ratio, partial_ratio = _rapidfuzz()
        if extract(sound, self._sounds, scorer=ratio, score_cutoff=SOUNDS_ALIKE):
            return True
        if len(sound) < 3:
            return False
        long = [one for one in self._sounds if len(one) >= 3]
        return extract(sound, long, scorer=partial_ratio, score_cutoff=PART_ALIKE) is not None


def _begin_alike(name: str, word: str) -> bool:
    kept = kept_by_inflection(name, word)
    return name[:kept] == word[:kept]


@lru_cache(maxsize=1)
def _rapidfuzz() -> tuple[Callable[..., Any], Callable[..., float], Callable[..., float]]:
    """Imported when first asked for: nearly all texts need it, not every start."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import extractOne

    return extractOne, fuzz.ratio, fuzz.partial_ratio
