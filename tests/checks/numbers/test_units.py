"""What the units that are converted are worth, by the tables that everyone uses."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers.units import _FACTORS, same_dimension

KNOWN = {
    "length": (
        "meter 1, micrometer 1e-6, millimeter 1e-3, centimeter 0.01, decimeter 0.1, kilometer 1e3, "
        "nanometer 1e-9, mil 1e4, inch 0.0254, foot 0.3048, yard 0.9144, fathom 1.8288, "
        "mile 1609.344, nautical_mile 1852, light_year 9.4607304725808e15, verst 1066.8, "
        "thou 2.54e-5"
    ),
    "mass": (
        "kilogram 1, microgram 1e-9, milligram 1e-6, gram 1e-3, decagram 0.01, hectogram 0.1, "
        "tonne 1000, ton 907.18474, lb 0.45359237, pound 0.45359237, stone 6.35029318, "
        "ounce 0.028349523125, jin 0.5, tola 0.0116638, quintal 100, zentner 50, pood 16.38"
    ),
    "area": (
        "meter2 1, centimeter2 1e-4, kilometer2 1e6, mile2 2589988.110336, foot2 0.09290304, "
        "yard2 0.83612736, hectare 1e4, acre 4046.8564224, are 100, dunam 1000, rai 1600, wah2 4, "
        "mu 666.666666667, pyeong 3.305785124"
    ),
    "volume": (
        "liter 1, milliliter 1e-3, centiliter 0.01, deciliter 0.1, hectoliter 100, "
        "centimeter3 1e-3, meter3 1000, kilometer3 1e12, foot3 28.316846592, gallon 3.785411784, "
        "quart 0.946352946, pint 0.473176473, fluid_ounce 0.0295735295625, "
        "tablespoon 0.015, teaspoon 0.005, barrel 158.987294928, "
        "imperial_gallon 4.54609"
    ),
    "speed": "kmh 1, mph 1.609344, m/s 3.6, knot 1.852",
    "power": "kilowatt 1, watt 1e-3, megawatt 1e3, gigawatt 1e6, terawatt 1e9, horsepower 0.735499",
    "energy": (
        "kilojoule 1, joule 1e-3, kilocalorie 4.184, watt_hour 3.6, kilowatt_hour 3600, "
        "megawatt_hour 3.6e6, gigawatt_hour 3.6e9, terawatt_hour 3.6e12"
    ),
    "data": (
        "megabit 1e6, gigabit 1e9, byte 8, kilobyte 8e3, megabyte 8e6, gigabyte 8e9, "
        "terabyte 8e12, petabyte 8e15"
    ),
    "pressure": (
        "hectopascal 1, kilopascal 10, megapascal 1e4, gigapascal 1e7, psi 68.947573, bar 1000, "
        "mmhg 1.333224"
    ),
    "time": (
        "second 1, millisecond 1e-3, microsecond 1e-6, minute 60, quarter_hour 900, "
        "half_hour 1800, hour 3600, day 86400, week 604800, month 2629746, year 31556952, "
        "lustrum 157784760, decade_span 315569520, century_span 3155695200, millennium 31556952000"
    ),
    "voltage": "millivolt 1e-3, kilovolt 1e3",
    "substance": "millimole 1e-3, micromole 1e-6",
    "frequency": "hertz 1, kilohertz 1e3, megahertz 1e6, gigahertz 1e9",
    "rial": "IRR 1, toman 10",
}
UNITS = {
    name: (dimension, float(worth))
    for dimension, units in KNOWN.items()
    for name, worth in (one.split(" ") for one in units.split(", "))
}


def test_each_unit_is_worth_what_it_is() -> None:
    found = {name: (dimension, float(worth)) for name, (dimension, worth) in _FACTORS.items()}
    assert found.keys() == UNITS.keys()
    for name, (dimension, worth) in UNITS.items():
        assert found[name] == (dimension, pytest.approx(worth, rel=1e-9)), name


@pytest.mark.parametrize("dimension", KNOWN)
def test_units_of_one_dimension_convert_into_each_other_only(dimension: str) -> None:
    for name, (of, _) in UNITS.items():
        first = KNOWN[dimension].split(" ", 1)[0]
        if "speed" not in (of, dimension):  # a length may be told by the hour
            assert same_dimension(first, name) is (of == dimension), name
