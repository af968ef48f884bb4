"""Times of day."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities import spoken_hours
from reviewer.text.quantities.around_noon import at_minute
from reviewer.text.quantities.date_items import small_number
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.phrased_hours import by_phrase
from reviewer.text.quantities.reading import Found, Reading
from reviewer.text.quantities.times import (
    HALF_DAY,
    NAMED_HOURS,
    ON_THE_DIAL,
    on_the_dial,
    shift_by_dayside,
    time_item,
)

_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})(?:[:](\d{2}))?(?![\d:])")
_BEHIND_HOURS = frozenset(":h")
_CLOCK_POINT = re.compile(r"(\d{1,2})\.(\d{2})(?!\d|[.,]\d)")
_COUNTED = re.compile(r" [^\W\d_]{4,}")
_SHIFTS = {
    "half_to": -30, "half_past": 30, "quarter_to": -15, "quarter_past": 15, "quarter_of": -45,
}  # fmt: skip
"""Minutes that a phrase adds to the hour after it (halb neun is 8:30, half past eight too)."""
_ROUND_NOON = (-15, 15, 30)
"""Those that a phrase also adds to noon and to midnight (half past midnight)."""
_TELLS = ("am", "pm", "clock_after", "hours", "minutes_less", "minutes_past")


def read_time(reading: Reading, index: int) -> Found | None:
    """A time of day that begins at a node."""
    node = reading.nodes[index]
    senses = node.senses
    phrased = by_phrase(reading, index)
    if phrased:
        return phrased
    if not senses.keys().isdisjoint(_SHIFTS):
        shift = next(minutes for sense, minutes in _SHIFTS.items() if sense in senses)
        return _shifted(reading, index, shift)
    if ("am" in senses or "pm" in senses) and index + 1 < len(reading.nodes):
        dayside = _after_dayside(reading, index)
        if dayside is not None or "named_time" not in senses:
            return dayside
    if "named_time" in senses:
        item, following = time_item(reading, node.start, node.end, senses["named_time"], index + 1)
        item.half_day = senses["named_time"] not in NAMED_HOURS
        item.vague = item.minutes == senses["named_time"]
        less, stop = _minutes_less(reading, following)
        if stop and item.minutes in NAMED_HOURS:
            end = reading.nodes[stop - 1].end
            part = Item(item.end, end, "cardinal", (-less,), spelled=True)
            return at_minute(item, part, (item.minutes + less) % (2 * HALF_DAY)), stop
        return item, following
    spoken = (
        spoken_hours.minutes_between(reading, index)
        or spoken_hours.by_case(reading, index)
        or spoken_hours.by_ordinal(reading, index)
    )
    if spoken is not None:
        return spoken
    called = "clock_before" in senses
    if called:
        if not _calls(reading, index):
            return None
        index += 1
        node = reading.nodes[index]
        phrased = by_phrase(reading, index)
        if phrased is not None:
            return phrased
    if node.kind == "n":
        written = _written(reading, index, called)
        if written is not None:
            return written
    told = _hour(reading, index, called)
    if told is None:
        return None
    hour, following = told
    if following < len(reading.nodes):
        result, ends = _behind_hour(reading, index, following, hour, called)
        if ends:
            return result
    if hour > 24:
        return None
    if called:
        minutes, stop = _minutes_less(reading, following)
        if stop:
            end = reading.nodes[stop - 1].end
            return time_item(reading, node.start, end, on_the_dial(hour * 60 + minutes), stop)
    if called and _stands_alone(reading, index, following):
        end = reading.nodes[following - 1].end
        item, following = time_item(reading, node.start, end, hour * 60, following)
        # What is at one may also be one of something (a las dos hermanas).
        item.vague = node.kind == "w" and _COUNTED.match(reading.text, item.end) is not None
        return item, following
    return None


def _calls(reading: Reading, index: int) -> bool:
    """Whether a word such as "at" or "klokken" stands right before what it calls a time."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None:
        return False
    gap = reading.text[node.end : after.start]
    return gap in (". ", ".") or adjacent(reading.text, node, after)


