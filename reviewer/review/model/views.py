"""What a reviewer looks at: frozen data about a review, safe to hand to any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reviewer.domain import BackTranslation, Finding, Relation, SegmentKind, Severity
from reviewer.messages import Message
from reviewer.review.model.lost_edits import LostEdit

FindingState = Literal["open", "accepted", "dismissed"]
Settlement = Literal["corrected", "realigned", "replaced", "withdrawn"]
SideName = Literal["source", "target"]
ChangeKind = Literal[
    "analysis", "decision", "edit", "alignment", "translation", "back_translation", "check", "rules"
]


@dataclass(frozen=True, slots=True)
class ReviewedFinding:
    """A finding, the fingerprint that decisions know it by, and what was decided."""

    finding: Finding
    fingerprint: str
    state: FindingState
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the review: one bead, or one furniture segment of either side.

    `key` is stable while the row's first sentence stays its first sentence. `source` and
    `target` are `domain.joined` of the segments that have text now, and spans of findings
    count in them; `target_ids` leaves out sentences that the reviewer has emptied.
    `relation` is None for furniture. `moved_to` is, for a moved row, the key of the row
    that its translation stands after in the translated text ("" for its beginning).
    `comment` is the reviewer's remark on the row as a whole. `reviewed` is its status: whether
    the reviewer has said that these two texts are done with; False for furniture.
    `is_draft` says that a machine has made the translation and nobody has touched it: it was not
    changed since, and is not `reviewed`.
    `source_mark` and `target_mark` are the numbers or bullets of lists before the texts, which the
    file's program makes.
    """

    key: str
    source_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    source: str
    target: str
    kind: SegmentKind
    relation: Relation | None
    confidence: float
    fixed: bool
    findings: tuple[ReviewedFinding, ...]
    back_translation: BackTranslation | None
    edited: bool
    moved_to: str | None = None
    comment: str = ""
    original_target: str = ""
    reviewed: bool = False
    source_mark: str = ""
    target_mark: str = ""
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class SettledFinding:
    """A finding that the text had and has no more, and what had been decided of it.

    `how`: "corrected" by an edit, "realigned" by hand, "replaced" by another version of the
    translation, "withdrawn" by the checks after they had seen a back-translation; `at` says
    when (ISO 8601, UTC). `source` and `target_before` are the texts that it stood in, where
    its spans count. `row_key` is the row that these sentences stand in now, with
    `target_now`; both are "" when the translation has no such row any more.
    """

    row_key: str
    finding: Finding
    fingerprint: str
    how: Settlement
    at: str
    source: str
    target_before: str
    target_now: str
    state: FindingState
    comment: str = ""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The source text: its file as it was named at import, and its language."""

    path: str
    language: str


@dataclass(frozen=True, slots=True)
class TranslationInfo:
    """A translation of the review; `evidence` says what the comparison rests on."""

    id: int
    path: str
    language: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings a translation has by state; `by_check` and `by_severity` of open ones.

    `sentences` are its rows without furniture, `reviewed` those with that status.
    """

    open: int
    accepted: int
    dismissed: int
    by_check: Mapping[str, int] = field(default_factory=dict)
    by_severity: Mapping[Severity, int] = field(default_factory=dict)
    sentences: int = 0
    reviewed: int = 0


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """What one translation has for a source sentence.

    `continued` marks a sentence whose translation is already shown in an earlier line of
    the overview, because the row has several source sentences.
    """

    translation_id: int
    row_key: str
    target: str
    relation: Relation | None
    open_findings: int
    worst: Severity | None
    continued: bool = False


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A source sentence as a line of what compares all translations."""

    source_id: str
    source: str
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something done to a row: when (ISO 8601, UTC), in words, and whether it was undone.

    The words of an edit end with the findings that it settled. `author` is the name of who did
    it, as far as it is known.
    """

    at: str
    words: Message
    undone: bool = False
    author: str = ""


@dataclass(frozen=True, slots=True)
class CommentOrigin:
    """When (ISO 8601, UTC) a comment was written, and by whom, "" for what is not known."""

    at: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step of the review: when (ISO 8601, UTC), by whom, what, and in which row.

    `undone` says that it was taken back; `reachable` that undo or redo can bring the review to the
    point just after it: not so behind the loading of a version.
    """

    id: int
    at: str
    author: str
    words: Message
    translation_id: int
    row_key: str
    undone: bool
    reachable: bool


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What undo or redo would do next, and where: go there first, then do it.

    `number` tells it from every other step of the review. A step that is `everywhere` is one of
    all translations, and there is nowhere to go.
    """

    label: Message
    translation_id: int
    row_key: str
    number: int
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the reviewer is; `view` holds what else the window wants to find again."""

    translation_id: int
    row_key: str
    view: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """What an operation changed, announced after it is safely in the file.

    `rows` are the keys of the rows of the translation that look different now.
    `structure` says that rows came, went or changed places: ask for all rows again.
    `matched` are the rows that the program put together in consequence; `dropped` are
    corrections that a newer version of the translation has no place for.
    """

    kind: ChangeKind
    translation_id: int
    rows: tuple[str, ...]
    structure: bool = False
    label: Message = field(default_factory=Message)
    matched: tuple[str, ...] = ()
    dropped: tuple[LostEdit, ...] = ()
