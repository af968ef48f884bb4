"""How often something happens: every two days is not twice a day."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, finding, too_many
from reviewer.checks.numbers.units import in_unit_of, same_dimension
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon

_BEHIND, _BEFORE = 20, 14
"""Characters behind and before "twice" in which its unit of time stands."""
_GAP = 3
_TWO = 2
_PERIODS = {"fortnight": Fraction(14), "quarter": Fraction(365, 4), "half_year": Fraction(365, 2),
            "two_years": Fraction(730)}  # fmt: skip
_CLOSE = Fraction(8, 10)
"""Rates are one where the smaller is at least so much of the other (a month has 28 to 31 days)."""


class _Rate(NamedTuple):
    """How many times a day, and where a text says so."""

    rate: Fraction
    start: int
    end: int


def other_frequency(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The one rate of each text, where one says how many times and the other after how long.

    Numbers left over that tell the same rate are taken out (every twelve hours, twice a day).
    """
    if not (source.spans or target.spans) or too_many(source, target):
        return []
    here, there = _times(source), _times(target)
    if not here and not there:
        return _in_turn(source, target)
    if len(here) + len(there) != 1:
        return []
    first = here or _every(source)
    second = there or _every(target)
    if len(first) != 1 or len(second) != 1:
        return []
    low, high = sorted((first[0].rate, second[0].rate))
    if low >= high * _CLOSE:
        for items, told in ((matching.source, first[0]), (matching.target, second[0])):
            items[:] = [i for i in items if not told.start <= i.start < told.end]
        return []
    return _told(first[0], second[0], source, target)


def _told(first: _Rate, second: _Rate, source: TextFigures, target: TextFigures) -> list[Finding]:
    a, b = (Item(r.start, r.end, "cardinal", (r.rate,), spelled=True) for r in (first, second))
    words = message(
        "{source} → {target}",
        source=source.text[a.start : a.end],
        target=target.text[b.start : b.end],
    )
    return [finding("value", "major", "frequency", words, a, b, 0.75)]


def _in_turn(source: TextFigures, target: TextFigures) -> list[Finding]:
    """Every other day in one text, every day in the other, which tells no other turn."""
    turns = _alternates(source), _alternates(target)
    if turns[0] == turns[1]:
        return []
    here, there = (_every(source), _each(target)) if turns[0] else (_each(source), _every(target))
    if len(here) != 1 or len(there) != 1:
        return []
    low, high = sorted((here[0].rate, there[0].rate))
    told_in_turn = here[0].rate == low if turns[0] else there[0].rate == low
    return _told(here[0], there[0], source, target) if high == low * _TWO and told_in_turn else []


def _alternates(side: TextFigures) -> bool:
    """Whether a word for "every other" stands in a text."""
    ask = _holds_alternate if len(side.text) > _LONGEST_KEPT else _held_alternate
    return ask(side.text, side.lexicon.language)


def _holds_alternate(text: str, language: str) -> bool:
    words = lexicon(language).facts.get("frequency", {}).get("every_other", ())
    folded = fold(plain(text)) if words else ""
    return any(word in folded for word in words)


_LONGEST_KEPT = 1000
"""Characters of a text that is asked only once."""
_held_alternate = lru_cache(maxsize=8192)(_holds_alternate)


def _each(side: TextFigures) -> list[_Rate]:
    """What is told of each day or week (daily, every day, a day), once for each unit."""
    found = {name: _Rate(1 / days, start, end) for start, end, name in side.periods
             if (days := _days(name)) is not None}  # fmt: skip
    text = fold(plain(side.text))
    for form, unit in side.lexicon.facts.get("rates", {}).items():
        place, days = text.find(form), _days(unit)
        if place < 0 or days is None or unit in found:
            continue
        end = place + len(form)
        inside = text[max(0, place - 1) : place].isalnum() or text[end : end + 1].isalnum()
        if not (side.lexicon.spaced and inside):
            found[unit] = _Rate(1 / days, place, end)
    return list(found.values())


