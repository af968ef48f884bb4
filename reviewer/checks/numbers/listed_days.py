"""Days in a list whose month is named once: 14 and 15 June, June 14 and 15."""

from __future__ import annotations

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.items import Item

_DAYS = range(1, 32)
_NEAR = 16
"""Characters between a day and the one of its list that has the month."""


def drop_listed_days(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out a day without its month and the same day of the other text that has it, where the
    month stands beside another day of the list."""
    for items, side, others in (
        (matching.source, source, matching.target),
        (matching.target, target, matching.source),
    ):
        for item in [i for i in items if _may_be_day(i)]:
            month = {o.day[1] for o in side.items if o.day is not None and _beside(item, o)}
            dated = next((o for o in others if _is(o, int(item.value), month)), None)
            if dated is not None:
                items[:] = [i for i in items if i is not item]
                others[:] = [o for o in others if o is not dated]


def _may_be_day(item: Item) -> bool:
    if not item.raw.isdigit() or item.unit or item.kind not in ("cardinal", "ordinal"):
        return False
    return item.value in _DAYS


def _beside(item: Item, date: Item) -> bool:
    if date.day is None or not date.day[2]:
        return False
    return max(item.start, date.start) - min(item.end, date.end) <= _NEAR


def _is(date: Item, day: int, months: set[int | None]) -> bool:
    return date.day is not None and date.day[2] == day and date.day[1] in months - {None}
