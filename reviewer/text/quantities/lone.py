"""Words that are a quantity by themselves: half, dozen, twice, the nineties."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from reviewer.text.quantities import clock
from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.numerals import adjacent, read_numeral

if TYPE_CHECKING:
    from reviewer.text.quantities.grammar import Reader

_HALF_OF = frozenset({"a", "of a", "de", "di", "de un", "eine", "einer", "un", "of"})


def lone(reader: Reader, index: int) -> tuple[Item, int] | None:
    """Words that are a quantity by themselves: half, dozen, twice, the nineties."""
    node = reader.nodes[index]
    senses = node.senses
    vague = "vague" in senses
    if "decade" in senses:
        decade = int(senses["decade"])
        item = Item(
            node.start, node.end, "date", (decade, decade % 100), unit="decade", spelled=True,
            vague=True,
        )  # fmt: skip
        following = index + 1
        if following < len(reader.nodes) and "decade_century" in reader.nodes[following].senses:
            item = replace(item, end=reader.nodes[following].end, vague=False)
            following += 1
        return item, following
    if "fraction" in senses:
        part = senses["fraction"]
        either = reader.lexicon.language == "en" and node.raw[:2] in ("a ", "A ", "an", "An")
        item = Item(
            node.start,
            node.end,
            "fraction",
            # "a third goal" counts, "a third of them" divides.
            (part, part.denominator) if either and part.denominator > 2 else (part,),
            spelled=True,
            vague=vague or senses["fraction"] == Fraction(1, 2),
        )
        return reader.measured(*scaled(reader, item, index + 1))
    if "plus" in senses and node.raw[:1] == "و" and len(node.raw) > 2:
        start = node.start + 1 + (node.raw[1] == " ")
        return Item(
            start, node.end, "fraction", (senses["plus"],), spelled=True, vague=True
        ), index + 1
    if "group" in senses:
        item = Item(node.start, node.end, "cardinal", (senses["group"],), spelled=True, vague=True)
        if vague and reader.with_article(item) is item:
            return None
        item = replace(
            reader.with_article(item),
            vague=senses["group"] == 2 or reader.with_article(item) is item,
        )
        return reader.measured(item, index + 1)
    if "times" in senses:
        item = Item(
            node.start,
            node.end,
            "cardinal",
            (senses["times"],),
            spelled=True,
            vague=True,
            unit="times",
        )
        return item, index + 1
    return None


def scaled(reader: Reader, item: Item, following: int) -> tuple[Item, int]:
    """A fraction with its scale word (half a million, anderthalb Milliarden)."""
    if following >= len(reader.nodes):
        return item, following
    after = reader.nodes[following]
    factor = after.senses.get("scale", 0)
    gap = reader.text[item.end : after.start].strip().casefold()
    if factor < 100 or not (not gap or gap in _HALF_OF):
        return item, following
    values = tuple(whole(v * factor) for v in item.values)
    scaled = replace(item, end=after.end, kind="cardinal", values=values, scale=factor, vague=False)
    return scaled, following + 1


def before_plus(reader: Reader, index: int) -> tuple[Item, int] | None:
    """A word that adds to the number after it (Hindi साढ़े तीन is three and a half)."""
    node = reader.nodes[index]
    if index + 1 >= len(reader.nodes) or not adjacent(reader.text, node, reader.nodes[index + 1]):
        return None
    numeral = read_numeral(reader.text, reader.nodes, index + 1, reader.lexicon)
    if numeral is None:
        return None
    end = reader.nodes[numeral.next - 1].end
    added = node.senses["before_plus"] * numeral.scale
    after = reader.nodes[numeral.next] if numeral.next < len(reader.nodes) else None
    if after is not None and "clock_after" in after.senses and "unit" not in after.senses:
        minutes = int(60 * (numeral.values[0] + added))
        if 0 < minutes <= clock.HALF_DAY + 30 and adjacent(
            reader.text, reader.nodes[numeral.next - 1], after
        ):
            return clock.time_item(reader, node.start, end, minutes, numeral.next)
    item = Item(node.start, end, "cardinal", (whole(numeral.values[0] + added),), spelled=True)
    return reader.measured(replace(item, scale=numeral.scale), numeral.next)
