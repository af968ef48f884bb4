"""What the project file holds, as frozen data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from reviewer.domain import DecisionAction, Finding, Relation, Segment
from reviewer.messages import Message

DecisionState = Literal["open", "accepted", "dismissed"]
OperationKind = Literal[
    "analysis", "decision", "edit", "alignment", "translation", "back_translation", "check"
]


def now() -> str:
    """The time, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class SegmentVersion:
    """A segment as it stands after an operation; `rank` orders the segments of a document."""

    document: int
    segment: Segment
    rank: float
    present: bool = True


@dataclass(frozen=True, slots=True)
class BeadVersion:
    """A bead, by segment ids, as it stands after an operation, and its findings."""

    document: int
    key: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    relation: Relation
    confidence: float
    fixed: bool
    findings: tuple[Finding, ...] = ()
    present: bool = True


@dataclass(frozen=True, slots=True)
class DecisionVersion:
    """What holds of a finding (by fingerprint) in a translation after an operation."""

    translation: int
    fingerprint: str
    action: DecisionAction
    state: DecisionState
    comment: str


@dataclass(frozen=True, slots=True)
class Patch:
    """Everything that one operation writes."""

    segments: tuple[SegmentVersion, ...] = ()
    beads: tuple[BeadVersion, ...] = ()
    decisions: tuple[DecisionVersion, ...] = ()

    @classmethod
    def of(cls, patches: Iterable[Patch]) -> Patch:
        """What these write, as one."""
        parts = tuple(patches)
        return cls(
            tuple(one for patch in parts for one in patch.segments),
            tuple(one for patch in parts for one in patch.beads),
            tuple(one for patch in parts for one in patch.decisions),
        )

    def __bool__(self) -> bool:
        return bool(self.segments or self.beads or self.decisions)


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that was done, as the history tells it: `label` is one of a few.

    `detail` is what it was done with: the reviewer's own words, or a message.

    `author` is who did it ("" when nobody was asked for a name).

    `continues` is the first operation of the step that this one belongs to (more typing in
    the same row); `undoes` and `redoes` name the first operation of a step.
    """

    kind: OperationKind
    label: Message
    translation: int
    row_key: str
    detail: str = ""
    continues: int | None = None
    undoes: int | None = None
    redoes: int | None = None
    id: int = 0
    at: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document of the review without its bytes."""

    id: int
    translation: int
    path: str
    language: str
    evidence: str
