"""What is left of a comparison's findings where the pairing itself is in doubt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, compress

from reviewer.checks.registry import check_info
from reviewer.domain import Finding, Pair, Severity, Span
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
    told = _Told(pair)
    in_doubt = [
        _compares(f) and f.severity in _LIGHT and not _is_slip(f, pair, told) for f in findings
    ]
    doubted = list(compress(findings, in_doubt))
    steps = _steps(doubted, pair)
    if not steps or not doubted or _figures_vouch(doubted, told):
        return list(findings)
    return [
        _lighter(finding, pair, steps) if lighter else finding
        for finding, lighter in zip(findings, in_doubt, strict=True)
    ]


class _Told:
    """The quantities of both texts of a pair, read when they are first asked for."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    @cached_property
    def source(self) -> _Quantities:
        return _Quantities(self._pair.source, self._pair.source_language)

    @cached_property
    def target(self) -> _Quantities:
        return _Quantities(self._pair.target, self._pair.target_language)


class _Quantities:
    """The quantities of a text, found by their place: they stand in order and never overlap."""

    def __init__(self, text: str, language: str) -> None:
        from reviewer.text.quantities import extract_quantities

        self._all = extract_quantities(text, language)
        self._starts = [quantity.span.start for quantity in self._all]

    def at(self, place: int) -> Quantity | None:
        """The quantity that covers a place of the text."""
        before = bisect_right(self._starts, place)
        own = self._all[before - 1] if before else None
        return own if own and place < own.span.end else None

    def apart_from(self, spans: Sequence[Span]) -> list[Quantity]:
        """The quantities that none of the spans touches."""
        in_order = sorted(spans, key=lambda span: span.start)
        starts = [span.start for span in in_order]
        # Of the spans that begin before a quantity ends, the one that reaches furthest decides.
        reached = list(accumulate((span.end for span in in_order), max, initial=0))
        return [
            quantity
            for quantity in self._all
            if reached[bisect_left(starts, quantity.span.end)] <= quantity.span.start
        ]


def _compares(finding: Finding) -> bool:
    """Whether a wrong pair explains the finding. What a check sees in one text alone, or in its
    likeness to the other, holds whatever the pair is."""
    return check_info(finding.check).compares_sides


def _steps(doubted: Sequence[Finding], pair: Pair) -> _Steps:
    many = sum(not _is_scaled(finding, pair) for finding in doubted) >= _MANY
    if pair.confidence < (_DOUBTFUL_WITH_MANY if many else _DOUBTFUL):
        return _LIGHT
    return _LIGHTER if pair.confidence < _LIKELY else {}


def _is_slip(finding: Finding, pair: Pair, told: _Told) -> bool:
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
        and _are_of_one_sort(finding, pair, told)
    )


def _is_year(digits: str) -> bool:
    """Whether the digits are those of a year of our time, of which any two are much alike."""
    return len(digits) == 4 and digits.startswith(("19", "20"))


def _are_of_one_sort(finding: Finding, pair: Pair, told: _Told) -> bool:
    """Whether both figures have the same scale word and, where told, the same unit."""
    found = []
    for text, quantities, span in (
        (pair.source, told.source, finding.source_spans[0]),
        (pair.target, told.target, finding.target_spans[0]),
    ):
        own = quantities.at(span.start)
        digits = int(re.sub(r"\D", "", span.of(text)) or 0)
        if own is None or not own.values or not digits:
            return False
        found.append((own.unit, own.kind, Fraction(own.values[0]) / digits))
    (unit, kind, scale), (other_unit, other_kind, other_scale) = found
    same_unit = unit == other_unit and (bool(unit) or kind == "percent")
    return kind == other_kind and scale == other_scale and (same_unit or scale >= _LEAST_SCALE)


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


def _figures_vouch(doubted: Sequence[Finding], told: _Told) -> bool:
    """Whether at least as many telling figures agree as are in question."""
    agreeing = 0
    for quantities, spans in (
        (told.source, [s for f in doubted for s in f.source_spans]),
        (told.target, [s for f in doubted for s in f.target_spans]),
    ):
        agreeing += sum(_tells(quantity) for quantity in quantities.apart_from(spans))
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
