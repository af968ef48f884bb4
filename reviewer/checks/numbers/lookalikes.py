"""Quantities that ask for nothing alone, set against the only one of their kind."""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from itertools import chain

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.answering_words import Words
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.sides import TextFigures, finding, rule_of
from reviewer.checks.numbers.units import converts, sums
from reviewer.domain import Finding, Span, message
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.lexicon import Number
from reviewer.text.quantities.nodes import nodes


def weekdays(source: TextFigures, target: TextFigures) -> list[Finding]:
    """The one day of the week that each side names, where the two differ."""
    named = [{day for _, _, day in one.weekdays} for one in (source, target)]
    if len(named[0]) != 1 or len(named[1]) != 1 or named[0] == named[1]:
        return []
    spans = [tuple(Span(start, end) for start, end, _ in one.weekdays) for one in (source, target)]
    written = [spans[0][0].of(source.text), spans[1][0].of(target.text)]
    words = message(
        "{source} → {target}: another day of the week", source=written[0], target=written[1]
    )
    subject = f"weekday:{min(named[0])}→{min(named[1])}"
    return [
        Finding(ID, "value", "major", words, spans[0], spans[1], rule="weekday",
                confidence=0.85, subject=subject)
    ]  # fmt: skip


def periods(source: TextFigures, target: TextFigures) -> list[Finding]:
    """How often something returns, in the one word of each side that says it: weekly, monthly."""
    named = [{name for _, _, name in one.periods} for one in (source, target)]
    if len(named[0]) != 1 or len(named[1]) != 1 or named[0] == named[1]:
        return []
    if _names_unit(named[1], source) or _names_unit(named[0], target):
        return []
    spans = [tuple(Span(start, end) for start, end, _ in one.periods) for one in (source, target)]
    written = [spans[0][0].of(source.text), spans[1][0].of(target.text)]
    words = message("{source} → {target}", source=written[0], target=written[1])
    subject = f"period:{min(named[0])}→{min(named[1])}"
    return [
        Finding(ID, "value", "major", words, spans[0], spans[1], rule="period",
                confidence=0.75, subject=subject)
    ]  # fmt: skip


def _names_unit(period: set[str], side: TextFigures) -> bool:
    """Whether a text tells a period by its noun (per day, every two weeks)."""
    named = {node.senses.get("unit") for node in nodes(plain(side.text), side.lexicon)}
    return not {_NOUNS.get(name, name) for name in period}.isdisjoint(named)


_NOUNS = {"fortnight": "week", "quarter": "month", "half_year": "month", "two_years": "year"}


def other_spans(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """A word for a span of time (fortnight) against the only unit that stands alone (a month)."""
    findings = []
    for own, other, items, opposite in (
        (source, target, matching.source, matching.target),
        (target, source, matching.target, matching.source),
    ):
        amounts = [i for i in items if "amount" in i.tags and sums(i.unit, "day")]
        if len(amounts) != 1 or opposite:
            continue
        here, there = (_units_of_time(side) for side in (own, other))
        units = {node.senses["unit"] for node in there}
        if len(there) != 1 or units & {node.senses["unit"] for node in here}:
            continue
        item, node, (unit,) = amounts[0], there[0], units
        if converts(1, unit, item.value, item.unit, rough=True):
            continue
        alone = Item(node.start, node.end, "cardinal", (1,), unit=unit, spelled=True)
        a, b = (item, alone) if own is source else (alone, item)
        written = [s.text[i.start : i.end] for s, i in ((source, a), (target, b))]
        words = message("{source} → {target}", source=written[0], target=written[1])
        findings.append(finding("value", "major", "word", words, a, b, 0.6))
        items.remove(item)
    return findings


def _units_of_time(side: TextFigures) -> list[Node]:
    """The units of time that stand beside no figure (am 12. Tag, im Jahr 991)."""
    found = nodes(plain(side.text), side.lexicon)
    return [
        node
        for node in found
        if sums(node.senses.get("unit", ""), "century_span")
        and not any(i.start - _NEAR <= node.end and node.start <= i.end + _NEAR for i in side.items)
    ]


_NEAR = 2
"""Characters between a figure and a unit that belongs to it."""


def magnitudes(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Hundreds that became thousands: the one indefinite magnitude of each side without a like."""
    left = [i for i in matching.source if "indefinite" in i.tags]
    right = [i for i in matching.target if "indefinite" in i.tags]
    left, right = _without_likes(left, right)
    if len(left) != 1 or len(right) != 1:
        return []
    a, b = left[0], right[0]
    matching.source.remove(a)
    matching.target.remove(b)
    words = wording.compared(a, b, source.text, target.text)
    return [finding("value", "major", "magnitude", words, a, b, 0.7)]


def _without_likes(left: list[Item], right: list[Item]) -> tuple[list[Item], list[Item]]:
    """The magnitudes of both sides without each one's first like, those of one value together."""
    places: dict[Number, deque[int]] = {}
    for place, item in enumerate(right):
        places.setdefault(item.value, deque()).append(place)
    alone = []
    for item in left:
        likes = [v for v in places if _times_larger(item.value, v) < _FAR]
        if not likes:
            alone.append(item)
            continue
        first = min(likes, key=lambda value: places[value][0])
        places[first].popleft()
        if not places[first]:
            del places[first]
    return alone, [right[place] for place in sorted(chain(*places.values()))]


def _times_larger(a: Number, b: Number) -> Fraction:
    return Fraction(max(a, b)) / Fraction(min(a, b))


_FAR = 5
"""From so many times on two indefinite magnitudes differ (tens or dozens, hundreds)."""


def vague_pairs(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """First that became second, half that became a quarter: the only one of its kind."""
    findings = []
    for kind in ("ordinal", "times", "fraction", "round", "decade", "time", "code"):
        left = [i for i in matching.source if i.vague and _sort(i) == kind]
        right = [i for i in matching.target if i.vague and _sort(i) == kind]
        if len(left) != 1 or len(right) != 1:
            continue
        a, b = left[0], right[0]
        if Words(target.text, target.lexicon, target.items).answer(a, source.text):
            continue
        if Words(source.text, source.lexicon, source.items).answer(b, target.text):
            continue
        matching.source.remove(a)
        matching.target.remove(b)
        first, second = wording.described(a, source.text), wording.described(b, target.text)
        words = message("{source} → {target}", source=first, target=second)
        findings.append(finding("value", "major", rule_of(a), words, a, b, 0.6))
    return findings


def months(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The one month left on each side, where the word for one of them has other meanings (May)."""
    left = [i for i in matching.source if _is_month(i)]
    right = [i for i in matching.target if _is_month(i)]
    if len(left) != 1 or len(right) != 1 or not (left[0].vague or right[0].vague):
        return []
    a, b = left[0], right[0]
    matching.source.remove(a)
    matching.target.remove(b)
    words = message(
        "{source} → {target}",
        source=wording.described(a, source.text),
        target=wording.described(b, target.text),
    )
    return [finding("value", "major", "date", words, a, b, 0.7)]


def _is_month(item: Item) -> bool:
    return item.day is not None and item.day[0] is None and item.day[2] is None


def _sort(item: Item) -> str:
    if "roman" in item.tags:
        return "roman"
    return item.unit if item.unit in ("times", "round", "decade") else item.kind
