"""Years of other calendars, told by the name of their era (令和5年, พ.ศ. 2540, 1445 هـ).

An era's data are the years that its count is behind or ahead of the common one: one where its
new year is the common one, two where it is not (SH 1402 began in 2023 and ended in 2024).
"""

from __future__ import annotations

from dataclasses import replace

from reviewer.text.quantities.date_items import asian
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.numerals import read_numeral
from reviewer.text.quantities.reading import Found, Reading

_YEARS = range(1, 7000)
_HIJRA, _LUNAR_YEAR = 622.54, 0.970229
"""When the first lunar year began (16 July 622) and how long one is, in common years."""


def marked_year(reading: Reading, index: int) -> Found | None:
    """The common year (and month and day) of a year that stands behind the name of its era."""
    node, after = reading.nodes[index], reading.at(index + 1)
    if after is None or not _near(reading.text[node.end : after.start]):
        return None
    shifts = node.senses["era"]
    if "first_year" in after.senses:
        year = 1 + int(shifts[0])
        return Item(node.start, after.end, "cardinal", (year,), tags=_ERA), index + 2
    if after.kind == "w" and len(shifts) == 1:
        found = asian(reading, index + 1, int(shifts[0]))
        if found is not None:
            return replace(found[0], start=node.start, raw="", tags=_ERA), found[1]
        numeral = read_numeral(reading.text, reading.nodes, index + 1, reading.lexicon)
        if numeral is None or numeral.values[0] not in _YEARS:
            return None
        year = int(numeral.values[0]) + int(shifts[0])
        end = reading.nodes[numeral.next - 1].end
        return Item(node.start, end, "cardinal", (year,), tags=_ERA), numeral.next
    if after.kind != "n" or not after.raw.isdigit():
        return None
    if len(shifts) == 1:
        found = asian(reading, index + 1, int(shifts[0]))
        if found is not None:
            item = replace(found[0], start=node.start, raw="", tags=_ERA)
            return item, found[1]
    values = common_years(int(after.raw), shifts)
    if not values:
        return None
    return Item(node.start, after.end, "cardinal", values, tags=_ERA), index + 2


def year_before_mark(reading: Reading, item: Item, mark: Node) -> Item | None:
    """The common year of a year that stands before the name of its era."""
    if not item.raw.isdigit() or not _near(reading.text[item.end : mark.start]):
        return None
    values = common_years(int(item.raw), mark.senses["era"])
    if not values:
        return None
    return replace(item, end=mark.end, values=values, raw="", tags=_ERA, kind="cardinal")


def common_years(year: int, shifts: list[int]) -> tuple[int, ...]:
    """The common years that a year of another count may lie in.

    The lunar year of the Hijra is eleven days shorter (0.970229 of the common one).
    """
    if year not in _YEARS:
        return ()
    if shifts == [622, 622]:
        begins = _HIJRA + (year - 1) * _LUNAR_YEAR
        return tuple(dict.fromkeys((int(begins), int(begins + _LUNAR_YEAR - 0.01))))
    return tuple(year + int(shift) for shift in shifts)


def _near(gap: str) -> bool:
    return len(gap) <= 2 and not gap.strip(" .")


_ERA = frozenset({"era"})
