"""Which quantity of the target answers which quantity of the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reviewer.checks.numbers.agreement import RULES, dates, family, same, same_value, units_agree
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import Number

_GOALS = 20
"""From here on a score is none of goals."""


@dataclass(slots=True)
class Match:
    """A source item, its counterpart, and how they agree ("same", "reading", "equivalent")."""

    source: Item
    target: Item
    how: str = "same"


@dataclass(slots=True)
class Matching:
    """Everything that was matched, and what is left on each side."""

    matches: list[Match] = field(default_factory=list)
    source: list[Item] = field(default_factory=list)
    target: list[Item] = field(default_factory=list)


def flat(items: list[Item]) -> list[Item]:
    """Ranges and scores taken apart into their numbers."""
    result: list[Item] = []
    for item in items:
        if item.kind == "range" and item.parts:
            result.extend(_part(part, item) for part in item.parts)
        else:
            result.append(item)
    return result


def _part(part: Item, whole: Item) -> Item:
    """A number of a range or score; a score of one may be "a goal" in words."""
    if part.value in (0, 1) and not whole.unit and all(p.value < _GOALS for p in whole.parts):
        return replace(part, vague=True)
    return part


def match(source: list[Item], target: list[Item]) -> Matching:
    """The best matching: exact values first, then other readings, then parts of composites."""
    result = Matching(source=flat(source), target=flat(target))
    _take_lone_shares(result)
    _take(result, "same", lambda a, b: same(a, b) and units_agree(a, b) and a.unit == b.unit)
    _take(result, "same", lambda a, b: same(a, b) and units_agree(a, b))
    if not result.source or not result.target:
        return result
    _take(result, "same", same)
    _take(result, "value", same_value)
    for how, rule in RULES:
        _take(result, how, rule)
    before = len(result.matches)
    _take_partial_dates(result)
    if len(result.matches) > before or any(_composite(i) for i in result.source + result.target):
        _decompose(result)
        _take(result, "same", same_value)
        _take(result, "date", dates)
        for how, rule in RULES:
            _take(result, how, rule)
    return result


def _take_lone_shares(result: Matching) -> None:
    """Match a part in words with the percentage that it is, before a part of a year takes it (in
    the second quarter a quarter of them left, 25% left)."""
    sides = result.source, result.target
    shares = [{i.value for i in items if i.kind == "percent"} for items in sides]
    lone = shares[0] ^ shares[1]
    if not lone or not any(i.kind == "fraction" and i.vague for items in sides for i in items):
        return

    def is_share(a: Item, b: Item) -> bool:
        part, share = (b, a) if a.kind == "percent" else (a, b)
        if part.kind != "fraction" or part.vague or share.kind != "percent":
            return False
        return share.value in lone and part.value * 100 == share.value

    _take(result, "equivalent", is_share)


def _take(result: Matching, how: str, rule: Callable[[Item, Item], bool]) -> None:
    """Match what the rule allows, firm items before vague ones, in reading order."""
    left: list[Item] = []
    used: set[int] = set()
    candidates = _candidates(result)
    possible = _possible(result, rule)
    for item in sorted(result.source, key=lambda i: (i.vague, i.start)):
        best = None
        for candidate in candidates(item) if possible(item) else ():
            if id(candidate) in used or not rule(item, candidate):
                continue
            if best is None or (best.vague and not candidate.vague):
                best = candidate
                if not candidate.vague:
                    break
        if best is None:
            left.append(item)
        else:
            used.add(id(best))
            result.matches.append(Match(item, best, how))
    if used:
        result.target = [t for t in result.target if id(t) not in used]
    left.sort(key=lambda i: i.start)
    result.source = left


def _possible(result: Matching, rule: Callable[[Item, Item], bool]) -> Callable[[Item], bool]:
    """Whether the rule allows an item any candidate at all, asked once for those that are alike.

    Only where many of the quantities are alike; otherwise each is simply compared.
    """
    if len(result.source) * len(result.target) < _MANY:
        return lambda _: True
    kinds = {_likeness(item): item for item in result.target}
    if len(kinds) > _KINDS:
        return lambda _: True
    known: dict[tuple[object, ...], bool] = {}

    def possible(item: Item) -> bool:
        likeness = _likeness(item)
        if likeness not in known:
            known[likeness] = any(rule(item, other) for other in kinds.values())
        return known[likeness]

    return possible


_KINDS = 20
"""Up to so many different quantities it is quicker to ask first whether any of them will do."""


def _likeness(item: Item) -> tuple[object, ...]:
    """Everything of an item but where it stands."""
    return (
        item.kind, item.values, item.unit, item.vague, item.text, item.day, item.minutes,
        item.half_day, item.spelled, item.loose, item.scale, item.raw, item.tags,
        tuple(map(_likeness, item.parts)),
    )  # fmt: skip


_MANY, _NEAR = 400, 200
"""From so many quantities on, those are compared that stand at most so many places apart."""


def _candidates(result: Matching) -> Callable[[Item], Sequence[Item]]:
    """What an item is compared with: all of a sentence's, those near it in a long text."""
    target = result.target
    if len(target) <= _MANY:
        return lambda _: target
    share = len(target) / max(1, len(result.source))
    places = {id(item): round(n * share) for n, item in enumerate(result.source)}

    def near(item: Item) -> Sequence[Item]:
        place = places[id(item)]
        return target[max(0, place - _NEAR) : place + _NEAR]

    return near


