"""Words that are a quantity by themselves: half, dozen, twice, the nineties."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.decades import with_decade_before
from reviewer.text.quantities.items import Item, Node, whole
from reviewer.text.quantities.lexicon import Number
from reviewer.text.quantities.measured import measured, with_article
from reviewer.text.quantities.neighbours import adjacent
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.parts import HALVED
from reviewer.text.quantities.reading import Found, Reading
from reviewer.text.quantities.times import HALF_DAY, time_item

_GROWS = frozenset({"grows"})
_INDEFINITE = frozenset({"indefinite"})
_DOZEN = 12
_ONE_DOZEN = frozenset({"a dozen"})
_ARTICLES = ("a ", "A ", "an", "An")
_HALF_OF = frozenset({"a", "of a", "de", "di", "de un", "eine", "einer", "un", "of"})


def lone(reading: Reading, index: int) -> Found | None:
    """Words that are a quantity by themselves: half, dozen, twice, the nineties."""
    node = reading.nodes[index]
    senses = node.senses
    vague = "vague" in senses
    if "decade" in senses:
        decade = int(senses["decade"])
        item = Item(
            node.start, node.end, "date", (decade, decade % 100), unit="decade", spelled=True,
            vague=True,
        )  # fmt: skip
        following = index + 1
        if following < len(reading.nodes) and "decade_century" in reading.nodes[following].senses:
            item = replace(item, end=reading.nodes[following].end, vague=False)
            following += 1
        return with_decade_before(reading, index, item), following
    if "fraction" in senses:
        part = senses["fraction"]
        either = reading.lexicon.facts.get("article_fractions") and node.raw[:2] in _ARTICLES
        item = Item(
            node.start,
            node.end,
            "fraction",
            # "a third goal" counts, "a third of them" divides.
            (part, part.denominator) if either and part.denominator > 2 else (part,),
            spelled=True,
            vague=vague or senses["fraction"] == Fraction(1, 2) or _is_numbered(reading, index),
        )
        return measured(reading, *scaled(reading, item, index + 1))
    if "plus" in senses and (" " in node.raw or node.raw[:1] == "و"):
        # A half of something else, behind a word for "and".
        start = node.start + max(node.raw.find(" ") + 1, 1)
        item = Item(start, node.end, "fraction", (senses["plus"],), spelled=True, vague=True)
        return scaled(reading, item, index + 1)
    if "group" in senses:
        return _group(reading, index)
    if "some" in senses:
        first = int(senses["some"])
        item = Item(
            node.start, node.end, "cardinal", tuple(range(first, first + 10)), spelled=True,
            vague=True, tags=_INDEFINITE,
        )  # fmt: skip
        return measured(reading, item, index + 1)
    if "times" in senses:
        item = Item(
            node.start,
            node.end,
            "cardinal",
            (_factor(reading, node),),
            spelled=True,
            vague=True,
            unit="times",
            tags=_GROWS if reading.lexicon.facts.get("times_grow") else frozenset(),
        )
        return item, index + 1
    return None


def _is_numbered(reading: Reading, index: int) -> bool:
    """Whether an ordinal numbers a part, which is then none of anything (ve druhé třetině)."""
    before = reading.nodes[index - 1] if index else None
    if before is None or "ordinal" not in before.senses or "cardinal" in before.senses:
        return False
    return adjacent(reading.text, before, reading.nodes[index])


def _factor(reading: Reading, node: Node) -> Number:
    """By how much something is multiplied; an adverb beside a verb such as "shrink" divides."""
    factor: Number = node.senses["times"] + _grown(reading, node)
    shrinking = reading.lexicon.shrinking
    if shrinking is None or factor <= 1:
        return factor
    divides = shrinking.divides(reading.text, node.start, node.end)
    return whole(1 / Fraction(factor)) if divides else factor


def _grown(reading: Reading, node: Node) -> int:
    """1 where a text says by how many times something grew, not to how many (增长了两倍)."""
    before = reading.text[max(0, node.start - 4) : node.start]
    return int(any(before.endswith(word) for word in reading.lexicon.facts.get("grown_by", ())))


def _group(reading: Reading, index: int) -> Found:
    """A dozen, a pair, tens; with a scale word behind it tens of thousands."""
    node = reading.nodes[index]
    group = node.senses["group"]
    item = Item(node.start, node.end, "cardinal", (group,), spelled=True, vague=True)
    one = with_article(reading, item)
    many = _group_of(reading, index) if group == _PAIR else 0
    if many:
        item = replace(one, end=reading.nodes[index + 1].end, values=(group * many,), vague=True)
        item, following = measured(reading, replace(item, tags=_INDEFINITE), index + 2)
        return replace(item, vague=True), following
    factor = _scale_of(reading, index)
    if factor:
        after = reading.nodes[index + 1]
        item = replace(item, end=after.end, values=(group * factor,), tags=_INDEFINITE)
        if one.start < node.start and group < 100:
            item = replace(item, start=one.start, tags=frozenset(), vague=group == 2)
        return measured(reading, item, index + 2)
    bare = one is item
    half = reading.at(index + 1)
    if (
        half is not None
        and "plus" in half.senses
        and group in HALVED
        and adjacent(reading.text, node, half)
        and "scale" not in reading.senses(index + 2)
    ):
        values = (whole(group * (1 + half.senses["plus"])),)
        return replace(one, end=half.end, values=values, vague=False), index + 2
    item = replace(one, vague=group == 2 or group % 10 == 0 or bare)
    if not bare and group == _DOZEN:
        item = replace(item, tags=_ONE_DOZEN)
    if bare and group >= 10:
        item = replace(item, tags=_INDEFINITE)
    item, following = measured(reading, item, index + 1)
    # A couple minutes are a few.
    return replace(item, vague=item.vague or group == 2), following


def _group_of(reading: Reading, index: int) -> int:
    """How many the word behind a pair counts: a couple of dozen, пара десятков; or 0."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or len(gap := reading.text[node.end : after.start].strip()) > _OF:
        return 0
    if gap and not gap.isalpha():
        return 0
    many = int(after.senses.get("group", 0)) or int(after.senses.get("scale", 0))
    return many if _DOZEN - 2 <= many <= _HUNDRED else 0


