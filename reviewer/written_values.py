"""How a value is written in English: 97 × 10¹², 14.6, 2/3."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

SUPERSCRIPTS = dict(zip("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", strict=True))
"""Digits and signs, and how they are written raised."""

_RAISED = str.maketrans(SUPERSCRIPTS)


def in_figures(value: int | Decimal | Fraction) -> str:
    """A value as a person would write it in English: 97 × 10¹², 14.6, 2/3; a whole int as 1,250."""
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if abs(value) >= 10**9 and value == value.to_integral_value():
        power = (len(str(int(abs(value)))) - 1) // 3 * 3
        head = value / Decimal(10) ** power
        if len(str(head)) <= 12:
            return f"{_plain(head)} × 10{str(power).translate(_RAISED)}"
    return _plain(value)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
