"""Adverbs such as "threefold" that divide beside a verb such as "shrink" (сократили втрое)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_REACH = 40
"""Characters that hold a verb and a word between it and its adverb."""


@dataclass(frozen=True, slots=True)
class Shrinking:
    """The endings of such adverbs, and the verbs before and behind them with at most one word
    between. Source: the lexica (tools/data/number_words)."""

    adverbs: tuple[str, ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]

    def divides(self, text: str, start: int, end: int) -> bool:
        """Whether the word from `start` to `end` says by what something is divided."""
        if not text[start:end].lower().endswith(self.adverbs):
            return False
        if self.before.search(text, start - _REACH, start):
            return True
        return self.behind.match(text, end) is not None


def shrinking(words: Mapping[str, list[str]]) -> Shrinking | None:
    """What a lexicon says of them; None for a language that does not say it so."""
    if not words:
        return None
    verbs = "|".join(map(re.escape, words["verbs"]))
    return Shrinking(
        tuple(words["adverbs"]),
        re.compile(rf"(?<!\w)(?:{verbs})\w* (?:[^\W\d_]+ )?$", re.IGNORECASE),
        re.compile(rf" (?:[^\W\d_]+ )?(?:{verbs})", re.IGNORECASE),
    )