def _times(side: TextFigures) -> list[_Rate]:
    """What is told as so many times in a unit of time (twice a day)."""
    words = tuple(side.lexicon.facts.get("times_words", ()))
    found: list[_Rate] = []
    if not any(i.unit == "times" for i in side.items) and not any(w in side.text for w in words):
        return found
    for item in side.items:
        if item.value < _TWO or not isinstance(item.value, int):
            continue
        unit = _unit_beside(item, side) if _counts_times(item, side, words) else None
        if unit is not None:
            start, end, days = unit
            rate = Fraction(item.value) / days
            found.append(_Rate(rate, min(start, item.start), max(end, item.end)))
    return found


def _counts_times(item: Item, side: TextFigures, words: tuple[str, ...]) -> bool:
    """Whether a number says how many times: twice, three times, مرتين."""
    if item.unit:
        return item.unit == "times"
    word = side.lexicon.lookup(side.text[item.start : item.end]) if item.spelled else None
    if word is not None and "times" in word.senses:
        return True
    behind = side.text[item.end : item.end + _BEFORE].lower().lstrip(" -")
    return bool(words) and item.kind == "cardinal" and behind.startswith(words)


def _unit_beside(item: Item, side: TextFigures) -> tuple[int, int, Fraction] | None:
    """The unit of time nearest to "twice", and how many days it has."""
    near = []
    for start, end, name in (*side.spans, *side.periods):
        days = _days(name)
        if days is None:
            continue
        if item.end <= start <= item.end + _BEHIND:
            near.append((start - item.end, (start, end, days)))
        elif item.start - _BEFORE <= end <= item.start:
            near.append((item.start - end, (start, end, days)))
    for form, name in side.lexicon.facts.get("frequency", {}).get("units", {}).items():
        behind = fold(plain(side.text[item.end : item.end + _BEHIND]))
        before = fold(plain(side.text[max(0, item.start - _BEFORE) : item.start]))
        if behind.lstrip().startswith(form) or before.rstrip().endswith(form):
            near.append((0, (item.start, item.end, _days(name) or Fraction(1))))
    return min(near)[1] if near else None


def _every(side: TextFigures) -> list[_Rate]:
    """What is told by the time after which it happens again (every two days, every other day)."""
    words = side.lexicon.facts.get("frequency", {})
    if not words:
        return []
    found = []
    for start, end, name in side.spans:
        days = _days(name)
        if days is None:
            continue
        counted = next((i for i in side.items if _is_beside(i, start)), None)
        begin = counted.start if counted is not None else start
        before = fold(plain(side.text[max(0, begin - _BEHIND) : begin])).rstrip()
        if counted is not None and _ends(before, words["every"], side):
            found.append(_Rate(1 / (days * Fraction(counted.value)), begin, end))
        elif _ends(before, words["every_other"], side):
            found.append(_Rate(1 / (days * _TWO), start, end))
    if not found:
        text = fold(plain(side.text))
        for form in words["every_other"]:
            place = text.find(form) if " " in form or not side.lexicon.spaced else -1
            unit = next(
                (_days(n) for s, e, n in (*side.spans, *side.periods)
                 if place <= s < place + len(form)), None,
            ) if place >= 0 else None  # fmt: skip
            if unit is not None:
                return [_Rate(1 / (unit * _TWO), place, place + len(form))]
    return found


def _is_beside(item: Item, start: int) -> bool:
    """Whether a number above one stands right before a unit, or holds it."""
    return item.value > 1 and item.start <= start <= item.end + _GAP


def _ends(before: str, words: list[str], side: TextFigures) -> bool:
    """Whether a text ends with one of the words."""
    for word in words:
        if before.endswith(word):
            rest = before[: len(before) - len(word)]
            if not side.lexicon.spaced or not rest or not rest[-1].isalnum():
                return True
    return False


def _days(unit: str) -> Fraction | None:
    """How many days a unit of time has; None for another unit."""
    if unit in _PERIODS:
        return _PERIODS[unit]
    if unit in ("decade_span", "century_span", "millennium") or not same_dimension("day", unit):
        return None
    return Fraction(in_unit_of("day", 1, unit))
