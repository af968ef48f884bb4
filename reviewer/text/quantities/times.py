"""The item for a time of day, and which half of the day it is in."""

from __future__ import annotations

import re

from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.reading import Found, Reading

HALF_DAY = 12 * 60
NAMED_HOURS = (0, HALF_DAY)
"""Midnight and noon, which are no other time of day."""
ON_THE_DIAL = range(1, 13)
_RUN = re.compile(r"\d{1,4}")


def time_item(reading: Reading, start: int, end: int, minutes: int, following: int) -> Found:
    """The item for a time of `minutes` after midnight, with the half of the day behind it."""
    nodes, text = reading.nodes, reading.text
    if minutes % 60 == 0 and following < len(nodes):
        part = nodes[following].senses.get("plus")
        if part and adjacent(text, nodes[following - 1], nodes[following]):
            minutes, end = minutes + int(60 * part), nodes[following].end  # siete y media, 7時半
            following += 1
    # Where the day has twenty-four hours, figures without a word tell the half of the day.
    in_figures = text[start : start + 1].isdigit() and reading.lexicon.hours24
    half_day = 60 <= minutes < 13 * 60 and not in_figures
    for node in nodes[following : following + 2]:
        gap = text[end : node.start]
        if len(gap) > 2 or gap.strip(" .'"):
            break
        if "am" in node.senses or "pm" in node.senses:
            minutes += shift_by_dayside(minutes // 60, node)
            half_day = False
        elif minutes == HALF_DAY and node.senses.get("named_time") == HALF_DAY:
            half_day = False
        elif "clock_after" not in node.senses or "unit" in node.senses:
            break
        end = node.end
        following += 1
    minutes %= 24 * 60
    item = Item(
        start, end, "time", (minutes,), minutes=minutes, half_day=half_day,
        text=f"{minutes // 60:02}:{minutes % 60:02}",
        parts=tuple(
            Item(m.start(), m.end(), "cardinal", (int(m.group()),), raw=m.group())
            for m in _RUN.finditer(text, start, end)
        ),
    )  # fmt: skip
    return item, following


def on_the_dial(minutes: int) -> int:
    """Minutes after midnight as a clock of twelve hours tells them; no hour of it is 0."""
    minutes %= HALF_DAY
    return minutes + HALF_DAY if minutes < 60 else minutes


def shift_by_dayside(hours: int, node: Node) -> int:
    """The minutes that "p.m." adds to an hour or "a.m." takes from twelve; both together: night."""
    if "pm" in node.senses and hours < 12 and not (hours < 5 and "am" in node.senses):
        return HALF_DAY
    if "am" in node.senses and hours == 12:
        return -HALF_DAY
    return 0
