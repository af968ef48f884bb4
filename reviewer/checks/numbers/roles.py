"""What words before two values make of them in a change: from, to, by (raised by 5 to 20)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item

_BEFORE = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?\s*[$€£¥]?\s*$")
_REACH = 24
"""Characters before a value that hold the two words right before it."""
_FARTHEST = 60
"""Characters that may stand between the two values of one change."""


def exchanged(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Neighbouring values each of which has a role that only the other one has in the source.

    Only where the words of both languages for from, to and by are known. A word that says two
    of them (French "de", from and by) contradicts only the third.
    """
    if not source.lexicon.roles or not target.lexicon.roles:
        return []
    values = sorted((m for m in matching.matches if _is_amount(m)), key=lambda m: m.source.start)
    return [
        places_changed(a, b, source)
        for a, b in pairwise(values)
        if a.source.value != b.source.value
        and b.source.start - a.source.end <= _FARTHEST
        and _contradict(a, source, target)
        and _contradict(b, source, target)
    ]


def _is_amount(match: Match) -> bool:
    both = match.source, match.target
    return all(family(i) == "number" and i.kind != "ordinal" and not i.vague for i in both)


def _contradict(match: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether the words before a value give it roles on both sides, and none in common."""
    here = role(match.source, source)
    there = role(match.target, target) if here else ""
    # What goes up to a value may also come to it.
    return bool(there) and not set(here.replace("l", "t")) & set(there.replace("l", "t"))


def kept(a: Match, b: Match, source: TextFigures, target: TextFigures) -> bool:
    """Whether the words before two values give them different roles, and the same on both sides."""
    here = [set(role(m.source, source)) for m in (a, b)]
    there = [set(role(m.target, target)) for m in (a, b)]
    apart = not here[0] & here[1] and not there[0] & there[1]
    return apart and bool(here[0] & there[0]) and bool(here[1] & there[1])


def role(item: Item, side: TextFigures) -> str:
    """The letters of the roles (f, t, b) that the word before a value may give it."""
    clitics = side.lexicon.facts.get("role_clitics")
    if clitics:
        written_on = _clitic_role(item, side, clitics)
        if written_on:
            return written_on
    match = _BEFORE.search(plain(side.text[max(0, item.start - _REACH) : item.start]))
    if match is None:
        return ""
    first, second = (fold(word or "", side.lexicon.turkic) for word in match.groups())
    roles = side.lexicon.roles
    if second:
        return roles.get(f"{first} {second}", roles.get(second, ""))
    return roles.get(first, "")


def _clitic_role(item: Item, side: TextFigures, clitics: Mapping[str, str]) -> str:
    """The role that a letter written on to a value gives it (ב-10, לעשירית)."""
    alone = _LETTER.search(side.text, max(0, item.start - _LETTERS), item.start)
    if alone is not None:
        return clitics.get(alone.group(1), "")
    role = clitics.get(side.text[item.start], "")
    return role if role in _NO_NUMBER_BEGINS_SO else ""


_LETTER = re.compile(r"(?<!\w)([^\W\d_])[-־–]?$")
_LETTERS = 3
_NO_NUMBER_BEGINS_SO = frozenset("bt")
"""The roles of letters that are not the first one of a number word either (מאה is a hundred)."""


def places_changed(a: Match, b: Match, source: TextFigures, rule: str = "role") -> Finding:
    """The finding on two values each of which stands where the other belongs."""
    first, second = (source.text[m.source.start : m.source.end] for m in (a, b))
    return Finding(
        ID,
        "value",
        "major",
        message(
            "{first} and {second} have changed places: each stands where the other belongs",
            first=first,
            second=second,
        ),
        tuple(Span(m.source.start, m.source.end) for m in (a, b)),
        tuple(Span(m.target.start, m.target.end) for m in (a, b)),
        rule=rule,
        confidence=0.8,
        subject="↔".join(wording.subject(m.source) for m in (a, b)),
    )
