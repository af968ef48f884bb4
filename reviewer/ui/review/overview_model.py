"""All translations beside the source, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reviewer.review import OverviewCell, OverviewRow
from reviewer.ui.review.comparison_model import FIRST, ComparisonModel
from reviewer.ui.state.compared_lines import lines_wanted
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.state.row_words import finding_words
from reviewer.ui.state.search import found
from reviewer.ui.table.cells import Cell, decided, open_findings, row_cell, worst
from reviewer.wording import term, tr, tr_plural


class OverviewModel(ComparisonModel):
    """The texts themselves, with what was found in them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OverviewRow] = []
        self.filter = Filter()
        self._all: list[OverviewRow] = []
        self._places: list[int] = []
        """Where each line stands among all sentences."""
        self._cells: dict[int, Sequence[OverviewCell]] = {}

    def cells(self, number: int) -> Sequence[OverviewCell]:
        """What the translations have in a line; read when it is looked at."""
        if number not in self._cells:
            assert self.review is not None
            self._cells[number] = self.review.review.overview_cells(self.rows[number].source_id)
        return self._cells[number]

    def read(self, review: OpenReview) -> None:
        self._cells.clear()
        self._all = [row for row in review.review.overview() if row.kind != "furniture"]
        self._places = lines_wanted(review.review, self._all, self.filter)
        self.rows = [self._all[place] for place in self._places]

    def let_go(self) -> None:
        self.rows, self._all, self._places = [], [], []
        self._cells.clear()

    def line_near(self, source_id: str) -> int:
        sentence = next((n for n, row in enumerate(self._all) if row.source_id == source_id), 0)
        following = bisect_left(self._places, sentence)
        return min(following, max(len(self._places) - 1, 0))

    def lines(self) -> int:
        return len(self.rows)

    def all_lines(self) -> int:
        return len(self._all)

    def number_words(self, number: int) -> str:
        return str(self._places[number] + 1)

    def largest_number(self) -> int:
        return len(self._all)

    def source_id(self, number: int) -> str:
        return self.rows[number].source_id

    def source_cell(self, number: int) -> Cell:
        row = self.rows[number]
        search = self.review.search if self.review else ""
        return Cell(
            row.source,
            self.right_to_left[0],
            matches=tuple(found(row.source, search)) if search else (),
            bold=row.kind == "heading",
        )

    def translation_cell(self, number: int, which: int) -> Cell:
        cell = self.cells(number)[which]
        if cell.continued:
            mirrored = self.right_to_left[which + 1]
            return Cell("", mirrored, empty=tr("↑ in the row above"), plain_empty=True)
        assert self.review is not None
        row = self.review.review.row(cell.translation_id, cell.row_key)
        made = row_cell(
            row,
            "target",
            right_to_left=self.right_to_left[which + 1],
            search=self.review.search,
        )
        return Cell(
            made.text,
            made.right_to_left,
            made.highlights,
            made.matches,
            bold=self.rows[number].kind == "heading",
            changed=made.changed,
            empty=made.empty,
            mark=worst(open_findings(row)),
            decided=decided(row),
        )

    def row_place(self, number: int, which: int) -> tuple[int, str]:
        cell = self.cells(number)[which]
        return cell.translation_id, cell.row_key

    def spoken(self, number: int, column: int) -> str:
        said = super().spoken(number, column)
        place = self.place(number, column)
        if place is None or self.review is None or self.cells(number)[column - FIRST].continued:
            return said
        row = self.review.review.row(*place)
        parts = [said.removesuffix("."), *map(finding_words, row.findings)]
        return ". ".join([*parts, term("reviewed")] if row.reviewed else parts)

    def tooltip(self, number: int, which: int) -> str:
        many = self.cells(number)[which].open_findings
        return (
            tr_plural(
                "{n} open. Enter shows this translation.",
                "{n} open. Enter shows this translation.",
                many,
            )
            if many
            else ""
        )