def _written(reading: Reading, index: int, called: bool) -> Found | None:
    """Hours and minutes in figures: 7:15, 7h15, 19.30 Uhr, 1930 UTC."""
    node, text = reading.nodes[index], reading.text
    colon = text[node.end : node.end + 1] in _BEHIND_HOURS
    match = _CLOCK.match(text, node.start) if colon else None
    if match is None and node.raw.count(".") == 1:
        match = _CLOCK_POINT.match(text, node.start)
        if match and not called and not _has(reading, match.end(), "clock_after", "am", "pm"):
            match = None
    if match and int(match.group(1)) <= _latest(reading) and int(match.group(2)) < 60:
        minutes = int(match.group(1)) * 60 + int(match.group(2))
        following = reading.after(index, match.end())
        return time_item(reading, node.start, match.end(), minutes, following)
    if len(node.raw) == 4 and node.raw.isdigit() and (called or _named_zone(reading, index + 1)):
        hours, minutes = int(node.raw[:2]), int(node.raw[2:])
        if hours < 25 and minutes < 60:
            return time_item(reading, node.start, node.end, hours * 60 + minutes, index + 1)
    return None


def _hour(reading: Reading, index: int, called: bool) -> tuple[int, int] | None:
    """A whole hour in figures or words, and the index of the node behind it."""
    nodes = reading.nodes
    node = nodes[index]
    if node.kind == "n":
        hour = small_number(node, 0, _latest(reading))
        return None if hour is None else (hour, index + 1)
    if node.senses.keys().isdisjoint(("cardinal", "ordinal")) and node.senses.get("scale") != 10:
        return None
    if not called:
        told = any(not n.senses.keys().isdisjoint(_TELLS) for n in nodes[index + 1 : index + 3])
        if not told or "article_word" in node.senses:
            return None
    elif "weekday_short" in node.senses:
        return None
    numeral = read_numeral(reading.text, nodes, index, reading.lexicon)
    if numeral is None:
        return None
    minutes = numeral.next < len(nodes) and "minutes_past" in nodes[numeral.next].senses
    if numeral.values[0] not in range(26 if minutes else 25):
        return None
    following = numeral.next
    if (
        not called
        and _has(reading, nodes[following - 1].end, "clock_after")
        and not _strict_clock(reading, following)
    ):
        return None
    return int(numeral.values[0]), following


def _latest(reading: Reading) -> int:
    """The last hour of a day, which some count on after midnight (25時30分 is half past one)."""
    return 29 if reading.lexicon.facts.get("hours_past_midnight") else 24


def _behind_hour(
    reading: Reading, index: int, following: int, hour: int, called: bool
) -> tuple[Found | None, bool]:
    """The time that the words behind an hour make of it, and whether they decide."""
    nodes = reading.nodes
    before, after = nodes[following - 1], nodes[following]
    if not adjacent(reading.text, before, after):
        return None, False
    start = nodes[index].start
    spoken = _past_or_less(reading, index, following, hour, called)
    if spoken is not None:
        return spoken, True
    if "plus" in after.senses and "hours" in reading.senses(following + 1):
        (item, stop), part = (
            _counted_from(reading, index, following + 1, hour),
            after.senses["plus"],
        )
        assert item.minutes is not None
        minutes = item.minutes + int(60 * part)
        text = f"{minutes // 60:02}:{minutes % 60:02}"
        return (replace(item, minutes=minutes, values=(minutes,), text=text), stop), True
    if "hours" in after.senses:
        return _counted_from(reading, index, following, hour), True
    if "clock_after" in after.senses:
        minutes, stop = _minutes(reading, following)
        if stop:
            end = nodes[stop - 1].end
            return time_item(reading, start, end, hour * 60 + minutes, stop), True
        if "unit" in after.senses and not called and not _dayside_follows(reading, following):
            return None, True
        return time_item(reading, start, after.end, hour * 60, following + 1), True
    if after.senses.keys() & {"am", "pm"} and "unit" not in after.senses:
        return time_item(reading, start, before.end, hour * 60, following), True
    return None, False


