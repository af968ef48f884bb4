"""The units of the lexica: CLDR's names, currencies, symbols that every language writes alike."""

from __future__ import annotations

from reviewer.wording.units import CLDR

# The units whose names CLDR is asked for, in the order in which they win a word.
_READ = [
    "year", "month", "week", "hour", "minute", "second", "decade_span", "mile", "kilometer",
    "meter", "decimeter", "centimeter", "millimeter", "micrometer", "foot", "inch", "yard",
    "fathom", "nautical_mile", "mil", "light_year", "kilogram", "gram", "milligram",
    "microgram", "tonne", "ton", "lb", "ounce", "stone", "celsius", "fahrenheit", "hectare",
    "acre", "meter2", "kilometer2", "centimeter2", "mile2", "foot2", "yard2", "liter",
    "milliliter", "centiliter", "deciliter", "hectoliter", "meter3", "kilometer3",
    "centimeter3", "foot3", "gallon", "pint", "quart", "fluid_ounce", "tablespoon", "teaspoon",
    "barrel", "mph", "kmh",
    "m/s", "knot", "watt", "kilowatt", "megawatt", "gigawatt", "horsepower", "kilowatt_hour",
    "joule", "kilojoule", "kilocalorie", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte",
    "petabyte", "megabit", "gigabit", "hectopascal", "kilopascal", "bar", "mmhg", "hertz",
    "kilohertz", "megahertz", "gigahertz",
]  # fmt: skip
# CLDR unit identifiers and the name that this project gives the unit.
UNITS = {
    **{CLDR[unit]: unit for unit in _READ},
    # Others that are read as a unit which has another name in messages, or none of CLDR's.
    "duration-day": "day", "volume-gallon-imperial": "gallon", "pressure-millibar": "hectopascal",
}  # fmt: skip
CURRENCIES = {
    **dict.fromkeys(("USD", "CAD", "AUD", "NZD", "SGD", "HKD"), "dollar"), "EUR": "euro",
    **{code: code for code in (
        "GBP", "JPY", "CNY", "INR", "IDR", "VND", "UAH", "RUB", "CHF", "PLN", "CZK", "TRY",
        "SEK", "KRW", "BRL", "MXN", "IRR", "ZAR", "MYR", "THB", "PHP", "TWD", "DKK", "NOK",
        "ISK", "HUF", "RON", "BGN", "RSD", "ILS", "AED", "SAR", "EGP", "NGN", "KES", "PKR",
        "BDT", "LKR", "KZT", "GEL", "AZN", "ARS", "CLP", "COP", "PEN", "MAD",
    )},
}  # fmt: skip
# Written alike in every language (SI brochure, IEC 80000-13, ISO 4217's letters for them).
SYMBOLS = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "dm": "decimeter", "mm": "millimeter",
    "kg": "kilogram", "g": "gram", "mg": "milligram", "mcg": "microgram", "µg": "microgram",
    "μg": "microgram", "l": "liter", "ml": "milliliter", "cl": "centiliter", "dl": "deciliter",
    "hl": "hectoliter", "km/h": "kmh", "kph": "kmh", "mph": "mph", "m/s": "m/s",
    "mw": "megawatt", "kw": "kilowatt", "gw": "gigawatt", "tw": "terawatt", "wh": "watt_hour",
    "kwh": "kilowatt_hour", "mwh": "megawatt_hour", "gwh": "gigawatt_hour",
    "twh": "terawatt_hour", "kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte",
    "tb": "terabyte", "pb": "petabyte", "hpa": "hectopascal", "mbar": "hectopascal",
    "kpa": "kilopascal", "mmhg": "mmhg", "kcal": "kilocalorie", "kj": "kilojoule",
    "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz", "hz": "hertz", "lb": "lb",
    "mpa": "megapascal", "gpa": "gigapascal", "psi": "psi", "hg": "hectogram", "nm": "nanometer",
    "µm": "micrometer", "μm": "micrometer", "ms": "millisecond", "µs": "microsecond",
    "μs": "microsecond", "mv": "millivolt", "kv": "kilovolt",
    "mmol": "millimole", "µmol": "micromole", "μmol": "micromole", "mbit/s": "megabit",
    "gbit/s": "gigabit", "mbps": "megabit", "gbps": "gigabit",
    "lbs": "lb", "rm": "MYR", "rp": "IDR", "rs": "INR", "rmb": "CNY", "kč": "CZK", "zł": "PLN",
}  # fmt: skip
# What newspapers write before an amount instead of the letters of ISO 4217.
LETTERS = {
    "NIS": "ILS", "KSh": "KES", "Ksh": "KES", "Sh": "KES|SOS|TZS|UGX", "TSh": "TZS", "Tsh": "TZS",
    "USh": "UGX", "Ush": "UGX", "Shs": "KES|SOS|TZS|UGX", "Tk": "BDT", "BDTk": "BDT",
    "PKRs": "PKR", "Kz": "AOA", "Bs": "BOB|VES", "Lps": "HNL", "Dhs": "AED", "Dh": "AED|MAD",
    "CFA": "XAF|XOF", "FCFA": "XAF|XOF", "GHC": "GHS", "RON": "RON", "KM": "BAM", "Lei": "MDL|RON",
    "Nkr": "NOK", "SKr": "SEK", "DKr": "DKK", "RMB": "CNY", "MOP": "MOP", "BD": "BHD", "KD": "KWD",
    "JD": "JOD", "QR": "QAR", "SR": "SAR", "RO": "OMR", "LE": "EGP",
}  # fmt: skip
# Units whose abbreviations of two letters are no words (knots are "w" in Polish, stones "st").
SHORT_UNITS = {"mile", "kilometer", "meter", "centimeter", "millimeter", "foot", "inch", "yard",
               "kilogram", "gram", "tonne", "lb", "ounce", "hectare", "acre", "year", "month",
               "week", "day", "hour", "minute", "second", "milligram", "milliliter"}  # fmt: skip
KILO = (
    ("kilo", "mega", "giga", "tera"), ("kilo", "méga", "giga", "téra"),
    ("kíló", "mega", "giga", "tera"),
    ("kW", "MW", "GW", "TW"), ("кВт", "МВт", "ГВт", "ТВт"),
    ("кило", "мега", "гига", "тера"), ("кіло", "мега", "гіга", "тера"),
    ("кіла", "мега", "гіга", "тэра"), ("κιλο", "μεγα", "γιγα", "τερα"),
    ("キロ", "メガ", "ギガ", "テラ"), ("킬로", "메가", "기가", "테라"),
    ("কিলো", "মেগা", "গিগা", "টেরা"), ("किलो", "मेगा", "गीगा", "टेरा"),
)  # fmt: skip
"""How a thousand, a million and so on begin the names of units."""
