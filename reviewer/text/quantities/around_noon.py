"""Minutes before or after noon or midnight, told as a span: ten minutes after midnight."""

from __future__ import annotations

from dataclasses import replace

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Lexicon
from reviewer.text.quantities.times import HALF_DAY, NAMED_HOURS

_MINUTES = {"minute": 1, "quarter_hour": 15, "half_hour": 30, "hour": 60}
_REACH = 24
"""Characters between the span and noon: a word and at most an article."""


def around_noon(text: str, items: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items, each span of less than an hour put together with the noon that it leads to."""
    if not any(_is_named(item) for item in items):
        return items
    found: list[Item] = []
    for item in items:
        span = found[-1] if found else None
        minutes = _minutes_of(span) if span is not None and _is_named(item) else 0
        way = _way(text[span.end : item.start], lexicon) if span is not None and minutes else 0
        if span is not None and way:
            assert item.minutes is not None
            found[-1] = at_minute(item, span, (item.minutes + way * minutes) % (2 * HALF_DAY))
        else:
            found.append(item)
    return found


def at_minute(named: Item, span: Item, minutes: int) -> Item:
    """The time that a span makes of noon or midnight; it keeps the span as its part."""
    part = replace(span, unit=span.unit or "minute", vague=False)
    return replace(
        named, start=min(span.start, named.start), end=max(span.end, named.end), vague=False,
        values=(minutes,), minutes=minutes, half_day=False, parts=(part,),
        text=f"{minutes // 60:02}:{minutes % 60:02}",
    )  # fmt: skip


def _is_named(item: Item) -> bool:
    return item.vague and item.minutes in NAMED_HOURS


def _minutes_of(span: Item) -> int:
    """How many minutes a span is, 0 for none of less than an hour."""
    told = span.value * _MINUTES.get(span.unit, 0)
    return int(told) if 0 < told < 60 and told == int(told) else 0


def _way(between: str, lexicon: Lexicon) -> int:
    """1 where the words between say after, -1 where they say before, 0 where neither."""
    if len(between) > _REACH:
        return 0
    said = fold(between, lexicon.turkic).strip()
    for word, way in lexicon.facts.get("when_behind", {}).items():
        if said == word or said.startswith(f"{word} ") or said.endswith(f" {word}"):
            return int(way)
    first = lexicon.lookup(said.partition(" ")[0]) if said else None
    return int(first.senses.get("minutes_past", 0)) if first is not None else 0
