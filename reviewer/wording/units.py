"""What the units of quantities are called: by CLDR where it knows them, else by our own words."""

from __future__ import annotations

from functools import lru_cache

from reviewer.messages import Message, message

HOLES = frozenset({"source_unit", "target_unit"})
"""The holes of a message that hold the identifier of a unit, and not its words."""

CLDR = {
    "acre": "area-acre", "bar": "pressure-bar", "barrel": "volume-barrel", "byte": "digital-byte",
    "celsius": "temperature-celsius", "fahrenheit": "temperature-fahrenheit",
    "centiliter": "volume-centiliter", "centimeter": "length-centimeter",
    "centimeter2": "area-square-centimeter", "centimeter3": "volume-cubic-centimeter",
    "century": "duration-century", "century_span": "duration-century",
    "decade": "duration-decade", "decade_span": "duration-decade",
    "deciliter": "volume-deciliter", "decimeter": "length-decimeter", "degree": "angle-degree",
    "dunam": "area-dunam", "fathom": "length-fathom", "fluid_ounce": "volume-fluid-ounce",
    "foot": "length-foot", "foot2": "area-square-foot", "foot3": "volume-cubic-foot",
    "gallon": "volume-gallon", "gigabit": "digital-gigabit", "gigabyte": "digital-gigabyte",
    "gigahertz": "frequency-gigahertz", "gigawatt": "power-gigawatt", "gram": "mass-gram",
    "hectare": "area-hectare", "hectoliter": "volume-hectoliter",
    "hectopascal": "pressure-hectopascal", "hertz": "frequency-hertz",
    "horsepower": "power-horsepower", "hour": "duration-hour",
    "imperial_gallon": "volume-gallon-imperial", "inch": "length-inch",
    "inch2": "area-square-inch", "inch3": "volume-cubic-inch", "joule": "energy-joule",
    "kilobyte": "digital-kilobyte", "kilocalorie": "energy-kilocalorie",
    "kilogram": "mass-kilogram", "kilohertz": "frequency-kilohertz",
    "kilojoule": "energy-kilojoule", "kilometer": "length-kilometer",
    "kilometer2": "area-square-kilometer", "kilometer3": "volume-cubic-kilometer",
    "kilopascal": "pressure-kilopascal", "kilowatt": "power-kilowatt",
    "kilowatt_hour": "energy-kilowatt-hour", "kmh": "speed-kilometer-per-hour",
    "knot": "speed-knot", "lb": "mass-pound", "light_year": "length-light-year",
    "liter": "volume-liter", "m/s": "speed-meter-per-second", "megabit": "digital-megabit",
    "megabyte": "digital-megabyte", "megahertz": "frequency-megahertz",
    "megapascal": "pressure-megapascal", "megawatt": "power-megawatt", "meter": "length-meter",
    "meter2": "area-square-meter", "meter3": "volume-cubic-meter",
    "microgram": "mass-microgram", "micrometer": "length-micrometer",
    "microsecond": "duration-microsecond", "mil": "length-mile-scandinavian",
    "mile": "length-mile", "mile2": "area-square-mile", "mile3": "volume-cubic-mile",
    "tablespoon": "volume-tablespoon", "teaspoon": "volume-teaspoon",
    "milligram": "mass-milligram", "milliliter": "volume-milliliter",
    "millimeter": "length-millimeter", "millisecond": "duration-millisecond",
    "minute": "duration-minute", "mmhg": "pressure-millimeter-ofhg", "month": "duration-month",
    "mpg": "consumption-mile-per-gallon", "mph": "speed-mile-per-hour",
    "nanometer": "length-nanometer", "nautical_mile": "length-nautical-mile",
    "night": "duration-night", "ounce": "mass-ounce", "petabyte": "digital-petabyte",
    "pint": "volume-pint", "psi": "pressure-pound-force-per-square-inch",
    "quart": "volume-quart", "quarter": "duration-quarter", "second": "duration-second",
    "stone": "mass-stone", "terabyte": "digital-terabyte", "ton": "mass-ton",
    "tonne": "mass-tonne", "watt": "power-watt", "week": "duration-week",
    "yard": "length-yard", "yard2": "area-square-yard", "yard3": "volume-cubic-yard",
    "year": "duration-year",
}  # fmt: skip
"""CLDR's identifier of each unit that it has a name for."""

_OWN = {
    "are": message("ares"),
    "cent": message("cents"),
    "day": message("days"),  # CLDR has only an abbreviation in Ukrainian
    "decagram": message("decagrams"),
    "decimeter2": message("square decimetres"),
    "decimeter3": message("cubic decimetres"),
    "dollar": message("dollars"),
    "euro": message("euros"),
    "fortnight": message("fortnights"),
    "from_end": message("places from the end"),
    "gigapascal": message("gigapascals"),
    "gigawatt_hour": message("gigawatt-hours"),
    "half_hour": message("half hours"),
    "half_year": message("half years"),
    "hectogram": message("hectograms"),
    "jin": message("jin (Chinese pounds)"),
    "kilovolt": message("kilovolts"),
    "lustrum": message("periods of five years"),
    "megawatt_hour": message("megawatt-hours"),
    "micromole": message("micromoles"),
    "millennium": message("millennia"),
    "millimeter2": message("square millimetres"),
    "millimeter3": message("cubic millimetres"),
    "millimole": message("millimoles"),
    "millivolt": message("millivolts"),
    "mu": message("mu (Chinese acres)"),
    "percent": message("percent"),
    "point": message("percentage points"),
    "pood": message("poods"),
    "pound": message("pounds"),
    "pyeong": message("pyeong"),
    "quarter_hour": message("quarters of an hour"),
    "quintal": message("quintals"),
    "rai": message("rai"),
    "terawatt": message("terawatts"),
    "terawatt_hour": message("terawatt-hours"),
    "times": message("multiples"),
    "tola": message("tolas"),
    "toman": message("tomans"),
    "two_years": message("periods of two years"),
    "verst": message("versts"),
    "wah2": message("square wah"),
    "watt_hour": message("watt-hours"),
    "zentner": message("zentners"),
}


def unit_name(unit: str, language: str) -> str | Message:
    """What a unit is called in a language (CLDR's tag), or in our own words, as a message.

    A currency by its name, several that a word may mean by their codes; what is not known, as it
    may stand in somebody else's review, stays as it is.
    """
    return _OWN.get(unit) or _by_cldr(unit, language)


_AS_WRITTEN_HERE = {"en": "en_GB"}
"""The window's English is British; CLDR's without a country is American."""


@lru_cache(maxsize=512)
def _by_cldr(unit: str, language: str) -> str:
    from babel import Locale

    locale = Locale.parse(_AS_WRITTEN_HERE.get(language, language))
    if unit not in CLDR:
        return str(locale.currencies.get(unit, unit))
    from babel.units import get_unit_name

    # Where the long name is that of the short form, CLDR has only the short one.
    names = (get_unit_name(CLDR[unit], width, locale) for width in ("long", "short"))
    return next((name for name in names if name), unit)
