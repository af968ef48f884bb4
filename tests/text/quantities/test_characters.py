"""Digits of every script, as Unicode has them."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from reviewer.text.quantities.characters import DIGITS, seen


def test_every_decimal_digit_is_known_by_its_value() -> None:
    known = {
        number: str(unicodedata.decimal(chr(number)))
        for number in range(128, sys.maxunicode + 1)
        if unicodedata.category(chr(number)) == "Nd"
    }
    assert known.items() <= DIGITS.items()
    # What a newer Unicode has than this Python, no older one calls anything else.
    assert {unicodedata.category(chr(number)) for number in DIGITS.keys() - known.keys()} <= {"Cn"}


@pytest.mark.parametrize(
    ("text", "read", "places"),
    [
        ("ab", "ab", None),
        ("é", "é", None),
        ("a\u00adb", "ab", [0, 2, 3]),
        ("a\u200cb", "ab", [0, 2, 3]),
        ("5\u200d", "5", [0, 2]),
        ("می\u200cخ", "می\u200cخ", None),
        ("\ufeffé", "é", [1, 2]),
        ("¹⁄₂", "1/2", [0, 1, 2, 3]),
        ("3¹⁰/₁₂", "3 10/12", [0, 1, 1, 2, 3, 4, 5, 6]),
        ("é¹/₂", "é1/2", [0, 1, 2, 3, 4]),
        ("\u200b3¹⁄₂", "3 1/2", [1, 2, 2, 3, 4, 5]),
    ],
)
def test_what_a_reader_sees_of_a_text(text: str, read: str, places: list[int] | None) -> None:
    assert seen(text) == (read, places)
