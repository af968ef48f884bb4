"""What is told for each person against the same for all: 310 dollars per capita."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.lexicon import lexicon

_REACH = 48
"""Characters between a value and the words that it is for each person."""


def other_heads(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The first amount for each person of a text where the other one names no person at all."""
    for own, other, is_source in ((source, target, True), (target, source, False)):
        place = _per_head(own)
        if place < 0 or not other.lexicon.facts.get("heads") or _names_people(other):
            continue
        amounts = [m for m in matching.matches if _is_amount(m)]
        near = [m for m in amounts if abs(_start(m, is_source) - place) <= _REACH]
        if len(near) != 1:
            continue
        found = near[0]
        words = message(
            "{source} → {target}: only one of them is for each person",
            **wording.both(found.source, found.target, source.text, target.text),
        )
        return [finding("unit", "major", "head", words, found.source, found.target, 0.7)]
    return []


def _start(found: Match, is_source: bool) -> int:
    return (found.source if is_source else found.target).start


def _is_amount(found: Match) -> bool:
    both = found.source, found.target
    if not any(item.unit for item in both):
        return False
    return all(family(i) == "number" and i.kind != "ordinal" and not i.vague for i in both)


def _per_head(side: TextFigures) -> int:
    """Where a text first says "for each person", or -1."""
    pattern = _pattern(side.lexicon.language, "per_head")
    match = pattern.search(_folded(side)) if pattern else None
    return match.start() if match else -1


def _names_people(side: TextFigures) -> bool:
    pattern = _pattern(side.lexicon.language, "heads")
    return bool(pattern and pattern.search(_folded(side)))


def _folded(side: TextFigures) -> str:
    return fold(plain(side.text), side.lexicon.turkic)


@lru_cache(maxsize=128)
def _pattern(language: str, fact: str) -> re.Pattern[str] | None:
    """What finds the phrases for "per head", or the beginnings of words for people; a letter that
    is written on to a word may stand in front."""
    lex = lexicon(language)
    forms = lex.facts.get(fact, ())
    if not forms:
        return None
    listed = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    if not lex.spaced or (fact == "heads" and lex.clitics.sizes):
        return re.compile(listed)
    return re.compile(rf"(?<!\w)(?:{listed})" + r"(?!\w)" * (fact == "per_head"))
