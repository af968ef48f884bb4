"""The units of the lexica: CLDR's names, currencies, symbols that every language writes alike."""

from __future__ import annotations

# CLDR unit identifiers and the name that this project gives the unit.
UNITS = {
    "duration-year": "year", "duration-month": "month", "duration-week": "week",
    "duration-day": "day", "duration-hour": "hour", "duration-minute": "minute",
    "duration-second": "second", "duration-decade": "decade_span",
    "length-mile": "mile", "length-kilometer": "kilometer", "length-meter": "meter",
    "length-decimeter": "decimeter", "length-centimeter": "centimeter",
    "length-millimeter": "millimeter", "length-micrometer": "micrometer",
    "length-foot": "foot", "length-inch": "inch", "length-yard": "yard",
    "length-fathom": "fathom", "length-nautical-mile": "nautical_mile",
    "length-mile-scandinavian": "mil", "length-light-year": "light_year",
    "mass-kilogram": "kilogram", "mass-gram": "gram", "mass-milligram": "milligram",
    "mass-microgram": "microgram", "mass-tonne": "tonne", "mass-ton": "ton",
    "mass-pound": "lb", "mass-ounce": "ounce", "mass-stone": "stone",
    "temperature-celsius": "celsius", "temperature-fahrenheit": "fahrenheit",
    "area-hectare": "hectare", "area-acre": "acre", "area-square-meter": "meter2",
    "area-square-kilometer": "kilometer2", "area-square-centimeter": "centimeter2",
    "area-square-mile": "mile2", "area-square-foot": "foot2", "area-square-yard": "yard2",
    "volume-liter": "liter", "volume-milliliter": "milliliter",
    "volume-centiliter": "centiliter", "volume-deciliter": "deciliter",
    "volume-hectoliter": "hectoliter", "volume-cubic-meter": "meter3",
    "volume-cubic-kilometer": "kilometer3", "volume-cubic-centimeter": "centimeter3",
    "volume-cubic-foot": "foot3", "volume-gallon": "gallon",
    "volume-gallon-imperial": "gallon", "volume-pint": "pint", "volume-quart": "quart",
    "volume-fluid-ounce": "fluid_ounce", "volume-barrel": "barrel",
    "speed-mile-per-hour": "mph", "speed-kilometer-per-hour": "kmh",
    "speed-meter-per-second": "m/s", "speed-knot": "knot",
    "power-watt": "watt", "power-kilowatt": "kilowatt", "power-megawatt": "megawatt",
    "power-gigawatt": "gigawatt", "power-horsepower": "horsepower",
    "energy-kilowatt-hour": "kilowatt_hour", "energy-joule": "joule",
    "energy-kilojoule": "kilojoule", "energy-kilocalorie": "kilocalorie",
    "digital-byte": "byte", "digital-kilobyte": "kilobyte", "digital-megabyte": "megabyte",
    "digital-gigabyte": "gigabyte", "digital-terabyte": "terabyte",
    "digital-petabyte": "petabyte", "digital-megabit": "megabit", "digital-gigabit": "gigabit",
    "pressure-hectopascal": "hectopascal", "pressure-millibar": "hectopascal",
    "pressure-kilopascal": "kilopascal", "pressure-bar": "bar",
    "pressure-millimeter-ofhg": "mmhg",
    "frequency-hertz": "hertz", "frequency-kilohertz": "kilohertz",
    "frequency-megahertz": "megahertz", "frequency-gigahertz": "gigahertz",
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
    "km": "kilometer", "cm": "centimeter", "dm": "decimeter", "mm": "millimeter",
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
               "week", "day", "hour", "minute", "second"}  # fmt: skip
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
