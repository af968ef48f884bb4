"""Spans of time that are told by another count of them: weeks by their days, halves by months."""

from __future__ import annotations

from fractions import Fraction

from reviewer.text.quantities.items import Item


def weeks(a: Item, b: Item) -> bool:
    """Weeks that a language counts with both ends: quinze jours, une quinzaine, acht Tage."""
    if not (a.spelled or b.spelled):
        return False
    for days, weeks in ((a, b), (b, a)):
        counted = {"day": weeks.value, "week": weeks.value * 7}.get(weeks.unit)
        named = days.unit == "day" or (not days.unit and "dozens" in days.tags)
        if named and (days.value, counted) in _WITH_BOTH_ENDS:
            return True
    return False


_WITH_BOTH_ENDS = ((8, 7), (15, 14))
"""Days as they are said for one week and for two, and how many those have."""


def parts_of_a_span(a: Item, b: Item) -> bool:
    """Halves and quarters of an hour or a year that leave its name out (tre kvart, 45 minutes;
    the first half, six months)."""
    for part, span in ((a, b), (b, a)):
        whole, many = _WHOLES.get(span.unit, ("", 0))
        told = part.kind == "fraction" and part.spelled and part.unit in ("", whole)
        if told and whole and part.value * many == span.value:
            return Fraction(part.value).denominator in (2, 4)
    return False


_WHOLES = {"minute": ("hour", 60), "quarter_hour": ("hour", 4), "month": ("year", 12)}
