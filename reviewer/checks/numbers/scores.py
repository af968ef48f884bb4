"""Scores, ratios and ranges: their two numbers in the other order, or another score."""

from __future__ import annotations

from itertools import pairwise

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Number


def turned(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Scores, ratios and ranges whose two numbers stand in the other order.

    Not where one of the texts runs from right to left, for there both orders are written.
    """
    if source.lexicon.leftwards or target.lexicon.leftwards:
        return []
    told: dict[tuple[Number, Number], list[Item]] = {}
    doubles = [other for other in _doubles(target) if _is_double(other) or _is_written(other)]
    for other in doubles:
        told.setdefault(_both(other), []).append(other)
    if not doubles:
        return []
    findings = []
    for item in _doubles(source):
        values = _both(item) if _is_double(item) or _is_written(item) else (0, 0)
        if values[0] == values[1] or told.get(values) or not told.get(values[::-1]):
            continue
        if item.minutes is not None and told[values[::-1]][0].minutes is not None:
            continue  # two times of the day
        other = told[values[::-1]].pop(0)
        words = message(
            "{source} → {target}: in the other order",
            source=source.text[item.start : item.end],
            target=target.text[other.start : other.end],
        )
        findings.append(finding("value", "major", "turned", words, item, other, 0.85))
    return findings


def _doubles(side: TextFigures) -> list[Item]:
    """The quantities, and two numbers that a word such as "to" makes a ratio."""
    words = side.lexicon.facts.get("ratio", ()) if len(side.items) > 1 else ()
    found = list(side.items) if words else side.items
    for first, second in pairwise(side.items) if words else ():
        if second.start - first.end > _LONGEST_RATIO or first.unit:
            continue
        if first.spelled == second.spelled and first.kind == second.kind == "cardinal":
            gap = side.text[first.end : second.start]
            whole = isinstance(first.value, int) and isinstance(second.value, int)
            if whole and fold(gap.strip()) in words:
                values = (first.value, second.value)
                found.append(Item(first.start, second.end, "range", values, parts=(first, second)))
    return found


_LONGEST_RATIO = 16
"""Characters between the two numbers of a ratio."""


def other_scores(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The only score of each side, where one number is the same and none or one goal is not.

    Alone a score of none or one asks for no counterpart, for it may be told in words.
    """
    both = [[item for item in side.items if _is_score(item)] for side in (source, target)]
    if len(both[0]) != 1 or len(both[1]) != 1:
        return []
    first, second = both[0][0], both[1][0]
    differing = [(x, y) for x, y in zip(_both(first), _both(second), strict=True) if x != y]
    if len(differing) != 1 or not set(differing[0]) <= {0, 1}:
        return []
    words = message(
        "{source} → {target}",
        source=source.text[first.start : first.end],
        target=target.text[second.start : second.end],
    )
    return [finding("value", "major", "score", words, first, second, 0.8)]


def _is_score(item: Item) -> bool:
    return _is_double(item) and not item.unit and all(0 <= p.value < 20 for p in item.parts)


def _is_double(item: Item) -> bool:
    return item.kind == "range" and len(item.parts) == 2


def _is_written(item: Item) -> bool:
    """Whether an item is written as a time of the day, as a score may be (25:19)."""
    return item.minutes is not None and len(item.parts) == 2 and not item.spelled


def _both(item: Item) -> tuple[Number, Number]:
    first, second = item.parts
    return first.value, second.value
