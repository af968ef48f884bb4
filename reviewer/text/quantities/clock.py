"""Times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.text.quantities.dates import small_number
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.numerals import adjacent, read_numeral

if TYPE_CHECKING:
    from reviewer.text.quantities.grammar import Reader

_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})(?:[:](\d{2}))?(?![\d:])")
_CLOCK_POINT = re.compile(r"(\d{1,2})\.(\d{2})(?!\d|[.,]\d)")
_SHIFTS = {"half_to": -30, "half_past": 30, "quarter_to": -15, "quarter_past": 15}
"""Minutes that a phrase adds to the hour after it (halb neun is 8:30, half past eight too)."""
HALF_DAY = 12 * 60


def read_time(reader: Reader, index: int) -> tuple[Item, int] | None:
    """A time of day that begins at a node."""
    nodes, text = reader.nodes, reader.text
    node = nodes[index]
    start = node.start
    called = False
    if not node.senses.keys().isdisjoint(_SHIFTS):
        shift = next(minutes for sense, minutes in _SHIFTS.items() if sense in node.senses)
        return _shifted(reader, index, shift)
    if ("am" in node.senses or "pm" in node.senses) and index + 1 < len(nodes):
        return _after_dayside(reader, index)
    if "clock_before" in node.senses:
        if index + 1 >= len(nodes):
            return None
        gap = text[node.end : nodes[index + 1].start]
        if gap not in (". ", ".") and not adjacent(text, node, nodes[index + 1]):
            return None
        called = True
        index += 1
        node = nodes[index]
        start = node.start
    if node.kind == "n":
        match = _CLOCK.match(text, node.start)
        if match is None and node.raw.count(".") == 1:
            match = _CLOCK_POINT.match(text, node.start)
            if match and not called and not _has(reader, match.end(), "clock_after", "am", "pm"):
                match = None
        if match and int(match.group(1)) <= 24 and int(match.group(2)) < 60:
            end = match.end()
            following = index + 1
            while following < len(nodes) and nodes[following].start < end:
                following += 1
            minutes = int(match.group(1)) * 60 + int(match.group(2))
            return time_item(reader, start, end, minutes, following)
        hour = small_number(node, 0, 24)
        following = index + 1
        if hour is None:
            if (
                len(node.raw) == 4
                and node.raw.isdigit()
                and (called or _named_zone(reader, following))
            ):
                minutes = int(node.raw[:2]) * 60 + int(node.raw[2:])
                if int(node.raw[:2]) < 25 and int(node.raw[2:]) < 60:
                    return time_item(reader, start, node.end, minutes, following)
            return None
    elif ("cardinal" in node.senses or "ordinal" in node.senses) and not (
        "article_word" in node.senses and not called
    ):
        if not called and not any(
            n.senses.keys() & {"am", "pm", "clock_after"} for n in nodes[index + 1 : index + 3]
        ):
            return None
        numeral = read_numeral(text, nodes, index, reader.lexicon)
        if numeral is None or numeral.values[0] not in range(25):
            return None
        hour, following = int(numeral.values[0]), numeral.next
        if (
            "ordinal" not in node.senses
            and called is False
            and _has(reader, nodes[following - 1].end, "clock_after")
            and not _strict_clock(reader, following)
        ):
            return None
    else:
        return None
    end = nodes[following - 1].end
    if following < len(nodes):
        after = nodes[following]
        near = adjacent(text, nodes[following - 1], after)
        if near and "clock_after" in after.senses:
            minute = nodes[following + 1] if following + 1 < len(nodes) else None
            if minute is not None and minute.kind == "n" and adjacent(text, after, minute):
                value = small_number(minute, 0, 59)
                counted = following + 2 < len(nodes) and "minute" in nodes[following + 2].senses
                close = after.end == minute.start or len(after.raw) == 1 or after.raw == "giờ"
                if value is not None and (counted or (len(minute.raw) == 2 and close)):
                    stop = following + (3 if counted else 2)
                    return time_item(reader, start, nodes[stop - 1].end, hour * 60 + value, stop)
            spoken = _spoken_minutes(reader, following)
            if spoken is not None:
                minutes, stop = spoken
                return time_item(reader, start, nodes[stop - 1].end, hour * 60 + minutes, stop)
            duration = "unit" in after.senses
            beyond = nodes[following + 1] if following + 1 < len(nodes) else None
            dayside = (
                beyond is not None
                and beyond.senses.keys() & {"am", "pm"}
                and adjacent(text, after, beyond)
            )
            if duration and not called and not dayside:
                return None
            return time_item(reader, start, after.end, hour * 60, following + 1)
        if (
            near
            and after.senses.keys() & {"am", "pm"}
            and hour <= 24
            and "unit" not in after.senses
        ):
            return time_item(reader, start, end, hour * 60, following)
    if called and "unit" not in nodes[index - 1].senses:
        return time_item(reader, start, end, hour * 60, following)
    if called and following < len(nodes) and nodes[following].senses.keys() & {"am", "pm"}:
        return time_item(reader, start, end, hour * 60, following)
    if called and reader.lexicon.language in ("id", "ar", "fa"):
        return time_item(reader, start, end, hour * 60, following)
    return None


def _shifted(reader: Reader, index: int, shift: int) -> tuple[Item, int] | None:
    nodes, text = reader.nodes, reader.text
    if index + 1 >= len(nodes) or not adjacent(text, nodes[index], nodes[index + 1]):
        return None
    numeral = read_numeral(text, nodes, index + 1, reader.lexicon)
    if numeral is None or numeral.values[0] not in range(1, 13):
        return None
    minutes = (int(numeral.values[0]) * 60 + shift) % HALF_DAY
    end = nodes[numeral.next - 1].end
    return time_item(reader, nodes[index].start, end, minutes, numeral.next)


def _spoken_minutes(reader: Reader, index: int) -> tuple[int, int] | None:
    """The minutes in words after the word for hour at `index` (三点五十分), and the next node."""
    nodes, text = reader.nodes, reader.text
    if "unit" in nodes[index].senses or index + 2 >= len(nodes):
        return None
    minute = nodes[index + 1]
    if minute.kind != "w" or not adjacent(text, nodes[index], minute):
        return None
    numeral = read_numeral(text, nodes, index + 1, reader.lexicon)
    if numeral is None or numeral.next >= len(nodes) or numeral.values[0] not in range(60):
        return None
    last = nodes[numeral.next]
    if "minute" not in last.senses or not adjacent(text, nodes[numeral.next - 1], last):
        return None
    return int(numeral.values[0]), numeral.next + 1


def _after_dayside(reader: Reader, index: int) -> tuple[Item, int] | None:
    """A time whose half of the day stands in front of it (下午3点, 午後3時)."""
    node, after = reader.nodes[index], reader.nodes[index + 1]
    gap = reader.text[node.end : after.start]
    if len(gap) > 1 or gap.strip() or after.senses.keys() & {"am", "pm"}:
        return None
    result = read_time(reader, index + 1)
    if result is None:
        return None
    item, following = result
    assert item.minutes is not None
    if item.half_day:
        minutes = item.minutes
        if "pm" in node.senses and minutes < HALF_DAY:
            minutes += HALF_DAY
        item.minutes, item.half_day = minutes, False
        item.values, item.text = (minutes,), f"{minutes // 60:02}:{minutes % 60:02}"
    item.start = node.start
    return item, following


def _strict_clock(reader: Reader, index: int) -> bool:
    return index < len(reader.nodes) and "unit" not in reader.nodes[index].senses


def _has(reader: Reader, position: int, *senses: str) -> bool:
    """Whether the node that begins right after `position` has one of the senses."""
    for node in reader.nodes:
        if node.start >= position:
            gap = reader.text[position : node.start]
            return not gap.strip() and len(gap) <= 2 and any(s in node.senses for s in senses)
    return False


def _named_zone(reader: Reader, index: int) -> bool:
    return (
        index < len(reader.nodes)
        and "clock_after" in reader.nodes[index].senses
        and reader.nodes[index].raw.casefold() in ("utc", "gmt")
    )


def time_item(
    reader: Reader, start: int, end: int, minutes: int, following: int
) -> tuple[Item, int]:
    nodes, text = reader.nodes, reader.text
    if minutes % 60 == 0 and following < len(nodes):
        part = nodes[following].senses.get("plus")
        if part and adjacent(text, nodes[following - 1], nodes[following]):
            minutes, end = minutes + int(60 * part), nodes[following].end  # siete y media, 7時半
            following += 1
    half_day = minutes < 13 * 60
    for _ in range(2):
        if following >= len(nodes):
            break
        node = nodes[following]
        gap = text[end : node.start]
        if len(gap) > 2 or gap.strip(" ."):
            break
        if "am" in node.senses or "pm" in node.senses:
            hours = minutes // 60
            if "pm" in node.senses and hours < 12 and not (hours < 5 and "am" in node.senses):
                minutes += 12 * 60
            elif "am" in node.senses and "pm" not in node.senses and hours == 12:
                minutes -= 12 * 60
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
            for m in re.finditer(r"\d{1,4}", text[:end])
            if m.start() >= start
        ),
    )  # fmt: skip
    return item, following
