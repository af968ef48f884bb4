"""Units of one dimension and what they are worth in its base unit (SI, exact by definition)."""

from __future__ import annotations

from fractions import Fraction

from reviewer.text.quantities.lexicon import Number

_FACTORS: dict[str, tuple[str, Fraction]] = {
    "millimeter": ("length", Fraction(1, 1000)), "centimeter": ("length", Fraction(1, 100)),
    "meter": ("length", Fraction(1)), "kilometer": ("length", Fraction(1000)),
    "inch": ("length", Fraction(254, 10_000)), "foot": ("length", Fraction(3048, 10_000)),
    "yard": ("length", Fraction(9144, 10_000)), "mile": ("length", Fraction(1_609_344, 1000)),
    "gram": ("mass", Fraction(1, 1000)), "kilogram": ("mass", Fraction(1)),
    "tonne": ("mass", Fraction(1000)), "lb": ("mass", Fraction(45_359_237, 100_000_000)),
    "ounce": ("mass", Fraction(28_349_523_125, 1_000_000_000_000)),
    "hectare": ("area", Fraction(10_000)), "acre": ("area", Fraction(40_468_564_224, 10_000_000)),
    "kmh": ("speed", Fraction(1)), "mph": ("speed", Fraction(1_609_344, 1_000_000)),
    "kilowatt": ("power", Fraction(1)), "megawatt": ("power", Fraction(1000)),
    "gigawatt": ("power", Fraction(1_000_000)),
    "second": ("time", Fraction(1)), "minute": ("time", Fraction(60)),
    "hour": ("time", Fraction(3600)), "day": ("time", Fraction(86_400)),
    "week": ("time", Fraction(604_800)), "month": ("time", Fraction(2_629_746)),
    "year": ("time", Fraction(31_556_952)), "decade_span": ("time", Fraction(315_569_520)),
    "pound": ("mass", Fraction(45_359_237, 100_000_000)),
}  # fmt: skip


def same_dimension(first: str, second: str) -> bool:
    """Whether both units are known and measure the same thing."""
    if {first, second} == {"celsius", "fahrenheit"}:
        return True
    a, b = _FACTORS.get(first), _FACTORS.get(second)
    return a is not None and b is not None and a[0] == b[0]


def sums(first: str, second: str) -> bool:
    """Whether amounts of the two units can be added (5 feet 7 inches; no temperatures)."""
    return first != second and first in _FACTORS and same_dimension(first, second)


def in_unit_of(first_unit: str, value: Number, unit: str) -> Number:
    """An amount of `unit` counted in `first_unit`; both of one dimension."""
    return value * _FACTORS[unit][1] / _FACTORS[first_unit][1]


def converts(value: Number, unit: str, other: Number, other_unit: str, tolerance: Fraction) -> bool:
    """Whether the two amounts are the same up to a share `tolerance`, in different units."""
    if unit == other_unit or not same_dimension(unit, other_unit):
        return False
    if unit == "celsius":
        return abs(value * Fraction(9, 5) + 32 - other) <= 2
    if unit == "fahrenheit":
        return abs(other * Fraction(9, 5) + 32 - value) <= 2
    first, second = value * _FACTORS[unit][1], other * _FACTORS[other_unit][1]
    largest = max(abs(first), abs(second))
    return bool(largest) and abs(first - second) <= tolerance * largest
