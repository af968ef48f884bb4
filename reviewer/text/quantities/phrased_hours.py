"""Times that a phrase of the language makes of an hour and minutes (без десяти четыре)."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.text.quantities.clock_phrases import ClockPhrase
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading
from reviewer.text.quantities.times import NAMED_HOURS, ON_THE_DIAL, on_the_dial, time_item

_REACH = 40
"""Characters that the words before the first number have at most."""
_ADDED, _TAKEN_OFF = range(1, 60), range(1, 30)
"""Minutes that are added to an hour; less than half an hour is taken off one."""
_HOURS = range(25)
_LONGEST = 4
"""Words that are looked at for an hour, so that a longer number is told from one."""
_MOST_NODES = 2
"""Words that minutes are told in (двадцать пять)."""
_NUMBERS = ("cardinal", "ordinal", "scale", "denominator", "named_time")
_Told = tuple[int, int]
"""A number and the index of the node behind it."""


def by_phrase(reading: Reading, index: int) -> Found | None:
    """The time whose first number is at a node."""
    phrases, node = reading.clock_phrases, reading.nodes[index]
    if not phrases or (node.kind != "n" and node.senses.keys().isdisjoint(_NUMBERS)):
        return None
    for phrase in phrases:
        found = _read(reading, index, phrase)
        if found is not None:
            return found
    return None


def _read(reading: Reading, index: int, phrase: ClockPhrase) -> Found | None:
    text, start = reading.text, reading.nodes[index].start
    before = phrase.before.search(text, start - _REACH, start)
    if before is None:
        return None
    begin = before.start()
    if phrase.context.search(text, begin - _REACH, begin) is None:
        return None
    told = _numbers(reading, index, phrase)
    if told is None:
        return None
    hour, minutes, following = told
    behind = phrase.behind.match(text, reading.nodes[following - 1].end)
    if behind is None:
        return None
    total = hour * 60 + phrase.shift + phrase.sign * minutes
    if hour in ON_THE_DIAL:
        total = on_the_dial(total)
    following = reading.after(following - 1, behind.end())
    return time_item(reading, begin, behind.end(), total, following)


def _numbers(reading: Reading, index: int, phrase: ClockPhrase) -> tuple[int, int, int] | None:
    """The hour, the minutes, and the index of the node behind them."""
    nodes, slots = reading.nodes, phrase.slots
    if slots == "m":
        told = _number(reading, index, index + _LONGEST, slots)
        return (0, *told) if told and told[0] in _ADDED else None
    if len(slots) == 1:
        hour = _number(reading, index, index + _LONGEST, slots)
        return (hour[0], 0, hour[1]) if hour and hour[0] in _HOURS else None
    for stop in range(index + _MOST_NODES, index, -1):
        first = _number(reading, index, stop, slots[0])
        if first is None or first[1] != stop or stop >= len(nodes):
            continue
        middle = phrase.between.match(reading.text, nodes[stop - 1].end)
        place = _beginning_at(nodes, stop, middle.end()) if middle else None
        second = _number(reading, place, place + _LONGEST, slots[1]) if place else None
        if second is None:
            continue
        (hour_, minutes) = (first, second) if slots[1] == "m" else (second, first)
        range_ = _ADDED if phrase.sign > 0 else _TAKEN_OFF
        if hour_[0] in _HOURS and minutes[0] in range_:
            return hour_[0], minutes[0], second[1]
    return None


def _beginning_at(nodes: Sequence[Node], index: int, position: int) -> int | None:
    """The index of the node that begins at a position, looked for from an index on."""
    while index < len(nodes) and nodes[index].start < position:
        index += 1
    return index if index < len(nodes) and nodes[index].start == position else None


def _number(reading: Reading, index: int, stop: int, slot: str) -> _Told | None:
    """A whole number of the nodes from `index` to `stop`."""
    node = reading.nodes[index]
    if node.kind == "n":
        short = node.raw.isdigit() and len(node.raw) <= 2
        return (int(node.raw), index + 1) if short else None
    if slot == "o" and "ordinal" not in node.senses:
        return None
    if slot == "h" and node.senses.get("named_time") in NAMED_HOURS:
        return int(node.senses["named_time"]) // 60, index + 1
    if "denominator" in node.senses and "cardinal" not in node.senses:
        return int(node.senses["denominator"]), index + 1
    numeral = read_numeral(reading.text, reading.nodes[index:stop], 0, reading.lexicon)
    if numeral is None or not isinstance(numeral.values[0], int):
        return None
    return numeral.values[0], index + numeral.next
