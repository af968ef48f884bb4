"""Which quantities without a counterpart ask for one, and which a word or conversion answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reviewer.checks.numbers.agreement import converted
from reviewer.checks.numbers.answering_words import answers, unit_stands_alone
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.rounding import is_rounding
from reviewer.checks.numbers.sides import Side
from reviewer.text.quantities.items import Item

SMALL = 12
"""Up to here, numbers are often written out, and words that we do not know may carry them."""


_WHOLLY = 100
"""Per cent that say no more than "wholly"."""


ABOUT = frozenset({"about"})


def same_unit(a: Item, b: Item) -> bool:
    """Whether both amounts are of one unit, though not of one value."""
    return bool(a.unit) and a.unit == b.unit and a.value != b.value


def drop_answered(matching: Matching, source: Side, target: Side) -> None:
    """Take out what never asks, and what a word or a conversion answers."""
    told = _counterparts(matching)
    both = [any("roman" in i.tags for i in side) for side in (matching.source, matching.target)]
    roman = all(both)
    for own, other, items, opposite in (
        (source, target, matching.source, matching.target),
        (target, source, matching.target, matching.source),
    ):
        items[:] = [
            item
            for item in items
            if (roman and "roman" in item.tags)
            or not (
                item.vague
                or _is_conversion(item, own, other, items, opposite, told)
                or _is_answered(item, own, other)
            )
        ]


def _is_answered(item: Item, own: Side, other: Side) -> bool:
    """Whether a date, a code or a word of the other text stands for the item."""
    if item.text == "month" and item.day is not None:
        month = item.day[1]
        if any(o.day is not None and o.day[1] == month for o in other.items):
            return True
    if item.kind == "code" and any(o.kind == "code" and o.text == item.text for o in other.items):
        return True
    if item.text in ("day", "year"):
        return False
    return answers(item, own.text, other.text, other.lexicon, other.items)


def _counterparts(matching: Matching) -> dict[int, Item]:
    """What each matched quantity was matched with, by where it stands in memory."""
    found = {id(m.source): m.target for m in matching.matches}
    return found | {id(m.target): m.source for m in matching.matches}


def _is_conversion(
    item: Item,
    own: Side,
    other_side: Side,
    items: list[Item],
    opposite: list[Item],
    told: Mapping[int, Item],
) -> bool:
    """A converted amount beside its original ("25 miles (40 km)"), on this side only."""
    if not item.unit or any(same_unit(o, item) or _lost_figure(o, item) for o in opposite):
        return False
    if unit_stands_alone(item.unit, other_side.text, other_side.lexicon, other_side.items):
        return False
    for other in own.items:
        for part in (other, *other.parts):
            if any(part is i for i in items) or part.start == item.start:
                continue
            if _contradicts(told.get(id(part)), item):
                continue
            if not converted(replace(item, tags=item.tags | ABOUT), part):
                continue
            low, high = sorted((item, part), key=lambda i: i.start)
            between = own.text[low.end : high.start]
            if len(between) <= 25 and (set(between) & set("(（[/;,–—") or len(between) <= 12):
                return True
    return False


def _lost_figure(word: Item, item: Item) -> bool:
    """Whether the scale word behind the item's figure has stayed without it ("( million)")."""
    return "indefinite" in word.tags and item.scale > 1 and word.value == item.scale


def _contradicts(counterpart: Item | None, item: Item) -> bool:
    """Whether the other text tells the same amount in the item's own unit, and another figure."""
    if counterpart is None or not same_unit(counterpart, item):
        return False
    return not is_rounding(item.value, counterpart.value, marked=True)


def name_like(item: Item) -> bool:
    """A name with a number in it (COVID-19), which a language may replace by a word."""
    return (item.kind == "code" and sum(c.isalpha() for c in item.raw) >= 4) or "name" in item.tags


def certain(item: Item) -> bool:
    return not item.spelled and (
        item.scale > 1 or item.kind == "percent" or item.day is not None or item.value > SMALL
    )


def asks(item: Item, own: Side, other: Side) -> bool:
    """Whether a quantity without counterpart is worth an alarm, or only a guess."""
    if item.kind == "percent" and item.value == _WHOLLY:
        return False
    if other.lexicon.complete and own.lexicon.complete:
        return True
    if item.day is not None or item.minutes is not None:
        return False
    if not own.lexicon.complete and item.spelled:
        return False
    value = item.value
    if not other.lexicon.complete:
        written_out = isinstance(value, int) and (abs(value) <= 100 or value % 100 == 0)
        return not item.spelled and not (written_out and item.kind != "percent")
    return True
