"""What CLDR says of a language (through Babel): separators, dates, scale words, units, money."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from babel.numbers import NumberPattern
from currencies import STEM, kinds
from currency_countries import countries
from lexicon_hand import RATES
from lexicon_units import CURRENCIES, KILO, SHORT_UNITS, UNITS
from lexicon_words import TURKIC, Builder, separates

TABLES = Path(__file__).parent / "tables"
AMBIGUOUS = {"in"}
# What stands around a form in a pattern of CLDR: blanks and marks of direction.
_AROUND = " \u00a0\u202f\u200f\u200e"


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
    """Add CLDR's words to `builder`, and give the facts. With `phrases` also short scale words
    of two and more words."""
    facts = conventions(locale)
    if locale.decimal_formats[None].grouping[1] == 2:
        facts["grouping"] = 2
    facts |= _scale_words(builder, locale, phrases=phrases)
    _calendar(builder, locale)
    _units(builder, locale)
    _shares(builder, locale)
    _times(builder, locale)
    # "{0} and {1}": what stands between the last two of a list.
    between = locale.list_patterns.get("standard", {}).get("2", "")
    facts["conjunction"] = between.replace("{0}", "").replace("{1}", "").strip("\u200f")
    facts["hours24"] = "H" in locale.time_formats["short"].pattern
    _currencies(builder, locale)
    money(builder, locale)
    units = [form for form, told in builder.words.items() if "unit" in told and " " not in form]
    named = countries(locale, builder.key, units, spaced=separates(locale.language))
    return facts | ({"money_of": named} if named else {})


def _scale_words(builder: Builder, locale: Locale, *, phrases: bool) -> dict[str, object]:
    """Thousand, million and so on, long and short; how one of each is told."""
    unspaced = not separates(locale.language)
    compact: dict[str, dict[str, str]] = {}
    facts: dict[str, object] = {}
    for style, plural, power, pattern in _compact_patterns(locale):
        raw = pattern.pattern.split(";")[0]
        zeros = raw.count("0")
        word = raw.replace("0", "").replace("'", "").strip(" \u00a0\u200f\u200e\u202f-")
        exponent = len(str(power)) - zeros
        if not zeros or not word or plural in ("0", "1") or exponent < 2:
            continue
        if style == "long":
            if not raw.lstrip("\u200f\u200e").startswith(("0", "'")):
                facts["scale_first"] = True
            # The shortest power says how one of them is told (1 Million).
            told = compact.setdefault(str(exponent), {})
            told.setdefault(plural, raw.replace("0", "", zeros - 1))
        if phrases or style == "long" or " " not in builder.key(word):
            letter = len(word) == 1 and word.isascii()  # not the metre's
            long = style == "long" or (unspaced and not letter)
            builder.add(word, "scale" if long else "short", 10**exponent)
    return {**facts, "compact": compact}


def _compact_patterns(locale: Locale) -> Iterator[tuple[str, str, str, NumberPattern]]:
    """Style, plural form, power of ten and pattern of all compact formats, small powers first."""
    for style in ("long", "short"):
        for plural, entries in locale.compact_decimal_formats.get(style, {}).items():
            for power, pattern in sorted(entries.items(), key=lambda entry: int(entry[0])):
                yield style, plural, power, pattern


def _calendar(builder: Builder, locale: Locale) -> None:
    """The names of months and weekdays."""
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


def _units(builder: Builder, locale: Locale) -> None:
    """The names of units, and the larger watt hours that follow from the kilowatt hour's."""
    for name, unit in UNITS.items():
        for style, plural, text in _unit_patterns(locale, name):
            form = text.replace("{0}", "").strip(_AROUND)
            if "{0}" not in text or plural == "per" or not _names_a_unit(builder, form, unit):
                continue
            # A pound in words may be money or weight; "lb" is weight alone.
            word = unit == "lb" and style == "long"
            builder.add(form, "unit", "pound" if word else unit)
            if unit == "kilowatt_hour":
                larger_hours(builder, form)


def _unit_patterns(locale: Locale, name: str) -> Iterator[tuple[str, str, str]]:
    """Style, plural form and pattern of a unit, without the narrow ones."""
    for style, by_plural in locale._data["unit_patterns"].get(name, {}).items():
        if style != "narrow" and isinstance(by_plural, Mapping):
            for plural, text in by_plural.items():
                if isinstance(text, str):
                    yield style, plural, text


def _names_a_unit(builder: Builder, form: str, unit: str) -> bool:
    """Whether a form can stand for its unit alone, and for nothing else."""
    # "m" is the metre in every language, and a month in some of CLDR's.
    letter = len(form) == 1 and form != "m"
    if letter or (form.strip(".") == "m" and unit != "meter") or form in AMBIGUOUS:
        return False
    if len(form) < 3 and form.islower() and unit not in SHORT_UNITS:
        return False
    if "clock_after" in builder.words.get(builder.key(form), {}):
        return False
    return bool(form) and not re.search(r"\d", form) and len(form) < 40


def rates(builder: Builder, locale: Locale) -> dict[str, str]:
    """What "per hour", "per day" and so on are, where CLDR has words for them."""
    told = {}
    for unit in RATES:
        long = locale._data["unit_patterns"].get(f"duration-{unit}", {}).get("long", {})
        form = str(long.get("per", "")).replace("{0}", "").strip(_AROUND)
        if form and "/" not in form and not form.endswith("."):
            told[builder.key(form)] = unit
    return told


def _shares(builder: Builder, locale: Locale) -> None:
    """Words for per cent, per mille and a hundredth of a per cent."""
    for _, _, text in _unit_patterns(locale, "concentr-percent"):
        form = text.replace("{0}", "").strip(" \u00a0\u202f")
        if re.search(r"[^\W\d_]", form) and not re.search(r"[\s%٪{}]", form):
            builder.add(form, "percent", 1)
    for sense, name in (("permille", "concentr-permille"), ("permyriad", "concentr-permyriad")):
        for by_plural in locale._data["unit_patterns"].get(name, {}).values():
            for text in by_plural.values() if isinstance(by_plural, Mapping) else ():
                form = text.replace("{0}", "").strip(" \u00a0\u202f")
                if re.search(r"[^\W\d_]", form):
                    builder.add(form, sense, 1)


def _times(builder: Builder, locale: Locale) -> None:
    """The names of eras, of midnight and of noon."""
    for width in ("wide", "abbreviated"):
        for number, sense in ((0, "before_era"), (1, "in_era")):
            name = locale.eras.get(width, {}).get(number, "")
            if len(name) > 1:
                builder.add(name, sense, 1)
    for context in locale.day_periods.values():
        for width in ("wide", "abbreviated"):
            for period, minutes in (("midnight", 0), ("noon", 720)):
                name = context.get(width, {}).get(period, "")
                if len(name) > 2 or (name and not separates(locale.language)):
                    builder.add(name, "named_time", minutes)


def _currencies(builder: Builder, locale: Locale) -> None:
    """The names of currencies, in singular and plural."""
    plurals = locale._data["currency_names_plural"]
    for code, unit in CURRENCIES.items():
        for name in (plurals.get(code) or {}).values():
            if isinstance(name, str):
                builder.add(name, "unit", unit)


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
