"""What a race takes: 1:58.34, 1 min 58 s 34, 1′58″34, 58″34, to parts of a second; 2h07'15"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.reading import Found, Reading

_TIME = re.compile(
    r"(\d{1,2})(?::(?=\d\d)|['′]| ?(?:min|мин|хв)\.? ?|分)"
    r"([0-5]?\d)(?:[.,]|[\"″”]|['′’]{2}| ?(?:sec|sek|s|сек|с)\.? ?|秒)(\d{1,2})"
    r"(?![\d:A-Za-z])"
)
_SECONDS = re.compile(r"([0-5]?\d)(?:[\"″”]|['′’]{2})(\d\d)(?![\d:A-Za-z'′’])")
_HOURS = re.compile(
    r"(\d{1,2}) ?(?:h|ч|год)\.? ?([0-5]\d) ?(?:['′’]|min|m|мин|хв)\.? ?"
    r"([0-5]\d)(?:\"|″|”|''|′′|’’| ?(?:sec|sek|s|сек|с)\b)?(?![\d:])"
)
_BEHIND_HOURS = frozenset("hчг ")
_BEHIND_MINUTES = frozenset(":'′’\"″” mмх分")


def race_time(reading: Reading, index: int) -> Found | None:
    """Minutes, if any, seconds and a part of one that begin at a node, as so many seconds."""
    node = reading.nodes[index]
    if reading.text[node.end : node.end + 1] not in _BEHIND_MINUTES:
        return None
    found = _TIME.match(reading.text, node.start) or _SECONDS.match(reading.text, node.start)
    if found is None or reading.text[node.start - 1 : node.start] in (":", ".", ","):
        return None
    *minutes, seconds, parts = found.groups()
    value = whole(
        int(minutes[0] if minutes else 0) * 60
        + int(seconds)
        + Fraction(int(parts), 10 ** len(parts))
    )
    item = Item(found.start(), found.end(), "cardinal", (value,), unit="second")
    following = reading.after(index, found.end())
    after = reading.at(following)
    named = after is not None and after.senses.get("unit") in ("minute", "second")
    if after and named and adjacent(reading.text, replace(node, end=found.end()), after):
        return replace(item, end=after.end), following + 1
    return item, following


def hours_to_seconds(reading: Reading, index: int) -> Found | None:
    """Hours, minutes and seconds that begin at a node, as so many seconds."""
    node = reading.nodes[index]
    if reading.text[node.end : node.end + 1] not in _BEHIND_HOURS:
        return None
    found = _HOURS.match(reading.text, node.start)
    if found is None:
        return None
    hours, minutes, seconds = map(int, found.groups())
    value = (hours * 60 + minutes) * 60 + seconds
    item = Item(found.start(), found.end(), "cardinal", (value,), unit="second")
    following = index
    while (after := reading.at(following)) is not None and after.start < found.end():
        following += 1
    return item, following
