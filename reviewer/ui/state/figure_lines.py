"""Every quantity of the source with what each translation has for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reviewer.domain import SEVERITIES, Severity, Span, joined
from reviewer.ui.state.figure_words import value_beside
from reviewer.wording import unit_in_words

if TYPE_CHECKING:
    from reviewer.checks.numbers.explain import Link, Told
    from reviewer.review import OverviewRow, Review, ReviewedFinding, Row

Agreement = Literal["same", "loose", "different", "alone", "unclear", "missing"]

Order = Literal["disagreement", "text"] | int
"""How the lines are sorted; see `FigureTable.lines`."""

_DISAGREEMENT: Sequence[Agreement] = ("different", "alone", "missing", "loose", "unclear", "same")

_CHECK = "numbers"

_STATES: dict[str, Agreement] = {
    "converted": "loose",
    "share": "loose",
    "rounded": "loose",
    "different": "different",
    "alone": "alone",
}
"""How a rule of `checks.numbers.explain` agrees; all others say the same."""


@dataclass(frozen=True, slots=True)
class FigureCell:
    """What a translation has: as it is written there, and how it agrees.

    "alone" has no counterpart though its sentence is translated, "missing" no sentence; "unclear"
    only looks different: the number check has no finding there. `accepted` says that what was
    found of it is known for an error, and nothing is open.
    """

    translation: int
    row_key: str
    written: str
    agreement: Agreement
    severity: Severity | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A quantity of a source sentence: its place, what it says, and a cell for each translation."""

    sentence: int
    source_id: str
    span: Span
    written: str
    value: str
    text: str
    cells: tuple[FigureCell, ...]

    @property
    def differing(self) -> int:
        """In how many translations it is another, or none."""
        return sum(cell.agreement in ("different", "alone") for cell in self.cells)

    @property
    def gravest(self) -> Severity | None:
        """How grave the worst difference is that is still open, or else the worst of all."""
        differing = [cell for cell in self.cells if cell.severity]
        waiting = [cell for cell in differing if not cell.accepted] or differing
        return min(
            (cell.severity for cell in waiting if cell.severity),
            key=SEVERITIES.index,
            default=None,
        )

    @property
    def decided(self) -> bool:
        """Whether somebody has decided on every difference."""
        return all(cell.accepted for cell in self.cells if cell.severity)


class FigureTable:
    """Reads the figures of a review a little at a time: a long text must not stop the keys."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._overview = [row for row in review.overview() if row.kind != "furniture"]
        self._texts = {row.source_id: row.source for row in self._overview}
        self._lines: list[FigureLine] = []
        self._next = 0

    def work_for(self, seconds: float, clock: Callable[[], float] = time.perf_counter) -> bool:
        """Read on for a while; whether everything is read."""
        end = clock() + seconds
        while self._next < len(self._overview):
            row = self._overview[self._next]
            self._next += 1
            self._lines += self._of_sentence(self._next, row)
            if clock() >= end:
                break
        return self._next >= len(self._overview)

    def progress(self) -> tuple[int, int]:
        """How many sentences are read, and of how many."""
        return self._next, len(self._overview)

    def lines(self, order: Order = "disagreement") -> Sequence[FigureLine]:
        """What is read so far: where most translations disagree first, as the text has it, or
        where the translation at a place of the cells disagrees first."""

        def key(line: FigureLine) -> tuple[object, ...]:
            place = line.sentence, line.span.start
            if order == "text":
                return place
            if order == "disagreement":
                lacking = any(cell.agreement == "missing" for cell in line.cells)
                return -line.differing, not lacking, *place
            return _DISAGREEMENT.index(line.cells[order].agreement), *place

        return sorted(self._lines, key=key)

    def _of_sentence(self, number: int, sentence: OverviewRow) -> list[FigureLine]:
        told: dict[Span, Told] = {}
        found: list[dict[Span, FigureCell]] = []
        cells = self._review.overview_cells(sentence.source_id)
        for cell in cells:
            row = self._review.row(cell.translation_id, cell.row_key)
            mine = {}
            for link in self._links(cell.translation_id, row):
                place = self._place(link, row, sentence.source_id)
                if place and link.source:
                    told[place] = link.source
                    mine[place] = _cell(cell.translation_id, row, link)
            found.append(mine)
        return [
            FigureLine(
                number,
                sentence.source_id,
                span,
                span.of(sentence.source),
                _value(told[span]),
                sentence.source,
                tuple(
                    mine.get(span, FigureCell(cell.translation_id, cell.row_key, "", "unclear"))
                    for mine, cell in zip(found, cells, strict=True)
                ),
            )
            for span in sorted(told)
        ]

    def _links(self, translation: int, row: Row) -> list[Link]:
        from reviewer.checks.numbers.explain import explain

        languages = {info.id: info.language for info in self._review.translations}
        return [
            link
            for link in explain(
                row.source,
                row.target,
                source_language=self._review.source.language,
                target_language=languages[translation],
            )
            if link.source and not link.source.vague
        ]

    def _place(self, link: Link, row: Row, source_id: str) -> Span | None:
        """Where the quantity stands in one sentence of the row's source."""
        if link.source is None:
            return None
        ids = [name for name in row.source_ids if self._texts.get(name)]
        if source_id not in ids:
            return None
        before = [self._texts[name] for name in ids[: ids.index(source_id)]]
        start = len(joined([*before, ""])) if before else 0
        span = Span(link.source.span.start - start, link.source.span.end - start)
        inside = span.start >= 0 and span.end <= len(self._texts[source_id])
        return span if inside else None


def _cell(translation: int, row: Row, link: Link) -> FigureCell:
    written = link.target.written if link.target else ""
    if not row.target:
        return FigureCell(translation, row.key, "", "missing")
    agreement = _STATES.get(link.rule, "same")
    said = _said(row, link)
    grave = min((item.finding.severity for item in said), key=SEVERITIES.index, default=None)
    accepted = bool(said) and all(item.state == "accepted" for item in said)
    if grave in ("critical", "major"):
        differs: Agreement = "different" if written else "alone"
        return FigureCell(translation, row.key, written, differs, grave, accepted)
    if agreement in ("different", "alone") and grave is None:
        agreement = "unclear"
    return FigureCell(translation, row.key, written, agreement, grave, accepted)


def _said(row: Row, link: Link) -> list[ReviewedFinding]:
    """What the number check says of a quantity, unless it was dismissed."""
    assert link.source is not None
    place = link.source.span
    return [
        item
        for item in row.findings
        if item.state != "dismissed"
        and item.finding.check == _CHECK
        and any(
            one.start < place.end and place.start < one.end for one in item.finding.source_spans
        )
    ]


def _value(told: Told) -> str:
    """What it was read as, shorter than the writing is seldom."""
    unit = "%" if told.kind == "percent" else unit_in_words(told.unit)
    return " ".join(
        part
        for part in (value_beside(told.written, told.values[0]) if told.values else "", unit)
        if part
    )
