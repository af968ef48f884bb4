"""What is to be said of two quantities that agree: converted, misread, another unit or sign."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewer.checks.numbers import ages, fixes, money, references, wording
from reviewer.checks.numbers.agreement import family, units_agree
from reviewer.checks.numbers.matching import Match
from reviewer.checks.numbers.sides import TextFigures
from reviewer.checks.numbers.sides import finding as make_finding
from reviewer.checks.numbers.units import same_dimension
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.languages import base
from reviewer.text.quantities.items import Item, is_currency

_MIXED = frozenset({"es", "ar"})
"""Languages whose regions use both separator conventions (CLDR: es-MX, ar-MA)."""


_TIMES = frozenset({"second", "minute", "quarter_hour", "half_hour", "hour", "day", "week", "month",
                    "year", "decade_span", "century_span", "millennium"})  # fmt: skip


def agreeing(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The findings on two quantities that agree in value."""
    a, b = found.source, found.target
    if found.how in ("converted", "share"):
        return _loosely(found, source, target)
    if found.how == "reading" and "ambiguous" in (a.tags | b.tags):
        return _misread(a, b, source, target)
    if a.raw != b.raw and references.other_version(a, b, source, target):
        words = message("{source} → {target}", source=a.raw, target=b.raw)
        return [make_finding("value", "major", "version", words, a, b, 0.8)]
    if b.loose and references.is_reference(a, b, source.text, target.text):
        return []
    if b.loose and family(a) == family(b) == "number" and b.unit != "decade":
        fix = fixes.fix(a, b, target.text, target.lexicon)
        written = target.text[b.start : b.end]
        return [
            make_finding(
                "format", "minor", "separators",
                message("{written}: the separators are not those of the language",
                        written=written),
                a, b, 0.9, fix,
            )
        ]  # fmt: skip
    if ages.other_age(a, b, source, target):
        first, second = (replace(item, unit=item.unit or "year") for item in (a, b))
        return _unit(first, second, source, target)
    if _measures_otherwise(a, b) and found.how != "equivalent":
        return _unit(a, b, source, target)
    if a.vague or b.vague or found.how == "equivalent":
        return []
    if not units_agree(a, b) and family(a) == "number":
        return _unit(a, b, source, target)
    if (a.unit == "point") != (b.unit == "point") and a.kind == b.kind == "percent":
        return _unit(a, b, source, target)
    return money.other_country(a, b, source, target)


def _measures_otherwise(a: Item, b: Item) -> bool:
    """Whether the same number measures a thing in two units, be it a word that is a number only
    sometimes (six feet, sei metri)."""
    counted = a.kind == b.kind == "cardinal" and a.unit and b.unit and a.value > 1
    if not counted or (a.vague and b.vague) or {a.unit, b.unit} & _TIMES:
        return False
    if "amount" in a.tags | b.tags:
        return False
    return not units_agree(a, b) and same_dimension(a.unit, b.unit)


def _may_be_either(item: Item) -> bool:
    """Whether a figure may be grouped or have decimals in a language that writes both.

    Before a scale word the language's own reading is meant, unless its decimals end in a zero.
    """
    decimals = (item.value * Fraction(1, item.scale)).denominator > 1
    return item.scale == 1 or (decimals and item.raw.endswith("0"))


def _loosely(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """A conversion or a share in words; what is exactly the same is no finding."""
    a, b = found.source, found.target
    first, second = wording.described(a, source.text), wording.described(b, target.text)
    if found.how == "share":
        words = message("{source} → {target}: told as a share", source=first, target=second)
        return [make_finding("rounded", "minor", "share", words, a, b, 0.8)]
    if a.vague or b.vague or (a.unit in _TIMES and b.unit in _TIMES):
        return []
    if "cent" in (a.unit, b.unit):
        return []
    words = message("{source} → {target}: converted to another unit", source=first, target=second)
    return [make_finding("rounded", "minor", "conversion", words, a, b, 0.8)]


def _misread(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The same figure under another reading of its separators."""
    if a.scale > 1 and b.scale > 1 and not {"ambiguous"} & (a.tags | b.tags):
        return []
    fix = fixes.fix(a, b, target.text, target.lexicon)
    written = target.text[b.start : b.end]
    excused = any(i.loose for i in source.items + target.items)
    mixed = any(
        base(side.language) in _MIXED and "ambiguous" in item.tags and _may_be_either(item)
        for item, side in ((a, source), (b, target))
    )
    words = wording.compared(a, b, source.text, target.text)
    if "ambiguous" in b.tags:
        words = words.noted(
            message("{written} is read by the separators of the language", written=written)
        )
    if excused or mixed:
        return [make_finding("format", "minor", "separators", words, a, b, 0.6, fix)]
    return [make_finding("value", "critical", "separators", words, a, b, 0.85, fix)]


def _unit(a: Item, b: Item, source: TextFigures, target: TextFigures) -> list[Finding]:
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        source=source.text[a.start : a.end],
        target=target.text[b.start : b.end],
        source_unit=wording.named(a.unit or "percent"),
        target_unit=wording.named(b.unit or "percent"),
    )
    points = (a.unit == "point") != (b.unit == "point")
    other_power = a.unit.rstrip("23") == b.unit.rstrip("23")
    grave = (
        points
        or other_power
        or same_dimension(a.unit, b.unit)
        or (_may_be_money(a.unit) and _may_be_money(b.unit))
    )
    return [
        make_finding(
            "unit", "major" if grave else "minor", "unit", words, a, b, 0.8 if grave else 0.5
        )
    ]


def _may_be_money(unit: str) -> bool:
    """Whether a unit is money; a pound that stands against money is."""
    return is_currency(unit) or unit == "pound"
