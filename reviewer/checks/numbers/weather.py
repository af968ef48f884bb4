"""Temperatures that a forecast tells in tens: highs in the mid-80s."""

from __future__ import annotations

from fractions import Fraction

from reviewer.checks.numbers.units import is_temperature
from reviewer.text.quantities.items import Item

_BESIDE = 1
"""Degrees that a temperature may stand outside the ten that it tells."""


def are_tens_of_degrees(tens: Item, other: Item) -> bool:
    """Whether what is read as a decade are ten degrees, of which `other` is one, perhaps told in
    Celsius."""
    if tens.unit != "decade" or len(tens.values) < 2 or not is_temperature(other.unit):
        return False
    first, last = tens.values[1], tens.values[1] + 9
    ends = (first, last), (_celsius(first), _celsius(last))
    return any(low - _BESIDE <= other.value <= high + _BESIDE for low, high in ends)


def _celsius(fahrenheit: int | Fraction) -> Fraction:
    return (Fraction(fahrenheit) - 32) * 5 / 9
