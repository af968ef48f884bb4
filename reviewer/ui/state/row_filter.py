"""Which rows of a review are shown, and where furniture is folded together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reviewer.domain import SEVERITIES, Severity

if TYPE_CHECKING:
    from reviewer.review import ReviewedFinding, Row

Shown = Literal[
    "all", "findings", "open", "decided", "edited", "moved", "unreviewed", "reviewed", "commented"
]

FOLDED_FROM = 4
"""So many lines of furniture in a row, or more, are folded into one."""


_BY_FINDING: frozenset[Shown] = frozenset({"findings", "open", "decided"})
"""Where a row without findings is never wanted."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user wants to see. `check` "" and `severity` None mean any.

    `severity` stands for itself and whatever is graver.
    """

    shown: Shown = "all"
    check: str = ""
    severity: Severity | None = None

    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Filter()

    def wants_finding(self, item: ReviewedFinding) -> bool:
        """Whether this finding is among those looked at."""
        if self.check and item.finding.check != self.check:
            return False
        if self.severity and SEVERITIES.index(item.finding.severity) > SEVERITIES.index(
            self.severity
        ):
            return False
        if self.shown == "open":
            return item.state == "open"
        return self.shown != "decided" or item.state != "open"

    def wants(self, row: Row) -> bool:
        """Whether the row is shown."""
        if self.shown == "edited" and not row.edited:
            return False
        if self.shown == "moved" and row.moved_to is None:
            return False
        if self.shown == "reviewed" and not row.reviewed:
            return False
        if self.shown == "unreviewed" and (row.reviewed or row.relation is None):
            return False
        if self.shown == "commented" and not (row.comment or _commented(row)):
            return False
        if self.shown not in _BY_FINDING and not self.check and self.severity is None:
            return True
        return any(self.wants_finding(item) for item in row.findings)


@dataclass(frozen=True, slots=True)
class Fold:
    """A line that stands for a run of furniture. `key` is the first row's; `words` its text."""

    key: str
    count: int
    unfolded: bool
    words: str


def entries(
    rows: Sequence[Row], wanted: Filter, unfolded: frozenset[str] | None
) -> list[Row | Fold]:
    """The lines of the table. `unfolded` holds the keys of the open folds; None opens all."""
    if not wanted.everything():
        return [row for row in rows if wanted.wants(row)]
    lines: list[Row | Fold] = []
    index = 0
    while index < len(rows):
        if rows[index].kind != "furniture":
            lines.append(rows[index])
            index += 1
            continue
        end = index
        while end < len(rows) and rows[end].kind == "furniture":
            end += 1
        run = rows[index:end]
        index = end
        if len(run) < FOLDED_FROM:
            lines.extend(run)
            continue
        is_open = unfolded is None or run[0].key in unfolded
        lines.append(Fold(run[0].key, len(run), is_open, _first_words(run)))
        if is_open:
            lines.extend(run)
    return lines


def _commented(row: Row) -> bool:
    return any(item.comment for item in row.findings)


def _first_words(run: Sequence[Row]) -> str:
    texts = [row.source or row.target for row in run[:6]]
    return " · ".join(text[:30] for text in texts if text)
