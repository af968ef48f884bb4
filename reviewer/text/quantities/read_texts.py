"""The items of whole texts, read once and kept, for the alignment and for the checks."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reviewer.text.quantities.items import Item
from reviewer.text.quantities.reader import Reader


class ReadText(NamedTuple):
    """What was read of a text; nobody may change its items.

    `weekdays` are start, end and number (Monday is 1) of the days of the week that are named,
    `before_era` says whether a word for "before Christ" stands somewhere, `periods` are start,
    end and name of the words that say how often something returns (weekly, biennial), `spans`
    those of the words for a unit of time, counted or not (a year later).
    """

    items: tuple[Item, ...]
    weekdays: tuple[tuple[int, int, int], ...]
    before_era: bool
    periods: tuple[tuple[int, int, str], ...] = ()
    spans: tuple[tuple[int, int, str], ...] = ()


def read_text(text: str, language: str) -> ReadText:
    """Read a text, a sentence only once for all who ask: alignment, checks and their doubts."""
    if len(text) > _LONGEST_KEPT:
        return _read_text(text, language)
    return _kept(text, language)


def _read_text(text: str, language: str) -> ReadText:
    reader = Reader(text, language)
    items = tuple(reader.items())
    return ReadText(
        items,
        tuple(reader.weekdays),
        reader.before_era,
        tuple(reader.periods),
        tuple(reader.spans()),
    )


_LONGEST_KEPT = 1000
"""Characters of a text that is kept when it was read; sentences are shorter."""
_kept = lru_cache(maxsize=32_768)(_read_text)
"""The sentences of a novel and its translation: alignment, and then the checks, go through a
whole text, and what is kept of less than that serves nobody. A sentence without quantities takes
some 200 bytes."""


def read_items(text: str, language: str) -> list[Item]:
    """Every quantity of `text`, with its parts, in reading order."""
    return list(read_text(text, language).items)