def _composite(item: Item) -> bool:
    return bool(item.parts) or item.day is not None


def _take_partial_dates(result: Matching) -> None:
    """4 March against 4 March 2021: what agrees is matched, the rest stays."""

    def compatible(a: Item, b: Item) -> bool:
        if a.day is None or b.day is None:
            return False
        shared = [(x, y) for x, y in zip(a.day, b.day, strict=True) if x and y]
        return bool(shared) and all(x == y for x, y in shared) and any(a.day[1:])

    if len(result.source) * len(result.target) > _MANY * _NEAR:
        return
    for item in list(result.source):
        for candidate in result.target:
            if compatible(item, candidate):
                result.source.remove(item)
                result.target.remove(candidate)
                result.matches.append(Match(item, candidate, "partial date"))
                assert item.day is not None
                assert candidate.day is not None
                result.source += [p for p in day_parts(item) if not _field(p, candidate)]
                result.target += [p for p in day_parts(candidate) if not _field(p, item)]
                break


def _field(part: Item, other: Item) -> bool:
    assert other.day is not None
    index = {"year": 0, "month": 1, "day": 2}[part.text]
    return other.day[index] is not None


def day_parts(item: Item) -> list[Item]:
    """A date as its year, month and day."""
    assert item.day is not None
    year, month, day = item.day
    parts = []
    base = replace(item, day=None, parts=(), kind="cardinal")
    if day:
        parts.append(replace(base, values=(day,), text="day", raw=str(day)))
    if month:
        parts.append(replace(item, day=(None, month, None), values=(month,), text="month"))
    if year:
        parts.append(replace(base, values=(year,), text="year", raw=str(year)))
    return parts


def _decompose(result: Matching) -> None:
    """Take dates and other composites of both sides apart into their numbers."""
    for side in (result.source, result.target):
        faced = _Faced.of(result.target if side is result.source else result.source)
        side[:] = [part for item in side for part in _apart(item, faced)]


class _Faced(NamedTuple):
    """What decides of the other side whether a composite is taken apart."""

    has_dates: bool
    composites: frozenset[tuple[str, str]]
    """Family and kind of those with parts."""
    values: frozenset[Number]

    @classmethod
    def of(cls, items: list[Item]) -> _Faced:
        return cls(
            any(_fields(item) > 1 for item in items),
            frozenset((family(item), item.kind) for item in items if item.parts),
            frozenset(value for item in items for value in item.values),
        )


def _apart(item: Item, opposite: _Faced) -> list[Item]:
    """The numbers of a composite; itself where it faces another composite, or has no parts."""
    if item.day is not None:
        whole = _fields(item) < 2 or opposite.has_dates
        return [item] if whole else day_parts(item)
    if not item.parts or _pair_stays(item, opposite):
        return [item]
    tags = item.tags
    if item.kind == "code" and is_name(item.raw):
        tags = tags | {"name"}
    parts = [replace(p, vague=item.vague, unit=p.unit or item.unit, tags=tags) for p in item.parts]
    if item.minutes is not None and not any(p.value in opposite.values for p in parts):
        return [item]
    return parts


def is_name(code: str) -> bool:
    """Whether a code is a name that a language may replace by a word (COVID-19, CO₂)."""
    return sum(c.isalpha() for c in code) >= _LETTERS_OF_NAMES or bool(_FORMULA.fullmatch(code))


_LETTERS_OF_NAMES = 4
"""Letters from which on a code is a name (COVID-19)."""
_FORMULA = re.compile(
    "[OHN][23₂₃]|(?=.*[2-9₂-₉])(?:(?:Al|Ca|Cl|Cu|Fe|Li|Mg|Na|Pb|Si|Ti|Zn|[CFHKNOPSU])[2-9₂-₉]?){2,5}"
)
"""A chemical formula: elements with how many of each (CO2, CH₄, Fe2O3)."""


def _fields(item: Item) -> int:
    """How many of year, month and day a date tells."""
    return sum(1 for field in item.day if field) if item.day is not None else 0


def _pair_stays(item: Item, opposite: _Faced) -> bool:
    """A code or time that faces another one is compared whole."""
    return item.kind in ("code", "time") and (family(item), item.kind) in opposite.composites
