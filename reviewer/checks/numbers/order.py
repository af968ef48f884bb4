"""Two equal-kind values exchanged between the things they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.matching import Match, Matching, family
from reviewer.domain import Finding, Span, message

if TYPE_CHECKING:
    from reviewer.checks.numbers.sides import Side

_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w.&-]*[\w](?!\w)")
Place = tuple[int, int]
"""Where a thing stands: in the source, in the target."""


def swapped(source: Side, target: Side, matching: Matching) -> list[Finding]:
    """Neighbouring values that changed places while what they belong to did not.

    What they belong to are dates, years, and names written alike on both sides. Only the
    plainest pattern counts: thing, value, thing, value on both sides (or value, thing, value,
    thing), the things in the same order and the values in the other.
    """
    values = sorted(
        (m for m in matching.matches if _is_value(m) and not _is_anchor(m)),
        key=lambda m: m.source.start,
    )
    pairs = [(a, b) for a, b in pairwise(values) if _crossed(a, b)]
    if not pairs:
        return []
    anchors = [(m.source.start, m.target.start) for m in matching.matches if _is_anchor(m)]
    anchors += _names(source.text, target.text)
    return [_finding(a, b, source) for a, b in pairs if _exchanged(a, b, anchors)]


def _is_value(match: Match) -> bool:
    return family(match.source) == family(match.target) == "number" and not match.source.vague


def _is_anchor(match: Match) -> bool:
    raw = match.source.raw
    year = raw.isdigit() and len(raw) == 4 and raw[:2] in ("19", "20") and not match.source.unit
    return match.source.day is not None or year


def _crossed(a: Match, b: Match) -> bool:
    """Whether two different values of one kind stand in the other order in the target."""
    alike = a.source.kind == b.source.kind and a.source.unit == b.source.unit
    return alike and a.source.value != b.source.value and b.target.start < a.target.start


def _names(source: str, target: str) -> list[Place]:
    """Capitalised words that stand exactly once on each side."""
    first = [(m.group(), m.start()) for m in _NAME.finditer(source)]
    second = [(m.group(), m.start()) for m in _NAME.finditer(target)]
    places = []
    for name, start in first:
        there = [s for other, s in second if other == name]
        if len(there) == 1 and sum(other == name for other, _ in first) == 1:
            places.append((start, there[0]))
    return places


def _exchanged(a: Match, b: Match, anchors: Sequence[Place]) -> bool:
    here, there = (a.source.start, b.source.start), (b.target.start, a.target.start)
    for behind in (False, True):
        own = [_beside([p[0] for p in anchors], value, behind) for value in here]
        other = [_beside([p[1] for p in anchors], value, behind) for value in there]
        if None in own or own[0] == own[1]:
            continue
        apart = here[0] < own[1] < here[1] if not behind else here[0] < own[0] < here[1]  # type: ignore[operator]
        if apart and [_index(anchors, 0, p) for p in own] == [_index(anchors, 1, p) for p in other]:
            return True
    return False


def _beside(places: Sequence[int], value: int, behind: bool) -> int | None:
    """The nearest anchor before a value, or behind it."""
    if behind:
        return min((p for p in places if p > value), default=None)
    return max((p for p in places if p < value), default=None)


def _index(anchors: Sequence[Place], side: int, place: int | None) -> int:
    return next((i for i, anchor in enumerate(anchors) if anchor[side] == place), -1)


def _finding(a: Match, b: Match, source: Side) -> Finding:
    written = [source.text[m.source.start : m.source.end] for m in (a, b)]
    return Finding(
        "numbers",
        "value",
        "major",
        message(
            "{first} and {second} have changed places: each stands where the other belongs",
            first=written[0],
            second=written[1],
        ),
        tuple(Span(m.source.start, m.source.end) for m in (a, b)),
        tuple(Span(m.target.start, m.target.end) for m in (a, b)),
        rule="swapped",
        confidence=0.8,
        subject="↔".join(wording.subject(m.source) for m in (a, b)),
    )
