"""The days of a span or list that name their month once: April 13–15, du 13 au 15 avril."""

from __future__ import annotations

import re

from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.date_items import date_item
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Lexicon

_DASHES = frozenset("-–—~〜～至")
_LONGEST_LINK = 8
"""Characters between two days: a dash or a word such as "to", with spaces and a full stop."""
_DAYS = range(1, 32)


def with_months(text: str, items: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items; a number that a dash or a word for "to" joins to a day has its month."""
    for index in range(len(items) - 1):
        first, second = items[index : index + 2]
        both = _is_day(first), _is_day(second)
        gap = text[first.end : second.start]
        if both[0] == both[1] or not (
            _joined(gap, lexicon) or (_is_word(gap) and is_night(text, first.start, lexicon))
        ):
            continue
        if both[0] and _is_number(second) and second.value > _day(first):
            items[index + 1] = _dated(second, first)
        elif both[1] and _is_number(first) and first.value != _day(second):
            items[index] = _dated(first, second)
    return items


def _is_day(item: Item) -> bool:
    return item.day is not None and bool(item.day[1]) and bool(item.day[2])


def _day(item: Item) -> int:
    return (item.day[2] or 0) if item.day is not None else 0


def _is_number(item: Item) -> bool:
    plain = item.raw.isdigit() and not item.unit and item.kind in ("cardinal", "ordinal")
    return plain and item.value in _DAYS


def _joined(gap: str, lexicon: Lexicon) -> bool:
    word = gap.strip(" .日")
    if len(gap) > _LONGEST_LINK or not word:
        return False
    return word in _DASHES or "t" in lexicon.roles.get(fold(word, lexicon.turkic), "")


def _is_word(gap: str) -> bool:
    return len(gap) <= _LONGEST_LINK and gap.strip(" .").isalpha()


def is_night(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a word for night stands among the three before a place."""
    words = _WORDS.findall(plain(text[max(0, start - _REACH) : start]))[-3:]
    found = [lexicon.lookup(word) for word in words]
    return any(word.senses.get("unit") == "night" for word in found if word is not None)


_WORDS = re.compile(r"[^\W\d_]+")
_REACH = 60
"""Characters that hold three words."""


def _dated(number: Item, other: Item) -> Item:
    """A number as the day of the month that another day names."""
    assert other.day is not None
    return date_item(number.start, number.end, (None, other.day[1], int(number.value)))
