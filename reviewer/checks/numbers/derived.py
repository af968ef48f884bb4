"""What a text leaves to its reader, taken out of what is left over on both sides."""

from __future__ import annotations

from reviewer.checks.numbers.ages import drop_ages
from reviewer.checks.numbers.computed import computed
from reviewer.checks.numbers.left_out import drop_elided, drop_shares, drop_twins
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Finding

_MANY = 60
"""Quantities of a text from which on it is no sentence, and each would be set against all."""


def derived(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out the leftovers that the other text's values answer; what was computed is told."""
    if len(source.items) + len(target.items) > _MANY:
        return []
    findings = []
    if matching.source and matching.target:
        findings += computed(matching, source, target)
        drop_ages(matching)
        drop_shares(matching)
        drop_elided(matching)
    drop_twins(matching, source, target)
    return findings
