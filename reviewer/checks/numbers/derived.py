"""What a text leaves to its reader, taken out of what is left over on both sides."""

from __future__ import annotations

from reviewer.checks.numbers.ages import drop_ages
from reviewer.checks.numbers.computed import computed, rests
from reviewer.checks.numbers.left_out import (
    drop_bracketed,
    drop_elided,
    drop_lengths,
    drop_shares,
    drop_twins,
)
from reviewer.checks.numbers.listed_days import drop_listed_days
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, too_many
from reviewer.domain import Finding


def derived(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Take out the leftovers that the other text's values answer; what was computed is told."""
    if too_many(source, target):
        return []
    findings = []
    if matching.source and matching.target:
        findings += computed(matching, source, target)
        drop_ages(matching)
        drop_shares(matching)
        drop_elided(matching)
        drop_lengths(matching, source, target)
        drop_listed_days(matching, source, target)
    drop_bracketed(matching, source, target)
    findings += rests(matching, source, target)
    drop_twins(matching, source, target)
    return findings