_PAIR, _OF, _HUNDRED = 2, 3, 100


def _scale_of(reading: Reading, index: int) -> int:
    """The scale word that a group word multiplies (decine di migliaia), or 0."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or "scale" not in after.senses:
        return 0
    gap = reading.text[node.end : after.start].strip()
    if len(gap) > 3 or (gap and not gap.isalpha()):
        return 0
    if reading.lexicon.apart.get(fold(gap), {}).get("indefinite"):
        return 0  # the couple, a thousand
    return int(after.senses["scale"]) if after.senses["scale"] >= 1000 else 0


def scaled(reading: Reading, item: Item, following: int) -> Found:
    """A fraction with its scale word (half a million, anderthalb Milliarden)."""
    if following >= len(reading.nodes):
        return item, following
    after = reading.nodes[following]
    factor = after.senses.get("scale", 0)
    gap = reading.text[item.end : after.start].strip(" -").casefold()
    if gap and gap not in _HALF_OF:
        return item, following
    if after.senses.get("group") in HALVED:
        values = tuple(whole(v * after.senses["group"]) for v in item.values)
        return replace(
            item, end=after.end, kind="cardinal", values=values, vague=False
        ), following + 1
    if factor < 100:
        return item, following
    values = tuple(whole(v * factor) for v in item.values)
    item = replace(item, end=after.end, kind="cardinal", values=values, scale=factor, vague=False)
    beyond = reading.senses(following + 1).get("scale", 0)
    if factor == 1000 < beyond:
        # Half a thousand million (meio milhar de milhão).
        return _scaled_again(reading, item, following + 1, beyond)
    return item, following + 1


def _scaled_again(reading: Reading, item: Item, following: int, factor: int) -> Found:
    after = reading.nodes[following]
    gap = reading.text[item.end : after.start].strip().casefold()
    if gap and gap not in _HALF_OF:
        return item, following
    values = tuple(whole(v * factor) for v in item.values)
    return replace(item, end=after.end, values=values, scale=item.scale * factor), following + 1


def _hundred(reading: Reading, index: int, following: int) -> int:
    """100 where a half is one of hundreds (साढ़े तीन सौ is 350), whatever scale follows them."""
    second = reading.nodes[index + 2] if index + 2 < following else None
    return 100 if second is not None and second.senses.get("scale") == 100 else 1


def before_plus(reading: Reading, index: int) -> Found | None:
    """A word that adds to the number after it (Hindi साढ़े तीन is three and a half)."""
    node = reading.nodes[index]
    if index + 1 >= len(reading.nodes) or not adjacent(
        reading.text, node, reading.nodes[index + 1]
    ):
        return None
    numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
    if numeral is None:
        return None
    end = reading.nodes[numeral.next - 1].end
    added = node.senses["before_plus"] * numeral.scale * _hundred(reading, index, numeral.next)
    after = reading.nodes[numeral.next] if numeral.next < len(reading.nodes) else None
    if after is not None and "clock_after" in after.senses and "unit" not in after.senses:
        minutes = int(60 * (numeral.values[0] + added))
        if 0 < minutes <= HALF_DAY + 30 and adjacent(
            reading.text, reading.nodes[numeral.next - 1], after
        ):
            return time_item(reading, node.start, end, minutes, numeral.next)
    item = Item(node.start, end, "cardinal", (whole(numeral.values[0] + added),), spelled=True)
    return measured(reading, replace(item, scale=numeral.scale), numeral.next)
