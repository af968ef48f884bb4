"""A share that is told as a weight in a volume (1.2 ‰ alcohol, 120 mg per 100 ml of blood)."""

from __future__ import annotations

from reviewer.checks.numbers.conversion import in_another_unit
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.units import in_unit_of, same_dimension
from reviewer.domain import Finding
from reviewer.text.quantities.items import Item


def told_by_volume(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out the leftovers that tell one solution in two ways; the findings say so.

    One per cent of a solution is a gram in 100 millilitres.
    """
    here, there = _told(matching.source), _told(matching.target)
    if len(here) + len(there) != _BOTH or _percent(here) != _percent(there):
        return []
    return in_another_unit(matching, here, there, source, target)


_BOTH = 3
"""A share on one side, a weight and a volume on the other."""


def _told(items: list[Item]) -> list[Item]:
    """The share of a text, or the weight and the volume; none where it tells several."""
    shares = [i for i in items if i.kind == "percent" and not i.unit]
    weights = [i for i in items if i.unit and same_dimension(i.unit, "gram")]
    volumes = [i for i in items if i.unit and same_dimension(i.unit, "liter")]
    if len(shares) == 1 and not weights and not volumes:
        return shares
    return [*weights, *volumes] if len(weights) == len(volumes) == 1 and not shares else []


def _percent(told: list[Item]) -> object:
    if len(told) == 1:
        return told[0].value
    weight, volume = told
    decilitres = in_unit_of("deciliter", volume.value, volume.unit)
    return in_unit_of("gram", weight.value, weight.unit) / decilitres if decilitres else None
