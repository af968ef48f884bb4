"""What the ruler beside the rows shows: one mark for each line with something to see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from reviewer.domain import SEVERITIES, Severity
from reviewer.ui.state.row_filter import Fold
from reviewer.ui.state.shown_rows import ShownRows
from reviewer.wording import counted, listed, tr

if TYPE_CHECKING:
    from reviewer.review import RowBrief

MarkKind = Severity | Literal["decided", "edited", "bookmark"]
KINDS: tuple[MarkKind, ...] = (*SEVERITIES, "decided", "edited", "bookmark")
"""The order in which marks matter; of two in one place the first is seen."""


class Mark(NamedTuple):
    """`line` is the number of a line of the table."""

    line: int
    kind: MarkKind


def marks(shown: ShownRows) -> list[Mark]:
    """The marks of all lines that are shown."""
    return list(each_mark(shown))


def each_mark(shown: ShownRows) -> Iterator[Mark]:
    """The marks from the top: the gravest open finding of a line or what was decided, and beside
    it what was edited."""
    index = shown.index
    kept = (*shown.fixed, *shown.bookmarks)
    rare = {*index.edited, *(index.place_of[key] for key in kept if key in index.place_of)}
    for place in sorted(rare.union(index.with_findings)):
        line = shown.line_at(place)
        if line is None:
            continue
        if place in rare:
            yield from _marks(shown, line, place)
        elif (row := index.known[place]).compared and (kind := _of_findings(row, fixed=False)):
            yield Mark(line, kind)


def marks_of(shown: ShownRows, line: int) -> list[Mark]:
    """The marks of one line."""
    place = shown.lines()[line]
    if isinstance(place, Fold):
        return []
    return _marks(shown, line, place)


def marks_in_words(found: Iterable[Mark]) -> str:
    """How many lines have what, for whoever cannot see the marks."""
    return counts_in_words(Counter(mark.kind for mark in found))


def counts_in_words(many: Mapping[MarkKind, int]) -> str:
    """The same, of marks that were counted."""
    said = listed(counted(kind, many[kind]) for kind in KINDS if many.get(kind))
    return tr("Rows by their gravest mark: {said}", said=said) if said else tr("No row has a mark")


def nearest(found: Iterable[Mark], line: float, within: float) -> Mark | None:
    """The mark nearest to a place among the lines, if there is one not farther than `within`."""
    near = [mark for mark in found if abs(mark.line - line) <= within]
    return min(near, key=lambda mark: (abs(mark.line - line), KINDS.index(mark.kind)), default=None)


def _marks(shown: ShownRows, line: int, place: int) -> list[Mark]:
    key, row = shown.index.keys[place], shown.index.known[place]
    found: list[Mark] = []
    if key in shown.bookmarks:
        found.append(Mark(line, "bookmark"))
    if not row.compared:
        return found
    if kind := _of_findings(row, fixed=bool(shown.fixed.get(key))):
        found.append(Mark(line, kind))
    if row.edited:
        found.append(Mark(line, "edited"))
    return found


def _of_findings(row: RowBrief, *, fixed: bool) -> MarkKind | None:
    if len(row.findings) == 1:
        return row.findings[0].severity if row.findings[0].state == "open" else "decided"
    waiting = {item.severity for item in row.findings if item.state == "open"}
    if waiting:
        return min(waiting, key=SEVERITIES.index)
    return "decided" if row.findings or fixed else None
