"""Dates and months, by name or by number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.text.quantities import decades
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.numerals import adjacent, read_numeral

if TYPE_CHECKING:
    from reviewer.text.quantities.grammar import Reader

Day = tuple[int | None, int | None, int | None]

_NUMERIC = re.compile(
    r"(?<![\d.,/])(?:(\d{4})([./-]|\. )(\d{1,2})\2(\d{1,2})|(\d{1,2})(\u200f?[./-]|\. )(\d{1,2})"
    r"\6(\d{4}|\d{2}))"
    r"(?![\d/]|[.,-]\d)"
)
_DAY_MONTH_GAP = re.compile(
    r"\.?(?:st|nd|rd|th|er|º|ª|-?[а-яіїє]{1,3}|-?an)?[ ]*"
    r"(?:of|de|del|di|d'|do|da|den|ng|of the|من|من شهر|في)?[ ]?[-,]?[ ]?"
    r"(?:شهر )?",
    re.IGNORECASE,
)
_MONTH_YEAR_GAP = re.compile(
    r"\.?,?[ ]?(?:of|de|del|di|do|da|tahun|năm|года|року|عام|سنة|لعام|من عام|yılı|i)?[ ]?",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|by|last|next|from|to|through|early|late|mid|during|this)[ -]$",
    re.IGNORECASE,
)
_MONTH_DAY_GAP = re.compile(r"\.?[ ]?(?:the )?", re.IGNORECASE)
_YEAR_TAIL = re.compile(r"(?:st|nd|rd|th)?,? ?$", re.IGNORECASE)


def _date(start: int, end: int, day: Day, *, vague: bool = False) -> Item:
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


def _year(reader: Reader, index: int) -> int | None:
    if index >= len(reader.nodes):
        return None
    node = reader.nodes[index]
    return small_number(node, 1000, 2999) if len(node.raw) == 4 else None


def numeric_date(reader: Reader, index: int) -> tuple[Item, int] | None:
    """A date in digits alone (31.12.2026, 2021-03-04, 7/15/2019)."""
    node = reader.nodes[index]
    match = _NUMERIC.match(reader.text, node.start)
    if not match:
        return None
    if match.group(1):
        orders = [(int(match.group(1)), int(match.group(3)), int(match.group(4)))]
    else:
        first, second, year = int(match.group(5)), int(match.group(7)), int(match.group(8))
        if len(match.group(8)) == 2:
            if match.group(6) in ("-", ". "):
                return None
            year += 2000 if year < 50 else 1900
        orders = [(year, second, first), (year, first, second)]
        if reader.lexicon.date_order == "mdy" and match.group(6)[0] != ".":
            orders.reverse()
    valid = [d for d in orders if 1 <= d[1] <= 12 and 1 <= d[2] <= 31]
    if not valid:
        return None
    item = _date(match.start(), match.end(), valid[0])
    if len(valid) > 1 and valid[1] != valid[0]:
        item.values += _date(0, 0, valid[1]).values
    following = index + 1
    while following < len(reader.nodes) and reader.nodes[following].start < match.end():
        following += 1
    return item, following


def read_date(reader: Reader, index: int) -> tuple[Item, int] | None:
    """The date, month, decade or marked year that begins at a node."""
    node = reader.nodes[index]
    if node.kind == "n":
        return (
            numeric_date(reader, index)
            or decades.decade(reader, index)
            or _asian(reader, index)
            or _day_month(reader, index, index)
        )
    senses = node.senses
    if "month" in senses:
        return _month_first(reader, index)
    if "month_number" in senses:
        return _numbered_month(reader, index, None, node.start)
    if "day_marker" in senses and index + 1 < len(reader.nodes):
        after = reader.nodes[index + 1]
        if adjacent(reader.text, node, after) and after.kind == "n":
            return numeric_date(reader, index + 1) or _day_month(reader, index + 1, index + 1)
    if ("decade_before" in senses or "decade_firm" in senses) and index + 1 < len(reader.nodes):
        decade = decades.decade_before(reader, index)
        if decade is not None:
            return decade
    if (
        "century" in senses and reader.lexicon.facts.get("century_before")
    ) or "century_before" in senses:
        return decades.century_before(reader, index)
    if "year_marker" in senses:
        year = _year(reader, index + 1)
        if year and adjacent(reader.text, node, reader.nodes[index + 1]):
            after = reader.nodes[index + 1]
            return Item(after.start, after.end, "cardinal", (year,), raw=after.raw), index + 2
    if ("cardinal" in senses or "ordinal" in senses) and index + 1 < len(reader.nodes):
        return _day_month(reader, index, index)
    return None


def _day_month(reader: Reader, index: int, begin: int) -> tuple[Item, int] | None:
    """Day, month and perhaps year, beginning with the day."""
    nodes, text = reader.nodes, reader.text
    node = nodes[index]
    following = index + 1
    if node.kind == "n":
        day = small_number(node, 1, 31)
        if following < len(nodes) and nodes[following].raw == "°":
            following += 1  # Italian 1° gennaio
    else:
        if not any(
            "month" in n.senses or "month_number" in n.senses for n in nodes[index + 1 : index + 4]
        ):
            return None
        numeral = read_numeral(text, nodes, index, reader.lexicon)
        if numeral is None or not isinstance(numeral.values[0], int):
            return None
        day = numeral.values[0] if 1 <= numeral.values[0] <= 31 else None
        following = numeral.next
    if day is None or following >= len(nodes):
        return None
    month = nodes[following]
    start = nodes[begin].start
    gap = text[nodes[following - 1].end : month.start]
    if "month_number" in month.senses and len(gap) <= 2 and not gap.strip():
        return _numbered_month(reader, following, day, start)
    if "month_short" in month.senses and node.kind == "w":
        return None
    if "month" in month.senses and len(gap) <= 10 and _DAY_MONTH_GAP.fullmatch(gap):
        if (
            "vague_month" in month.senses
            and not month.raw[:1].isupper()
            and reader.lexicon.language == "en"
        ):
            return None
        number = int(month.senses["month"])
        again = nodes[following + 1] if following + 1 < len(nodes) else None
        if (
            again is not None
            and again.senses.get("month") == number
            and text[month.end : again.start].strip() in ("/", "(")
        ):
            month, following = again, following + 1
        year = _year(reader, following + 1)
        if year and _MONTH_YEAR_GAP.fullmatch(text[month.end : nodes[following + 1].start]):
            return _date(start, nodes[following + 1].end, (year, number, day)), following + 2
        return _date(start, month.end, (None, number, day)), following + 1
    marked = index > 0 and "day_marker" in nodes[index - 1].senses
    if marked and gap == "/" and node.kind == "n":
        second = small_number(month, 1, 12)
        if second:
            return _date(start, month.end, (None, second, day)), following + 1
    return None


def _month_first(reader: Reader, index: int) -> tuple[Item, int] | None:
    """A month's name, with the day and year that may follow it."""
    nodes, text = reader.nodes, reader.text
    node = nodes[index]
    month = int(node.senses["month"])
    capital_counts = reader.lexicon.language in ("en", "de")
    if capital_counts and not node.raw[:1].isupper():
        return None
    if index + 1 < len(nodes):
        after = nodes[index + 1]
        gap = text[node.end : after.start]
        year = _year(reader, index + 1)
        if year and _MONTH_YEAR_GAP.fullmatch(gap):
            return _date(node.start, after.end, (year, month, None)), index + 2
        day = small_number(after, 1, 31)
        tail = re.compile(r"(?:st|nd|rd|th)?").match(text, after.end)
        end = tail.end() if tail else after.end
        if (
            day
            and _MONTH_DAY_GAP.fullmatch(gap)
            and text[after.end : after.end + 1] not in (":", "%")
        ):
            year = _year(reader, index + 2)
            if year and _YEAR_TAIL.fullmatch(text[after.end : nodes[index + 2].start]):
                return _date(node.start, nodes[index + 2].end, (year, month, day)), index + 3
            if reader.lexicon.date_order == "mdy" or reader.lexicon.date_order == "ymd":
                return _date(node.start, end, (None, month, day)), index + 2
        if gap.strip() in ("/", "(") and after.senses.get("month") == month:
            return _date(node.start, after.end, (None, month, None)), index + 2
        if (
            after.kind == "w"
            and "ordinal" in after.senses
            and len(gap) <= 5
            and reader.lexicon.language == "en"
        ):
            return _date(
                node.start, after.end, (None, month, int(after.senses["ordinal"]))
            ), index + 2
    if "month_short" in node.senses and not _beside_month(reader, index):
        return None
    named = _BEFORE_MONTH.search(text, 0, node.start) is not None
    vague = ("vague_month" in node.senses and not named) or (
        reader.lexicon.turkic and not node.raw[:1].isupper()
    )
    return _date(node.start, node.end, (None, month, None), vague=vague), index + 1