def _past_or_less(
    reading: Reading, index: int, following: int, hour: int, called: bool
) -> Found | None:
    """Minutes in words before the hour or behind it: twenty past seven, οκτώ παρά τέταρτο."""
    node, text = reading.nodes[index], reading.text
    mark = reading.nodes[following]
    if node.kind != "w":
        return None
    if "minutes_less" in mark.senses and not called and hour in ON_THE_DIAL:
        minutes, stop = _minutes_less(reading, following)
        if stop:
            end = reading.nodes[stop - 1].end
            return time_item(reading, node.start, end, on_the_dial(hour * 60 + minutes), stop)
    after = reading.at(following + 1)
    if "minutes_past" not in mark.senses or after is None or not adjacent(text, mark, after):
        return None
    named = after.senses.get("named_time")
    if named in NAMED_HOURS and hour:
        noon, following = time_item(reading, after.start, after.end, named, following + 2)
        span = Item(node.start, mark.start, "cardinal", (hour,), spelled=True)
        minutes = (named + hour * mark.senses["minutes_past"]) % (2 * HALF_DAY)
        return at_minute(noon, span, minutes), following
    if hour not in _TOLD_MINUTES or not _called_before(reading, node, mark):
        return None
    numeral = read_numeral(text, reading.nodes, following + 1, reading.lexicon)
    if numeral is None or not numeral.spelled or numeral.values[0] not in ON_THE_DIAL:
        return None
    minutes = int(numeral.values[0]) * 60 + hour * mark.senses["minutes_past"]
    end = reading.nodes[numeral.next - 1].end
    return time_item(reading, node.start, end, on_the_dial(minutes), numeral.next)


_TOLD_MINUTES = (5, 10, 20, 25)
_CALLING = 10
"""Characters before a time that hold a word such as "at"."""


def _called_before(reading: Reading, node: Node, mark: Node) -> bool:
    """Whether the words are a time: those of some languages are other things as well."""
    calling = reading.lexicon.facts.get("calling", ())
    if mark.senses["minutes_past"] > 0 and not reading.lexicon.facts.get("past_unsure"):
        return True
    before = reading.text[max(0, node.start - _CALLING) : node.start].lower()
    return any(before.endswith(f" {word} ") or before == f"{word} " for word in calling)


def _counted_from(reading: Reading, index: int, following: int, hour: int) -> Found:
    """An hour that is counted from dawn or dusk (Swahili saa tatu asubuhi, Thai สองทุ่ม)."""
    added, cycle, later = reading.nodes[following].senses["hours"]
    minutes = ((hour + added) % cycle + later) * 60
    end = reading.nodes[following].end
    item, following = time_item(reading, reading.nodes[index].start, end, minutes, following + 1)
    return replace(item, half_day=False), following


def _minutes(reading: Reading, following: int) -> tuple[int, int]:
    """The minutes behind a word for hour and the index behind them; (0, 0) without any."""
    nodes = reading.nodes
    after, minute = nodes[following], reading.at(following + 1)
    if minute is not None and minute.kind == "n" and adjacent(reading.text, after, minute):
        value = small_number(minute, 0, 59)
        unit = reading.at(following + 2)
        counted = unit is not None and "minute" in unit.senses
        glued = reading.lexicon.facts.get("minutes_after", ())
        close = after.end == minute.start or len(after.raw) == 1 or after.raw in glued
        if value is not None and (counted or (len(minute.raw) == 2 and close)):
            return value, following + (3 if counted else 2)
    return _spoken_minutes(reading, following) or _minutes_less(reading, following + 1)


def _minutes_less(reading: Reading, index: int) -> tuple[int, int]:
    """The minutes that are missing to the hour, as a number below zero (7 giờ kém 15)."""
    less, after = reading.at(index), reading.at(index + 1)
    if less is None or "minutes_less" not in less.senses or after is None:
        return 0, 0
    if not adjacent(reading.text, reading.nodes[index - 1], less):
        return 0, 0
    quarter = spoken_hours.quarter(reading, index + 1)
    if quarter:
        return -15, quarter
    if after.senses.get("fraction") in _THIRDS and adjacent(reading.text, less, after):
        return -20, index + 2
    numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if numeral is None or numeral.values[0] not in range(1, 30):
        return 0, 0
    return -int(numeral.values[0]), numeral.next


