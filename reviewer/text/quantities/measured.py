"""What stands behind a number and says of what it is: a percent sign, a unit, a century."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities import eras
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.date_items import small_number
from reviewer.text.quantities.items import Item, Node, magnitude, whole
from reviewer.text.quantities.lexicon import Senses
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.reading import Found, Reading
from reviewer.text.quantities.smaller_units import with_smaller

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ]$")
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_SPANS = frozenset({*_DURATIONS, "quarter_hour", "half_hour"})
_SHARES = frozenset({"percent", "points", "permille", "permyriad"})
_PARTS = {"permille": Fraction(1, 10), "permyriad": Fraction(1, 100)}
"""What one of them is in per cent, where it is not one; basis points are of per cent points."""
_DECADES = range(10, 100, 10)
_TENTHS = frozenset({"tenths"})
_DISCOUNT = frozenset({"discount"})
_NOUN = re.compile(r" [^\W\d_]{2,20} (?:[^\W\d_]{1,2} [^\W\d_]{2,20} )?")
"""What is counted: a noun, or two with a short word between (cuillère à soupe)."""
_SCALES = ("", "degree", "celsius", "fahrenheit")
"""Units of what lies below zero."""
_BEFORE_ERA = frozenset({"before era"})
_LONGEST_ERA_GAP = 2
_SHORTEST = 3
"""Letters of a unit behind a number in words; abbreviations stand behind figures."""
_UNIT_LINK = re.compile(r" (?:de|di|d'|of|of an?|of the|del|de una?|d'une?|einer) ?")


def measured(reading: Reading, item: Item, following: int) -> Found:
    """The percent sign, unit, half or "below zero" after a number."""
    nodes, lexicon = reading.nodes, reading.lexicon
    while following < len(nodes):
        after = nodes[following]
        last_end = item.end if following == 0 else max(item.end, nodes[following - 1].end)
        gap = reading.text[last_end : after.start]
        if (len(gap) > 3 or gap.strip(" -./")) and not (
            _UNIT_LINK.fullmatch(gap)
            and ("unit" in after.senses or (item.kind == "fraction" and "century" in after.senses))
            and (_takes_link(item) or lexicon.facts.get("unit_link"))
        ):
            if "era" in after.senses and item.unit == "year" and _UNIT_LINK.fullmatch(gap):
                era_year = eras.year_before_mark(reading, replace(item, end=after.start), after)
                if era_year is not None:
                    return replace(era_year, unit=""), following + 1
            break
        if "minutes_past" in after.senses and " " in after.raw:
            after = _unit_alone(reading, after)
        senses = after.senses
        dated = _dated(reading, item, after)
        if dated is not None and dated.unit == "century_span":
            item, following = dated, following + 1
            continue
        if dated is not None:
            return dated, following + 1
        counts_back = senses.get("from_end") == 0 and not _names_a_time(reading, following)
        if counts_back and item.kind == "ordinal" and not item.unit and item.value > 1:
            item = replace(item, end=after.end, values=item.values[:1], unit="from_end", vague=True)
            return item, following + 1
        qualified = (
            _share(reading, item, following)
            or _below_zero(item, senses, after.end)
            or (None if _has_no_unit(reading, item, following) else _unit(item, senses, after.end))
        )
        if qualified is None:
            break
        item = qualified
        following += 1
    if item.kind == "percent":
        item, following = _of_a_percentage(reading, item, following)
    item, following = with_smaller(reading, *_half_behind_noun(reading, item, following))
    return _with_era(reading, item, following), following


def _has_no_unit(reading: Reading, item: Item, following: int) -> bool:
    """Whether the word behind a number is none of its units: that of the next number, or one
    behind an ending that says "out of" (tízből hét, seven of ten and no ten weeks)."""
    endings = reading.lexicon.facts.get("out_of_endings")
    if endings and item.spelled and reading.text[: item.end].endswith(tuple(endings)):
        return True
    return _is_of_next(reading, item, following)


def _names_a_time(reading: Reading, index: int) -> bool:
    """Whether a word for "last" belongs to the unit behind it (the second from last year)."""
    after = reading.at(index + 1)
    beside = after is not None and reading.text[reading.nodes[index].end : after.start] == " "
    return beside and after is not None and after.senses.get("unit") in ("week", "month", "year")


def _unit_alone(reading: Reading, node: Node) -> Node:
    """The unit in front of a word that could tell the time (in twenty minutes to reach them)."""
    first = node.raw.partition(" ")[0]
    word = reading.lexicon.lookup(first)
    if word is None or "unit" not in word.senses:
        return node
    return Node(node.kind, node.start, node.start + len(first), first, word.senses)


def _takes_link(item: Item) -> bool:
    """Whether a word may stand between a number and its unit (un million de mètres, une
    quinzaine de jours)."""
    return item.scale >= 1000 or item.kind == "fraction" or "dozens" in item.tags


def _with_era(reading: Reading, item: Item, following: int) -> Item:
    """A year or century that a word behind or in front of it puts before Christ."""
    after = reading.at(following)
    if after is not None and "before_era" in after.senses:
        gap = reading.text[item.end : after.start]
        if len(gap) <= 3 and not gap.strip(" .,("):
            return replace(item, tags=item.tags | _BEFORE_ERA)
    before = _before(reading, item)
    if before is not None and "before_era" in before.senses:
        gap = reading.text[before.end : item.start]
        if len(gap) <= _LONGEST_ERA_GAP and not re.search(r"[.,;\d]", gap):
            return replace(item, tags=item.tags | _BEFORE_ERA)
    return item


def _before(reading: Reading, item: Item) -> Node | None:
    """The last node that ends before the item, looked for only where eras stand in front."""
    if reading.lexicon.spaced:
        return None
    nodes = reading.nodes
    place = bisect_left(nodes, item.start, key=lambda node: node.start)
    return nodes[place - 1] if place else None


def _is_of_next(reading: Reading, item: Item, index: int) -> bool:
    """Whether a unit belongs to what follows it (5 Rp3.500; menit ke-81 hari Minggu)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    short = len(node.raw) < _SHORTEST and node.senses.get("unit") not in _DURATIONS
    if item.spelled and short and reading.lexicon.spaced:
        return True
    if after is None:
        return False
    if "month_number" in node.senses and _numbers_a_month(reading, index, after):
        return True
    glued = after.start == node.end and after.kind == "n" and reading.lexicon.spaced
    named = node.senses.get("unit") == "day" and "weekday" in after.senses
    return glued or (named and adjacent(reading.text, node, after))


