"""A unit of time behind a number and an adjective: ten working days, ten calendar weeks."""

from __future__ import annotations

import re

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.items import Item

_ADJECTIVE = re.compile(r" ([^\W\d_]+) ")

_MANY = 60
"""Words for time from which on a text is no sentence."""


def other_span_behind(
    matching: Matching, source: TextFigures, target: TextFigures
) -> list[Finding]:
    """The findings on equal numbers behind which one text has another unit of time."""
    if not source.spans or not target.spans or len(source.spans) > _MANY:
        return []
    findings = []
    for found in matching.matches:
        a, b = found.source, found.target
        if a.unit and b.unit:
            continue
        first = _unit_behind(a, source)
        second = _unit_behind(b, target) if first else ""
        if second and first != second:
            words = message(
                "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
                **wording.both(a, b, source.text, target.text),
                source_unit=wording.named(first),
                target_unit=wording.named(second),
            )
            findings.append(finding("unit", "major", "unit", words, a, b, 0.75))
    return findings


def _unit_behind(item: Item, side: TextFigures) -> str:
    """The unit of an amount, or the one behind it and one more word; "" without any."""
    if item.kind != "cardinal" or item.value == 1:
        return ""
    if item.unit:
        return item.unit if any(name == item.unit for _, _, name in side.spans) else ""
    for start, _, name in side.spans:
        between = _ADJECTIVE.fullmatch(side.text, item.end, start) if start > item.end else None
        if between is not None and side.lexicon.lookup(between.group(1)) is None:
            return name
    return ""
