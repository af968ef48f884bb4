"""The lexica of the number reader, from CLDR (Babel) and number_words/LANG.toml.

CLDR gives separators, date order, month and weekday names, scale words (compact decimal
formats), units and currencies of every language; number_words/LANG.toml gives what CLDR lacks,
chiefly spelled-out numbers with their inflections. num2words (LGPL) fills in the compounds
below one hundred where a language does not form them regularly.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Container, Mapping
from importlib.metadata import version
from pathlib import Path

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_cldr_version
from babel.localedata import locale_identifiers
from currencies import STEM, kinds
from num2words import num2words

from reviewer.text.quantities.characters import fold, plain
from reviewer.text.scripts import has_spaces

WORDS = Path(__file__).parent / "number_words"
TABLES = Path(__file__).parent / "tables"
FOLDER = "text/quantities"
MADE_WITH = f"CLDR {get_cldr_version()} through Babel {version('babel')}"
WITH_WORDS = f"{MADE_WITH}, num2words {version('num2words')}; tools/data/number_words"

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
# Units whose abbreviations of two letters are no words (knots are "w" in Polish, stones "st").
SHORT_UNITS = {"mile", "kilometer", "meter", "centimeter", "millimeter", "foot", "inch", "yard",
               "kilogram", "gram", "tonne", "lb", "ounce", "hectare", "acre", "year", "month",
               "week", "day", "hour", "minute", "second"}  # fmt: skip
AMBIGUOUS = {"in"}
TURKIC = {"tr", "az"}
# Languages whose number words stand in the file of a close relative.
RELATIVES = {"no": "nb", "bs": "hr"}
# Languages without words of their own here that write words together as a relative does.
AFFIXES_OF = {"arz": "ar", "ary": "ar"}
AFFIXES = ("clitic_before", "clitic_and", "clitic_article", "enclitics")
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
LISTS = {
    "percent": "percent",
    "percent_before": "percent_before",
    "points": "points",
    "approx": "approx",
    "idiom": "idiom",
}
PLACEHOLDER = re.compile(r"[\d{}#,.\u200e\u200f\u061c]+")


def separates(language: str) -> bool:
    """Whether spaces part the words of a number; Korean has spaces and writes numbers without."""
    return has_spaces(language) and language != "ko"


def forms(text: str) -> list[str]:
    return [form.strip() for form in re.split(r"[,،]", text) if form.strip()]


class Builder:
    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, dict[str, object]] = {}

    def key(self, form: str) -> str:
        folded = fold(form, self.language in TURKIC)
        if not separates(self.language) and not form.isascii() and "." in form:
            return folded
        return " ".join(re.findall(r"[°℃℉%]|[^\s./\-°℃℉%]+", plain(folded)))

    def add(self, form: str, sense: str, value: object) -> None:
        key = self.key(form)
        if key:
            self.words.setdefault(key, {}).setdefault(sense, value)


def conventions(locale: Locale) -> dict[str, object]:
    """Separators and the order of day, month and year."""
    symbols = locale.number_symbols.get("latn") or next(iter(locale.number_symbols.values()))
    pattern = locale.date_formats["short"].pattern
    order = "".join(dict.fromkeys(c for c in pattern.lower() if c in "dmy"))
    return {
        "decimal": symbols.get("decimal", "."),
        "group": symbols.get("group", ","),
        "date_order": order if len(order) == 3 else "dmy",
    }


def cldr(builder: Builder, locale: Locale, *, phrases: bool) -> dict[str, object]:
    facts = conventions(locale)
    if locale.decimal_formats[None].grouping[1] == 2:
        facts["grouping"] = 2
    unspaced = not separates(locale.language)
    compact: dict[str, dict[str, str]] = {}
    for style in ("long", "short"):
        table = locale.compact_decimal_formats.get(style, {})
        for plural, entries in table.items():
            for power, number_pattern in sorted(entries.items(), key=lambda entry: int(entry[0])):
                raw = number_pattern.pattern.split(";")[0]
                zeros = raw.count("0")
                word = raw.replace("0", "").replace("'", "").strip(" \u00a0\u200f\u200e\u202f-")
                if not zeros or not word or plural in ("0", "1"):
                    continue
                exponent = len(str(power)) - zeros
                if exponent < 2:
                    continue
                if style == "long" and not raw.lstrip("\u200f\u200e").startswith(("0", "'")):
                    facts["scale_first"] = True
                if style == "long":
                    # The shortest power says how one of them is told (1 Million).
                    told = compact.setdefault(str(exponent), {})
                    told.setdefault(plural, raw.replace("0", "", zeros - 1))
                if phrases or style == "long" or " " not in builder.key(word):
                    builder.add(
                        word, "scale" if style == "long" or unspaced else "short", 10**exponent
                    )
    facts["compact"] = compact
    wide = {
        name
        for context in ("format", "stand-alone")
        for name in locale.months[context].get("wide", {}).values()
    }
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context].get(width, {}).items():
                if not re.search(r"\d", name) and not _ends_in_number(builder, name):
                    builder.add(name.strip("."), "month", number)
                    if width == "abbreviated" and name.strip(".") not in wide:
                        builder.add(name.strip("."), "month_short", 1)
        for number, name in locale.days[context].get("wide", {}).items():
            builder.add(name, "weekday", number + 1)
    for name, unit in UNITS.items():
        patterns = locale._data["unit_patterns"].get(name, {})
        for style, by_plural in patterns.items():
            if style == "narrow" or not isinstance(by_plural, Mapping):
                continue
            for plural, text in by_plural.items():
                if isinstance(text, str) and "{0}" in text:
                    form = text.replace("{0}", "").strip(" \u00a0\u202f\u200f\u200e")
                    # "m" is the metre in every language, and a month in some of CLDR's.
                    letter = len(form) == 1 and form != "m"
                    letter = letter or (form.strip(".") == "m" and unit != "meter")
                    if plural == "per" or form in AMBIGUOUS or letter:
                        continue
                    if len(form) < 3 and form.islower() and unit not in SHORT_UNITS:
                        continue
                    if "clock_after" in builder.words.get(builder.key(form), {}):
                        continue
                    if form and not re.search(r"\d", form) and len(form) < 40:
                        # A pound in words may be money or weight; "lb" is weight alone.
                        word = unit == "lb" and style == "long"
                        builder.add(form, "unit", "pound" if word else unit)
                        if unit == "kilowatt_hour":
                            larger_hours(builder, form)
    for style, by_plural in locale._data["unit_patterns"].get("concentr-percent", {}).items():
        if style == "narrow" or not isinstance(by_plural, Mapping):
            continue
        for text in by_plural.values():
            form = text.replace("{0}", "").strip(" \u00a0\u202f") if isinstance(text, str) else ""
            if form and form.isalpha():
                builder.add(form, "percent", 1)
    for sense, name in (("permille", "concentr-permille"), ("permyriad", "concentr-permyriad")):
        for by_plural in locale._data["unit_patterns"].get(name, {}).values():
            for text in by_plural.values() if isinstance(by_plural, Mapping) else ():
                form = text.replace("{0}", "").strip(" \u00a0\u202f")
                if re.search(r"[^\W\d_]", form):
                    builder.add(form, sense, 1)
    for width in ("wide", "abbreviated"):
        for number, sense in ((0, "before_era"), (1, "in_era")):
            name = locale.eras.get(width, {}).get(number, "")
            if len(name) > 1:
                builder.add(name, sense, 1)
    for context in locale.day_periods.values():
        for width in ("wide", "abbreviated"):
            for period, minutes in (("midnight", 0), ("noon", 720)):
                name = context.get(width, {}).get(period, "")
                if len(name) > 2 or (name and unspaced):
                    builder.add(name, "named_time", minutes)
    # "{0} and {1}": what stands between the last two of a list.
    between = locale.list_patterns.get("standard", {}).get("2", "")
    facts["conjunction"] = between.replace("{0}", "").replace("{1}", "").strip("\u200f")
    facts["hours24"] = "H" in locale.time_formats["short"].pattern
    plurals = locale._data["currency_names_plural"]
    for code, unit in CURRENCIES.items():
        for name in (plurals.get(code) or {}).values():
            if isinstance(name, str):
                builder.add(name, "unit", unit)
    money(builder, locale)
    return facts


def _ends_in_number(builder: Builder, month: str) -> bool:
    """Whether a short month with its preposition is also a number with one (Catalan "de set.")."""
    *before, last = builder.key(month).split(" ")
    return bool(before) and "cardinal" in builder.words.get(last, {})


def money(builder: Builder, locale: Locale) -> None:
    """Words for money without a country, as the currencies that they may be: "AED|MAD"."""
    turkic = locale.language in TURKIC | {"kk", "ky", "tk", "uz"}
    closed = _closed(locale.language)
    for form, codes in kinds(locale, builder.key, turkic=turkic).items():
        known = builder.words.get(form, {})
        one = str(known.get("unit", ""))
        if form in closed or (known and not one.isupper()):
            continue
        unit = "dollar" if "USD" in codes else "euro" if "EUR" in codes else "|".join(sorted(codes))
        if not one:
            builder.add(form, "unit", unit)
            builder.add(form, "behind", 1)
        elif one in codes and len(codes) > 1:
            for other, senses in builder.words.items():
                if senses.get("unit") == one and " " not in other and other[:STEM] == form[:STEM]:
                    senses["unit"] = unit


def _closed(language: str) -> frozenset[str]:
    """Function words, which are no words for money (ru "так", also a plural of taka)."""
    listed = tomllib.loads((TABLES / "function_words.toml").read_text("utf-8"))
    return frozenset(listed.get(language, ()))


def larger_hours(builder: Builder, form: str) -> None:
    """Megawatt hours and larger ones, which CLDR does not have, named as kilowatt hours are."""
    form = form if form.isupper() or form.startswith(("kW", "кВт")) else form.lower()
    for kilo, *larger in KILO:
        if form.startswith(kilo):
            for name, unit in zip(larger, ("megawatt", "gigawatt", "terawatt"), strict=True):
                builder.add(name + form.removeprefix(kilo), "unit", f"{unit}_hour")


def derived_ordinals(builder: Builder, data: dict[str, dict[str, object]]) -> None:
    """Ordinals that are made by rule from other words, and the fractions that are ordinals.

    `ordinal_words` takes them from num2words; `ordinal_of` puts something before or after a
    cardinal (Indonesian kedua puluh satu, Hindi पच्चीसवाँ); `ordinal_tens` joins a unit's
    ordinal to the tens (Arabic الحادية والعشرين); `fraction` endings make an ordinal the
    denominator of the number before it (две пятых).
    """
    for name in forms(str(data.get("ordinal_words", ""))):
        for number in range(11, 100):
            builder.add(num2words(number, lang=name, to="ordinal"), "ordinal", number)
    rule = data.get("ordinal_of", {})
    if rule:
        cardinals = {
            int(number): forms(str(text))
            for number, text in data["cardinal"].items()
            if int(number) >= int(str(rule.get("from", 2)))
        }
        for name in forms(str(rule.get("num2words", ""))):
            cardinals |= {number: [num2words(number, lang=name)] for number in range(11, 200)}
        for number, written in cardinals.items():
            for form in written:
                for after in forms(str(rule.get("after", ""))) or [""]:
                    builder.add(str(rule.get("before", "")) + form + after, "ordinal", number)
    joined = data.get("ordinal_tens", {})
    for number in range(1, 10) if joined else ():
        units = forms(str(joined["1"] if number == 1 else data["ordinal"][str(number)]))
        for tens in range(20, 100, 10):
            for form in forms(str(data["cardinal"][str(tens)])):
                for unit in units:
                    for link in forms(str(joined["link"])):
                        builder.add(f"{unit} {link}{form}", "ordinal", tens + number)
    for ending in forms(str(data.get("endings", {}).get("fraction", ""))):
        for number in (*range(3, 21), 100, 1000):
            for stem in forms(str(data["ordinal"].get(str(number), ""))):
                if not stem.endswith("*"):
                    builder.add(stem + ending, "fraction", f"1/{number}")


def hand(builder: Builder, data: dict[str, dict[str, object]]) -> dict[str, object]:
    facts: dict[str, object] = {
        "complete": data.get("complete", True),
        "compound": data.get("compound", False),
    }
    endings = forms(str(data.get("endings", {}).get("ordinal", "")))
    for sense in ("cardinal", "ordinal", "scale", "short", "fraction", "plus", "group", "times",
                  "article", "dual", "tail", "collective", "decade", "prefix",
                  "before_plus",                   "denominator"):  # fmt: skip
        for value, text in data.get(sense, {}).items():
            if value == "indefinite":
                continue
            for form in forms(str(text)):
                number: object = value if "/" in value else int(value)
                if sense == "ordinal" and endings and not form.endswith("*"):
                    builder.add(form, "stem", number)
                    for ending in endings:
                        builder.add(form + ending, sense, number)
                else:
                    builder.add(form.rstrip("*"), sense, number)
    for name in forms(str(data.get("num2words", ""))):
        for number in range(21, 100):
            builder.add(num2words(number, lang=name), "cardinal", number)
    for name in forms(str(data.get("num2words_ordinals", ""))):
        for number in range(21, 100):
            ordinal = num2words(number, lang=name, to="ordinal")
            for ending in "oaie":
                builder.add(ordinal[:-1] + ending, "ordinal", number)
    derived_ordinals(builder, data)
    for section, sense in LISTS.items():
        for form in forms(str(data.get(section, {}).get("words", ""))):
            builder.add(form, sense, 1)
    for unit, text in data.get("unit", {}).items():
        for form in forms(str(text)):
            builder.add(form, "unit", unit)
    for form in forms(str(data.get("vague", {}).get("words", ""))):
        builder.add(form, "vague", 1)
    for form in forms(str(data.get("vague", {}).get("articles", ""))):
        builder.add(form, "vague", 1)
        builder.add(form, "article_word", 1)
    for form in forms(str(data.get("article", {}).get("indefinite", ""))):
        builder.add(form, "indefinite", 1)
    for sense in ("over", "under", "tenths", "out_of", "discount"):
        for form in forms(str(data.get("numerals", {}).get(sense, ""))):
            builder.add(form, sense, 1)
    for form in forms(str(data.get("permille", {}).get("words", ""))):
        builder.add(form, "permille", 1)
    for form in forms(str(data.get("permyriad", {}).get("words", ""))):
        builder.add(form, "permyriad", 1)
    for amount, text in data.get("amount", {}).items():
        for form in forms(str(text)):
            builder.add(form, "amount", amount)
    for side in ("more", "less"):
        for form in forms(str(data.get("bound", {}).get(side, ""))):
            builder.add(form, "bound", 1 if side == "more" else -1)
        for form in forms(str(data.get("bound", {}).get(f"{side}_behind", ""))):
            builder.add(form, "bound_behind", 1 if side == "more" else -1)
    for form in forms(str(data.get("definite", {}).get("words", ""))):
        builder.add(form, "definite", 1)
    negative, date, time = (data.get(name, {}) for name in ("negative", "date", "time"))
    for side in ("before", "after"):
        for form in forms(str(negative.get(side, ""))):
            builder.add(form, f"negative_{side}", 1)
        for form in forms(str(time.get(side, ""))):
            builder.add(form, f"clock_{side}", 1)
    for sense in ("weekday", "weekday_short"):
        for day, text in data.get(sense, {}).items():
            for form in forms(str(text)):
                builder.add(form, sense, int(day))
    facts["weekday_stems"] = {
        fold(form): int(day)
        for day, text in data.get("weekday_stem", {}).items()
        for form in forms(str(text))
    }
    for month, text in date.get("month_forms", {}).items():
        for form in forms(str(text)):
            builder.add(form, "month", int(month))
    for century, text in date.get("century_names", {}).items():
        for form in forms(str(text)):
            builder.add(form, "century_name", int(century))
    for sense in ("before_era", "in_era"):
        for form in forms(str(date.get(sense, ""))):
            builder.add(form, sense, 1)
    for offset, text in date.get("eras", {}).items():
        for form in forms(str(text)):
            builder.add(form, "era", [int(number) for number in offset.split()])
    for name, minutes in (("midnight", 0), ("noon", 720)):
        for form in forms(str(time.get(name, ""))):
            builder.add(form, "named_time", minutes)
    for minutes, text in time.get("named", {}).items():
        for form in forms(str(text)):
            builder.add(form, "named_time", int(minutes))
    for calendar, names in data.get("calendar", {}).items():
        for month, text in names.items():
            for form in forms(str(text)):
                builder.add(form, "calendar_month", [calendar, int(month)])
    for decade, text in date.get("decade_names", {}).items():
        for form in forms(str(text)):
            builder.add(form, "decade", int(decade))
    for name in ("century", "month_number", "ordinal_prefix", "day_marker",
                 "year_marker", "decade_before",
                 "decade_firm", "decade_century", "decade_marker", "year_after", "month_after",
                 "day_after", "first_year"):  # fmt: skip
        for form in forms(str(date.get(name, ""))):
            builder.add(form, name, 1)
    for month, text in date.get("month_words", {}).items():
        for form in forms(str(text)):
            builder.add(form, "month_word", int(month))
    for form in forms(str(date.get("vague_months", ""))):
        builder.add(form, "vague_month", 1)
    for name in (
        "am",
        "pm",
        "minute",
        "half_to",
        "half_past",
        "quarter_to",
        "quarter_past",
        "quarter_of",
        "minutes_less",
    ):
        for form in forms(str(time.get(name, ""))):
            builder.add(form, name, 1)
    for form in forms(str(data.get("affix", {}).get("ordinal_prefix", ""))):
        builder.add(form, "ordinal_prefix", 1)
    numerals = data.get("numerals", {})
    for form, floor in numerals.get("and", {}).items():
        builder.add(form, "and", floor)
    facts["times_stems"] = {
        fold(form): value
        for value, text in data.get("times_stem", {}).items()
        for form in forms(str(text))
    } | multiples(data.get("multiple", {}))
    periods = {
        fold(form): period
        for period, text in data.get("period", {}).items()
        for form in forms(str(text))
    }
    facts["period_stems"] = {f.rstrip("*"): p for f, p in periods.items() if f.endswith("*")}
    for form, period in periods.items():
        if not form.endswith("*"):
            builder.add(form, "period", period)
    for minute, text in time.get("minutes_past", {}).items():
        for form in forms(str(text)):
            builder.add(form, "minutes_past", int(minute))
    facts["clock_phrases"] = data.get("clock_phrases", {})
    facts["calling"] = forms(str(time.get("calling", "")))
    facts["past_unsure"] = bool(time.get("past_unsure"))
    for span, text in time.get("hours", {}).items():
        for form in forms(str(text)):
            builder.add(form, "hours", [int(number) for number in span.split()])
    facts["roles"] = roles(data)
    when = data.get("when", {})
    for place in ("", "_behind"):
        facts[f"when{place}"] = {
            fold(form): way
            for name, way in (("before", -1), ("after", 1))
            for form in forms(str(when.get(f"{name}{place}", "")))
        }
    facts["shrinking"] = {
        name: [fold(form) for form in forms(str(text))]
        for name, text in data.get("shrinking", {}).items()
    }
    facts["ratio"] = [fold(form) for form in forms(str(data.get("ratio", {}).get("words", "")))]
    facts["off"] = [fold(form) for form in forms(str(data.get("percent", {}).get("off", "")))]
    facts["counting"] = forms(str(data.get("vague", {}).get("counting", "")))
    facts["into"] = forms(str(numerals.get("into", "")))
    facts["counters"] = numerals.get("counters", "")
    facts["and_some"] = numerals.get("and_some", "")
    # Forms that occur only inside compounds (Italian settecentottanta).
    if "parts" in data:
        facts["parts"] = {
            form: {"scale": int(value)}
            for value, text in data["parts"].items()
            for form in forms(str(text))
        }
    for sense, text in data.get("dimension", {}).items():
        facts[sense] = [fold(form) for form in forms(str(text))]
    facts["glue"] = numerals.get("glue", "")
    facts["century_before"] = bool(date.get("century_before"))
    facts["decade_after"] = date.get("decade_after", "")
    facts["ordinal_after"] = data.get("affix", {}).get("ordinal_after", "")
    facts["ordinal_before"] = data.get("affix", {}).get("ordinal_before", "")
    facts["ordinal_dot"] = bool(data.get("affix", {}).get("ordinal_dot"))
    facts["suffixes"] = sorted(
        forms(str(data.get("endings", {}).get("suffixes", ""))), key=len, reverse=True
    )
    return facts | data.get("facts", {})


def multiples(rule: dict[str, object]) -> dict[str, str]:
    """Stems made of a number and what makes a multiple of it (femfaldig, vervijfvoudigd)."""
    tails, before = forms(str(rule.get("tails", ""))), forms(str(rule.get("before", "")))
    return {
        fold(first + head + tail): number
        for number, heads in rule.items()
        if number.isdigit()
        for head in forms(str(heads))
        for tail in tails
        for first in ("", *before)
    }


def roles(data: dict[str, dict[str, object]]) -> dict[str, str]:
    """What a word before a value makes of it in a change: f(rom), t(o), b(y); some say two."""
    found: dict[str, str] = {}
    for role, text in data.get("role", {}).items():
        for form in forms(str(text)):
            found[fold(form)] = "".join(sorted(found.get(fold(form), "") + role[0]))
    return found


def lexicon(language: str) -> str | None:
    """The lexicon of one language as a JSON text; None for a code that CLDR has no locale of."""
    # Babel resolves aliases in place, so that one language's names leak into the next.
    localedata._cache.clear()
    builder = Builder(language)
    source = WORDS / f"{RELATIVES.get(language, language)}.toml"
    facts: dict[str, object] = {}
    if source.exists():
        facts |= hand(builder, tomllib.loads(source.read_text("utf-8")))
    if language in AFFIXES_OF:
        relative = tomllib.loads((WORDS / f"{AFFIXES_OF[language]}.toml").read_text("utf-8"))
        facts |= {name: relative["facts"][name] for name in AFFIXES}
    try:
        locale = Locale.parse(language)
    except UnknownLocaleError:
        return None
    facts = cldr(builder, locale, phrases=not source.exists()) | facts
    facts = {
        "language": language,
        "source": WITH_WORDS if source.exists() else MADE_WITH,
        "spaced": separates(language),
        "turkic": language in TURKIC,
        **({"leftwards": True} if locale.character_order == "right-to-left" else {}),
        **facts,
        "words": dict(sorted(builder.words.items())),
    }
    text = json.dumps(facts, ensure_ascii=False, indent=None, separators=(",", ":"))
    return text.replace('},"', '},\n"') + "\n"


def regions(languages: Container[str]) -> str:
    """What regions write otherwise than their language does (de-CH, en-GB, es-MX)."""
    found: dict[str, dict[str, object]] = {}
    for name in sorted(locale_identifiers()):
        language, *rest = name.split("_")
        region = next((part for part in rest if len(part) == 2 or part.isdigit()), None)
        if region is None or language not in languages:
            continue
        localedata._cache.clear()
        facts = conventions(Locale.parse(name))
        localedata._cache.clear()
        usual = conventions(Locale.parse(language))
        other = {key: value for key, value in facts.items() if value != usual[key]}
        if other:
            found.setdefault(f"{language}-{region}", other)
    return _table({"source": MADE_WITH, "regions": found})


def symbols() -> str:
    """The units that are written alike in every language."""
    builder = Builder("")
    for symbol, unit in {**SYMBOLS, **CURRENCIES}.items():
        builder.add(symbol, "unit", unit)
    words = {form: senses["unit"] for form, senses in sorted(builder.words.items())}
    return _table({"source": "SI brochure, IEC 80000-13, ISO 4217", "units": words})


def _table(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def made() -> dict[str, str]:
    """All of them, by path below `reviewer/`."""
    every = sorted({name.split("_")[0] for name in locale_identifiers()} - {"root"})
    lexica = {name: text for name in every if (text := lexicon(name)) is not None}
    files = {f"{FOLDER}/lexica/{name}.json": text for name, text in lexica.items()}
    files[f"{FOLDER}/regions.json"] = regions(lexica)
    files[f"{FOLDER}/symbols.json"] = symbols()
    localedata._cache.clear()
    return files
