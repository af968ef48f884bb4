"""All quantities of the source with each translation's beside them, disagreement on top."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer

from reviewer.domain import Span
from reviewer.ui.look.excerpts import begin_of_words, end_of_words
from reviewer.ui.look.text_highlights import Highlight
from reviewer.ui.review.comparison_model import FIRST, NUMBER, SOURCE, ComparisonModel
from reviewer.ui.state.figure_lines import FigureCell, FigureLine, FigureTable, Order
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.cells import Cell
from reviewer.wording import listed, term, tr

_TURN = 0.008
_AROUND = 34
_FIRST_TURNS = 12
"""As many turns before anything is shown: a short text is there at once."""


class FiguresModel(ComparisonModel):
    """Reads in turns beside the user; what is read is sorted and shown as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self._table: FigureTable | None = None
        self._lines: Sequence[FigureLine] = ()
        self._done = False
        self._order: Order = "disagreement"
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.timeout.connect(self._read_on)

    def read(self, review: OpenReview) -> None:
        self._table = FigureTable(review.review)
        if isinstance(self._order, int) and self._order >= len(self.translations):
            self._order = "disagreement"
        self._done = any(self._table.work_for(_TURN) for _ in range(_FIRST_TURNS))
        self._lines = self._table.lines(self._order)
        if self._done:
            self._turns.stop()
        else:
            self._turns.start(0)

    def let_go(self) -> None:
        self._turns.stop()
        self._table, self._lines = None, ()

    def _read_on(self) -> None:
        if self._table is None or self.review is None or not self.review.is_open():
            return
        self._done = self._table.work_for(_TURN)
        if not self._done:
            self._turns.start(0)
            self.noted.emit()
            return
        self._show_sorted()

    def _show_sorted(self) -> None:
        if self._table is None:
            return
        self.beginResetModel()
        self._lines = self._table.lines(self._order)
        self._first_stamp = next(self._counter) * 1_000_000
        self.endResetModel()

    def is_read(self) -> bool:
        return self._done

    def note(self) -> str:
        if self._table is None:
            return ""
        if not self._done:
            read, sentences = self._table.progress()
            return tr(
                "Reading the figures: {read} of {sentences} sentences",
                read=read,
                sentences=sentences,
            )
        differing = sum(line.differing > 0 for line in self._lines)
        return tr(
            "{differing} of {all} figures differ, or are absent, in some translation.",
            differing=differing,
            all=len(self._lines),
        )

    def orders(self) -> Sequence[str]:
        first = tr("Disagreement on top"), tr("In the order of the text")
        return *first, *(tr("Disagreement of {name} on top", name=one) for one in self.names[1:])

    def put_in_order(self, order: int) -> None:
        known: Sequence[Order] = ("disagreement", "text", *range(len(self.translations)))
        if order < len(known) and known[order] != self._order:
            self._order = known[order]
            self._show_sorted()

    def order_of(self, column: int) -> int | None:
        return 1 if column < FIRST else column - FIRST + 2

    def lines(self) -> int:
        return len(self._lines)

    def source_id(self, number: int) -> str:
        return self._lines[number].source_id

    def identity(self, number: int) -> object:
        return self._lines[number].source_id, self._lines[number].span

    def largest_number(self) -> int:
        return self._table.progress()[1] if self._table else 0

    def number_words(self, number: int) -> str:
        return str(self._lines[number].sentence)

    def source_cell(self, number: int) -> Cell:
        line = self._lines[number]
        start = begin_of_words(line.text, line.span.start - _AROUND, line.span.start)
        end = end_of_words(line.text, line.span.end + _AROUND, line.span.end)
        before = f"{'…' if start else ''}{line.text[start : line.span.start]}"
        text = f"{before}{line.written}{line.text[line.span.end : end]}"
        text += "…" if end < len(line.text) else ""
        place = Span(len(before), len(before) + len(line.written))
        grave = line.gravest if line.differing else None
        mark = Highlight(place, grave, faint=bool(grave) and line.decided)
        return Cell(text, self.right_to_left[0], highlights=(mark,))

    def translation_cell(self, number: int, which: int) -> Cell:
        cell = self._lines[number].cells[which]
        mirrored = self.right_to_left[which + 1]
        if cell.agreement == "missing":
            return Cell("", mirrored, empty=tr("sentence missing"))
        if cell.agreement == "alone":
            return Cell(
                "",
                mirrored,
                empty=tr("none"),
                plain_empty=True,
                mark=None if cell.accepted else cell.severity,
                decided="accepted" if cell.accepted else None,
            )
        text = cell.written if cell.agreement != "loose" else f"≈ {cell.written}"
        if cell.agreement == "different" and cell.severity:
            return Cell(
                text,
                mirrored,
                highlights=(Highlight(Span(0, len(text)), cell.severity, faint=cell.accepted),),
                mark=None if cell.accepted else cell.severity,
                decided="accepted" if cell.accepted else None,
            )
        return Cell(text or "–", mirrored, quiet=cell.agreement == "unclear")

    def row_place(self, number: int, which: int) -> tuple[int, str]:
        cell = self._lines[number].cells[which]
        return cell.translation, cell.row_key

    def spoken(self, number: int, column: int) -> str:
        line = self._lines[number]
        if column == NUMBER:
            return tr("sentence {number}", number=line.sentence)
        if column == SOURCE:
            return f"{line.written} ({line.value})"
        return _in_words(line.cells[column - FIRST])

    def tooltip(self, number: int, which: int) -> str:
        line = self._lines[number]
        return f"{line.written}: {_in_words(line.cells[which])}"


def _in_words(cell: FigureCell) -> str:
    said = {
        "same": tr("the same"),
        "loose": tr("rounded or converted"),
        "different": tr("different"),
        "alone": tr("has no counterpart"),
        "unclear": tr("not compared"),
        "missing": tr("the sentence is missing"),
    }[cell.agreement]
    parts = [cell.written] if cell.written else []
    return listed([*parts, said, *([term("accepted")] if cell.accepted else [])])
