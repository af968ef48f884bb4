"""Units of one dimension and what they are worth in its base unit (SI, exact by definition)."""

from __future__ import annotations

from fractions import Fraction

from reviewer.checks.numbers.rounding import last_place
from reviewer.text.quantities.items import currencies, is_currency
from reviewer.text.quantities.lexicon import Number

_METRE, _MILE, _FOOT = Fraction(1), Fraction(1_609_344, 1000), Fraction(3048, 10_000)
_POUND = Fraction(45_359_237, 100_000_000)
_YEAR = Fraction(31_556_952)
_GALLON = Fraction(3_785_411_784, 1_000_000_000)
_BYTE = Fraction(8)
_FACTORS: dict[str, tuple[str, Fraction]] = {
    "micrometer": ("length", _METRE / 10**6), "millimeter": ("length", _METRE / 1000),
    "centimeter": ("length", _METRE / 100), "decimeter": ("length", _METRE / 10),
    "meter": ("length", _METRE), "kilometer": ("length", _METRE * 1000),
    "mil": ("length", _METRE * 10_000), "inch": ("length", _FOOT / 12),
    "thou": ("length", _FOOT / 12_000),
    "foot": ("length", _FOOT), "yard": ("length", _FOOT * 3), "fathom": ("length", _FOOT * 6),
    "mile": ("length", _MILE), "nautical_mile": ("length", _METRE * 1852),
    "light_year": ("length", Fraction(9_460_730_472_580_800)),
    "microgram": ("mass", Fraction(1, 10**9)), "milligram": ("mass", Fraction(1, 10**6)),
    "hectogram": ("mass", Fraction(1, 10)), "decagram": ("mass", Fraction(1, 100)),
    "gram": ("mass", Fraction(1, 1000)), "kilogram": ("mass", Fraction(1)),
    "tonne": ("mass", Fraction(1000)), "ton": ("mass", _POUND * 2000),
    "lb": ("mass", _POUND), "pound": ("mass", _POUND), "stone": ("mass", _POUND * 14),
    "ounce": ("mass", _POUND / 16),
    "centimeter2": ("area", Fraction(1, 10_000)), "meter2": ("area", Fraction(1)),
    "kilometer2": ("area", Fraction(10**6)), "mile2": ("area", _MILE**2),
    "foot2": ("area", _FOOT**2), "yard2": ("area", _FOOT**2 * 9),
    "hectare": ("area", Fraction(10_000)), "acre": ("area", _FOOT**2 * 43_560),
    "are": ("area", Fraction(100)), "dunam": ("area", Fraction(1000)),
    "rai": ("area", Fraction(1600)), "wah2": ("area", Fraction(4)),
    "mu": ("area", Fraction(2000, 3)), "pyeong": ("area", Fraction(400, 121)),
    "jin": ("mass", Fraction(1, 2)), "tola": ("mass", Fraction(1_166_380, 10**8)),
    "quintal": ("mass", Fraction(100)), "zentner": ("mass", Fraction(50)),
    "pood": ("mass", Fraction(1638, 100)), "verst": ("length", _METRE * Fraction(10_668, 10)),
    "milliliter": ("volume", Fraction(1, 1000)), "centiliter": ("volume", Fraction(1, 100)),
    "deciliter": ("volume", Fraction(1, 10)), "liter": ("volume", Fraction(1)),
    "hectoliter": ("volume", Fraction(100)), "centimeter3": ("volume", Fraction(1, 1000)),
    "meter3": ("volume", Fraction(1000)), "kilometer3": ("volume", Fraction(10**12)),
    "foot3": ("volume", _FOOT**3 * 1000), "gallon": ("volume", _GALLON),
    "quart": ("volume", _GALLON / 4), "pint": ("volume", _GALLON / 8),
    "fluid_ounce": ("volume", _GALLON / 128),
    "tablespoon": ("volume", Fraction(15, 1000)),
    "teaspoon": ("volume", Fraction(5, 1000)), "barrel": ("volume", _GALLON * 42),
    "kmh": ("speed", Fraction(1)), "mph": ("speed", _MILE / 1000),
    "m/s": ("speed", Fraction(36, 10)), "knot": ("speed", Fraction(1852, 1000)),
    "watt": ("power", Fraction(1, 1000)), "kilowatt": ("power", Fraction(1)),
    "megawatt": ("power", Fraction(1000)), "gigawatt": ("power", Fraction(10**6)),
    "terawatt": ("power", Fraction(10**9)),
    "horsepower": ("power", Fraction(735_499, 10**6)),
    "watt_hour": ("energy", Fraction(36, 10)), "kilowatt_hour": ("energy", Fraction(3600)),
    "megawatt_hour": ("energy", Fraction(3_600_000)),
    "gigawatt_hour": ("energy", Fraction(36 * 10**8)),
    "terawatt_hour": ("energy", Fraction(36 * 10**11)),
    "joule": ("energy", Fraction(1, 1000)), "kilojoule": ("energy", Fraction(1)),
    "kilocalorie": ("energy", Fraction(4184, 1000)),
    "byte": ("data", _BYTE), "kilobyte": ("data", _BYTE * 1000),
    "megabyte": ("data", _BYTE * 10**6), "gigabyte": ("data", _BYTE * 10**9),
    "terabyte": ("data", _BYTE * 10**12), "petabyte": ("data", _BYTE * 10**15),
    "megabit": ("data", Fraction(10**6)), "gigabit": ("data", Fraction(10**9)),
    "hectopascal": ("pressure", Fraction(1)), "kilopascal": ("pressure", Fraction(10)),
    "megapascal": ("pressure", Fraction(10_000)), "gigapascal": ("pressure", Fraction(10**7)),
    "psi": ("pressure", Fraction(68_947_573, 10**6)),
    "nanometer": ("length", _METRE / 10**9), "millisecond": ("time", Fraction(1, 1000)),
    "microsecond": ("time", Fraction(1, 10**6)), "millivolt": ("voltage", Fraction(1, 1000)),
    "kilovolt": ("voltage", Fraction(1000)),
    "millimole": ("substance", Fraction(1, 1000)), "micromole": ("substance", Fraction(1, 10**6)),
    "imperial_gallon": ("volume", Fraction(454_609, 100_000)),
    "bar": ("pressure", Fraction(1000)), "mmhg": ("pressure", Fraction(1_333_224, 10**6)),
    "hertz": ("frequency", Fraction(1)), "kilohertz": ("frequency", Fraction(1000)),
    "megahertz": ("frequency", Fraction(10**6)), "gigahertz": ("frequency", Fraction(10**9)),
    "IRR": ("rial", Fraction(1)), "toman": ("rial", Fraction(10)),
    "second": ("time", Fraction(1)), "minute": ("time", Fraction(60)),
    "quarter_hour": ("time", Fraction(900)), "half_hour": ("time", Fraction(1800)),
    "hour": ("time", Fraction(3600)), "day": ("time", Fraction(86_400)),
    "week": ("time", Fraction(604_800)), "month": ("time", _YEAR / 12),
    "year": ("time", _YEAR), "decade_span": ("time", _YEAR * 10),
    "lustrum": ("time", _YEAR * 5),
    "century_span": ("time", _YEAR * 100), "millennium": ("time", _YEAR * 1000),
}  # fmt: skip
_TEMPERATURES = frozenset({"celsius", "fahrenheit", "degree"})
_AN_HOUR = {"kilometer": "kmh", "mile": "mph", "meter": "m/s"}
"""What a length is as a speed, where its hour is told in other words (saatte 100 kilometre)."""
CLOSE, ROUGH = Fraction(4, 100), Fraction(9, 100)
"""The most that a conversion may be off, and one that the text calls a rough one."""
_SLACK = Fraction(6, 1000)
"""What any conversion may be off, for translators convert with rounded factors."""