_THIRDS = (Fraction(1, 3), Fraction(2, 3))
"""A third of an hour; with its ending it is written like two of them (إلا ثلثا)."""


def _dayside_follows(reading: Reading, following: int) -> bool:
    after, beyond = reading.nodes[following], reading.at(following + 1)
    if beyond is None or beyond.senses.keys().isdisjoint(("am", "pm")):
        return False
    return adjacent(reading.text, after, beyond)


def _stands_alone(reading: Reading, index: int, following: int) -> bool:
    """Whether an hour that a word in front calls one needs nothing behind it."""
    if "unit" not in reading.nodes[index - 1].senses:
        return True
    after = reading.at(following)
    if after is not None and after.senses.keys() & {"am", "pm"}:
        return True
    return bool(reading.lexicon.facts.get("hour_before"))


def _shifted(reading: Reading, index: int, shift: int) -> Found | None:
    nodes, text = reading.nodes, reading.text
    if index + 1 >= len(nodes) or not adjacent(text, nodes[index], nodes[index + 1]):
        return None
    named = nodes[index + 1].senses.get("named_time")
    if named in NAMED_HOURS and shift in _ROUND_NOON:
        minutes, end = (named + shift) % (2 * HALF_DAY), nodes[index + 1].end
        item, following = time_item(reading, nodes[index].start, end, minutes, index + 2)
        return replace(item, half_day=False), following
    numeral = read_numeral(text, nodes, index + 1, reading.lexicon)
    if numeral is None or numeral.values[0] not in range(1, 13):
        return None
    minutes = on_the_dial(int(numeral.values[0]) * 60 + shift)
    end = nodes[numeral.next - 1].end
    return time_item(reading, nodes[index].start, end, minutes, numeral.next)


def _spoken_minutes(reading: Reading, index: int) -> tuple[int, int] | None:
    """The minutes in words after the word for hour at `index` (三点五十分), and the next node."""
    nodes, text = reading.nodes, reading.text
    if "unit" in nodes[index].senses or index + 2 >= len(nodes):
        return None
    minute = nodes[index + 1]
    if minute.kind != "w" or not adjacent(text, nodes[index], minute):
        return None
    numeral = read_numeral(text, nodes, index + 1, reading.lexicon)
    if numeral is None or numeral.next >= len(nodes) or numeral.values[0] not in range(60):
        return None
    last = nodes[numeral.next]
    if "minute" not in last.senses or not adjacent(text, nodes[numeral.next - 1], last):
        return None
    return int(numeral.values[0]), numeral.next + 1


def _after_dayside(reading: Reading, index: int) -> Found | None:
    """A time whose half of the day stands in front of it (下午3点, 午後3時)."""
    node, after = reading.nodes[index], reading.nodes[index + 1]
    gap = reading.text[node.end : after.start]
    if len(gap) > 1 or gap.strip() or after.senses.keys() & {"am", "pm"}:
        return None
    result = read_time(reading, index + 1)
    if result is None:
        return None
    item, following = result
    assert item.minutes is not None
    minutes = item.minutes
    minutes += shift_by_dayside(minutes // 60, node)
    item.minutes, item.half_day = minutes, False
    item.values, item.text = (minutes,), f"{minutes // 60:02}:{minutes % 60:02}"
    item.start = node.start
    return item, following


def _strict_clock(reading: Reading, index: int) -> bool:
    return index < len(reading.nodes) and "unit" not in reading.nodes[index].senses


def _has(reading: Reading, position: int, *senses: str) -> bool:
    """Whether the node that begins right after `position` has one of the senses."""
    index = bisect_left(reading.nodes, position, key=lambda node: node.start)
    if index == len(reading.nodes):
        return False
    node = reading.nodes[index]
    gap = reading.text[position : node.start]
    return not gap.strip() and len(gap) <= 2 and any(each in node.senses for each in senses)


def _named_zone(reading: Reading, index: int) -> bool:
    return (
        index < len(reading.nodes)
        and "clock_after" in reading.nodes[index].senses
        and reading.nodes[index].raw.casefold() in ("utc", "gmt")
    )
