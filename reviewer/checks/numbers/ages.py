"""An age in tens told as one of their years: in his mid-thirties, about 35."""

from __future__ import annotations

from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Matching
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
