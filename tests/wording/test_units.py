"""Every unit that the number check knows has a name in the language of the user."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from reviewer.checks.numbers import check_numbers
from reviewer.messages import message
from reviewer.text import quantities
from reviewer.text.quantities.dimensions import LENGTHS
from reviewer.wording import LANGUAGES, in_english, in_words, use_language
from reviewer.wording.units import unit_name

DATA = Path(quantities.__file__).parent
OF_THE_CODE = {"century", "century_span", "decade", "from_end", "half_hour", "mpg", "percent",
               "point", "quarter_hour", "times"}  # fmt: skip
"""What no word of the data but the grammar makes a unit of."""
NO_PLURAL = {"jin", "horsepower", "hertz", "kilohertz", "megahertz", "gigahertz", "mu", "percent",
             "pyeong", "rai"}  # fmt: skip
"""Words that English itself writes as the program does."""


@cache
def units() -> frozenset[str]:
    """Every unit of the lexica, of the symbols and of the grammar."""
    found = set(OF_THE_CODE) | {f"{length}{power}" for length in LENGTHS for power in "23"}
    found |= set(json.loads((DATA / "symbols.json").read_text("utf-8"))["units"].values())
    for path in (DATA / "lexica").glob("*.json"):
        data = json.loads(path.read_text("utf-8"))
        found |= {senses["unit"] for senses in data["words"].values() if "unit" in senses}
        found |= {*data.get("period_stems", {}).values(), *data.get("counted", {}).values()}
        found |= {s["period"] for s in data["words"].values() if "period" in s}
    return frozenset(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_unit_is_shown_as_the_name_that_the_program_gives_it(language: str) -> None:
    use_language(language)
    named = {unit for unit in units() if not unit.isupper()} - NO_PLURAL
    # British English says "six stone", and "five thou" is what engineers say.
    assert {unit for unit in named if str(unit_name(unit, "en")) == unit} <= {"stone", "thou"}
    shown = {in_words(unit_name(unit, language)) for unit in named}
    assert not [name for name in shown if "_" in name or name[-1:].isdigit()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_currency_has_its_name_and_several_have_their_letters(language: str) -> None:
    assert unit_name("SEK", language) != "SEK"
    assert unit_name("AED/MAD", language) == "AED/MAD"


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Kilometer, Quadratmeter"), ("en", "kilometres, square metres")],
)
def test_a_message_names_its_units(language: str, said: str) -> None:
    use_language(language)
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        source="5 km", target="5 m²", source_unit="kilometer", target_unit="meter2",
    )  # fmt: skip
    assert all(name in in_words(words) for name in said.split(", "))


def test_a_report_in_english_names_them_and_the_identity_does_not() -> None:
    (found,) = (
        one
        for one in check_numbers(
            "It covers 50 square kilometres.", "Es ist 50 Kilometer lang.",
            source_language="en", target_language="de",
        )
        if one.kind == "unit"
    )  # fmt: skip
    assert "from square kilometres to kilometres" in in_english(found.message)
    assert ("source_unit", "kilometer2") in found.message.facts()


@pytest.mark.parametrize("unit", ["furlong", "", "AED/ALL/AMD/…", "length-meter"])
def test_a_unit_that_nobody_knows_stays_as_it_is(unit: str) -> None:
    assert unit_name(unit, "de") == unit


def test_a_message_without_units_is_the_same_in_a_report() -> None:
    words = message("{quantity} is repeated", quantity="5")
    assert in_english(words) is words
    assert in_english("Said before there were patterns.") == "Said before there were patterns."
