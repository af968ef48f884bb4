"""What is left of a comparison's findings where the pairing itself is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.domain import Finding, Pair, Severity

_DOUBTFUL = 0.75
"""Below this confidence a bead of two sides may pair sentences that do not belong together.

Of the beads of flores-dev's articles aligned without translation, two in three of the wrong
ones lie below, and one in twenty-five of the right ones; see docs/decisions/doubtful-pairs.md.
"""

_VOUCHING = 2
"""So many agreeing figures for each questioned one say that the pair is right after all."""

_COMPARING = frozenset({"numbers", "addresses"})
"""Checks whose findings on a wrong pair say nothing. What another check sees in one text alone,
or in its likeness to the other, holds whatever the pair is."""

_LIGHTER: dict[Severity, Severity] = {"critical": "minor", "major": "info"}


def weighed(findings: Sequence[Finding], pair: Pair) -> list[Finding]:
    """The findings, those that a wrong pairing would explain made lighter.

    Their severity falls from critical to minor and from major to info, and their confidence is
    multiplied by the pair's.
    """
    doubted = [f for f in findings if f.check in _COMPARING and f.severity in _LIGHTER]
    if pair.confidence >= _DOUBTFUL or not doubted or _figures_vouch(doubted, pair):
        return list(findings)
    return [_lighter(finding, pair) if finding in doubted else finding for finding in findings]


def _figures_vouch(doubted: Sequence[Finding], pair: Pair) -> bool:
    """Whether the figures that agree outweigh those that do not."""
    from reviewer.text.quantities import extract_quantities

    questioned = sum(len(f.source_spans) + len(f.target_spans) for f in doubted)
    figures = sum(
        not quantity.vague
        for text, language in (
            (pair.source, pair.source_language),
            (pair.target, pair.target_language),
        )
        for quantity in extract_quantities(text, language)
    )
    return figures - questioned >= _VOUCHING * questioned


def _lighter(finding: Finding, pair: Pair) -> Finding:
    return replace(
        finding,
        severity=_LIGHTER[finding.severity],
        confidence=finding.confidence * pair.confidence,
    )
