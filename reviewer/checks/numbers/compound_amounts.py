"""An amount in two units against one in a third: 5 feet 7 inches told as 1.70 m."""

from __future__ import annotations

from dataclasses import replace

from reviewer.checks.numbers.agreement import converted
from reviewer.checks.numbers.matching import Matching, added
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.checks.numbers.units import sums
from reviewer.domain import Finding, message
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.reader import SPANS


def compound_amounts(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """5 feet 7 inches told as 1.70 m: two amounts of one dimension against their sum."""
    findings = []
    for own, other, first in (
        (matching.source, matching.target, True),
        (matching.target, matching.source, False),
    ):
        without: set[tuple[object, ...]] = set()  # sums that nothing answers: `other` only shrinks
        for large, small in zip(list(own), list(own)[1:], strict=False):
            near = 0 <= small.start - large.end <= (_NAMED if large.unit in SPANS else _NEAR)
            if not near or not sums(large.unit, small.unit):
                continue
            total = replace(large, end=small.end, values=(added(large, small),))
            key = (total.kind, total.value, total.unit, total.tags, total.day, total.minutes)
            if key in without:
                continue
            match_ = next((o for o in other if o.unit and _tells(o, total)), None)
            if match_ is None:
                without.add(key)
                continue
            own[:] = [i for i in own if i is not large and i is not small]
            other.remove(match_)
            a, b = (total, match_) if first else (match_, total)
            words = message(
                "{source} → {target}: converted to another unit",
                source=source.text[a.start : a.end],
                target=target.text[b.start : b.end],
            )
            findings.append(finding("rounded", "minor", "conversion", words, a, b, 0.8))
    return findings


_NEAR, _NAMED = 6, 16
"""Characters between two amounts; behind a span of time its name stands between them."""


def _tells(item: Item, total: Item) -> bool:
    same = item.unit == total.unit and item.value == total.value
    return same or converted(total, item)