def _numbers_a_month(reading: Reading, index: int, after: Node) -> bool:
    """Whether a word for month has its number behind it (ngày 100 tháng 3) and no unit after."""
    if small_number(after, 1, 12) is None or not adjacent(
        reading.text, reading.nodes[index], after
    ):
        return False
    beyond = reading.at(index + 2)
    unit = beyond is not None and "unit" in beyond.senses
    return not (unit and beyond is not None and adjacent(reading.text, after, beyond))


def _half_behind_noun(reading: Reading, item: Item, following: int) -> Found:
    """A half behind what is counted (trois brasses et demie, una taza y media, hai giạ rưỡi)."""
    after = reading.at(following)
    if after is None or "plus" not in after.senses or item.unit or item.kind != "cardinal":
        return item, following
    if not isinstance(item.value, int) or item.scale > 1 or item.value > 1000:
        return item, following
    one = "article" in item.tags
    if (item.vague and not one) or not _NOUN.fullmatch(reading.text, item.end, after.start):
        return item, following
    if scale_behind(reading, following) or (one and _halves_the_next(reading, following)):
        return item, following
    values, tags = (item.value + after.senses["plus"],), item.tags - {"article"}
    return replace(item, end=after.end, values=values, tags=tags, vague=False), following + 1


def _halves_the_next(reading: Reading, index: int) -> bool:
    """Whether a half is one of what stands behind it (un taxi y media hora después)."""
    half, after = reading.nodes[index], reading.at(index + 1)
    if after is None or after.senses.keys().isdisjoint(("unit", "group")):
        return False
    return adjacent(reading.text, half, after)


def scale_behind(reading: Reading, index: int) -> bool:
    """Whether a half belongs to the scale word behind it (36 de stupi și jumătate de milion)."""
    half, after = reading.nodes[index], reading.at(index + 1)
    if after is None or "scale" not in after.senses:
        return False
    return reading.text[half.end : after.start].strip() in ("", "de", "di", "d'", "of a")


