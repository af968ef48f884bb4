"""Dates and months, by name or by number."""

from __future__ import annotations

import re

from reviewer.text.quantities import calendar_dates, decades, eras
from reviewer.text.quantities.date_items import asian, date_item, small_number
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.numeric_dates import common_year, numeric_date
from reviewer.text.quantities.reading import Found, Reading

_DAY_MONTH_GAP = re.compile(
    r"\.?(?:st|nd|rd|th|er|º|ª|-?[а-яіїє]{1,3}|-?an)?[ ]*"
    r"(?:of|de|del|di|d'|do|da|den|ng|of the|من|من شهر|في)?[ ]?-?[ ]?"
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
_LONGEST_BEFORE = 8
"""Characters of the longest of these words with its space; none of them begins further away."""
_NOTHING_MORE = re.compile(r"\s*\Z")
_MONTH_DAY_GAP = re.compile(r"\.?[ ]?(?:the )?", re.IGNORECASE)
_DAY_TAIL = re.compile(r"(?:st|nd|rd|th)?")
_MONTHS = ("month", "month_number", "calendar_month")
_YEAR_TAIL = re.compile(r"(?:st|nd|rd|th)?,? ?$", re.IGNORECASE)


def _year(reading: Reading, index: int) -> int | None:
    if index >= len(reading.nodes):
        return None
    node = reading.nodes[index]
    year = small_number(node, 1000, 2999) if len(node.raw) == 4 else None
    return None if year is None else common_year(reading, year)


def read_date(reading: Reading, index: int) -> Found | None:
    """The date, month, decade or marked year that begins at a node."""
    node = reading.nodes[index]
    if node.kind == "n":
        return (
            numeric_date(reading, index)
            or decades.decade(reading, index)
            or _short_year(reading, index)
            or asian(reading, index)
            or _day_month(reading, index, index)
        )
    senses = node.senses
    if "era" in senses:
        return eras.marked_year(reading, index)
    if "calendar_month" in senses:
        found = calendar_dates.at_month(reading, index)
        if found is not None:
            return found
    if "month" in senses:
        return _month_first(reading, index)
    if "month_number" in senses:
        return _numbered_month(reading, index, None, node.start)
    after = reading.at(index + 1)
    if after is None:
        return None
    return _marked(reading, index, after) or _day_in_words(reading, index)


def _short_year(reading: Reading, index: int) -> Found | None:
    """A year of two digits behind an apostrophe ('19)."""
    node, text = reading.nodes[index], reading.text
    if text[node.start - 1 : node.start] != "'" or len(node.raw) != 2 or not node.raw.isdigit():
        return None
    if (
        text[node.start - 2 : node.start - 1].strip(" (/-")
        or text[node.end : node.end + 1].isalpha()
    ):
        return None
    if text[node.end : node.end + 1] == "'":
        return None
    year = int(node.raw)
    values = (2000 + year, 1900 + year) if year < 50 else (1900 + year, 2000 + year)
    return Item(node.start - 1, node.end, "cardinal", values), index + 1


def _marked(reading: Reading, index: int, after: Node) -> Found | None:
    """What a word in front calls a day, a decade, a century or a year."""
    node = reading.nodes[index]
    senses = node.senses
    near = adjacent(reading.text, node, after)
    if "day_marker" in senses and near and after.kind == "n":
        return numeric_date(reading, index + 1) or _day_month(reading, index + 1, index + 1)
    if "decade_before" in senses or "decade_firm" in senses:
        decade = decades.decade_before(reading, index)
        if decade is not None:
            return decade
    century = "century" in senses and reading.lexicon.facts.get("century_before")
    if century or "century_before" in senses:
        return decades.century_before(reading, index)
    if "year_marker" in senses and near:
        year = _year(reading, index + 1)
        if year:
            return Item(after.start, after.end, "cardinal", (year,), raw=after.raw), index + 2
    return None


def _day_in_words(reading: Reading, index: int) -> Found | None:
    senses = reading.nodes[index].senses
    if "cardinal" not in senses and "ordinal" not in senses:
        return None
    return _day_month(reading, index, index)


def _day_month(reading: Reading, index: int, begin: int) -> Found | None:
    """Day, month and perhaps year, beginning with the day."""
    nodes, text = reading.nodes, reading.text
    told = _day(reading, index)
    if told is None or told[1] >= len(nodes):
        return None
    day, following = told
    month = nodes[following]
    start = nodes[begin].start
    gap = text[nodes[following - 1].end : month.start]
    if "month_number" in month.senses and len(gap) <= 2 and not gap.strip():
        return _numbered_month(reading, following, day, start)
    in_figures = nodes[index].kind == "n"
    if "calendar_month" in month.senses and _DAY_MONTH_GAP.fullmatch(gap):
        found = calendar_dates.behind_day(reading, following, day, start)
        if found is not None:
            return found
    if "month_short" in month.senses and not in_figures:
        return None
    if "month" in month.senses and len(gap) <= 10 and _DAY_MONTH_GAP.fullmatch(gap):
        return _day_and_named_month(reading, following, day, start)
    marked = index > 0 and "day_marker" in nodes[index - 1].senses
    if marked and gap == "/" and in_figures:
        second = small_number(month, 1, 12)
        if second:
            return date_item(start, month.end, (None, second, day)), following + 1
    return None


def _day(reading: Reading, index: int) -> tuple[int, int] | None:
    """The day of a month in figures or words, and the index of the node behind it."""
    nodes = reading.nodes
    if nodes[index].kind == "n":
        day = small_number(nodes[index], 1, 31)
        after = reading.at(index + 1)
        ringed = after is not None and after.raw == "°"  # Italian 1° gennaio
        return None if day is None else (day, index + 1 + ringed)
    if all(n.senses.keys().isdisjoint(_MONTHS) for n in nodes[index + 1 : index + 4]):
        return None
    before_years = reading.lexicon.turkic or reading.lexicon.date_order == "ymd"
    if before_years and "article_word" in nodes[index].senses:
        return None  # one of them in June (biri haziranda), a March study (egy márciusi)
    numeral = read_numeral(reading.text, nodes, index, reading.lexicon)
    if numeral is None or not isinstance(numeral.values[0], int):
        return None
    return (numeral.values[0], numeral.next) if 1 <= numeral.values[0] <= 31 else None


def _day_and_named_month(reading: Reading, following: int, day: int, start: int) -> Found | None:
    """The rest of a date whose month, at `following`, is a name behind its day."""
    nodes, text = reading.nodes, reading.text
    month = nodes[following]
    small = "vague_month" in month.senses and not month.raw[:1].isupper()
    if small and reading.lexicon.facts.get("capital_months"):
        return None
    number = int(month.senses["month"])
    again = reading.at(following + 1)
    if again is not None and _names_again(reading, following, again):
        month, following = again, following + 1
    year = _year(reading, following + 1)
    if year and _MONTH_YEAR_GAP.fullmatch(text[month.end : nodes[following + 1].start]):
        return date_item(start, nodes[following + 1].end, (year, number, day)), following + 2
    return date_item(start, month.end, (None, number, day)), following + 1


def _names_again(reading: Reading, index: int, after: Node) -> bool:
    """Whether the same month stands behind one under another name (نوفمبر تشرين الثاني)."""
    node = reading.nodes[index]
    if after.senses.get("month") != node.senses["month"]:
        return False
    gap = reading.text[node.end : after.start].strip()
    vague = "vague_month" in {*node.senses, *after.senses}
    return gap in ("/", "(") or (not gap and not vague and after.raw != node.raw)


def _month_first(reading: Reading, index: int) -> Found | None:
    """A month's name, with the day and year that may follow it."""
    node = reading.nodes[index]
    month = int(node.senses["month"])
    if reading.lexicon.facts.get("capital_months") and not node.raw[:1].isupper():
        return None
    after = reading.at(index + 1)
    if after is not None:
        found = _behind_month(reading, index, month, after)
        if found is not None:
            return found
    if "month_short" in node.senses and not _beside_month(reading, index):
        return None
    named = _BEFORE_MONTH.search(reading.text, node.start - _LONGEST_BEFORE, node.start) is not None
    unsure = "vague_month" in node.senses or (
        "month_short" in node.senses and _NOTHING_MORE.match(reading.text, node.end + 1) is not None
    )
    vague = (unsure and not named) or (reading.lexicon.turkic and not node.raw[:1].isupper())
    return date_item(node.start, node.end, (None, month, None), vague=vague), index + 1


def _behind_month(reading: Reading, index: int, month: int, after: Node) -> Found | None:
    """A date whose month stands first: March 2021, March 4, March 4th, 2021."""
    nodes, text, lexicon = reading.nodes, reading.text, reading.lexicon
    start = nodes[index].start
    gap = text[nodes[index].end : after.start]
    year = _year(reading, index + 1)
    if year and _MONTH_YEAR_GAP.fullmatch(gap):
        return date_item(start, after.end, (year, month, None)), index + 2
    day = small_number(after, 1, 31)
    if day and _MONTH_DAY_GAP.fullmatch(gap) and text[after.end : after.end + 1] not in (":", "%"):
        year = _year(reading, index + 2)
        if year and _YEAR_TAIL.fullmatch(text[after.end : nodes[index + 2].start]):
            return date_item(start, nodes[index + 2].end, (year, month, day)), index + 3
        if lexicon.date_order in ("mdy", "ymd"):
            tail = _DAY_TAIL.match(text, after.end)
            return date_item(
                start, tail.end() if tail else after.end, (None, month, day)
            ), index + 2
    if _names_again(reading, index, after):
        return date_item(start, after.end, (None, month, None)), index + 2
    if "ordinal" in after.senses and len(gap) <= 5 and lexicon.facts.get("month_then_ordinal"):
        day = int(after.senses["ordinal"])
        return date_item(start, after.end, (None, month, day)), index + 2
    return None


def _beside_month(reading: Reading, index: int) -> bool:
    """Whether an abbreviated month stands in a span of months (Nov-Feb) or has a full stop."""
    nodes, text = reading.nodes, reading.text
    node = nodes[index]
    if text[node.end : node.end + 1] == ".":
        return True
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right >= len(nodes):
            continue
        both = all("month" in nodes[i].senses for i in (left, right))
        gap = text[nodes[left].end : nodes[right].start].strip(" .")
        if both and gap in ("-", "–", "—", "/"):
            return True
    return False


def _numbered_month(reading: Reading, index: int, day: int | None, start: int) -> Found | None:
    """A month that is a number after a word for month (tháng 7, tháng bảy)."""
    nodes, text = reading.nodes, reading.text
    if index + 1 >= len(nodes) or not adjacent(text, nodes[index], nodes[index + 1]):
        return None
    number = nodes[index + 1]
    following = index + 2
    month = small_number(number, 1, 12)
    end = number.end
    if month is None and number.kind == "w":
        numeral = read_numeral(text, nodes, index + 1, reading.lexicon)
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
    year = _year(reading, marked)
    if year and text[end : nodes[marked].start].strip(" ,/-").casefold() in ("", "năm"):
        return date_item(start, nodes[marked].end, (year, month, day)), marked + 1
    return date_item(start, end, (None, month, day)), following
