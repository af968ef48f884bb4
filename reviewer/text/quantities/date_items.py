"""The item for a date, and dates whose parts have their markers behind them (2019年7月15日)."""

from __future__ import annotations

from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading

Day = tuple[int | None, int | None, int | None]


def date_item(start: int, end: int, day: Day, *, vague: bool = False) -> Item:
    year, month, monthday = day
    value = month or 0
    if monthday or year:
        value = (year or 0) * 10_000 + (month or 0) * 100 + (monthday or 0)
    fields = ((year, 4), (month, 2), (monthday, 2))
    text = "-".join(f"{number:0{width}}" if number else "" for number, width in fields)
    return Item(start, end, "date", (value,), day=day, text=text, vague=vague)


def small_number(node: Node, low: int, high: int) -> int | None:
    if node.kind != "n" or not node.raw.isdigit() or len(node.raw) > 4:
        return None
    value = int(node.raw)
    return value if low <= value <= high else None


def _number(reading: Reading, index: int) -> tuple[int, int] | None:
    """A number of at most four digits, or one in words (昭和三十九年), and the node behind it."""
    node = reading.nodes[index]
    if node.kind == "n":
        short = node.raw.isdigit() and len(node.raw) <= 4
        return (int(node.raw), index + 1) if short else None
    numeral = read_numeral(reading.text, reading.nodes, index, reading.lexicon)
    if numeral is None or numeral.ordinal or not isinstance(numeral.values[0], int):
        return None
    return numeral.values[0], numeral.next


def asian(reading: Reading, index: int, shift: int = 0) -> Found | None:
    """2019年7月15日: numbers, each with its marker behind it; `shift` is added to the year."""
    nodes, text = reading.nodes, reading.text
    found: dict[str, int] = {}
    i = index
    end = nodes[index].start
    last = -1
    names = ("year_after", "month_after", "day_after")
    while i + 1 < len(nodes):
        number = _number(reading, i)
        if number is None or (i > index and text[end : nodes[i].start].strip()):
            break
        value, following = number
        if following >= len(nodes):
            break
        marker = nodes[following]
        gap = text[nodes[following - 1].end : marker.start]
        if len(gap) > 1 or gap.strip():
            break
        name = next((n for n in names if n in marker.senses), None)
        if name is None or names.index(name) <= last:
            break
        value += shift if name == "year_after" else 0
        limit = {"year_after": (1000, 2999), "month_after": (1, 12), "day_after": (1, 31)}[name]
        if not limit[0] <= value <= limit[1]:
            break
        last = names.index(name)
        found[name] = value
        end = marker.end
        i = following + 1
    if not found:
        return None
    year, month, day = (found.get(name) for name in names)
    if month is None:
        if year is None:
            return None
        return Item(nodes[index].start, end, "cardinal", (year,), raw=nodes[index].raw), i
    return date_item(nodes[index].start, end, (year, month, day)), i
