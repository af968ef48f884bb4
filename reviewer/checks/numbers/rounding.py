"""Whether one value is a rounding of another."""

from __future__ import annotations

from fractions import Fraction

from reviewer.text.quantities.items import magnitude
from reviewer.text.quantities.lexicon import Number


def significant(value: Number) -> int:
    """How many significant digits a value has in decimal notation (capped at 12)."""
    fraction = abs(Fraction(value))
    if fraction == 0:
        return 1
    for _ in range(12):
        if fraction.denominator == 1:
            break
        fraction *= 10
    whole = str(int(fraction)).rstrip("0")
    return len(whole) or 1


def last_place(value: Number) -> Fraction:
    """The worth of a value's last significant digit (10 for 12480, 1/10 for 4.9)."""
    fraction, place = abs(Fraction(value)), Fraction(1)
    while fraction.denominator != 1 and place > Fraction(1, 10**12):
        fraction, place = fraction * 10, place / 10
    while fraction and fraction % 10 == 0:
        fraction, place = fraction / 10, place * 10
    return place


def is_rounding(exact: Number, rounded: Number, *, marked: bool) -> bool:
    """Whether `rounded` has fewer digits and lies as near as a rounding or truncation does.

    `marked` says that the text calls the value a rough one, which allows more.
    """
    if exact == rounded or not exact or (exact < 0) != (rounded < 0):
        return False
    if abs(Fraction(exact) - Fraction(rounded)) >= last_place(rounded):
        return False
    gap = abs(Fraction(exact) - Fraction(rounded)) / abs(Fraction(exact))
    fewer = significant(rounded) < significant(exact)
    if marked:
        return fewer and gap <= Fraction(7, 100)
    precise = significant(exact) >= 4 or (significant(exact) == 3 and magnitude(exact) < 100)
    return fewer and precise and gap <= Fraction(25, 1000)


def is_near(value: Number, other: Number) -> bool:
    """Whether a count in dozens may be told in tens (four dozen, 四十余): a fifth apart at most."""
    first, second = abs(Fraction(value)), abs(Fraction(other))
    in_tens = first % 10 == 0 or second % 10 == 0
    return in_tens and abs(first - second) * 5 <= max(first, second)
