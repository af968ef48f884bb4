"""Quantities that begin with a word or sign of their own: a fortnight, pertiga dua, 6'4", 第三."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.lexicon import Number
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading

_FEET = re.compile(r"(\d{1,2})['′] ?(1[01]|\d)(?:\"|″|”|''|(?![\d'′]))")

_NO_UNIT = frozenset({"cardinal", "behind"})
"""Senses of words that are no unit unless a number stands before them."""


def feet_and_inches(reading: Reading, index: int) -> Found | None:
    """Feet and inches by their signs (6'4", 6′ 4″)."""
    node = reading.nodes[index]
    if reading.text[node.start + 1 : node.start + 3].find("'") < 0 and "′" not in reading.text:
        return None
    match = _FEET.match(reading.text, node.start)
    if match is None:
        return None
    feet, inches = int(match.group(1)), int(match.group(2))
    value = whole(feet + Fraction(inches, 12))
    item = Item(node.start, match.end(), "cardinal", (value,), unit="foot", raw=match.group(1))
    return item, reading.after(index, match.end())


def _unit_and_half(reading: Reading, index: int) -> Found | None:
    """A unit alone with a half behind it (hora y media)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or not node.senses.keys().isdisjoint(_NO_UNIT) or "plus" not in after.senses:
        return None
    if not adjacent(reading.text, node, after):
        return None
    value = node.senses.get("dual", 1) + after.senses["plus"]
    item = Item(node.start, after.end, "cardinal", (value,),
                unit=node.senses.get("unit", "century_span"), spelled=True)  # fmt: skip
    return item, index + 2


def _denominator(reading: Reading, index: int) -> Found | None:
    """A denominator in words before its numerator (pertiga dua)."""
    node = reading.nodes[index]
    if index + 1 >= len(reading.nodes):
        return None
    numerator = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if numerator is None or not adjacent(reading.text, node, reading.nodes[index + 1]):
        return None
    value = whole(numerator.values[0] * Fraction(1, node.senses["denominator"]))
    end = reading.nodes[numerator.next - 1].end
    return Item(node.start, end, "fraction", (value,), spelled=True), numerator.next


def _digit_span(reading: Reading, index: int) -> Found | None:
    """Two neighbouring digits that mean a span (二三十 is 20 to 30)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or reading.lexicon.spaced:
        return None
    low, high = node.senses["cardinal"], after.senses.get("cardinal")
    if high is None or node.end != after.start or not 1 <= low < high <= 9 or high - low != 1:
        return None
    numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if numeral is None:
        return None
    upper = numeral.values[0]
    lower = whole(upper * Fraction(low, high))
    end = reading.nodes[numeral.next - 1].end
    parts = (
        Item(node.start, node.end, "cardinal", (lower,), spelled=True),
        Item(after.start, end, "cardinal", (upper,), spelled=True),
    )
    spanned = Item(node.start, end, "range", (lower, upper), spelled=True, parts=parts)
    return spanned, numeral.next


def prefixed_ordinal(reading: Reading, index: int) -> Found | None:
    """A word that turns the numeral after it into an ordinal (thứ mười tám, 第三)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or not adjacent(reading.text, node, after):
        return None
    numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if numeral is None:
        return None
    end = reading.nodes[numeral.next - 1].end
    raw = after.raw if after.kind == "n" else ""
    item = Item(node.start, end, "ordinal", numeral.values, spelled=numeral.spelled, raw=raw)
    mark = reading.at(numeral.next)
    if mark is not None and mark.senses.get("from_end") == 0 and mark.start <= end + 1:
        return _last_but(node.start, mark.end, numeral.values[0]), numeral.next + 1
    return item, numeral.next


def _turned(reading: Reading, index: int) -> Found | None:
    """Hundreds or thousands before their number, which says "about" (тысяч пять, десятка два)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or node.raw.lower() not in reading.lexicon.facts.get("turned", ()):
        return None
    gap = reading.text[node.end : after.start]
    numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if gap not in _TURNED_GAPS or numeral is None or numeral.scale > 1 or numeral.ordinal:
        return None
    if not numeral.spelled or numeral.values[0] not in _TURNED_COUNTS or numeral.bare:
        return None
    factor = node.senses.get("group", 0) if "scale" not in node.senses else node.senses["scale"]
    value = (whole(numeral.values[0] * factor),)
    end = reading.nodes[numeral.next - 1].end
    return Item(node.start, end, "cardinal", value, spelled=True, scale=factor), numeral.next


_TURNED_GAPS = (" ", " зо ", " з ", " эдак ", " так ", " этак ")
_TURNED_COUNTS = range(2, 100)


_AMOUNT = frozenset({"amount"})


def _amount_word(reading: Reading, index: int) -> Found | None:
    """A word or phrase that is an amount and its unit (fortnight, Viertelstunde)."""
    node = reading.nodes[index]
    number, unit = node.senses["amount"].split(" ")
    item = Item(
        node.start, node.end, "cardinal", (int(number),), unit=unit, spelled=True, vague=True,
        tags=_AMOUNT,
    )  # fmt: skip
    after = reading.at(index + 1)
    if after is None or "plus" not in after.senses or not adjacent(reading.text, node, after):
        return item, index + 1
    values = (whole(int(number) * (1 + after.senses["plus"])),)
    return replace(item, end=after.end, values=values, vague=False), index + 2


def _saying(reading: Reading, index: int) -> Found | None:
    """A phrase whose numbers count nothing (two birds with one stone): each is one reading."""
    node, lex = reading.nodes[index], reading.lexicon
    found = [lex.lookup(word) for word in _WORDS.findall(node.raw)]
    senses = [word.senses for word in found if word is not None]
    told = (s.get("cardinal") or s.get("ordinal") or s.get("scale") for s in senses)
    values = tuple(dict.fromkeys(int(value) for value in told if isinstance(value, int)))
    if not values:
        return None
    largest_first = tuple(sorted(values, reverse=True))
    item = Item(node.start, node.end, "cardinal", largest_first, spelled=True, vague=True)
    return item, index + 1


_WORDS = re.compile(r"[^\W\d_]+")


def _unit_before(reading: Reading, index: int) -> Found | None:
    """A unit in front of its number, where a language counts so (Swahili miongo miwili)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    unit = str(node.senses["unit"])
    if after is None or not reading.lexicon.facts.get("unit_first") or unit in _NOT_IN_FRONT:
        return None
    if unit.isupper() or not adjacent(reading.text, node, after):
        return None
    numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if numeral is None or numeral.ordinal or numeral.bare:
        return None
    if unit == "year" and numeral.values[0] in _YEARS:
        return None
    end = reading.nodes[numeral.next - 1].end
    raw = after.raw if after.kind == "n" else ""
    item = Item(
        after.start, end, "cardinal", numeral.values, unit=unit, spelled=numeral.spelled,
        scale=numeral.scale, raw=raw, loose=numeral.loose,
    )  # fmt: skip
    return item, numeral.next


_NOT_IN_FRONT = ("hour", "degree", "cent")
"""Units whose number behind them is a time of day, or that stand there for something else."""
_YEARS = range(1000, 3000)


def from_the_end(reading: Reading, index: int) -> Found | None:
    """A place that is counted from the end, in one word or phrase (penultimate), or as an ordinal
    behind a word for that (倒数第三, sondan üçüncü)."""
    node, after = reading.nodes[index], reading.at(index + 1)
    place = int(node.senses["from_end"])
    if place:
        return _last_but(node.start, node.end, place), index + 1
    if after is None or reading.text[node.end : after.start] not in _BEFORE_PLACES:
        return None
    if "ordinal_prefix" in after.senses:
        found = prefixed_ordinal(reading, index + 1)
        numeral = None
    else:
        found, numeral = None, read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if found is not None:
        return _last_but(node.start, found[0].end, found[0].value), found[1]
    if numeral is None or not isinstance(numeral.values[0], int):
        return None
    if reading.lexicon.spaced and not numeral.ordinal:
        return None  # it is to last three hours
    end = reading.nodes[numeral.next - 1].end
    return _last_but(node.start, end, numeral.values[0]), numeral.next


def _last_but(start: int, end: int, place: Number) -> Item:
    return Item(start, end, "ordinal", (place,), unit="from_end", spelled=True, vague=True)


_BEFORE_PLACES = ("", " ", "-")


FIRST: tuple[tuple[str, Callable[[Reading, int], Found | None]], ...] = (
    ("amount", _amount_word),
    ("saying", _saying),
    ("from_end", from_the_end),
    ("unit", _unit_and_half),
    ("unit", _unit_before),
    ("century", _unit_and_half),
    ("denominator", _denominator),
    ("cardinal", _digit_span),
    ("scale", _turned),
    ("group", _turned),
)
"""What a word that has the sense may begin, tried before times and dates."""


def below_nothing(reading: Reading, index: int, item: Item) -> Item:
    """A percentage below zero where a minus stands before its word (eksi yüzde 1,2)."""
    before = reading.nodes[index - 1] if index else None
    if before is None or "negative_before" not in before.senses:
        return item
    if not adjacent(reading.text, before, reading.nodes[index]):
        return item
    return replace(item, start=before.start, values=tuple(-v for v in item.values))
