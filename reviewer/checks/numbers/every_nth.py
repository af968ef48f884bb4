"""Every second resident told as 50 per cent of them, every fifth one as 20 per cent."""

from __future__ import annotations

import re

from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item

_REACH = 16
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = 100
_CLOSE = 1
"""By how many points the percentage may be rounded (every third, 33 per cent)."""
_STEM = 4
"""Letters that forms of a word for "every" share (каждый, каждой, każdy, każda)."""


def is_every_nth(item: Item, own: TextFigures, other: TextFigures) -> bool:
    """Whether a percentage is what the other text tells as every so-manieth one, or the number of
    such a one is what the other text tells as a percentage."""
    if item.kind == "percent":
        return any(_tells(one, item, other) for one in other.items)
    return any(one.kind == "percent" and _tells(item, one, own) for one in other.items)


def _tells(nth: Item, percent: Item, side: TextFigures) -> bool:
    """Whether an ordinal number stands behind "every" and is as many per cent."""
    return (
        nth.kind == "ordinal"
        and isinstance(nth.value, int)
        and nth.value > 1
        and abs(_WHOLE / nth.value - float(percent.value)) < _CLOSE
        and _stands_behind_every(
            nth, side, side.lexicon.facts.get("frequency", {}).get("every", ())
        )
    )


def _stands_behind_every(item: Item, side: TextFigures, words: list[str]) -> bool:
    before = fold(plain(side.text[max(0, item.start - _REACH) : item.start]), side.lexicon.turkic)
    last = _WORD.findall(before)[-1:]
    return any(
        word == form or (len(form) > _STEM and word[:_STEM] == form[:_STEM])
        for word in last
        for form in words
    )
