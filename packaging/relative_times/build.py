"""Build reviewer/checks/data/relative_times.json from CLDR's date fields.

Run: .venv/bin/python packaging/relative_times/build.py FOLDER

FOLDER is an unpacked `cldr-dates-full` (npm), since Babel carries no "this year". The forms of
the units in the plural are Babel's and CLDR's: they name lengths of time and no time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "reviewer" / "checks" / "data" / "relative_times.json"

UNITS = ("year", "month", "day")
WIDTHS = ("", "-short")
SKIPPED = ("en-Dsrt", "en-Shaw")
"""Scripts of the nineteenth century and after."""


def fields(folder: Path, tag: str) -> dict[str, Any]:
    data = json.loads((folder / "main" / tag / "dateFields.json").read_text("utf-8"))
    found: dict[str, Any] = data["main"][tag]["dates"]["fields"]
    return found


def phrases(own: dict[str, Any], unit: str) -> set[str]:
    """ "This year" and the like, without abbreviations."""
    found = {
        words
        for width in WIDTHS
        for key, words in own[unit + width].items()
        if key.startswith("relative-type-")
    }
    return {words for words in found if "." not in words and len(words) > 1}


def counted(own: dict[str, Any], locale: Locale, unit: str) -> Iterator[tuple[str, str]]:
    """Plural category and a word of the pattern ("in {0} years")."""
    for direction in ("future", "past"):
        for key, words in own[unit].get(f"relativeTime-type-{direction}", {}).items():
            for word in words.replace("{0}", " ").split():
                yield key.rsplit("-", 1)[1], word.casefold()
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


def main(folder: Path) -> None:
    root = fields(folder, "und")
    languages: dict[str, dict[str, dict[str, set[str]]]] = {}
    for tag in sorted(path.name for path in (folder / "main").iterdir()):
        try:
            locale = Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
        if tag.startswith(SKIPPED):
            continue
        own = fields(folder, tag)
        for unit in UNITS:
            said = phrases(own, unit)
            if locale.language != "en":
                said -= phrases(root, unit)
            if said:
                entry = languages.setdefault(locale.language, {}).setdefault(
                    unit, {"phrases": set(), "plurals": set()}
                )
                entry["phrases"] |= said
                if unit != "day":
                    entry["plurals"] |= plurals(own, locale, unit)
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
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
    OUT.write_text(
        f'{{"source": "CLDR {version}, date fields (Unicode License v3)",\n"languages": {{\n'
        + ",\n".join(lines)
        + "\n}}\n",
        "utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