def is_temperature(unit: str) -> bool:
    """Whether the unit is one of a scale with a zero of its own, whose amounts do not add up."""
    return unit in _TEMPERATURES


def same_dimension(first: str, second: str) -> bool:
    """Whether both units are known and measure the same thing."""
    first, second = _rial(first), _rial(second)
    if first in _TEMPERATURES and second in _TEMPERATURES:
        return True
    if "cent" in (first, second) and is_currency(first) and is_currency(second):
        return True
    a, b = _as_speeds(first, second)
    return a in _FACTORS and b in _FACTORS and _FACTORS[a][0] == _FACTORS[b][0]


def _rial(unit: str) -> str:
    """A rial of several countries as Iran's, the only one that is told in a larger unit."""
    return "IRR" if "IRR" in currencies(unit) else unit


def _as_speeds(first: str, second: str) -> tuple[str, str]:
    if _FACTORS.get(first, ("",))[0] == "speed":
        return first, _AN_HOUR.get(second, second)
    if _FACTORS.get(second, ("",))[0] == "speed":
        return _AN_HOUR.get(first, first), second
    return first, second


def sums(first: str, second: str) -> bool:
    """Whether amounts of the two units can be added (5 feet 7 inches; no temperatures)."""
    if first == second or first not in _FACTORS or second not in _FACTORS:
        return False
    return _FACTORS[first][0] == _FACTORS[second][0]


