"""The rows of a review as every report shows them: texts, changes, findings, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reviewer.domain import Finding, Relation, Span, TextEdit
from reviewer.formats.shared.changes import changes

if TYPE_CHECKING:
    from reviewer.review import Review, TranslationInfo

State = Literal["open", "accepted", "dismissed", "fixed"]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and what was decided of it. A fixed one is in the text no more: its spans count
    in the texts that it was found in."""

    finding: Finding
    state: State
    comment: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that is no furniture. `before` is what the translation said when it came in; `key` is
    the row's own name in the review."""

    number: int
    key: str
    source: str
    target: str
    before: str
    relation: Relation
    found: tuple[Found, ...]
    comment: str
    reviewed: bool

    @property
    def edited(self) -> bool:
        """Whether the reviewer has changed the translation."""
        return self.target != self.before


def entries(review: Review, info: TranslationInfo) -> Iterator[Entry]:
    """The rows of a translation, with the numbers that they bear in the window."""
    settled: dict[str, list[Found]] = {}
    for one in review.settled(info.id):
        if one.how == "corrected":
            found = Found(one.finding, "fixed", one.comment, one.fingerprint)
            settled.setdefault(one.row_key, []).append(found)
    number = 0
    for row in review.rows(info.id):
        if row.relation is None:
            continue
        number += 1
        own = tuple(
            Found(one.finding, one.state, one.comment, one.fingerprint) for one in row.findings
        )
        yield Entry(
            number,
            row.key,
            row.source,
            row.target,
            row.original_target if row.edited else row.target,
            row.relation,
            own + tuple(settled.get(row.key, ())),
            row.comment,
            row.reviewed,
        )


PieceKind = Literal["same", "new", "gone"]


def pieces(before: str, after: str) -> list[tuple[str, PieceKind]]:
    """What of a text stayed, is new and is gone, word by word."""
    found = changes(before, [TextEdit(0, Span(0, len(before)), after)], whole_words=True)
    made: list[tuple[str, PieceKind]] = []
    position = 0
    for change in found:
        made.append((before[position : change.start], "same"))
        made.append((before[change.start : change.end], "gone"))
        made.append((change.text, "new"))
        position = change.end
    made.append((before[position:], "same"))
    return [piece for piece in made if piece[0]]


def open_spans(found: Sequence[Found], *, source: bool) -> tuple[Span, ...]:
    """Where findings that stand in the text mark it."""
    return tuple(
        span
        for one in found
        if one.state in ("open", "accepted")
        for span in (one.finding.source_spans if source else one.finding.target_spans)
    )