def _share(reading: Reading, item: Item, following: int) -> Item | None:
    """Percent, percentage points, per mille, tenths (七成)."""
    after = reading.nodes[following]
    senses, values = after.senses, item.values
    if not senses.keys().isdisjoint(_SHARES):
        part = _PARTS.get(next(iter(_SHARES & senses.keys())))
        if part is not None:
            values = tuple(whole(v * part) for v in values)
        unit = "point" if "points" in senses or "permyriad" in senses else ""
        return replace(item, end=after.end, kind="percent", unit=unit, values=values, vague=False)
    if "tenths" in senses and "group" not in reading.nodes[following - 1].senses:
        values = tuple(whole(v * 10) for v in item.values)
        if reading.lexicon.facts.get("tenths_in_words"):
            # 成 is also a common part of words.
            values += item.values
        tags = item.tags | _TENTHS
        return replace(item, end=after.end, kind="percent", values=values, vague=False, tags=tags)
    if "discount" in senses and 0 < item.value < 100:
        # What is left of the price, and so also what is off it (八折, 七五折).
        tenths = _digit_before(reading, item, following)
        start = item.start - 1 if tenths else item.start
        left = tenths * 10 + item.value if tenths or item.value >= 10 else item.value * 10
        values = (whole(100 - left), whole(left))
        item = replace(item, start=start, tags=item.tags | _DISCOUNT)
        return replace(item, end=after.end, kind="percent", values=values, vague=False)
    return None


def _digit_before(reading: Reading, item: Item, following: int) -> int:
    """The digit right before a single one, both in words (七五); 0 where none stands."""
    before = reading.at(following - 2) if following > 1 else None
    if before is None or before.end != item.start or not item.spelled or item.value >= 10:
        return 0
    digit = before.senses.get("cardinal", 0)
    return digit if len(before.raw) == 1 and 0 < digit < 10 else 0


def _of_a_percentage(reading: Reading, item: Item, following: int) -> Found:
    """Tenths with their own tenths behind them (1割5分, 三成五), and what is taken off a price."""
    if "tenths" in item.tags:
        return _smaller_tenths(reading, item, following)
    off = reading.lexicon.off
    if off:
        behind = reading.text[item.end : item.end + _REACH_OFF]
        if reading.lexicon.spaced:
            words = [fold(w, reading.lexicon.turkic) for w in _WORDS.findall(behind)[:3]]
            told = any(word in off for word in words) or " ".join(words[:2]) in off
            told = told or _is_taken_off(reading, item, off)
        else:
            told = behind.startswith(tuple(off))
        if told:
            return replace(item, tags=item.tags | _OFF), following
    return item, following


def _is_taken_off(reading: Reading, item: Item, off: frozenset[str]) -> bool:
    """Whether a word for a discount stands before its percentage (a discount of 20 %)."""
    before = _WORDS.findall(reading.text[max(0, item.start - _REACH_OFF) : item.start])[-2:]
    return any(fold(word, reading.lexicon.turkic) in off for word in before)


def _smaller_tenths(reading: Reading, item: Item, following: int) -> Found:
    marks = str(reading.lexicon.facts.get("tenths_then", ""))
    value, text = item.value, reading.text
    for place, mark in enumerate(marks or "-"):
        node = reading.at(following)
        if node is None or node.start != item.end:
            break
        digit = int(node.raw) if node.kind == "n" and node.raw.isdigit() else 10
        digit = node.senses.get("cardinal", digit)
        close = text[node.end : node.end + 1] == mark or (not marks and _ends_number(text, node))
        if not 0 < digit < 10 or not close:
            break
        value += Fraction(digit, 10**place)
        end = node.end + (1 if marks else 0)
        item = replace(item, end=end, values=(whole(value),))
        following += 1
        while following < len(reading.nodes) and reading.nodes[following].start < end:
            following += 1
    return item, following


def _ends_number(text: str, node: Node) -> bool:
    """Whether nothing is counted behind a digit (三成五。, 三成五的人)."""
    after = text[node.end : node.end + 1]
    return not after.isalnum() or after in _NOTHING_COUNTED


_NOTHING_COUNTED = "的以左"
"""What begins the words behind a share that count nothing: of, or more, or so."""


