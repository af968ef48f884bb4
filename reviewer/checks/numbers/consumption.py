"""How far a litre goes, told as how many litres a distance takes (50 km a litre, 2 l/100 km)."""

from __future__ import annotations

from fractions import Fraction

from reviewer.checks.numbers.conversion import in_another_unit
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.units import in_unit_of, same_dimension
from reviewer.domain import Finding
from reviewer.text.quantities.items import Item, magnitude
from reviewer.text.quantities.lexicon import Number

_MILES_PER_GALLON = (Fraction(425_144, 10**6), Fraction(354_006, 10**6))
"""A mile per gallon in kilometres a litre, by the American and by the imperial gallon."""
_CLOSE = Fraction(4, 100)


def told_otherwise(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out the leftovers that tell one consumption in two ways; the findings say so."""
    here, there = _told(matching.source), _told(matching.target)
    if not here or not there or not _agree(_ranges(here), _ranges(there)):
        return []
    return in_another_unit(matching, here, there, source, target)


def _told(items: list[Item]) -> list[Item]:
    """The amounts that tell a consumption: miles per gallon, or a distance and a volume."""
    alone = [i for i in items if i.unit == "mpg"]
    distances = [i for i in items if i.unit and same_dimension(i.unit, "kilometer")]
    volumes = [i for i in items if i.unit and same_dimension(i.unit, "liter")]
    if len(alone) == 1:
        return alone
    return [*distances, *volumes] if len(distances) == len(volumes) == 1 else []


def _ranges(told: list[Item]) -> list[Number]:
    """How many kilometres a litre goes."""
    if len(told) == 1:
        return [told[0].value * factor for factor in _MILES_PER_GALLON]
    distance, volume = told
    litres = in_unit_of("liter", volume.value, volume.unit)
    kilometres = Fraction(in_unit_of("kilometer", distance.value, distance.unit))
    return [kilometres / litres] if litres else []


def _agree(here: list[Number], there: list[Number]) -> bool:
    return any(
        magnitude(a - b) <= _CLOSE * max(magnitude(a), magnitude(b)) for a in here for b in there
    )