def in_unit_of(first_unit: str, value: Number, unit: str) -> Number:
    """An amount of `unit` counted in `first_unit`; both of one dimension."""
    return value * _FACTORS[unit][1] / _FACTORS[first_unit][1]


def converts(
    value: Number, unit: str, other: Number, other_unit: str, *, rough: bool = False
) -> bool:
    """Whether two amounts in different units are the same as far as their digits tell.

    Each may be off by half of its last digit's place, both together by `CLOSE`, or `ROUGH`
    where the text calls one of them a rough one.
    """
    unit, other_unit = _rial(unit), _rial(other_unit)
    if {unit, other_unit} == {"cent", "pound"}:
        return value == other * 100 if unit == "cent" else value * 100 == other
    if not same_dimension(unit, other_unit):
        return False
    if unit in _TEMPERATURES and other_unit in _TEMPERATURES:
        return _temperatures(value, unit, other, other_unit)
    if unit == other_unit:
        return False
    if "cent" in (unit, other_unit):
        return value == other * 100 if unit == "cent" else value * 100 == other
    unit, other_unit = _as_speeds(unit, other_unit)
    if unit == other_unit:
        return value == other
    first, second = value * _FACTORS[unit][1], other * _FACTORS[other_unit][1]
    largest = max(abs(first), abs(second))
    if not largest or (first < 0) != (second < 0):
        return False
    told = _uncertainty(value) + _uncertainty(other) + _SLACK
    return abs(first - second) <= (ROUGH if rough else min(CLOSE, told)) * largest


def _uncertainty(value: Number) -> Fraction:
    """Half of the worth of the last digit, as a share of the value."""
    return last_place(value) / 2 / abs(Fraction(value)) if value else Fraction(0)


_HOT = 100
"""Degrees Celsius from which on temperatures are told in tens (350 °F, 180 °C)."""


def _temperatures(value: Number, unit: str, other: Number, other_unit: str) -> bool:
    """Celsius against Fahrenheit, as points of the scales or, without its name, as a change."""
    if unit == other_unit != "degree" or abs(value) == abs(other):
        return False
    pairs = []
    if other_unit != "celsius" and unit != "fahrenheit":
        pairs.append((value, other))
    if unit != "celsius" and other_unit != "fahrenheit":
        pairs.append((other, value))
    for celsius, fahrenheit in pairs:
        most = max(Fraction(2), last_place(fahrenheit) / 2)
        if celsius >= _HOT:
            most = max(most, min(last_place(celsius), Fraction(10)) * Fraction(9, 10))
        if abs(celsius * Fraction(9, 5) + 32 - fahrenheit) <= most:
            return True
        if abs(celsius * Fraction(9, 5) - fahrenheit) <= 1 and "degree" in (unit, other_unit):
            return True
    return False
