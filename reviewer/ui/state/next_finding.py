"""Where the next finding is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reviewer.review import RowIndex
from reviewer.ui.state.row_filter import Filter


class FindingPlace(NamedTuple):
    """A finding of a row. `wrapped` says that the way there went past the end."""

    row_key: str
    fingerprint: str
    wrapped: bool


def next_finding(
    index: RowIndex, wanted: Filter, row_key: str, fingerprint: str, step: int
) -> FindingPlace | None:
    """The next (`step` 1) or previous (-1) finding that waits for a decision.

    `row_key` and `fingerprint` say where we stand; "" stands before everything. With a
    filter for decided findings those are walked through instead. None when there are none.
    """
    decided = wanted.shown == "decided"
    places = index.with_findings if decided else index.waiting
    here = index.place_of.get(row_key, -1)
    ways: list[Iterator[int]]
    order = _order(index, here, fingerprint, step)
    begin = bisect_left(places, here)
    if step > 0:
        # At last the findings of this row that stand before the current one, once around.
        ways = [islice(places, begin, None), islice(places, 0, begin + 1)]
    else:
        end = begin + (begin < len(places) and places[begin] == here)
        ways = [reversed(places[:end]), reversed(places[begin:])]
    for way, wrapped in zip(ways, (False, True), strict=True):
        for place in way:
            found = [
                (place, number)
                for number, item in enumerate(index.known[place].findings)
                if wanted.wants_finding(item)
                and (decided or item.state == "open")
                and wanted.wants(index.known[place])
            ]
            if not wrapped:
                found = [one for one in found if (one > (here, order)) == (step > 0)]
                found = [one for one in found if one != (here, order)]
            if found:
                place, number = found[0] if step > 0 else found[-1]
                brief = index.known[place].findings[number]
                return FindingPlace(index.keys[place], brief.fingerprint, wrapped)
    return None


def _order(index: RowIndex, place: int, fingerprint: str, step: int) -> int:
    """Which of its row's findings the current one is; without one, before or behind them all."""
    findings = index.known[place].findings if place >= 0 else ()
    for number, item in enumerate(findings):
        if item.fingerprint == fingerprint:
            return number
    return -1 if step > 0 else len(findings)
