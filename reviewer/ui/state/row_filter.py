"""Which rows of a review are shown, and where furniture is folded together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, cast, get_args

from reviewer.domain import SEVERITIES, Severity

if TYPE_CHECKING:
    from reviewer.review import FindingBrief, FindingState, RowBrief, RowIndex

Shown = Literal[
    "all", "findings", "open", "decided", "edited", "moved", "unreviewed", "reviewed", "commented"
]

ALSO: tuple[Shown, ...] = ("edited", "unreviewed", "reviewed", "commented", "moved")
"""What can be wanted of a row besides all else."""

STATES: tuple[FindingState, ...] = ("open", "accepted", "dismissed")

FOLDED_FROM = 4
"""So many lines of furniture in a row, or more, are folded into one."""


_BY_FINDING: frozenset[Shown] = frozenset({"findings", "open", "decided"})
"""Where a row without findings is never wanted."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user wants to see: all of it must hold. `check` "" and `severity` None mean any;
    `kind` is one of the check's, "" any.

    `severity` stands for itself and whatever is graver. `states` are decisions one of which a
    finding must have (any, when there are none), `also` what must hold of a row besides, `text`
    words that can be read in it.
    """

    shown: Shown = "all"
    check: str = ""
    severity: Severity | None = None
    states: frozenset[FindingState] = frozenset()
    also: frozenset[Shown] = frozenset()
    text: str = ""
    kind: str = ""

    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Filter()

    def wants_finding(self, item: FindingBrief) -> bool:
        """Whether this finding is among those looked at."""
        if self.check and item.check != self.check:
            return False
        if self.kind and item.kind != self.kind:
            return False
        if self.severity and SEVERITIES.index(item.severity) > SEVERITIES.index(self.severity):
            return False
        if self.states and item.state not in self.states:
            return False
        if self.shown == "open":
            return item.state == "open"
        return self.shown != "decided" or item.state != "open"

    def by_finding(self) -> bool:
        """Whether a row without findings is never wanted."""
        return (
            self.shown in _BY_FINDING
            or bool(self.check or self.states)
            or self.severity is not None
        )

    def data(self) -> dict[str, object]:
        """As JSON values, without what means any."""
        values = {
            "shown": self.shown,
            "check": self.check,
            "severity": self.severity,
            "states": sorted(self.states),
            "also": sorted(self.also),
            "text": self.text,
            "kind": self.kind,
        }
        return {name: value for name, value in values.items() if value and value != "all"}

    @classmethod
    def read(cls, data: object) -> Filter:
        """What `data` gave; of anything else as much as makes sense."""
        kept = data if isinstance(data, dict) else {}

        def one_of(name: str, known: Sequence[str]) -> str:
            return kept[name] if kept.get(name) in known else ""

        def some_of(name: str, known: Sequence[str]) -> frozenset[str]:
            found = kept.get(name)
            return frozenset(found if isinstance(found, list) else ()) & frozenset(known)

        check, text, kind = kept.get("check"), kept.get("text"), kept.get("kind")
        return cls(
            cast("Shown", one_of("shown", get_args(Shown)) or "all"),
            check if isinstance(check, str) else "",
            cast("Severity | None", one_of("severity", SEVERITIES) or None),
            cast("frozenset[FindingState]", some_of("states", STATES)),
            cast("frozenset[Shown]", some_of("also", ALSO)),
            text if isinstance(text, str) else "",
            kind if isinstance(kind, str) and check else "",
        )

    def wants(self, row: RowBrief) -> bool:
        """Whether the row is shown."""
        if not all(_OF_ROWS.get(name, _any)(row) for name in (self.shown, *self.also)):
            return False
        return not self.by_finding() or any(self.wants_finding(item) for item in row.findings)


@dataclass(frozen=True, slots=True)
class Fold:
    """A line that stands for a run of furniture; `key` is the first row's."""

    key: str
    count: int
    unfolded: bool


def entries(
    index: RowIndex, wanted: Filter, unfolded: frozenset[str] | None
) -> Sequence[int | Fold]:
    """The lines of the table: the places of the rows that are shown, and folds.

    `unfolded` holds the keys of the open folds; None opens all. Where every row has the line of
    its place it is a `range`.
    """
    if wanted.everything():
        return _folded(index, unfolded)
    places = min((_places(index, name) for name in (wanted.shown, *wanted.also)), key=len)
    if wanted == Filter(wanted.shown, text=wanted.text):
        return list(places)
    if wanted.by_finding() and len(places) > len(index.with_findings):
        places = index.with_findings
    return [place for place in places if wanted.wants(index.known[place])]


def _places(index: RowIndex, shown: Shown) -> Sequence[int]:
    """The places of the rows that are like that, in order; the index keeps them."""
    if shown == "all":
        return range(len(index))
    if shown == "unreviewed":
        return _others(len(index), index.reviewed, index.not_compared)
    kept: Mapping[Shown, Sequence[int]] = {
        "findings": index.with_findings,
        "open": index.waiting,
        "decided": index.decided,
        "edited": index.edited,
        "reviewed": index.reviewed,
        "commented": index.commented,
        "moved": index.moved,
    }
    return kept[shown]


def _others(many: int, *lists: Sequence[int]) -> Sequence[int]:
    """The places of so many that are in none of the lists, in order."""
    found: list[int] = []
    done = 0
    for place in sorted({place for places in lists for place in places}):
        found += range(done, place)
        done = place + 1
    found += range(done, many)
    return found


def _folded(index: RowIndex, unfolded: frozenset[str] | None) -> Sequence[int | Fold]:
    runs = [(first, count) for first, count in _runs(index.furniture) if count >= FOLDED_FROM]
    if not runs:
        return range(len(index))
    lines: list[int | Fold] = []
    done = 0
    for first, count in runs:
        lines += range(done, first)
        is_open = unfolded is None or index.keys[first] in unfolded
        lines.append(Fold(index.keys[first], count, is_open))
        done = first if is_open else first + count
    lines += range(done, len(index))
    return lines


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where places that follow each other begin, and how many they are."""
    for _, run in groupby(enumerate(places), lambda one: one[1] - one[0]):
        found = [place for _, place in run]
        yield found[0], len(found)


def _any(_row: RowBrief) -> bool:
    return True


_OF_ROWS: Mapping[Shown, Callable[[RowBrief], bool]] = {
    "edited": lambda row: row.edited,
    "moved": lambda row: row.moved_to is not None,
    "reviewed": lambda row: row.reviewed,
    "unreviewed": lambda row: row.compared and not row.reviewed,
    "commented": lambda row: row.commented or any(item.commented for item in row.findings),
}
