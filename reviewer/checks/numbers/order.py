"""Two equal-kind values exchanged between the things they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.matching import Matching, family
from reviewer.domain import Finding, Span

if TYPE_CHECKING:
    from reviewer.checks.numbers.sides import Side


def swapped(source: Side, matching: Matching) -> list[Finding]:
    """Values whose dates stayed in place while they changed places.

    Only the plainest pattern counts: value, date, value, date on both sides, the dates in the
    same order and the values in the other, or the same with the dates in front.
    """
    pairs = sorted(matching.matches, key=lambda m: m.source.start)
    anchors = [m for m in pairs if m.source.day is not None or _is_year(m.source.raw)]
    if len(anchors) != 2 or matching.source or matching.target:
        return []
    values = [m for m in pairs if family(m.source) == "number" and not any(m is a for a in anchors)]
    values = [m for m in values if not m.source.vague]
    if len(values) != 2:
        return []
    (a, b), (x, y) = values, anchors
    if a.source.kind != b.source.kind or a.source.value == b.source.value:
        return []
    if y.target.start < x.target.start or b.target.start > a.target.start:
        return []
    first = [m.source.start for m in (a, x, b, y)]
    then = [m.target.start for m in (b, x, a, y)]
    before = [m.source.start for m in (x, a, y, b)]
    before_then = [m.target.start for m in (x, b, y, a)]
    if not (
        (first == sorted(first) and then == sorted(then))
        or (before == sorted(before) and before_then == sorted(before_then))
    ):
        return []
    written = [source.text[m.source.start : m.source.end] for m in (a, b)]
    return [
        Finding(
            "numbers",
            "value",
            "major",
            f"{written[0]} and {written[1]} have changed places: each stands with the other's date",
            tuple(Span(m.source.start, m.source.end) for m in (a, b)),
            tuple(Span(m.target.start, m.target.end) for m in (a, b)),
            rule="swapped",
            confidence=0.8,
            subject="↔".join(wording.subject(m.source) for m in (a, b)),
        )
    ]


def _is_year(raw: str) -> bool:
    return raw.isdigit() and len(raw) == 4 and raw[:2] in ("19", "20")
