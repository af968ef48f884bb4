"""Which translation has which sentence: one sign for each, and how many lack it."""

from __future__ import annotations

from reviewer.review import Row
from reviewer.ui.review.comparison_model import FIRST, NUMBER
from reviewer.ui.review.overview_model import OverviewModel
from reviewer.ui.state.row_words import finding_words
from reviewer.ui.table.cells import Cell, decided, open_findings, worst
from reviewer.wording import listed, term, tr

_WIDTH, _LAST_WIDTH = 96, 110


class MatrixModel(OverviewModel):
    """A sentence that several translations lack is seen at once: it is the source, or a habit."""

    def translation_cell(self, number: int, which: int) -> Cell:
        cell = self.cells(number)[which]
        mirrored = self.right_to_left[which + 1]
        if cell.continued:
            return Cell("↑", mirrored, quiet=True, centred=True)
        row = self._row(number, which)
        mark, done = worst(open_findings(row)), decided(row)
        if not row.target:
            words = tr("missing")
            return Cell("", mirrored, empty=words, mark=mark, decided=done, centred=True)
        return Cell(_sign(row), mirrored, mark=mark, decided=done, changed=row.edited, centred=True)

    def note(self) -> str:
        signs = tr(
            "✓ there   ↷ moved   ↑ in the row above   number: open findings   hatched: missing   "
            "▎changed by you"
        )
        return f"{signs}   ⚑ {term('accepted')}   ✕ {term('dismissed')}"

    def narrow(self) -> dict[int, int]:
        widths = {FIRST + which: _WIDTH for which in range(len(self.translations))}
        last = FIRST + len(self.translations)
        return {**super().narrow(), **widths, last: _LAST_WIDTH}

    def centred(self, column: int) -> bool:
        return FIRST <= column < FIRST + len(self.translations)

    def last_column(self) -> str:
        return tr("Missing in")

    def last_cell(self, number: int) -> Cell:
        cells = [cell for cell in self.cells(number) if not cell.continued]
        missing = sum(not cell.target for cell in cells)
        if not missing:
            return Cell("")
        return Cell(self._missing_words(number, missing), bold=missing > 1)

    def _missing_words(self, number: int, missing: int) -> str:
        return tr("{missing} of {all}", missing=missing, all=len(self.cells(number)))

    def spoken(self, number: int, column: int) -> str:
        if column == FIRST + len(self.translations):
            return self.cell(number, column).text or self._missing_words(number, 0)
        if column == NUMBER or self.place(number, column) is None:
            return self.cell(number, column).text
        if self.cells(number)[column - FIRST].continued:
            return tr("in the row above")
        row = self._row(number, column - FIRST)
        said = [tr("there") if row.target else tr("missing")]
        if row.moved_to is not None:
            said.append(tr("moved"))
        if row.reviewed:
            said.append(tr("reviewed"))
        said += map(finding_words, row.findings)
        return listed(said)

    def tooltip(self, number: int, which: int) -> str:
        if self.cells(number)[which].continued:
            return tr("in the row above")
        return super().tooltip(number, which)

    def _row(self, number: int, which: int) -> Row:
        cell = self.cells(number)[which]
        assert self.review is not None
        return self.review.review.row(cell.translation_id, cell.row_key)


def _sign(row: Row) -> str:
    many = len(open_findings(row))
    signs = "↷" if row.moved_to is not None else "✓" if row.reviewed or not many else ""
    return " ".join(part for part in (signs, str(many) if many else "") if part)
