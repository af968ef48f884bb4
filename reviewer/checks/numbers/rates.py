"""The unit that an amount is for each of: 45 euros per square metre, 300 mg per kilo."""

from __future__ import annotations

import re

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Match
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.checks.numbers.units import same_dimension
from reviewer.domain import Finding, message
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.nodes import nodes

_NEXT = re.compile(r"(?:[^\W\d_]{1,6} |/ ?)?([^\W\d_]+)(?: ([^\W\d_]+))?")
_REACH = 36
"""Characters behind an amount in which the unit that it is for each of stands."""
_LINK = 10
"""Characters that a word such as "per", with an article, may take."""


def other_rate(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """An amount for each of one unit, told for each of another one of the same dimension."""
    a, b = found.source, found.target
    if not a.unit or not b.unit or family(a) != "number":
        return []
    first = _unit_behind(a, source)
    second = _unit_behind(b, target) if first or source.periods else ""
    if first and not second and first not in _named(target):
        second = _only_period(target)
    elif second and not first and second not in _named(source):
        first = _only_period(source)
    if not first or not second or first == second or not same_dimension(first, second):
        return []
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        source=wording.described(a, source.text),
        target=wording.described(b, target.text),
        source_unit=first,
        target_unit=second,
    )
    return [finding("unit", "major", "unit", words, a, b, 0.75)]


def _named(side: TextFigures) -> set[str]:
    """The units of time that a text names anywhere."""
    return {name for _, _, name in (*side.spans, *side.periods)}


def _only_period(side: TextFigures) -> str:
    """How often something returns, where a text with one amount says it once (500 € monthly)."""
    names = {name for _, _, name in side.periods}
    amounts = [item for item in side.items if item.unit and not item.vague]
    return names.pop() if len(names) == len(amounts) == 1 else ""


def _unit_behind(item: Item, side: TextFigures) -> str:
    """The unit that stands behind an amount without a number of its own, if any."""
    behind = side.text[item.end : item.end + _REACH]
    if not item.unit or not side.lexicon.spaced or behind[:1] not in (" ", "/"):
        return ""
    match = _NEXT.match(behind, 1)
    if match is None or all(side.lexicon.lookup(word) is None for word in match.groups() if word):
        return ""
    following = nodes(plain(behind), side.lexicon)
    if not following:
        return ""
    node = following[0]
    unit = node.senses.get("unit", "")
    close = node.start <= _LINK and not re.search(r"[.,;:()]", behind[: node.start])
    return str(unit) if unit and close and unit != item.unit else ""
