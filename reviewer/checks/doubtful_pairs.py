"""What is left of a comparison's findings where the pairing itself is in doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reviewer.checks.registry import check_info
from reviewer.domain import Finding, Pair, Severity
from reviewer.text.quantities.extracted import Quantity

_DOUBTFUL = 0.65
"""Below this confidence a bead of two sides may pair sentences that do not belong together.

Of the beads of flores-dev's articles aligned without translation half of the wrong ones lie
below, and one in eighty of the right ones; see docs/decisions/doubtful-pairs.md.
"""

_LIKELY = 0.8
"""Below this one in five beads is wrong, and a differing figure is likely but not surely an error.

Where translators get one figure in fifty wrong, wrong pairs raise as many findings as they do.
"""

_MANY, _DOUBTFUL_WITH_MANY = 3, 0.9
"""One wrong figure is a slip. So many in one bead below this confidence are another sentence."""

_COMMON = 10
"""Plain numbers up to this one agree by chance in any two sentences."""

_DIGITS, _DIGITS_SWAPPED = 4, 3
"""So many digits that two figures share but for one, or in another order, are no coincidence.

Of unrelated figures of three digits one pair in 180 has the same digits in another order, and
one in 37 differs in one digit; with the same scale word or unit both are rarer by far.
"""
_LEAST_SCALE = 1000

_Steps = Mapping[Severity, Severity]
_LIGHT: _Steps = {"critical": "minor", "major": "info"}
_LIGHTER: _Steps = {"critical": "major"}


def weighed(findings: Sequence[Finding], pair: Pair) -> list[Finding]:
    """The findings, those that a wrong pairing would explain made lighter.

    Where the pair is doubtful their severity falls from critical to minor and from major to
    info, where it is likely from critical to major; their confidence is multiplied by the
    pair's.
    """
    if pair.confidence >= _DOUBTFUL_WITH_MANY:
        return list(findings)
    doubted = [
        f for f in findings if _compares(f) and f.severity in _LIGHT and not _is_slip(f, pair)
    ]
    steps = _steps(doubted, pair)
    if not steps or not doubted or _figures_vouch(doubted, pair):
        return list(findings)
    return [_lighter(f, pair, steps) if f in doubted else f for f in findings]


def _compares(finding: Finding) -> bool:
    """Whether a wrong pair explains the finding. What a check sees in one text alone, or in its
    likeness to the other, holds whatever the pair is."""
    return check_info(finding.check).compares_sides


def _steps(doubted: Sequence[Finding], pair: Pair) -> _Steps:
    many = sum(not _is_scaled(finding, pair) for finding in doubted) >= _MANY
    if pair.confidence < (_DOUBTFUL_WITH_MANY if many else _DOUBTFUL):
        return _LIGHT
    return _LIGHTER if pair.confidence < _LIKELY else {}


def _is_slip(finding: Finding, pair: Pair) -> bool:
    """Whether both figures are too much alike for chance.

    They have digits swapped, or one changed, or the same digits in another magnitude.
    """
    ours, theirs = _digits(finding, pair)
    if not ours or ours == theirs or (_is_year(ours) and _is_year(theirs)):
        return bool(ours) and ours == theirs and len(ours.strip("0")) > 1
    if _is_scaled(finding, pair):
        return True
    if len(ours) != len(theirs):
        return False
    swapped = sorted(ours) == sorted(theirs)
    changed = sum(map(str.__ne__, ours, theirs)) == 1
    if (swapped and len(ours) >= _DIGITS_SWAPPED) or (changed and len(ours) >= _DIGITS):
        return True
    # Fewer digits need the same words around them.
    return (
        len(ours) > 1
        and (swapped or (changed and len(ours) > 2))
        and _are_of_one_sort(finding, pair)
    )


def _is_year(digits: str) -> bool:
    """Whether the digits are those of a year of our time, of which any two are much alike."""
    return len(digits) == 4 and digits.startswith(("19", "20"))


def _are_of_one_sort(finding: Finding, pair: Pair) -> bool:
    """Whether both figures have the same scale word and, where told, the same unit."""
    from reviewer.text.quantities import extract_quantities

    found = []
    for text, language, span in (
        (pair.source, pair.source_language, finding.source_spans[0]),
        (pair.target, pair.target_language, finding.target_spans[0]),
    ):
        every = extract_quantities(text, language)
        own = next((q for q in every if q.span.start <= span.start < q.span.end), None)
        digits = int(re.sub(r"\D", "", span.of(text)) or 0)
        if own is None or not own.values or not digits:
            return False
        found.append((own.unit, own.kind, Fraction(own.values[0]) / digits))
    (unit, kind, scale), (other_unit, other_kind, other_scale) = found
    told = unit == other_unit and (bool(unit) or kind == "percent")
    return kind == other_kind and scale == other_scale and (told or scale >= _LEAST_SCALE)


def _is_scaled(finding: Finding, pair: Pair) -> bool:
    """Whether both figures have the same digits but for zeros, as in a wrong thousand."""
    ours, theirs = (digits.strip("0") for digits in _digits(finding, pair))
    return len(ours) > 1 and ours == theirs


def _digits(finding: Finding, pair: Pair) -> tuple[str, str]:
    """The digits of a figure and of its counterpart, nothing unless there is one of each."""
    if len(finding.source_spans) != 1 or len(finding.target_spans) != 1:
        return "", ""
    ours = re.sub(r"\D", "", finding.source_spans[0].of(pair.source))
    return ours, re.sub(r"\D", "", finding.target_spans[0].of(pair.target))


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


def _lighter(finding: Finding, pair: Pair, steps: _Steps) -> Finding:
    return replace(
        finding,
        severity=steps.get(finding.severity, finding.severity),
        confidence=finding.confidence * pair.confidence,
    )
