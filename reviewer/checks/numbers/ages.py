"""An age in tens told as one of their years: in his mid-thirties, about 35."""

from __future__ import annotations

import re

from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.items import Item


def drop_ages(matching: Matching) -> None:
    """Take out words for tens of years (thirties) that the other text tells as one of them."""
    for own, other in (
        (matching.source, matching.target),
        (matching.target, matching.source),
    ):
        for tens in [i for i in own if i.unit == "decade" and i.spelled and i.vague]:
            ages = [i for i in other if _is_of(i, tens)]
            if ages:
                own[:] = [i for i in own if i is not tens]
                other[:] = [i for i in other if i is not ages[0]]


def _is_of(age: Item, tens: Item) -> bool:
    first = next((value for value in tens.values if value < 100), 0)
    plain = family(age) == "number" and age.kind == "cardinal" and age.unit in ("", "year")
    return plain and bool(first) and first <= age.value < first + 10


_NO_YEARS = frozenset({"day", "week", "month"})


def other_age(a: Item, b: Item, source: TextFigures, target: TextFigures) -> bool:
    """Whether one text tells an age in months, and the other the same figure without a unit, which
    is years (aged seven)."""
    for told, bare, side in ((a, b, target), (b, a, source)):
        if told.unit not in _NO_YEARS or bare.unit or bare.kind != "cardinal":
            continue
        words = side.lexicon.facts.get("age_words", ())
        before = side.text[: bare.start].lower().rstrip()
        ends = _UNIT_BEHIND.match(side.text, bare.end) is None
        if ends and any(before.endswith(f" {word}") for word in words):
            return True
    return False


_UNIT_BEHIND = re.compile(r"\s*(?:to|bis|a|à|-|–|or|and|[^\W\d_]{3,})")
"""What goes on behind an age whose unit stands further on (aged 6 to 12 months)."""
