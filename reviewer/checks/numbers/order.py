"""Two equal-kind values exchanged between the things they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile

from reviewer.checks.numbers import roles, trends
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.belongings import belongings, is_year, with_concepts, with_places
from reviewer.checks.numbers.directions import bound
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.checks.numbers.things import exchanged_things
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.items import Item

_FARTHEST = 60
"""Characters of the source that may stand between two values that are told side by side."""
_JOINED = 28
"""Characters of the source that two nouns, and what joins them, may take between two values."""
_SLACK, _STRETCH = 5.0, 0.4
"""By how much, in characters and as a share, the texts between them may differ in length."""
_CLAUSE = re.compile(r"[,;،、，](?!\d)")
_SHARED = frozenset({"shared"})


def exchanged(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Neighbouring values that changed places, by what they belong to or else by their roles."""
    return _swapped(matching, source, target) or roles.exchanged(matching, source, target)


def _swapped(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Neighbouring values that changed places while what they belong to did not.

    What they belong to are dates, years, days of the week and names; without any, values that
    stand side by side in both texts.
    """
    values = sorted(
        (m for m in matching.matches if _is_value(m) and not _is_anchor(m)),
        key=lambda m: m.source.start,
    )
    if len(values) < _TWO:
        return []
    told, placed = belongings(matching, source, target), None
    found: list[tuple[Match, Match]] = []
    settled: list[tuple[Match, Match]] = []
    for own in _of_one_sort(values):
        for a, b in pairwise(own):
            if not _may_change_places(a, b):
                continue
            verdict = told.verdict(a, b, own) or exchanged_things(a, b, source, target)
            if not verdict:
                placed = placed or with_places(told, source, target)
                verdict = placed.of_places(a, b, own) or placed.of_things(a, b, own)
            if verdict:
                settled.append((a, b))
            if verdict == "exchanged":
                found.append((a, b))
    moved = [
        (a, b)
        for a, b in pairwise(values)
        if (a, b) not in settled
        and _units_exchanged(a, b)
        and not roles.kept(a, b, source, target)  # 2,5 statt 1,5 Euro
    ]
    found += moved
    settled += moved
    crossed = [(a, b) for a, b in pairwise(values) if _crossed(a, b) and (a, b) not in settled]
    beside = [
        (a, b)
        for a, b in crossed
        if not roles.kept(a, b, source, target)
        and not _keep_limits(a, b, source, target)
        and _side_by_side(a, b, source, target)
    ]
    if beside:
        named = with_concepts(told, source, target)
        found += [(a, b) for a, b in beside if not named.kept(a, b, values)]
    return [roles.places_changed(a, b, source, "swapped") for a, b in found]


_TWO = 2


def _of_one_sort(values: Sequence[Match]) -> Iterable[list[Match]]:
    """The values of each kind and unit, in the order of the source; a unit may be told once."""
    units = {_unit(match) for match in values} - {""}
    sorts: dict[tuple[str, str], list[Match]] = {}
    for match in values:
        unit = _unit(match) if len(units) > 1 else ""
        sorts.setdefault((_kind(match.source), unit), []).append(match)
    return sorts.values()


def _unit(match: Match) -> str:
    return match.source.unit or match.target.unit


def _may_change_places(a: Match, b: Match) -> bool:
    """Whether two values of one sort are such that each could stand where the other does."""
    if a.source.value == b.source.value or not _same_sort(a, b):
        return False
    if _of_two_writings(a, b):
        return False  # a man of 28 and three seasons
    return not any(m.source.kind == "ordinal" or _is_year(m.source) for m in (a, b))


def _of_two_writings(a: Match, b: Match) -> bool:
    """Whether both texts tell the one in words and the other in figures."""
    return a.source.spelled != b.source.spelled and a.target.spelled != b.target.spelled


def _units_exchanged(a: Match, b: Match) -> bool:
    """Whether the one unit that is told stands behind the other value in the target.

    Four medals in six days, six medals in four days.
    """
    if _SHARED & (a.source.tags | a.target.tags | b.source.tags | b.target.tags):
        return False
    here = a.source.unit, b.source.unit
    there = a.target.unit, b.target.unit
    counted = all(i.kind == "cardinal" for m in (a, b) for i in (m.source, m.target))
    return counted and here.count("") < 2 and here[0] != here[1] and here == there[::-1]


def turned_dates(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """From one date or time to another, told from the second to the first."""
    ends = [m for m in matching.matches if family(m.source) in _ENDS and not m.source.vague]
    if len(ends) < 2:
        return []
    ends.sort(key=lambda m: m.source.start)
    findings = []
    for a, b in pairwise(ends):
        if b.target.start > a.target.start or a.source.text == b.source.text:
            continue
        if family(a.source) != family(b.source) or not _is_range(a, b, source, target):
            continue
        if roles.role(b.source, source) == "f" or roles.role(a.target, target) == "f":
            continue  # to the one from the other
        words = message(
            "{source} → {target}: in the other order",
            source=source.text[a.source.start : b.source.end],
            target=target.text[b.target.start : a.target.end],
        )
        findings.append(finding("value", "major", "turned", words, a.source, a.target, 0.8))
    return findings


_ENDS = ("date", "time")
_LONGEST_TO = 9
"""Characters that a word such as "to", with an article or a weekday's comma, may take."""


def _is_range(a: Match, b: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether nothing but a word such as "to" stands between two dates, on both sides."""
    gaps = (
        (source, source.text[a.source.end : b.source.start]),
        (target, target.text[b.target.end : a.target.start]),
    )
    return all(
        gap.strip() and len(gap) <= _LONGEST_TO and not _joins(gap, side)
        and not re.search(r"[.,;:!?()&]", gap)
        for side, gap in gaps
    )  # fmt: skip


def _keep_limits(a: Match, b: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether one value is a lower limit and the other an upper one, on both sides."""
    here = bound(source, a.source).way, bound(source, b.source).way
    return here in ((1, -1), (-1, 1)) and here == (
        bound(target, a.target).way,
        bound(target, b.target).way,
    )


def _side_by_side(a: Match, b: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether two values cross that stand next to each other, as far apart in both texts.

    What stands between them is then the same, and it has not moved.
    """
    if not _same_sort(a, b) or any(_stands_elsewhere(m, source, target) for m in (a, b)):
        return False
    if _between(source, a.source, b.source) or _between(target, b.target, a.target):
        return False
    if _of_two_writings(a, b) and not _coordinated(a, b, source, target):
        return False  # two buses and 26 people, which have moved with their clauses
    turned = source.lexicon.head_final != target.lexicon.head_final
    if turned and (_compared(a.source, b.source, source) or _compared(b.target, a.target, target)):
        return False  # 1歳半若い38.5歳
    gaps = (
        source.text[a.source.end : b.source.start],
        target.text[b.target.end : a.target.start],
    )
    if turned and all(_CLAUSE.search(gap) for gap in gaps):
        return False
    if turned and not _one_unit(a, b) and not _coordinated(a, b, source, target):
        return False
    share = len(target.text) / max(1, len(source.text))
    here = (b.source.start - a.source.end) * share
    there = float(a.target.start - b.target.end)
    if max(here, there) > _FARTHEST * share:
        return False
    return abs(here - there) <= max(_SLACK, _STRETCH * max(here, there))


def _compared(first: Item, second: Item, side: TextFigures) -> bool:
    """Whether the first value says by how much the second one is more or less than another."""
    words = trends.told(side, "comparisons")
    return any(first.end <= end <= second.start for _, end, _ in words)


def _coordinated(a: Match, b: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether the values are joined by "and" with a word or two between, which keep their order."""
    here = source.text[a.source.end : b.source.start]
    there = target.text[b.target.end : a.target.start]
    share = len(target.text) / max(1, len(source.text))
    if len(here) > _JOINED or len(there) > _SLACK + _JOINED * share:
        return False
    return _joins(here, source) or _joins(there, target)


def _joins(gap: str, side: TextFigures) -> bool:
    """Whether the language's word for "and" stands in a text between two values."""
    word = str(side.lexicon.facts.get("conjunction", ""))
    return bool(word.strip()) and f"{word}" in f"{gap} " and not re.search(r"[.;:!?()]", gap)


def _stands_elsewhere(found: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether a value moves with its clause: a year, an ordinal, a part of a date or range."""
    if found.source.kind == "ordinal" or _is_year(found.source):
        return True
    return not (_is_whole(found.source, source) and _is_whole(found.target, target))


def _is_whole(item: Item, side: TextFigures) -> bool:
    index = bisect_left(side.items, item.start, key=_start)
    same = takewhile(lambda own: own.start == item.start, islice(side.items, index, None))
    return any(item.end >= own.end for own in same)


def _is_year(item: Item) -> bool:
    return item.raw.isdigit() and len(item.raw) == 4 and 1000 <= item.value < 2200


def _one_unit(a: Match, b: Match) -> bool:
    """Whether both values are told with the same unit, which noun phrases do not turn round."""
    units = {m.source.unit or m.target.unit for m in (a, b)}
    percent = all("percent" in (m.source.kind, m.target.kind) for m in (a, b))
    return percent or (len(units) == 1 and "" not in units)


def _same_sort(a: Match, b: Match) -> bool:
    """Whether all four are of one kind and unit, where both units are told."""
    here, there = (a.source, b.source), (a.target, b.target)
    elided = _elided(here, there) or _elided(there, here)
    kinds = {_kind(i) for i in (*here, *there)}
    for own in ((a.source, b.source), (a.target, b.target)):
        if own[0].unit != own[1].unit and own[0].unit and own[1].unit:
            return False
    return elided or len(kinds) == 1


def _elided(one: tuple[Item, Item], other: tuple[Item, Item]) -> bool:
    """Whether one text tells the percent sign of two percentages only once."""
    plain = [item for item in one if item.kind == "cardinal" and not item.unit]
    kinds = {item.kind for item in other}
    return (
        len(plain) == 1
        and {i.kind for i in one} == {"cardinal", "percent"}
        and (kinds == {"percent"})
    )


def _kind(item: Item) -> str:
    return "number" if item.kind in ("cardinal", "fraction") else item.kind


def _between(side: TextFigures, first: Item, second: Item) -> bool:
    """Whether another figure stands between two quantities."""
    index = bisect_left(side.items, first.end, key=_start)
    behind = takewhile(lambda own: own.start <= second.start, islice(side.items, index, None))
    return any(own.end <= second.start and not own.vague for own in behind)


def _start(item: Item) -> int:
    return item.start


def _is_value(match: Match) -> bool:
    return family(match.source) == family(match.target) == "number" and not match.source.vague


def _is_anchor(match: Match) -> bool:
    return match.source.day is not None or is_year(match.source)


def _crossed(a: Match, b: Match) -> bool:
    """Whether two different values of one kind stand in the other order in the target.

    Values that each keep a unit of their own have moved with it (in six days, four medals).
    """
    units = {a.source.unit, b.source.unit} - {""}
    alike = a.source.kind == b.source.kind and len(units) < 2
    alike = alike or _elided((a.source, b.source), (a.target, b.target))
    kept = a.source.unit == a.target.unit and b.source.unit == b.target.unit
    if kept and a.source.unit != b.source.unit:
        return False
    return alike and a.source.value != b.source.value and b.target.start < a.target.start
