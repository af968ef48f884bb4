"""What a cell of the table shows, as plain data: models make it, the delegate paints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain import SEVERITIES, Severity, Span
from reviewer.messages import Message, message
from reviewer.review import ReviewedFinding, Row, SideName
from reviewer.ui.look.check_facts import marks_whole_side
from reviewer.ui.look.decision_marks import Decided
from reviewer.ui.look.text_highlights import Highlight
from reviewer.ui.state.search import found
from reviewer.ui.table.changed_text import ChangedText, changed_text
from reviewer.wording import in_words


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and how it looks. `empty` is what a side without text says in quiet words; it is
    hatched unless `plain_empty`. `mark` or else `decided` is drawn in the cell's own margin.
    `one_line` shortens the text instead of wrapping it; a `centred` one is a sign, with its mark
    close before it. `lead`, the number of a list, stands before
    the text and is no part of it. A `draft` is a machine's. With `changes` they are shown in the
    place of `text`; what is marked counts in `text` all the same. `agreeing` are figures that agree
    with the other side, `lit` those that are looked at.

    `right_to_left` follows from the language of the document, never from the text: it is the side
    where the text begins.
    """

    text: str
    right_to_left: bool = False
    highlights: tuple[Highlight, ...] = ()
    matches: tuple[Span, ...] = ()
    agreeing: tuple[Span, ...] = ()
    lit: tuple[Span, ...] = ()
    bold: bool = False
    quiet: bool = False
    changed: bool = False
    empty: str = ""
    plain_empty: bool = False
    mark: Severity | None = None
    decided: Decided | None = None
    one_line: bool = False
    centred: bool = False
    lead: str = ""
    changes: ChangedText | None = None
    draft: bool = False

    @property
    def words(self) -> str:
        """What of the article is read in the cell, deleted words and all."""
        return self.changes.text if self.changes else self.text


def worst(findings: Sequence[ReviewedFinding]) -> Severity | None:
    """The gravest severity among the findings."""
    return min((item.finding.severity for item in findings), key=SEVERITIES.index, default=None)


def open_findings(row: Row) -> list[ReviewedFinding]:
    """The row's findings that nobody has decided on."""
    return [item for item in row.findings if item.state == "open"]


def decided(row: Row) -> Decided | None:
    """What was decided of the findings that a row has; the gravest of several."""
    states = {item.state for item in row.findings}
    return "accepted" if "accepted" in states else "dismissed" if "dismissed" in states else None


def row_cell(
    row: Row, side: SideName, *, right_to_left: bool, search: str = "", changes_in: str = ""
) -> Cell:
    """One side of a row. With a language as `changes_in`, the reviewer's changes are shown."""
    text = row.source if side == "source" else row.target
    changed = side == "target" and row.edited
    changes = None
    if changed and changes_in:
        changes = changed_text(row.original_target, row.target, changes_in)
    return Cell(
        text=text,
        right_to_left=right_to_left,
        highlights=tuple(_highlights(row, side)) if row.findings else (),
        matches=tuple(found(text, search)) if search else (),
        bold=row.kind == "heading",
        quiet=row.kind == "furniture",
        changed=changed,
        empty="" if text or row.kind == "furniture" else in_words(_EMPTY[side]),
        lead=row.source_mark if side == "source" else row.target_mark,
        changes=changes,
        draft=row.is_draft and side == "target",
    )


def _highlights(row: Row, side: SideName) -> list[Highlight]:
    """The gravest last, so that it is the one seen where two overlap."""
    marks = []
    for item in row.findings:
        finding = item.finding
        spans = finding.source_spans if side == "source" else finding.target_spans
        whole = len(row.source if side == "source" else row.target)
        marks += [
            Highlight(span, finding.severity, faint=item.state != "open")
            for span in spans
            # A whole sentence underlined says nothing that the empty side does not say.
            if not (span == Span(0, whole) and marks_whole_side(finding.check))
        ]
    return sorted(marks, key=lambda mark: (not mark.faint, -SEVERITIES.index(mark.severity)))


_EMPTY: dict[SideName, Message] = {
    "source": message("Not in the source"),
    "target": message("Not in the translation"),
}
