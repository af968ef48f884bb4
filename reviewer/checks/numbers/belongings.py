"""What two neighbouring values belong to: a month, a year, a day, a name that both texts tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from reviewer.alignment.concepts import placed_concepts
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.things import things
from reviewer.checks.place_names import named_places
from reviewer.text.languages import base
from reviewer.text.quantities.items import Item

_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w.&-]*[\w](?!\w)")
_ELIDED = re.compile(r"(?<!\w)(\w{1,4})['’](?=\w)")
"""An article or preposition written on to a name (l'Italie)."""
_CONCEPTS = ("territory", "city", "language", "word")
_NEIGHBOURS = 2
"""How many values and things a value and what it belongs to are."""
Place = tuple[int, int]
"""Where a thing stands: in the source, in the target."""
Things = Mapping[str, Sequence[Place]]
"""The places of what both texts name once, by kind."""
Verdict = Literal["exchanged", "kept", ""]


class Belongings(NamedTuple):
    """The things of both texts that values may belong to."""

    firm: Things
    names: Things

    def verdict(self, a: Match, b: Match, values: Sequence[Match]) -> Verdict:
        """Whether two neighbouring values have exchanged the things that they belong to.

        `values` are all of their sort. Only what is told in turn is sure: in March 12, in April
        17; 12 in March, 17 in April. "" where nothing can be said.
        """
        for places in self.firm.values():
            verdict = _verdict(a, b, values, places)
            if verdict:
                return verdict
        return ""

    def of_places(self, a: Match, b: Match, values: Sequence[Match]) -> Verdict:
        """The same of countries and cities."""
        return _verdict(a, b, values, self.names.get("place", ()))

    def of_things(self, a: Match, b: Match, values: Sequence[Match]) -> Verdict:
        """The same of persons and things that stand in front of their values in both texts, one
        between the two (adults pay 250, children 120)."""
        ends = [sorted(pair) for pair in ((a.source.start, b.source.start),
                                          (a.target.start, b.target.start))]  # fmt: skip
        told = [p for p in self.names.get("thing", ())
                if all(place < high for place, (_, high) in zip(p, ends, strict=True))]  # fmt: skip
        for side, (low, high) in enumerate(ends):
            if sum(low < place[side] < high for place in told) != 1:
                return ""
            if not any(place[side] < low for place in told):
                return ""
        return _verdict(a, b, values, told)

    def kept(self, a: Match, b: Match, values: Sequence[Match]) -> bool:
        """Whether each value stands beside the same country or everyday word as before."""
        return any(_verdict(a, b, values, places) == "kept" for places in self.names.values())


def belongings(matching: Matching, source: TextFigures, target: TextFigures) -> Belongings:
    """What both texts name once each: dates, years, days of the week, names written
    alike, ordinals (in the first round, in the second)."""
    dates = [m for m in matching.matches if m.source.day is not None]
    years = [m for m in matching.matches if is_year(m.source)]
    weekdays = _common(
        ((day, start) for start, _, day in source.weekdays),
        ((day, start) for start, _, day in target.weekdays),
    )
    ordinals = [m for m in matching.matches if m.source.kind == m.target.kind == "ordinal"]
    names = _common(_names(source.text), _names(target.text))
    told = {"date": _places(dates), "year": _places(years), "weekday": weekdays, "name": names,
            "ordinal": _places(ordinals)}  # fmt: skip
    return Belongings({k: p for k, p in told.items() if len(p) >= _NEIGHBOURS}, {})


def with_places(found: Belongings, source: TextFigures, target: TextFigures) -> Belongings:
    """The same with places and the things that the languages' files list."""
    kinds = {
        "thing": _common(_things(source), _things(target)),
        "place": _common(_placed(source), _placed(target)),
    }
    return found._replace(names={k: p for k, p in kinds.items() if len(p) >= _NEIGHBOURS})


def with_concepts(found: Belongings, source: TextFigures, target: TextFigures) -> Belongings:
    """The same as `with_places`, and with what is known of both languages' words for countries and
    everyday things."""
    placed = with_places(found, source, target)
    here = placed_concepts(_ELIDED.sub(r"\1 ", source.text), base(source.language))
    there = placed_concepts(_ELIDED.sub(r"\1 ", target.text), base(target.language))
    kinds = {kind: _common(_of(kind, here), _of(kind, there)) for kind in _CONCEPTS}
    kept = {k: p for k, p in kinds.items() if len(p) >= _NEIGHBOURS}
    return found._replace(names={**kept, **placed.names})


def _things(side: TextFigures) -> Iterable[tuple[str, int]]:
    """What a text names of the things that its language's file lists."""
    return ((thing.name, thing.start) for thing in things(side))


def _placed(side: TextFigures) -> Iterable[tuple[frozenset[str], int]]:
    """The places that a text names for certain, those too that are called as CLDR's codes are."""
    named = named_places(side.text, side.language)
    return ((place.meant, place.span.start) for place in named.certain)


def _of(kind: str, told: Iterable[tuple[int, Sequence[str]]]) -> Iterable[tuple[str, int]]:
    """The concepts of one kind with their places, one at a place."""
    for place, every in told:
        named = next((concept for concept in every if concept.startswith(kind)), None)
        if named is not None:
            yield named, place


def is_year(item: Item) -> bool:
    """Whether a figure may be a year of the last or of this century."""
    return (
        item.raw.isdigit() and len(item.raw) == 4 and item.raw[:2] in ("19", "20") and not item.unit
    )


def _places(matches: Sequence[Match]) -> list[Place]:
    told = Counter(m.source.values[0] for m in matches)
    return [(m.source.start, m.target.start) for m in matches if told[m.source.values[0]] == 1]


def _names(text: str) -> Iterable[tuple[str, int]]:
    return ((match.group(), match.start()) for match in _NAME.finditer(text))


def _common(
    source: Iterable[tuple[object, int]], target: Iterable[tuple[object, int]]
) -> list[Place]:
    """The places of what stands once in each text."""
    first, second = _once(source), _once(target)
    return [(place, second[name]) for name, place in first.items() if name in second]


def _once(told: Iterable[tuple[object, int]]) -> dict[object, int]:
    every = list(told)
    counts = Counter(name for name, _ in every)
    return {name: place for name, place in every if counts[name] == 1}


def _verdict(a: Match, b: Match, values: Sequence[Match], things: Sequence[Place]) -> Verdict:
    here = _owners(
        (a.source.start, b.source.start),
        [m.source.start for m in values],
        [place for place, _ in things],
    )
    if here is None:
        return ""
    there = _owners(
        (a.target.start, b.target.start),
        [m.target.start for m in values],
        [place for _, place in things],
    )
    if there == here:
        return "kept"
    return "exchanged" if there is not None and there == here[::-1] else ""


def _owners(
    values: tuple[int, int], every: Sequence[int], things: Sequence[int]
) -> tuple[int, int] | None:
    """The numbers of the two things that two values belong to, in the values' order; None where
    that is not plain."""
    low, high = min(values), max(values)
    between = [t for t in things if low < t < high]
    before = max((t for t in things if t < low), default=None)
    behind = min((t for t in things if t > high), default=None)
    if len(between) == 1:
        in_turn = _told_in_turn(every, things)
        if before is not None and behind is not None:
            if not in_turn:
                return None
            first_is_thing = min(things) < min(every)
            before, behind = (before, None) if first_is_thing else (None, behind)
        if before is not None:
            found = before, between[0]
        elif behind is not None:
            found = between[0], behind
        else:
            return None
    elif len(between) == _NEIGHBOURS:
        found = between[0], between[1]
        found = min(found), max(found)
    elif not between and before is not None and behind is not None:
        found = before, behind
    else:
        return None
    first, second = (things.index(place) for place in found)
    return (first, second) if values[0] < values[1] else (second, first)


def _told_in_turn(values: Sequence[int], things: Sequence[int]) -> bool:
    """Whether as many values as things follow one another in turn through a text."""
    told = sorted([(place, True) for place in values] + [(place, False) for place in things])
    return len(values) == len(things) and all(one[1] != other[1] for one, other in pairwise(told))
