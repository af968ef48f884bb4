"""What number_words/LANG.toml says of the parts and the days of a year."""

from __future__ import annotations

from typing import Any

from lexicon_words import forms

from reviewer.text.quantities.characters import fold


def facts_of_the_year(data: dict[str, Any]) -> dict[str, object]:
    """Words for the parts of a year, days that have a name, and spans of time in adjectives."""
    facts: dict[str, object] = {}
    if "year_part" in data:
        facts["year_parts"] = {name: forms(text) for name, text in data["year_part"].items()}
    if "unit_stem" in data:
        facts["unit_stems"] = {
            unit: [fold(form) for form in forms(text)] for unit, text in data["unit_stem"].items()
        }
    if "named_day" in data:
        named: dict[str, list[int]] = {}
        for day, text in data["named_day"].items():
            for form in forms(text):
                named.setdefault(form, []).append(int(day))
        facts["named_days"] = named
    return facts
