"""The number check: quantities of a source and its translation compared by value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain import Finding


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """What the reviewer does not want to hear of: every field that is not "" must fit.

    `pattern` is a regular expression searched in the written figures, `unit` a canonical
    unit, `kind` a finding's kind, `rule` the rule of the check that raised it.
    """

    pattern: str = ""
    unit: str = ""
    kind: str = ""
    rule: str = ""


def check_numbers(
    source: str,
    target: str,
    *,
    source_language: str,
    target_language: str,
    others: Mapping[str, str] | None = None,
    ignore: Sequence[IgnoreRule] = (),
) -> list[Finding]:
    """The findings of one aligned pair; spans count in `source` and `target`.

    `others` holds the same source's translations in other languages (tag to text), whose
    agreement is evidence. Kinds: value, missing, extra (major or critical), rounded, format
    (minor), unit (major where the value changes with it).
    """
    from reviewer.checks.numbers.comparison import compare
    from reviewer.checks.numbers.sides import side

    first, second = side(source, source_language), side(target, target_language)
    findings = compare(first, second, others or {})
    if not ignore:
        return findings
    units = {
        (is_source, item.start, item.end): item.unit
        for is_source, one in ((True, first), (False, second))
        for whole in one.items
        for item in (whole, *whole.parts)
    }
    return [f for f in findings if not any(_ignored(f, r, source, target, units) for r in ignore)]


def _ignored(
    finding: Finding,
    rule: IgnoreRule,
    source: str,
    target: str,
    units: Mapping[tuple[bool, int, int], str],
) -> bool:
    if not (rule.pattern or rule.unit or rule.kind or rule.rule):
        return False
    spans = [(True, s) for s in finding.source_spans] + [(False, s) for s in finding.target_spans]
    if rule.kind and rule.kind != finding.kind:
        return False
    if rule.rule and rule.rule != finding.rule:
        return False
    if rule.unit and not any(units.get((side, s.start, s.end)) == rule.unit for side, s in spans):
        return False
    if rule.pattern:
        try:
            pattern = re.compile(rule.pattern)
        except re.error:
            return False
        return any(pattern.search(s.of(source if side else target)) for side, s in spans)
    return True


__all__ = ["IgnoreRule", "check_numbers"]