def _beside_month(reader: Reader, index: int) -> bool:
    """Whether an abbreviated month stands in a span of months (Nov-Feb) or has a full stop."""
    nodes, text = reader.nodes, reader.text
    node = nodes[index]
    if text[node.end : node.end + 1] == "." and text[node.end + 1 : node.end + 3].strip():
        return True
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right >= len(nodes):
            continue
        both = all("month" in nodes[i].senses for i in (left, right))
        gap = text[nodes[left].end : nodes[right].start].strip(" .")
        if both and gap in ("-", "–", "—", "/"):
            return True
    return False


def _numbered_month(
    reader: Reader, index: int, day: int | None, start: int
) -> tuple[Item, int] | None:
    """A month that is a number after a word for month (tháng 7, tháng bảy)."""
    nodes, text = reader.nodes, reader.text
    if index + 1 >= len(nodes) or not adjacent(text, nodes[index], nodes[index + 1]):
        return None
    number = nodes[index + 1]
    following = index + 2
    month = small_number(number, 1, 12)
    end = number.end
    if month is None and number.kind == "w":
        numeral = read_numeral(text, nodes, index + 1, reader.lexicon)
        if (
            numeral is not None
            and isinstance(numeral.values[0], int)
            and 1 <= numeral.values[0] <= 12
        ):
            month, following = numeral.values[0], numeral.next
            end = nodes[following - 1].end
        elif "month_word" in number.senses:
            month = int(number.senses["month_word"])
    if month is None:
        return None
    if (
        following < len(nodes)
        and "year_marker" in nodes[following].senses
        and text[end : nodes[following].start].strip(" ,") == ""
    ):
        marked = following + 1
    else:
        marked = following
    year = _year(reader, marked)
    if year and text[end : nodes[marked].start].strip(" ,/-").casefold() in ("", "năm"):
        return _date(start, nodes[marked].end, (year, month, day)), marked + 1
    return _date(start, end, (None, month, day)), following


