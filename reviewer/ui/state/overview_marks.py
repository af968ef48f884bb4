"""What the ruler beside the rows shows: one mark for each line with something to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reviewer.domain import SEVERITIES, Severity
from reviewer.ui.state.shown_rows import ShownRows
from reviewer.wording import counted, tr

if TYPE_CHECKING:
    from reviewer.review import Row

MarkKind = Severity | Literal["decided", "edited"]
KINDS: tuple[MarkKind, ...] = (*SEVERITIES, "decided", "edited")
"""The order in which marks matter; of two in one place the first is seen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`line` is the number of a line of the table."""

    line: int
    kind: MarkKind


def marks(shown: ShownRows) -> list[Mark]:
    """The marks of all lines that are shown: the gravest open finding or what was decided, and
    beside it what was edited."""
    found = []
    for number in range(len(shown.lines())):
        row = shown.row_at(number)
        if row is None or row.relation is None:
            continue
        if kind := _of_findings(row, fixed=bool(shown.fixed.get(row.key))):
            found.append(Mark(number, kind))
        if row.edited:
            found.append(Mark(number, "edited"))
    return found


def marks_in_words(found: Sequence[Mark]) -> str:
    """How many lines have what, for whoever cannot see the marks."""
    counts = [(kind, sum(mark.kind == kind for mark in found)) for kind in KINDS]
    said = ", ".join(counted(kind, many) for kind, many in counts if many)
    return tr("Rows by their gravest mark: {said}", said=said) if said else tr("No row has a mark")


def nearest(found: Sequence[Mark], line: float, within: float) -> Mark | None:
    """The mark nearest to a place among the lines, if there is one not farther than `within`."""
    near = [mark for mark in found if abs(mark.line - line) <= within]
    return min(near, key=lambda mark: (abs(mark.line - line), KINDS.index(mark.kind)), default=None)


def _of_findings(row: Row, *, fixed: bool) -> MarkKind | None:
    waiting = [item.finding.severity for item in row.findings if item.state == "open"]
    if waiting:
        return min(waiting, key=SEVERITIES.index)
    return "decided" if row.findings or fixed else None
