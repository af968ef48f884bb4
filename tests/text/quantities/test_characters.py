"""Digits of every script, as Unicode has them."""

from __future__ import annotations

import sys
import unicodedata

from reviewer.text.quantities.characters import DIGITS


def test_every_decimal_digit_is_known_by_its_value() -> None:
    known = {
        number: str(unicodedata.decimal(chr(number)))
        for number in range(128, sys.maxunicode + 1)
        if unicodedata.category(chr(number)) == "Nd"
    }
    assert known.items() <= DIGITS.items()
    # What a newer Unicode has than this Python, no older one calls anything else.
    assert {unicodedata.category(chr(number)) for number in DIGITS.keys() - known.keys()} <= {"Cn"}
