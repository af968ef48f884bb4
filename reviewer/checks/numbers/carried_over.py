"""The figures of a source as they are written in the language of the translation."""

from __future__ import annotations

from fractions import Fraction

from reviewer.checks.numbers.fixes import formatted, with_scale
from reviewer.checks.numbers.sides import side
from reviewer.domain import Span
from reviewer.text.quantities.items import Item, exact, magnitude
from reviewer.text.quantities.lexicon import Lexicon, lexicon


def carried_over(source: str, source_language: str, target_language: str) -> list[tuple[Span, str]]:
    """Each quantity of `source` that is written in figures: where it stands, and how the other
    language writes its value; dates, times and codes as they stand."""
    target = lexicon(target_language)
    return [
        (Span(item.start, item.end), _written(item, source, target))
        for item in side(source, source_language).items
        if not item.vague and any(map(str.isdecimal, source[item.start : item.end]))
    ]


def _written(item: Item, source: str, target: Lexicon) -> str:
    stands = source[item.start : item.end]
    if item.minutes is not None or item.day is not None or item.kind == "code" or not item.raw:
        return stands
    value = magnitude(item.value)
    if item.scale > 1:
        scaled = with_scale(value, target)
        if scaled:
            return scaled
    if item.raw.isdigit() and len(item.raw) == 4 and item.scale == 1:
        # A year or a number: a figure of four digits without separators keeps its looks.
        return item.raw
    if isinstance(value, Fraction) and value.denominator > 1 and not _is_decimal(value):
        return stands
    return formatted(value, target, item.raw)


def _is_decimal(value: Fraction) -> bool:
    return not isinstance(exact(value), Fraction)
