"""A number and a unit of time in one word on both sides: kétnapos told as dreitägig."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers.compound_stems import number_stems
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.name import ID
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.units import converts
from reviewer.domain import Finding, Span
from reviewer.messages import message
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.lexicon import lexicon

_NUMBERS = range(2, 13)
_Told = tuple[int, int, int, str]
"""Where such a word stands, its number and its unit."""


def other_adjectives(_: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The only such word of each text, where number or unit differ and no figure tells them."""
    if not source.lexicon.facts.get("counted") or not target.lexicon.facts.get("counted"):
        return []
    here, there = _found(source), _found(target)
    if len(here) != 1 or len(there) != 1 or here[0][2:] == there[0][2:]:
        return []
    figures = {item.value for side in (source, target) for item in side.items}
    if {here[0][2], there[0][2]} & figures or converts(*here[0][2:], *there[0][2:]):
        return []
    spans = [Span(told[0][0], told[0][1]) for told in (here, there)]
    words = message(
        "{source} → {target}", source=spans[0].of(source.text), target=spans[1].of(target.text)
    )
    subject = "→".join(f"{told[0][2]} {told[0][3]}" for told in (here, there))
    return [
        Finding(ID, "value", "major", words, (spans[0],), (spans[1],), rule="word",
                confidence=0.75, subject=subject)
    ]  # fmt: skip


def _found(side: TextFigures) -> tuple[_Told, ...]:
    known = _patterns(side.lexicon.language)
    if known is None:
        return ()
    pattern, values, units = known
    return tuple(
        (m.start(), m.end(), values[m.group(1)], units[m.group(2)])
        for m in pattern.finditer(plain(side.text).lower())
    )


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, str]] | None:
    """What such words look like, the number of each beginning, the unit of each ending."""
    tails = lexicon(language).facts.get("counted", {})
    if not tails:
        return None
    values = {
        form: n for n, forms in number_stems(language).items() if n in _NUMBERS for form in forms
    }
    if not values:
        return None
    heads = "|".join(sorted(map(re.escape, values), key=len, reverse=True))
    ends = "|".join(sorted(map(re.escape, tails), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({heads})-?({ends})\w*"), values, dict(tails)
