"""Where the next finding is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reviewer.review import Row
from reviewer.ui.state.row_filter import Filter


class FindingPlace(NamedTuple):
    """A finding of a row. `wrapped` says that the way there went past the end."""

    row_key: str
    fingerprint: str
    wrapped: bool


def next_finding(
    rows: Sequence[Row], wanted: Filter, row_key: str, fingerprint: str, step: int
) -> FindingPlace | None:
    """The next (`step` 1) or previous (-1) finding that waits for a decision.

    `row_key` and `fingerprint` say where we stand; "" stands before everything. With a
    filter for decided findings those are walked through instead. None when there are none.
    """
    places: list[tuple[int, int, str, str]] = []
    here = (-1, -1)
    for number, row in enumerate(rows):
        if row.key == row_key:
            here = (number, -1 if step > 0 else len(row.findings))
        for order, item in enumerate(row.findings):
            if row.key == row_key and item.fingerprint == fingerprint:
                here = (number, order)
            if wanted.wants_finding(item) and (item.state == "open" or wanted.shown == "decided"):
                places.append((number, order, row.key, item.fingerprint))
    if not places:
        return None
    if step > 0:
        after = [place for place in places if place[:2] > here]
        chosen, wrapped = (after[0], False) if after else (places[0], True)
    else:
        before = [place for place in places if place[:2] < here]
        chosen, wrapped = (before[-1], False) if before else (places[-1], True)
    return FindingPlace(chosen[2], chosen[3], wrapped)
