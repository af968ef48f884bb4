"""What is left of a comparison's findings where the pairing itself is in doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.domain import Finding, Pair, Quantity, Severity

_DOUBTFUL = 0.65
"""Below this confidence a bead of two sides may pair sentences that do not belong together.

Of the beads of flores-dev's articles aligned without translation half of the wrong ones lie
below, and one in eighty of the right ones; see docs/decisions/doubtful-pairs.md.
"""

_COMMON = 10
"""Plain numbers up to this one agree by chance in any two sentences."""

_DIGITS = 4
"""So many digits that two figures share but for a slip are no coincidence."""

_COMPARING = frozenset({"numbers", "addresses"})
"""Checks whose findings on a wrong pair say nothing. What another check sees in one text alone,
or in its likeness to the other, holds whatever the pair is."""

_LIGHTER: dict[Severity, Severity] = {"critical": "minor", "major": "info"}


def weighed(findings: Sequence[Finding], pair: Pair) -> list[Finding]:
    """The findings, those that a wrong pairing would explain made lighter.

    Their severity falls from critical to minor and from major to info, and their confidence is
    multiplied by the pair's.
    """
    doubted = [
        f
        for f in findings
        if f.check in _COMPARING and f.severity in _LIGHTER and not _is_slip(f, pair)
    ]
    if pair.confidence >= _DOUBTFUL or not doubted or _figures_vouch(doubted, pair):
        return list(findings)
    return [_lighter(finding, pair) if finding in doubted else finding for finding in findings]


def _is_slip(finding: Finding, pair: Pair) -> bool:
    """Whether both figures are too much alike for chance: digits swapped, or one changed."""
    if len(finding.source_spans) != 1 or len(finding.target_spans) != 1:
        return False
    ours = re.sub(r"\D", "", finding.source_spans[0].of(pair.source))
    theirs = re.sub(r"\D", "", finding.target_spans[0].of(pair.target))
    if len(ours) < _DIGITS or len(ours) != len(theirs) or ours.startswith(("19", "20")):
        return False
    return sorted(ours) == sorted(theirs) or sum(map(str.__ne__, ours, theirs)) == 1


def _figures_vouch(doubted: Sequence[Finding], pair: Pair) -> bool:
    """Whether at least as many telling figures agree as are in question."""
    from reviewer.text.quantities import extract_quantities

    agreeing = 0
    for text, language, spans in (
        (pair.source, pair.source_language, [s for f in doubted for s in f.source_spans]),
        (pair.target, pair.target_language, [s for f in doubted for s in f.target_spans]),
    ):
        told = [q for q in extract_quantities(text, language) if _tells(q)]
        agreeing += sum(
            all(q.span.end <= s.start or s.end <= q.span.start for s in spans) for q in told
        )
        agreeing -= len(spans)
    return agreeing >= 0


def _tells(quantity: Quantity) -> bool:
    if quantity.vague or not quantity.values:
        return not quantity.vague
    small = all(0 <= value <= _COMMON for value in quantity.values)
    return quantity.kind != "cardinal" or bool(quantity.unit) or not small


def _lighter(finding: Finding, pair: Pair) -> Finding:
    return replace(
        finding,
        severity=_LIGHTER[finding.severity],
        confidence=finding.confidence * pair.confidence,
    )
