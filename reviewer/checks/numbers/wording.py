"""Values, dates and times put into words for a message, and into stable subjects."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reviewer.text.quantities.items import Item, exact
from reviewer.text.quantities.lexicon import Number

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def spelled(value: Number) -> str:
    """A value as a person would write it: 97 × 10¹², 14.6, 2/3."""
    number = exact(value)
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    if abs(number) >= 10**9 and number == number.to_integral_value():
        power = (len(str(int(abs(number)))) - 1) // 3 * 3
        head = number / Decimal(10) ** power
        if len(str(head)) <= 12:
            return f"{_plain(head)} × 10{str(power).translate(_SUPERSCRIPTS)}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def subject(item: Item) -> str:
    """The canonical figure, the same however it is written."""
    if item.day is not None:
        return "date:" + "-".join(str(d or "") for d in item.day)
    if item.minutes is not None:
        return "time:" + item.text
    if item.kind == "code":
        return "code:" + item.text
    return str(exact(item.value)) + ("%" if item.kind == "percent" else "")


def described(item: Item, text: str) -> str:
    """The written form, with its value where the form does not show it."""
    written = text[item.start : item.end]
    if item.day is not None or item.minutes is not None or item.kind == "code":
        return written
    value = spelled(item.value)
    if item.kind == "percent":
        value += " %"
    digits = "".join(filter(str.isdigit, written))
    shows = not item.spelled and item.scale == 1 and digits.isascii() and written.isascii()
    if shows and (item.raw.isdigit() or item.kind == "percent"):
        return written
    return written if value == written else f"{written} ({value})"


def ratio(source: Item, target: Item) -> str:
    """How much larger or smaller the target is, where that says something."""
    if source.value == 0 or target.value == 0:
        return ""
    if source.value == -target.value:
        return "the sign differs"
    factor = Fraction(target.value) / Fraction(source.value)
    if factor < 0:
        return ""
    larger = factor if factor > 1 else 1 / factor
    if larger >= 2 and larger.denominator == 1:
        return f"{larger.numerator:,} times {'larger' if factor > 1 else 'smaller'}"
    return ""
