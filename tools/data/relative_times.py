"""The names of the present, last and next year, month and day, from CLDR's date fields.

The forms of the units in the plural are CLDR's and Babel's: they name lengths of time and no
time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import cldr
from babel import Locale, UnknownLocaleError, localedata

PATH = "checks/data/relative_times.json"
UNITS = ("year", "month", "day")
SKIPPED = ("en-Dsrt", "en-Shaw")
"""Scripts of the nineteenth century and after."""


def phrases(own: dict[str, Any], unit: str) -> set[str]:
    """ "This year" and the like, without abbreviations."""
    return {words for words in own[unit]["said"] if "." not in words and len(words) > 1}


def counted(own: dict[str, Any], locale: Locale, unit: str) -> Iterator[tuple[str, str]]:
    """Plural category and a word of the pattern ("in {0} years")."""
    for category, patterns in own[unit]["patterns"].items():
        for words in patterns:
            for word in words.replace("{0}", " ").split():
                yield category, word.casefold()
    written = locale._data["unit_patterns"].get(f"duration-{unit}", {}).get("long", {})
    for category in written.keys() - {"per"}:
        if isinstance(written[category], str):
            for word in written[category].replace("{0}", " ").split():
                yield category, word.casefold()


def plurals(own: dict[str, Any], locale: Locale, unit: str) -> set[str]:
    """Words that stand beside several of the unit and never beside one.

    "Other" is a fraction, and so a singular, where there is a category for few or many.
    """
    forms = list(counted(own, locale, unit))
    categories = {category for category, _ in forms}
    single = {"one", "other"} if categories & {"few", "many"} else {"one"}
    if "one" not in categories:
        return set()
    told = {word for words in phrases(own, unit) for word in words.casefold().split()}
    one = {word for category, word in forms if category in single}
    several = {word for category, word in forms if category not in single}
    return {word for word in several - one - told if word.isalpha()}


def made() -> dict[str, str]:
    """The file, by path below `reviewer/`."""
    number, locales = cldr.read("date_fields")
    languages: dict[str, dict[str, dict[str, set[str]]]] = {}
    for tag, own in sorted(locales.items()):
        try:
            localedata._cache.clear()  # Babel resolves aliases in place.
            locale = Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
        if tag.startswith(SKIPPED):
            continue
        for unit in UNITS:
            said = phrases(own, unit)
            if locale.language != "en":
                said -= phrases(locales["und"], unit)
            if said:
                entry = languages.setdefault(locale.language, {}).setdefault(
                    unit, {"phrases": set(), "plurals": set()}
                )
                entry["phrases"] |= said
                if unit != "day":
                    entry["plurals"] |= plurals(own, locale, unit)
    lines = [
        f"{json.dumps(language)}: "
        + json.dumps(
            {
                unit: {key: sorted(words) for key, words in sets.items() if words}
                for unit, sets in units.items()
            },
            ensure_ascii=False,
        )
        for language, units in sorted(languages.items())
    ]
    source = (
        f"CLDR {number}, date fields (Unicode License v3); units through Babel {version('babel')}"
    )
    text = f'{{"source": {json.dumps(source)},\n"languages": {{\n' + ",\n".join(lines) + "\n}}\n"
    return {PATH: text}
