"""Risen by 20 per cent against risen to 20 per cent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from reviewer.checks.numbers import trends, wording
from reviewer.checks.numbers.denials import denied_in_one
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.roles import role, role_before, role_behind
from reviewer.checks.numbers.sides import TextFigures, finding, values_beside
from reviewer.checks.numbers.units import same_dimension
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item

_TO, _BY, _FROM = "to", "by", "from"
_BY_OR_FROM, _LIMIT = "by or from", "limit"
_OTHER = ({_TO, _BY}, {_TO, _BY_OR_FROM}, {_FROM, _BY})
_NAMES = {"t": _TO, "b": _BY, "f": _FROM}


def other_changes(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """What words of growth and comparatives say otherwise of a value in the other text."""
    here, there = trends.every(source), trends.every(target)
    findings = trends.opposite_trends(matching, source, target) if here and there else []
    findings += trends.opposite_comparisons(matching, source, target)
    if here or there:
        findings += to_and_by(matching.matches, source, target)
    return findings


def to_and_by(matches: list[Match], source: TextFigures, target: TextFigures) -> list[Finding]:
    """The first value that one text tells as what something came to, the other as the change.

    Only where words or endings say so beside the value on both sides, and words of growth stand
    near both; where the value before or behind it has the other end of a change (from 5 to 20),
    that is enough. So is the change told as where it began.
    """
    here = trends.every(source) if matches else ()
    there = trends.every(target) if matches else ()
    if not here and not there:
        return []
    for found in sorted(filter(_tells_change, matches), key=lambda m: m.source.start):
        a, b = found.source, found.target
        beside = trends.near(a, here, source), trends.near(b, there, target)
        if not any(beside):
            continue
        equal = a.value == b.value
        first = _factor_way(a, equal=equal) or _way(a, source, here)
        second = (_factor_way(b, equal=equal) or _way(b, target, there)) if first else ""
        if {first, second} not in _OTHER or denied_in_one(source, target):
            continue
        if (
            _only_counts(a)
            and _only_counts(b)
            and not any(
                _in_span(item, way, side)
                for item, side, way in ((a, source, first), (b, target, second))
            )
            and not (_is_the_amount(a, source, here) and _is_the_amount(b, target, there))
        ):
            continue  # aid was raised to 20 countries, увеличена на 20 стран
        if not all(
            grows
            or _factor_way(item, equal=equal)
            or (way in (_TO, _FROM) and _in_span(item, way, side))
            for item, side, way, grows in (
                (a, source, first, beside[0]),
                (b, target, second, beside[1]),
            )
        ):
            continue
        if _FROM in (first, second) and not _in_span(
            *((a, first, source) if first == _FROM else (b, second, target))
        ):
            continue
        words = message(
            "{source} → {target}: one is the change and the other what it came to",
            **wording.both(a, b, source.text, target.text),
        )
        if _FROM in (first, second):
            words = message(
                "{source} → {target}: one is the change and the other where it began",
                **wording.both(a, b, source.text, target.text),
            )
        return [finding("value", "major", "change", words, a, b, 0.7)]
    return []


def _factor_way(item: Item, *, equal: bool) -> str:
    """Of what shrank by a factor (втрое) the value is what is left, or (`equal` is false) what is
    gone; half is both. "" for every other value."""
    if item.unit != "times" or not 0 < item.value < 1 or item.value == _HALF:
        return ""
    return _TO if equal else _BY


_HALF = Fraction(1, 2)


def _tells_change(found: Match) -> bool:
    """Whether a value may tell a change; a part in words may as well (fell to a quarter)."""
    if _is_year(found.source):
        return False
    both = found.source, found.target
    if any(same_dimension("meter", item.unit) for item in both if item.unit):
        return False  # to climb to 8,000 metres is подняться на 8000 метров
    if trends.is_change(found):
        return True
    kinds = {item.kind for item in both}
    # What is a tenth in one language may be the tenth as well in the other (עשירית).
    return kinds == {"fraction"} or (kinds == {"fraction", "ordinal"} and found.how == "equivalent")


def _only_counts(item: Item) -> bool:
    """Whether a value counts something, for which the words beside it may say other things."""
    return item.kind == "cardinal" and not item.unit


def _is_the_amount(item: Item, side: TextFigures, told: Sequence[trends.Told]) -> bool:
    """Whether a value that a word leads to counts nothing: the clause, or no more of it than a
    word of growth, ends behind it (rose to 80. ist um 80 gestiegen.)."""
    if not role(item, side):
        return False
    behind = _GOES_ON.match(side.text, item.end)
    if behind is None:
        return True
    return any(
        start == behind.start("word") and not _GOES_ON.match(side.text, end)
        for start, end, _ in told
    )


_GOES_ON = re.compile(r"(?:[^\w.,;:!?()،。，；！？]|,(?=\s?\d))*(?P<word>\w)")
"""Another word in the same clause, or another figure of a list (to 20, 30 and 40 countries)."""


def _is_year(item: Item) -> bool:
    """Whether a figure may be a year, by which something grows (by 2030, до 2030 року)."""
    return item.raw.isdigit() and not item.unit and item.value in _YEARS


_YEARS = range(1000, 2200)


def _in_span(item: Item, way: str, side: TextFigures) -> bool:
    """Whether the value next to one is the other end of a change: from 5 to 20."""
    beside = values_beside(item, side)
    if way == _TO:
        ends = [other for other in beside if other.start < item.start][-1:]
    else:
        ends = [other for other in beside if other.start > item.start][:1]
    return any(_way(end, side, []) == (_FROM if way == _TO else _TO) for end in ends)


def _way(item: Item, side: TextFigures, told: Sequence[trends.Told]) -> str:
    """Whether a value is what something came to ("to") or the change ("by"); "" if unknown."""
    roles = role_before(item, side)
    ahead = _LAST_WORDS.findall(_PLAIN.split(side.text[: item.start])[-1])[-_AHEAD:]
    other = [side.lexicon.roles.get(fold(word, side.lexicon.turkic), "") for word in ahead]
    if roles:
        if "b" in roles and "t" in "".join(other[-2:-1]):
            return ""  # naik menjadi sebesar 5%
        if roles == "bf" and not any(_leads_to(item, start, side) for start, _, _ in told):
            return ""  # hausse du seuil de 5 %
        return {"t": _TO, "b": _BY, "bf": _BY_OR_FROM, "f": _FROM}.get(roles, "")
    if _right_behind(item, side, told):
        return _BY
    if "t" in "".join(other):
        return ""  # auf nunmehr 1.640 gestiegen
    ending = role_behind(item, side)
    if ending:
        return _NAMES.get(ending, _LIMIT)
    return _BY if _beside(item, side, told) else ""


_PLAIN = re.compile(r"[\d.,;:!?()]")
_LAST_WORDS = re.compile(r"[^\W\d_]+")
_AHEAD = 3
"""Words before a value that are looked at."""


def _leads_to(item: Item, start: int, side: TextFigures) -> bool:
    """Whether a word of growth stands right before the one that leads to a value."""
    between = side.text[start : item.start].split() if start < item.start else ()
    return len(between) == _WITH_ITS_WORD


_WITH_ITS_WORD = 2


def _beside(item: Item, side: TextFigures, told: Sequence[trends.Told]) -> bool:
    """Whether nothing stands between a value and a word of growth (fell 300 rupees).

    Only where the words and endings that would say otherwise are known.
    """
    text = side.text
    # What has a value right before it tells of that one (150원 오른 1550원).
    near = values_beside(item, side)
    if not side.lexicon.roles and not side.lexicon.facts.get("role_behind"):
        return False
    return any(
        not text[end : item.start].strip()
        and not any(_ends_before(other, start, text) for other in near)
        if start < item.start
        else not text[item.end : start].strip()
        for start, end, _ in told
    )


def _right_behind(item: Item, side: TextFigures, told: Sequence[trends.Told]) -> bool:
    """Whether a part of something stands right behind a word of growth (caiu um quinto)."""
    if item.kind != "fraction" or not side.lexicon.roles:
        return False
    return any(end <= item.start and not side.text[end : item.start].strip() for _, end, _ in told)


def _ends_before(item: Item, start: int, text: str) -> bool:
    """Whether no more than the name of its unit stands between a value and a place."""
    gap = text[item.end : start].strip()
    return item.end <= start and (not gap or (len(gap) <= _UNIT and gap.isalpha()))


_UNIT = 3
"""Letters of a unit that is no part of its value (150원)."""
