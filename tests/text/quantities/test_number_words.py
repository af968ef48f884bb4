"""Spelled-out numbers, as num2words writes them, are read back with their value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from num2words import num2words

from reviewer.text.quantities import extract_quantities

SMALL = range(2, 200)
LARGE = (
    200, 203, 219, 250, 300, 342, 455, 561, 678, 789, 900, 999, 1000, 1001, 1200, 1234, 1500,
    1999, 2000, 2024, 3456, 10_000, 12_345, 21_000, 100_000, 123_456, 200_001, 999_999,
    1_000_000, 2_000_000, 3_500_000, 21_000_000, 123_456_789, 10**9, 2 * 10**9, 10**12,
)  # fmt: skip
CARDINALS = (
    "en", "de", "id", "uk", "ar", "vi", "fr", "es", "it", "pt", "nl", "ru", "pl", "cs", "fa",
    "sv", "tr", "ja", "fi", "hu", "lv", "lt", "ro", "sl", "sr", "ca",
)  # fmt: skip
ORDINALS = ("en", "de", "fr", "it", "pt", "nl", "ru", "uk", "pl", "tr", "id", "fi", "hu")
# What num2words writes as nobody does, or leaves incomplete.
UNNATURAL = {
    ("ar", 2000), ("ar", 123_456_789), ("es", 10**9), ("es", 2 * 10**9), ("ca", 10**9),
    ("ca", 2 * 10**9), ("sr", 10**9), ("sr", 2 * 10**9), ("sr", 10**12), ("tr", 13), ("it", 118),
    *(("tr", number) for number in LARGE if number >= 10**6),
}  # fmt: skip


def _misread(language: str, numbers: tuple[int, ...] | range, form: str) -> list[str]:
    wrong = []
    for number in numbers:
        if (language, number) in UNNATURAL:
            continue
        written = num2words(number, lang=language, to=form).replace(",", "")
        found = extract_quantities(written, language)
        values = {Fraction(value) for quantity in found for value in quantity.values}
        whole = len(found) == 1 and len(found[0].span.of(written)) >= len(written.strip()) - 1
        if number not in values or not whole or (form == "ordinal") != (found[0].kind == "ordinal"):
            wrong.append(f"{number} {written}")
    return wrong


@pytest.mark.parametrize("language", CARDINALS)
def test_small_cardinals_in_words_are_read_back(language: str) -> None:
    assert _misread(language, SMALL, "cardinal") == []


@pytest.mark.parametrize("language", CARDINALS)
def test_large_cardinals_in_words_are_read_back(language: str) -> None:
    assert _misread(language, LARGE, "cardinal") == []


@pytest.mark.parametrize("language", ORDINALS)
def test_ordinals_in_words_are_read_back(language: str) -> None:
    assert _misread(language, range(2, 100), "ordinal") == []
