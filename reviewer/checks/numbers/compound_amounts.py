"""An amount in two units against one: 5 feet 7 inches told as 1.70 m, 2 hours 5 as 125 minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from reviewer.checks.numbers.agreement import converted
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding, too_many
from reviewer.checks.numbers.units import in_unit_of, sums
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.lexicon import Number
from reviewer.text.quantities.reader import SPANS


def compound_amounts(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out two amounts of one dimension whose sum the other text tells; the findings say so.

    Of the two the larger one may have been taken for the sum already (2 hours for 125 minutes).
    """
    if not any(i.unit for i in (*matching.source, *matching.target)):
        return []
    if too_many(source, target):
        return []
    told = {id(m.source): m for m in matching.matches} | {id(m.target): m for m in matching.matches}
    findings = []
    for own, other, side, first in (
        (matching.source, matching.target, source, True),
        (matching.target, matching.source, target, False),
    ):
        for parts in _chains(_neighbours(own, side, told)):
            if all(i is not parts[-1] for i in own):
                continue  # told with what stands before it
            large, total = parts[0], reduce(_sum, parts)
            known = told.get(id(large))
            if known is None:
                counterpart = next((o for o in other if o.unit and _tells(o, total)), None)
            else:
                counterpart = known.target if first else known.source
                if not _tells(counterpart, total):
                    counterpart = None
            if counterpart is None:
                continue
            own[:] = [i for i in own if all(i is not part for part in parts)]
            other[:] = [i for i in other if i is not counterpart]
            a, b = (total, counterpart) if first else (counterpart, total)
            words = message(
                "{source} → {target}: converted to another unit",
                source=_written(a, source),
                target=_written(b, target),
            )
            findings.append(finding("rounded", "minor", "conversion", words, a, b, 0.8))
    return findings


def _written(item: Item, side: TextFigures) -> str:
    """An amount as its text has it, a span of time with its name, which stands behind it."""
    name = _NAME.match(side.text, item.end) if item.unit in SPANS else None
    return side.text[item.start : name.end() if name else item.end]


_NAME = re.compile(r" [^\W\d_]+")


def _chains(pairs: list[tuple[Item, Item]]) -> Iterator[tuple[Item, ...]]:
    """Three amounts of which each is the next one's neighbour (two hours, seven minutes and 15
    seconds), then the pairs."""
    yield from ((a, b, d) for (a, b), (c, d) in pairwise(pairs) if b is c)
    yield from pairs


def _neighbours(
    own: list[Item], side: TextFigures, told: dict[int, Match]
) -> list[tuple[Item, Item]]:
    """A leftover of a smaller unit with the larger one before it, left over or converted."""
    loose = [m for m in told.values() if m.how == "converted"]
    mine = {id(i) for i in own}
    larger = [i for m in loose for i in (m.source, m.target) if _is_of(i, side)]
    everything = sorted([*own, *larger], key=lambda item: item.start)
    return [
        (large, small)
        for large, small in pairwise(everything)
        if id(small) in mine
        and 0 <= small.start - large.end <= _NEAR
        and sums(large.unit, small.unit)
        and in_unit_of(small.unit, 1, large.unit) > small.value
        and _joined(large, small, side)
    ]


def _joined(large: Item, small: Item, side: TextFigures) -> bool:
    """Whether nothing but the larger unit's name and a word for "and" stands between them."""
    words = side.text[large.end : small.start].replace(",", " ").split()
    if not side.lexicon.spaced:
        return True
    if large.unit in SPANS:
        words = words[1:]
    joins = str(side.lexicon.facts.get("conjunction", "")).split()
    return not words or (len(words) == 1 and fold(words[0], side.lexicon.turkic) in joins)


def _is_of(item: Item, side: TextFigures) -> bool:
    return any(item.start == own.start and item.values == own.values for own in side.items)


_NEAR = 18
"""Characters between two amounts; behind a span of time its name stands between them."""


def _sum(large: Item, small: Item) -> Item:
    """Two amounts of one dimension as one, in the unit of the second."""
    tags = small.tags | large.tags
    return replace(small, start=large.start, values=(_added(large, small),), tags=tags)


def _added(large: Item, small: Item) -> Number:
    """The sum of two amounts of one dimension, in the unit of the second."""
    return whole(in_unit_of(small.unit, large.value, large.unit) + small.value)


def _tells(item: Item, total: Item) -> bool:
    same = item.unit == total.unit and item.value == total.value
    return same or converted(total, item)
