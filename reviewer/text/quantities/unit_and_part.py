"""One of a unit and some of a smaller one: an hour and twenty minutes, un anno e sei mesi."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item, Node, whole
from reviewer.text.quantities.reading import Reading

_LARGER = {
    "second": ("minute", 60), "minute": ("hour", 60), "hour": ("day", 24), "day": ("week", 7),
    "month": ("year", 12),
}  # fmt: skip
"""The unit of which a smaller one tells a part, and how many make one."""
_LINK = re.compile(r",? (?:([^\W\d_]{1,4}) )?")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_LONGEST_WORD = 12


def with_one_before(reading: Reading, index: int, item: Item) -> Item:
    """An amount of a smaller unit with the one larger unit in front of it, or as it is."""
    larger = _LARGER.get(item.unit)
    if larger is None or not index or not isinstance(item.value, int) or item.vague:
        return item
    unit, most = larger
    before = reading.nodes[index - 1]
    if index > 1 and "and" in before.senses and "unit" not in before.senses:
        before = reading.nodes[index - 2]
    if before.senses.get("unit") != unit or item.value >= most:
        return item
    link = _LINK.fullmatch(reading.text, before.end, item.start)
    joins = reading.lexicon.facts.get("conjunction", "").split()
    if link is None or (link.group(1) and fold(link.group(1)) not in joins):
        return item
    start = _one_before(reading, before)
    if start is None:
        return item
    value = whole(1 + Fraction(item.value, most))
    one = Item(start, before.end, "cardinal", (1,), unit=unit, spelled=True)
    return replace(
        item, start=start, values=(value,), unit=unit, raw="", spelled=True, parts=(one, item)
    )


def _one_before(reading: Reading, unit: Node) -> int | None:
    """Where "one" or an article in front of a unit begins; None where neither stands there."""
    word = _WORD_BEFORE.search(reading.text, unit.start - _LONGEST_WORD, unit.start)
    if word is None:
        return None
    lexicon = reading.lexicon
    form = fold(word.group(1), lexicon.turkic)
    entry = lexicon.lookup(word.group(1))
    senses = entry.senses if entry is not None else {}
    one = senses.get("cardinal") == 1 or "article_word" in senses
    if not one and "indefinite" not in lexicon.apart.get(form, ()):
        return None
    return word.start(1)
