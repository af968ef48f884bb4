"""A value that one text names and the other lets the reader compute: half of 40 euros, 20 euros."""

from __future__ import annotations

from fractions import Fraction

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family, units_agree
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.items import Item


def computed(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out multiples and parts (ten times as much, half price) whose product with a value
    that both texts have is the one left over on the other side; the findings say so."""
    findings = []
    for own, other, of_source in (
        (matching.source, matching.target, True),
        (matching.target, matching.source, False),
    ):
        if all(item.vague for item in other):
            continue
        side = source if of_source else target
        # The second number of a score is a part of it and no product.
        wholes = {i.start for i in (target if of_source else source).items if not i.parts}
        for factor in [i for i in own if _multiplies(i, side)]:
            result = _result(factor, other, matching.matches, wholes, of_source=of_source)
            if result is None:
                continue
            own[:] = [i for i in own if i is not factor]
            other[:] = [i for i in other if i is not result]
            a, b = (factor, result) if of_source else (result, factor)
            findings.append(_told(a, b, source, target))
    return findings


def rests(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out a part that is what another one, told in both texts, leaves of the whole (a
    quarter and the rest, a quarter and the other three quarters); the findings say so."""
    findings = []
    for own, of_source in ((matching.source, True), (matching.target, False)):
        for item in [i for i in own if i.kind in _WHOLE and not i.vague]:
            known = next((m for m in matching.matches if _leaves(m, item)), None)
            if known is None:
                continue
            own[:] = [i for i in own if i is not item]
            a, b = (item, known.target) if of_source else (known.source, item)
            findings.append(_told(a, b, source, target))
    return findings


def _told(a: Item, b: Item, source: TextFigures, target: TextFigures) -> Finding:
    words = message(
        "{source} → {target}: the same when it is computed",
        **wording.both(a, b, source.text, target.text),
    )
    return finding("rounded", "minor", "computed", words, a, b, 0.6)


_WHOLE = {"fraction": 1, "percent": 100}


def _leaves(found: Match, item: Item) -> bool:
    """Whether a part of both texts and the item make a whole."""
    return (
        found.source.kind == found.target.kind == item.kind
        and 0 < item.value < _WHOLE[item.kind]
        and found.source.value + item.value == _WHOLE[item.kind]
        and found.source.value != item.value
    )


def _follows(told: Item, known: Item, factor: Item) -> bool:
    """Whether a value follows from another one: so many times, or grown or shrunk by a part."""
    value = known.value
    if factor.kind != "percent" and told.value == value * factor.value:
        return True
    if not told.kind == known.kind == "cardinal":
        return False
    if factor.kind not in ("percent", "fraction") or factor.value <= 0:
        return False
    part = Fraction(factor.value) / (100 if factor.kind == "percent" else 1)
    ways = (1 + part, 1 - part)
    return any(
        result == value * way or value == result * way for way in ways for result in told.values
    )


def _multiplies(item: Item, side: TextFigures) -> bool:
    """Whether a quantity may be a multiple or a part of another one."""
    if family(item) != "number" or item.value in (0, 1) or item.kind == "ordinal":
        return False
    if item.kind in ("fraction", "percent") or item.unit == "times":
        return True
    behind = side.text[item.end : item.end + _REACH].lower().lstrip(" -‑")
    return not item.unit and behind.startswith(tuple(side.lexicon.facts.get("times_words", ())))


_REACH = 12
"""Characters behind a number in which a word such as "times" begins and ends."""


def _result(
    factor: Item, other: list[Item], matches: list[Match], wholes: set[int], *, of_source: bool
) -> Item | None:
    """The leftover that is a matched value times the factor, in its unit; one that begins at one
    of `wholes`."""
    for found in matches:
        value, there = (found.source, found.target) if of_source else (found.target, found.source)
        if family(value) != "number" or value.value in (0, 1) or value.kind == "ordinal":
            continue
        for item in other:
            alike = family(item) == "number" and not item.vague and units_agree(item, there)
            alike = alike and (item.kind == "percent") == (there.kind == "percent")
            alike = alike and item.start in wholes
            if alike and item.kind != "ordinal" and _follows(item, value, factor):
                return item
    return None
