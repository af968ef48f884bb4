"""Two dates that have changed places: one is a limit in one text, and the other in the other."""

from __future__ import annotations

from reviewer.checks.numbers.denials import denied_in_one
from reviewer.checks.numbers.directions import when
from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.roles import places_changed
from reviewer.checks.numbers.sides import TextFigures
from reviewer.domain import Finding

_TWO = 2


def exchanged_dates(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The date that a text sets something before, or after, where the other sets it before or
    after another date (paid on 12 March to those registered by 28 February).

    Only where each text has two dates, both in both, and tells a limit of one of them.
    """
    dated = [m for m in matching.matches if m.source.day is not None and m.target.day is not None]
    if len(dated) != _TWO:
        return []
    if any(sum(i.day is not None for i in side.items) != _TWO for side in (source, target)):
        return []
    here = [when(source, m.source) for m in dated]
    there = [when(target, m.target) for m in dated] if sum(map(abs, here)) == 1 else []
    if not there or here != there[::-1] or denied_in_one(source, target):
        return []
    return [places_changed(dated[0], dated[1], source, "swapped")]
