"""What has to be known of every row at once: their order, and of each what filters, counts, the
ruler and the way from finding to finding ask.

It follows the changes, so that a key costs no look at all rows.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain import SegmentKind, Severity
from reviewer.review.model.views import Counts, FindingState, Row


@dataclass(frozen=True, slots=True)
class FindingBrief:
    """What a list of rows needs to know of a finding and of what was decided."""

    fingerprint: str
    check: str
    severity: Severity
    state: FindingState = "open"
    commented: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class RowBrief:
    """A row without its texts. `compared` is False for page furniture; the rest is as in `Row`."""

    kind: SegmentKind = "body"
    compared: bool = True
    findings: tuple[FindingBrief, ...] = ()
    edited: bool = False
    reviewed: bool = False
    commented: bool = False
    moved_to: str | None = None

    def waits(self) -> bool:
        """Whether a finding is open."""
        return any(one.state == "open" for one in self.findings)


PLAIN = RowBrief()
"""Most rows: one for all of them."""


def brief_of(row: Row) -> RowBrief:
    """What a list needs to know of a row."""
    return RowBrief(
        row.kind,
        row.relation is not None,
        tuple(
            FindingBrief(
                one.fingerprint,
                one.finding.check,
                one.finding.severity,
                one.state,
                bool(one.comment),
                one.finding.kind,
            )
            for one in row.findings
        ),
        row.edited,
        row.reviewed,
        bool(row.comment),
        row.moved_to,
    )


class RowIndex:
    """The rows of a translation in reading order. A row has a place, counted from 0.

    Which rows there are and where they stand never changes; what is known of them does, with
    `update`. Places in order are kept of the rows `with_findings`, with an open one (`waiting`) or
    a `decided` one, of those that are `edited`, `reviewed`, `commented` on (in a finding, too) or
    `moved`, of page `furniture`, and of the rows that are `not_compared`; `arrivals` are the keys
    of the rows whose translation stands behind a row in the translated text. `known` holds what is
    known of each row, by place.
    """

    def __init__(self, keys: Iterable[str], briefs: Iterable[RowBrief]) -> None:
        self.keys = tuple(keys)
        self.known = list(briefs)
        self.place_of: Mapping[str, int] = dict(zip(self.keys, range(len(self.keys)), strict=True))
        self.with_findings: list[int] = []
        self.waiting: list[int] = []
        self.decided: list[int] = []
        self.edited: list[int] = []
        self.reviewed: list[int] = []
        self.commented: list[int] = []
        self.moved: list[int] = []
        self.furniture: list[int] = []
        self.not_compared: list[int] = []
        self.arrivals: dict[str, list[str]] = {}
        self._rows_with: dict[str, set[str]] = {}
        self._states: Counter[FindingState] = Counter()
        self._checks: Counter[str] = Counter()
        self._kinds: Counter[tuple[str, str]] = Counter()
        self._open_checks: Counter[str] = Counter()
        self._open_severities: Counter[Severity] = Counter()
        self._sentences = self._reviewed = 0
        for place, brief in enumerate(self.known):
            if brief is PLAIN:
                self._sentences += 1
                continue
            self._count(place, brief, 1)
            for name in _lists_of(brief):
                getattr(self, name).append(place)
            if brief.moved_to is not None:
                self.arrivals.setdefault(brief.moved_to, []).append(self.keys[place])

    @classmethod
    def of(cls, rows: Sequence[Row]) -> RowIndex:
        """The index of these rows."""
        return cls([row.key for row in rows], map(brief_of, rows))

    def __len__(self) -> int:
        return len(self.keys)

    def brief(self, key: str) -> RowBrief | None:
        """What is known of a row; None when there is none."""
        place = self.place_of.get(key)
        return None if place is None else self.known[place]

    def update(self, key: str, brief: RowBrief) -> None:
        """Something else is known of a row now."""
        place = self.place_of.get(key)
        if place is None or self.known[place] == brief:
            return
        before = self.known[place]
        self._count(place, before, -1)
        self._count(place, brief, 1)
        self.known[place] = brief
        left, entered = _lists_of(before), _lists_of(brief)
        for name in {*left} ^ {*entered}:
            _keep(getattr(self, name), place, there=name in entered)
        if before.moved_to != brief.moved_to:
            if before.moved_to is not None:
                self.arrivals[before.moved_to].remove(key)
            if brief.moved_to is not None:
                arrived = self.arrivals.setdefault(brief.moved_to, [])
                insort(arrived, key, key=self.place_of.__getitem__)

    def rows_with(self, fingerprint: str) -> Iterable[str]:
        """The keys of the rows that have a finding with this fingerprint."""
        return self._rows_with.get(fingerprint, ())

    def checks(self) -> set[str]:
        """The checks that have found something, decided or not."""
        return {check for check, many in self._checks.items() if many}

    def kinds(self) -> set[tuple[str, str]]:
        """The kinds of what was found, each with its check."""
        return {found for found, many in self._kinds.items() if many}

    def counts(self) -> Counts:
        """How many findings there are by state, and how many sentences are reviewed."""
        return Counts(
            self._states["open"],
            self._states["accepted"],
            self._states["dismissed"],
            {check: many for check, many in self._open_checks.items() if many},
            {severity: many for severity, many in self._open_severities.items() if many},
            self._sentences,
            self._reviewed,
        )

    def number(self, place: int) -> int | None:
        """The number that a row bears: furniture has none and is not counted."""
        before = bisect_left(self.furniture, place)
        if before < len(self.furniture) and self.furniture[before] == place:
            return None
        return place + 1 - before

    def place_of_number(self, number: int) -> int | None:
        """The place of the row that bears a number; None without one."""
        place = number - 1
        for grey in self.furniture:
            if grey > place:
                break
            place += 1
        return place if 0 <= place < len(self.keys) else None

    def _count(self, place: int, brief: RowBrief, by: int) -> None:
        self._sentences += by * brief.compared
        self._reviewed += by * brief.reviewed
        for one in brief.findings:
            self._states[one.state] += by
            self._checks[one.check] += by
            self._kinds[one.check, one.kind] += by
            rows = self._rows_with.setdefault(one.fingerprint, set())
            (rows.add if by > 0 else rows.discard)(self.keys[place])
            if one.state == "open":
                self._open_checks[one.check] += by
                self._open_severities[one.severity] += by


def _lists_of(row: RowBrief) -> list[str]:
    """The lists of a `RowIndex` that a row stands in, by their names."""
    found = []
    if row.findings:
        found.append("with_findings")
        if row.waits():
            found.append("waiting")
        if any(one.state != "open" for one in row.findings):
            found.append("decided")
    if row.edited:
        found.append("edited")
    if row.reviewed:
        found.append("reviewed")
    if row.commented or any(one.commented for one in row.findings):
        found.append("commented")
    if row.moved_to is not None:
        found.append("moved")
    if row.kind == "furniture":
        found.append("furniture")
    if not row.compared:
        found.append("not_compared")
    return found


def _keep(places: list[int], place: int, *, there: bool) -> None:
    """Keep a sorted list of places true."""
    if there:
        insort(places, place)
    else:
        del places[bisect_left(places, place)]
