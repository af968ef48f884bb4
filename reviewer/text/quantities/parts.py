"""Fractions: halves, thirds, "three of four" and the signs ½ ⅓ ¼."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.lexicon import Number, Senses
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading

_DOZENS = frozenset({"dozens"})
HALVED = (12, 60)
"""Groups that are halved (half a dozen, půl kopy)."""
_PLAIN: frozenset[str] = frozenset()
GLYPHS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    **{sign: Fraction(n, 5) for n, sign in enumerate("⅕⅖⅗⅘", 1)},
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    **{sign: Fraction(n, 8) for n, sign in zip((1, 3, 5, 7), "⅛⅜⅝⅞", strict=True)},
}
"""The fractions that have a sign of their own in Unicode."""


_MOST_OUT_OF = 100


def with_fraction(reading: Reading, item: Item, following: int) -> Found:
    """What a number gains from the words after it: halves, thirds, dozens."""
    nodes, text = reading.nodes, reading.text
    if following >= len(nodes) or item.kind == "ordinal":
        return item, following
    last, after = nodes[following - 1], nodes[following]
    if after.start - last.end > 1 and not adjacent(text, last, after):
        return item, following
    senses = after.senses
    value = item.values[0]
    if "plus" in senses:
        return _plus(reading, item, following)
    whole_number = isinstance(value, int)
    glyph = senses.get("glyph")
    if glyph in GLYPHS and whole_number and not item.spelled:
        return replace(item, end=after.end, values=(value + GLYPHS[glyph],)), following + 1
    if whole_number:
        share = _share(reading, item, int(value), senses)
        if share is not None:
            return _fraction(item, after.end, share), following + 1
        found = _over(reading, item, int(value), following)
        found = found or _under(reading, item, int(value), following)
        found = found or _out_of(reading, item, int(value), following)
        found = found or _of_all(reading, item, int(value), following)
        if found is not None:
            return found
        if "group" in senses:
            return _groups(reading, item, int(value), following)
    return item, following


def _groups(reading: Reading, item: Item, value: int, following: int) -> Found:
    """Several dozens, perhaps with a half of one behind them (una dozzina e mezza)."""
    node, half = reading.nodes[following], reading.at(following + 1)
    group: Number = node.senses["group"]
    if half is not None and "plus" in half.senses and group in HALVED:
        beyond = reading.senses(following + 2)
        if adjacent(reading.text, node, half) and "scale" not in beyond:
            total = whole((value + half.senses["plus"]) * group)
            return replace(item, end=half.end, values=(total,), vague=False), following + 2
    values = (value * group,)
    return replace(item, end=node.end, values=values, vague=group == 2, tags=_DOZENS), following + 1


def _plus(reading: Reading, item: Item, following: int) -> Found:
    """A half or quarter more, before a scale word or behind it (two and a half million)."""
    nodes = reading.nodes
    after, value = nodes[following], item.values[0]
    part = after.senses["plus"]
    extra = part * item.scale if item.scale > 1 else part
    item = replace(item, end=after.end, values=(value + extra,), vague=False, tags=_PLAIN)
    beyond = reading.at(following + 1)
    if beyond is None or not adjacent(reading.text, after, beyond):
        return item, following + 1
    factor = beyond.senses.get("scale")
    if not factor:
        return item, following + 1
    if item.value >= factor:
        return replace(item, end=beyond.end, values=(value + part * factor,)), following + 2
    values, scale = (whole(item.value * factor),), item.scale * factor
    return replace(item, end=beyond.end, values=values, scale=scale), following + 2


def _share(reading: Reading, item: Item, value: int, senses: Senses) -> Number | None:
    """A number before the word for its part (three quarters, одна пятая), as a share."""
    part = senses.get("fraction")
    if isinstance(part, Fraction) and _divides(value, part, senses):
        return whole(value * part)
    ordinal = senses.get("ordinal", 0)
    by_ordinal = reading.lexicon.facts.get("ordinal_fractions") and item.spelled
    if by_ordinal and 0 < value < 10 and ordinal > max(value, 2) and "vague" not in senses:
        return whole(Fraction(value, ordinal))
    return None


def _over(reading: Reading, item: Item, value: int, following: int) -> Found | None:
    """A number over another one in words (ba phần tư, three out of four)."""
    after = reading.at(following + 1)
    mark = reading.nodes[following]
    if "over" not in mark.senses or after is None or not adjacent(reading.text, mark, after):
        return None
    tail = after.senses.get("tail")
    if tail:
        return _fraction(item, after.end, Fraction(value, tail)), following + 2
    below = read_numeral(reading.text, reading.nodes, following + 1, reading.lexicon)
    if below is None or not isinstance(below.values[0], int) or below.values[0] < 2:
        return None
    end = reading.nodes[below.next - 1].end
    return _fraction(item, end, whole(Fraction(value, below.values[0]))), below.next


def _out_of(reading: Reading, item: Item, value: int, following: int) -> Found | None:
    """One of several, as a share that may also be compared as two numbers (3 out of 4)."""
    mark, after = reading.nodes[following], reading.at(following + 1)
    if "out_of" not in mark.senses or after is None or not adjacent(reading.text, mark, after):
        return None
    all_of = read_numeral(reading.text, reading.nodes, following + 1, reading.lexicon)
    if all_of is None or not isinstance(all_of.values[0], int) or item.unit:
        return None
    total = all_of.values[0]
    if not 0 < value < total or total > _MOST_OUT_OF or all_of.spelled != item.spelled:
        return None
    end = reading.nodes[all_of.next - 1].end
    raw = after.raw if after.kind == "n" else ""
    second = Item(after.start, end, "cardinal", (total,), spelled=all_of.spelled, raw=raw)
    share = replace(
        item,
        end=end,
        kind="fraction",
        values=(whole(Fraction(value, total)),),
        parts=(item, second),
        vague=False,
        tags=_PLAIN,
    )
    return share, all_of.next


def _of_all(reading: Reading, item: Item, total: int, following: int) -> Found | None:
    """The whole before the part that is meant of it (तीन में से दो, two of three)."""
    mark, after = reading.nodes[following], reading.at(following + 1)
    if "of_all" not in mark.senses or after is None or not adjacent(reading.text, mark, after):
        return None
    part = read_numeral(reading.text, reading.nodes, following + 1, reading.lexicon)
    if part is None or not isinstance(part.values[0], int) or item.unit:
        return None
    if not 0 < part.values[0] < total <= _MOST_OUT_OF or part.spelled != item.spelled:
        return None
    end = reading.nodes[part.next - 1].end
    raw = after.raw if after.kind == "n" else ""
    first = Item(after.start, end, "cardinal", part.values, spelled=part.spelled, raw=raw)
    share = whole(Fraction(part.values[0], total))
    told = replace(item, kind="fraction", values=(share,), parts=(first, item), end=end)
    return replace(told, vague=False, tags=_PLAIN), part.next


def _under(reading: Reading, item: Item, value: int, following: int) -> Found | None:
    """A denominator before its numerator (五分之三, 4분의 3)."""
    mark, after = reading.nodes[following], reading.at(following + 1)
    if "under" not in mark.senses or after is None or not adjacent(reading.text, mark, after):
        return None
    above = read_numeral(reading.text, reading.nodes, following + 1, reading.lexicon)
    if above is None or value < 2:
        return None
    end = reading.nodes[above.next - 1].end
    told = _fraction(item, end, whole(above.values[0] * Fraction(1, value)))
    if value >= _PARTS_PER:
        # Parts per million, of which the other text may tell the number alone (800 ppm).
        told = replace(told, values=(*told.values, above.values[0]), tags=_PARTS_TAG)
    return told, above.next


_PARTS_TAG = frozenset({"parts per"})
_PARTS_PER = 1_000_000
"""The least denominator of which a small share is told as a number of parts."""


def _fraction(item: Item, end: int, value: Number) -> Item:
    return replace(item, end=end, kind="fraction", values=(value,), vague=False, tags=_PLAIN)


def _divides(value: int, part: Fraction, senses: Senses) -> bool:
    """Whether a number before a fraction word counts it (three quarters, not 8 quarters)."""
    if part >= 1 or value > 20 or (part == Fraction(1, 2) and value != 1):
        return False
    return part != Fraction(1, 4) or "ordinal" in senses or value <= 8