def _asian(reader: Reader, index: int) -> tuple[Item, int] | None:
    """2019年7月15日: numbers, each with its marker behind it."""
    nodes, text = reader.nodes, reader.text
    found: dict[str, int] = {}
    i = index
    end = nodes[index].start
    last = -1
    names = ("year_after", "month_after", "day_after")
    while i + 1 < len(nodes) and nodes[i].kind == "n" and nodes[i].raw.isdigit():
        if i > index and text[end : nodes[i].start].strip():
            break
        marker = nodes[i + 1]
        gap = text[nodes[i].end : marker.start]
        if len(gap) > 1 or gap.strip():
            break
        name = next((n for n in names if n in marker.senses), None)
        if name is None or names.index(name) <= last or len(nodes[i].raw) > 4:
            break
        value = int(nodes[i].raw)
        limit = {"year_after": (1000, 2999), "month_after": (1, 12), "day_after": (1, 31)}[name]
        if not limit[0] <= value <= limit[1]:
            break
        last = names.index(name)
        found[name] = value
        end = marker.end
        i += 2
    if not found:
        return None
    year, month, day = (found.get(name) for name in names)
    if month is None:
        if year is None:
            return None
        return Item(nodes[index].start, end, "cardinal", (year,), raw=nodes[index].raw), i
    return _date(nodes[index].start, end, (year, month, day)), i
