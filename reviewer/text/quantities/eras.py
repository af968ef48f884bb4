"""Years of other calendars, told by the name of their era (令和5年, พ.ศ. 2540, 1445 هـ).

An era's data are the years that its count is behind or ahead of the common one: one where its
new year is the common one, two where it is not (SH 1402 began in 2023 and ended in 2024).
"""

from __future__ import annotations

import re
from dataclasses import replace

from reviewer.text.quantities.date_items import asian
from reviewer.text.quantities.items import Item, Node
from reviewer.text.quantities.lexicon import Lexicon
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


def before_christ(text: str, found: list[Item], marks: list[Node], lexicon: Lexicon) -> list[Item]:
    """Centuries with those marked that a word beside them puts before Christ (im fünften
    Jahrhundert v. Chr., milattan önce ikinci yüzyıl), or a letter before them (前3世紀)."""
    letter = str(lexicon.facts.get("before_century", ""))
    if not marks and not letter:
        return found
    return [
        replace(item, tags=item.tags | _BEFORE)
        if item.unit == "century"
        and (
            any(_puts_back(text, item, mark) for mark in marks)
            or (letter and text.endswith(letter, 0, item.start))
        )
        else item
        for item in found
    ]


def _puts_back(text: str, item: Item, mark: Node) -> bool:
    if mark.start >= item.end:
        gap = text[item.end : mark.start]
        return len(gap) <= _LONGEST_GAP and not gap.strip(" .,(")
    gap = text[mark.end : item.start]
    return mark.end <= item.start and not re.search(r"[,;\d]", gap) and len(gap) <= _FRONT_GAP


_BEFORE = frozenset({"before era"})
_LONGEST_GAP, _FRONT_GAP = 3, 8
"""Characters between a century and such a word behind or in front of it."""


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