_OFF = frozenset({"off"})
_REACH_OFF = 24
"""Characters behind a percentage that hold the three words behind it."""
_WORDS = re.compile(r"[^\W\d_]+")


def _below_zero(item: Item, senses: Senses, end: int) -> Item | None:
    if "negative_after" not in senses or item.unit not in _SCALES or item.kind == "ordinal":
        return None
    return replace(item, end=end, values=tuple(-magnitude(v) for v in item.values))


def _unit(item: Item, senses: Senses, end: int) -> Item | None:
    """A unit, or the half behind a number's unit (două ore și jumătate)."""
    if "amount" in senses and "unit" not in senses:
        return _several(item, senses["amount"], end)
    if "unit" in senses and (not item.unit or item.unit == "degree"):
        unit = senses["unit"]
        if unit == "degree" and item.kind == "ordinal":
            return None
        if unit == "year" and item.raw.isdigit() and 1000 <= item.value <= 2999:
            return None
        end = item.end if unit in _DURATIONS else end
        if unit == "year" and item.kind == "ordinal" and item.spelled and item.value in _DECADES:
            return _decade(item, end)
        # A unit tells "sei mesi" (six months) from "sei" (you are).
        counted = item.kind == "cardinal" and 2 <= item.value < 100
        vague = item.vague and not (counted and unit in _DURATIONS)
        return replace(item, end=end, unit=unit, vague=vague)
    if "plus" in senses and item.unit and item.kind == "cardinal":
        values = (item.value + senses["plus"],)
        return replace(item, end=end, values=values, vague=False, tags=frozenset())
    return None


def _several(item: Item, amount: str, end: int) -> Item | None:
    """Several spans of time that one word names (drei Viertelstunden, two fortnights)."""
    number, unit = amount.split(" ")
    if item.kind != "cardinal" or item.unit or unit not in _SPANS or not item.value > 1:
        return None
    values = tuple(value * int(number) for value in item.values)
    return replace(item, end=end, values=values, unit=unit, vague=False)


def _dated(reading: Reading, item: Item, after: Node) -> Item | None:
    """A year with the name of its era behind it, a decade, a century."""
    if "era" in after.senses:
        return eras.year_before_mark(reading, item, after)
    if len(after.raw) == 1 and item.kind == "cardinal" and "roman" not in item.tags:
        return None  # 0,30 s are seconds
    found = _decade_or_century(item, after.senses, after.end)
    counted = item.kind == "cardinal" and item.spelled and reading.lexicon.spaced
    if found is not None and found.unit == "century" and counted:
        return replace(found, unit="century_span", kind="cardinal")
    return found


def _decade_or_century(item: Item, senses: Senses, end: int) -> Item | None:
    """What ends a quantity: a word for decade or century ("zwanziger Jahre", 19. Jahrhundert)."""
    named = not senses.keys().isdisjoint((*_SHARES, "tenths", "unit"))
    if named or "negative_after" in senses:
        return None
    if "decade_marker" in senses and item.spelled and item.value in _DECADES:
        return _decade(item, end)
    if "century" in senses and not item.unit and not isinstance(item.value, int):
        # Half of a century may be the middle of one (w połowie stulecia).
        return replace(item, end=end, unit="century_span", vague=item.vague)
    if "century" in senses and not item.unit:
        if "article" in item.tags:
            return replace(item, end=end, unit="century_span")
        return replace(item, end=end, unit="century", kind="ordinal", vague=False)
    return None


def _decade(item: Item, end: int) -> Item:
    """Tens of years that a word calls a decade (zwanziger Jahre, devedesetih godina)."""
    decade = int(item.value)
    values = (1900 + decade, decade, 2000 + decade, 1800 + decade)
    return replace(item, end=end, kind="date", unit="decade", values=values, vague=False)


def with_article(reading: Reading, item: Item) -> Item:
    """A scale word after an article ("a million") is one of them, not many."""
    before = _WORD_BEFORE.search(reading.text, item.start - 12, item.start)
    if before is None:
        return item
    lexicon = reading.lexicon
    senses = lexicon.apart.get(fold(before.group(1), lexicon.turkic), {})
    form = lexicon.lookup(before.group(1))
    if senses.get("indefinite") or (form and "article_word" in form.senses):
        return replace(item, start=before.start(1), vague=False)
    return item
