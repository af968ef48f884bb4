"""Powers of ten in figures: 10⁶, 10^6, 1.5 × 10⁶, 1e6."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer.text.quantities import digits
from reviewer.text.quantities.items import Item, whole
from reviewer.text.quantities.reading import Found, Reading
from reviewer.written_values import SUPERSCRIPTS

_ON_THE_LINE = str.maketrans({raised: plain for plain, raised in SUPERSCRIPTS.items()})
_POWER = re.compile(
    r"(?:(\d+(?:[.,]\d+)?) ?[×x·*⋅] ?)?10(?:\^([-+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴-⁹]{1,3}))(?![\d⁰-⁹])"
)
_EXPONENT = re.compile(r"(\d+(?:[.,]\d+)?)[eE]([-+]?\d{1,2})(?![^\W_])")
_LARGEST = 60
"""Powers beyond this one are no amounts that anyone writes about."""


def read_power(reading: Reading, index: int) -> Found | None:
    """A power of ten that begins at a node of digits, with the number before it."""
    text, start = reading.text, reading.nodes[index].start
    end = reading.nodes[index].end
    if text[end : end + 1] not in _FIRST and text[end : end + 2] not in _SPACED:
        return None
    match = _POWER.match(text, start)
    if match:
        head, exponent = match.group(1) or "1", match.group(2) or match.group(3)
    else:
        match = _EXPONENT.match(text, start)
        if match is None:
            return None
        head, exponent = match.groups()
    power = int(exponent.translate(_ON_THE_LINE))
    readings, _ = digits.read(head, reading.lexicon.decimal)
    if abs(power) > _LARGEST or not readings:
        return None
    factor = Fraction(10) ** power
    values = tuple(whole(value * factor) for value in readings)
    raw = head if match.group(1) else ""
    item = Item(start, match.end(), "cardinal", values, raw=raw, scale=max(1, int(factor)))
    return item, reading.after(index, match.end())


_FIRST = frozenset("^×x·*⋅eE⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_SPACED = frozenset(f" {sign}" for sign in "×x·*⋅")
