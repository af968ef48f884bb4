"""Quantities that ask for nothing alone, set against the only one of their kind."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, chain
from typing import NamedTuple

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.answering_words import Words
from reviewer.checks.numbers.directions import when
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.nights import name_one_night
from reviewer.checks.numbers.sides import TextFigures, finding, rule_of
from reviewer.checks.numbers.units import converts, same_dimension
from reviewer.domain import Finding, Span
from reviewer.messages import Message, message
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Number
from reviewer.text.quantities.nodes import nodes
from reviewer.text.quantities.reader import SPANS


def weekdays(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The days of the week that only the source names, and those that only the target does."""
    if not source.weekdays or not target.weekdays:
        return []
    names = _only(source.weekdays, target.weekdays)
    if names is None or name_one_night(source, target) or name_one_night(target, source):
        return []
    first, second = _written(names, source, target)
    words = message("{source} → {target}: another day of the week", source=first, target=second)
    return [_renamed("weekday", words, names, 0.85)]


def periods(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """How often something returns, in the words that only one side has: weekly, monthly."""
    if not source.periods or not target.periods:
        return []
    names = _only(source.periods, target.periods)
    if names is None:
        return []
    for own, other in ((names[1], source), (names[0], target)):
        if any(_names_unit(str(name), other) for name in own.names):
            return []
    first, second = _written(names, source, target)
    words = message("{source} → {target}", source=first, target=second)
    return [_renamed("period", words, names, 0.75)]


class _Named(NamedTuple):
    """What one side alone names, in reading order, and where it does."""

    names: tuple[int | str, ...]
    spans: tuple[Span, ...]


def _only(
    source: Sequence[tuple[int, int, int | str]], target: Sequence[tuple[int, int, int | str]]
) -> tuple[_Named, _Named] | None:
    """What only one side names, where each side names something that the other does not.

    What one side alone says more of is no sign: a text may name a day twice, or not at all.
    """
    both = {name for _, _, name in source} & {name for _, _, name in target}
    alone = [[each for each in side if each[2] not in both] for side in (source, target)]
    if not alone[0] or not alone[1]:
        return None
    first, second = (
        _Named(
            tuple(dict.fromkeys(name for _, _, name in side)),
            tuple(Span(start, end) for start, end, _ in side),
        )
        for side in alone
    )
    return first, second


def _written(names: tuple[_Named, _Named], source: TextFigures, target: TextFigures) -> list[str]:
    """What each side alone names, as it is written."""
    return [
        ", ".join(dict.fromkeys(span.of(text) for span in side.spans))
        for side, text in zip(names, (source.text, target.text), strict=True)
    ]


def _renamed(rule: str, words: Message, names: tuple[_Named, _Named], confidence: float) -> Finding:
    first, second = names
    subject = f"{rule}:" + "→".join(",".join(map(str, side.names)) for side in names)
    return Finding(ID, "value", "major", words, first.spans, second.spans, rule=rule,
                   confidence=confidence, subject=subject)  # fmt: skip


def _names_unit(period: str, side: TextFigures) -> bool:
    """Whether a text tells a period by its noun (per day, every two weeks)."""
    named = {node.senses.get("unit") for node in nodes(plain(side.text), side.lexicon)}
    return _NOUNS.get(period, period) in named


_NOUNS = {"fortnight": "week", "quarter": "month", "half_year": "month", "two_years": "year"}


def other_spans(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """A word for a span of time (fortnight) against the only other one (a month, two months)."""
    findings = []
    for own, other, items, opposite in (
        (source, target, matching.source, matching.target),
        (target, source, matching.target, matching.source),
    ):
        amounts = [i for i in items if "amount" in i.tags and same_dimension(i.unit, _ANY_SPAN)]
        if len(amounts) != 1:
            continue
        counted = [i for i in opposite if i.unit and same_dimension(i.unit, _ANY_SPAN)]
        if len(counted) == 1:
            findings.append(_other_span(amounts[0], counted[0], own is source, source, target))
            items.remove(amounts[0])
            opposite.remove(counted[0])
            continue
        if opposite:
            continue
        there = _uncounted(other)
        units = {unit for _, _, unit in there}
        if len(there) != 1 or units & {unit for _, _, unit in _uncounted(own)}:
            continue
        item, (start, end, unit) = amounts[0], there[0]
        same = unit == item.unit and item.value == 1
        if same or converts(1, unit, item.value, item.unit, rough=True):
            continue
        alone = _one(start, end, unit)
        findings.append(_other_span(item, alone, own is source, source, target))
        items.remove(item)
    return findings


def _other_span(
    word: Item, span: Item, of_source: bool, source: TextFigures, target: TextFigures
) -> Finding:
    """What is said of a word for a span of time and what stands for it on the other side."""
    a, b = (word, span) if of_source else (span, word)
    written = [wording.described(i, s.text) for s, i in ((source, a), (target, b))]
    words = message("{source} → {target}", source=written[0], target=written[1])
    return finding("value", "major", "word", words, a, b, 0.6)


def lone_spans(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """A decade later, told as a century later: the one span before or after something of each
    side that no number counts."""
    if not source.spans or not target.spans:
        return []
    left_over = (*matching.source, *matching.target)
    if any(item.unit in SPANS and "article" not in item.tags for item in left_over):
        return []
    found = []
    for side in (source, target):
        told = [_one(*span) for span in _uncounted(side)]
        found.append([span for span in told if when(side, span)])
    left, right = found
    if len(left) != 1 or len(right) != 1:
        return []
    a, b = left[0], right[0]
    named = {unit for _, _, unit in source.spans}, {unit for _, _, unit in target.spans}
    if a.unit in named[1] or b.unit in named[0]:
        return []
    return [_other_span(a, b, True, source, target)]


def _one(start: int, end: int, unit: str) -> Item:
    return Item(start, end, "cardinal", (1,), unit=unit, spelled=True)


def _uncounted(side: TextFigures) -> list[tuple[int, int, str]]:
    """The words for units of time that stand beside no number (a day, in 3 langen Tagen)."""
    counted = sorted((i.start, i.end) for i in side.items if "article" not in i.tags)
    starts = [start for start, _ in counted]
    # How far the items reach that begin so far on: not each span is compared with each item.
    reach = list(accumulate((end for _, end in counted), max))
    found = []
    for start, end, unit in side.spans:
        begun = bisect_right(starts, end + _NEAR)
        if not begun or reach[begun - 1] < start - _NEAR:
            found.append((start, end, unit))
    return found


_ANY_SPAN = "year"
"""A unit of time, as an example of all."""
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
    """First that became second, half that became a quarter, doubled that became half: the only
    one of its kind."""
    findings = []
    for kinds in _KINDS:
        left = [i for i in matching.source if i.vague and _sort(i) in kinds]
        right = [i for i in matching.target if i.vague and _sort(i) in kinds]
        if len(left) != 1 or len(right) != 1:
            continue
        a, b = left[0], right[0]
        if not _beside_the_same(a, b, matching) and (
            Words(target.text, target.lexicon, target.items).answer(a, source.text)
            or Words(source.text, source.lexicon, source.items).answer(b, target.text)
        ):
            continue
        matching.source.remove(a)
        matching.target.remove(b)
        first, second = wording.described(a, source.text), wording.described(b, target.text)
        words = message("{source} → {target}", source=first, target=second)
        findings.append(finding("value", "major", rule_of(a), words, a, b, 0.6))
    return findings


def _beside_the_same(a: Item, b: Item, matching: Matching) -> bool:
    """Whether two ordinals stand right beside parts that agree (the third quarter, the first), so
    that no other word stands for either."""
    if a.kind != "ordinal" or b.kind != "ordinal":
        return False
    return any(
        found.source.kind == found.target.kind == "fraction"
        and _apart(a, found.source) <= _BESIDE
        and _apart(b, found.target) <= _BESIDE
        for found in matching.matches
    )


def _apart(one: Item, other: Item) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


_BESIDE = 1
"""Characters between two words that stand side by side."""


_KINDS = (
    ("ordinal", "from_end"), ("times",), ("fraction",), ("round",), ("decade",), ("time",),
    ("code",), ("times", "fraction"), ("dozen",),
)  # fmt: skip
"""What stands for one another among words that ask for nothing alone."""


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
        **wording.both(a, b, source.text, target.text),
    )
    return [finding("value", "major", "date", words, a, b, 0.7)]


def _is_month(item: Item) -> bool:
    return item.day is not None and item.day[0] is None and item.day[2] is None


def _sort(item: Item) -> str:
    if "roman" in item.tags:
        return "roman"
    if item.vague and item.spelled and item.kind == "cardinal" and _is_dozen(item):
        return "dozen"
    return item.unit if item.unit in _UNITS else item.kind


def _is_dozen(item: Item) -> bool:
    """Whether words say a dozen or half of it, and no short one that is a number only sometimes
    (Italian sei)."""
    long = item.end - item.start >= _HALF_A_DOZEN
    return not item.unit and (item.value == _DOZEN or (item.value == _DOZEN / 2 and long))


_DOZEN = 12
_HALF_A_DOZEN = 6
"""Letters of the shortest words for half a dozen."""
_UNITS = ("times", "round", "decade", "from_end")
"""Units that are a sort of their own."""
