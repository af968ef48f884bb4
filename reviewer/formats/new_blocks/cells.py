"""New blocks in tables of a tagged source: in empty cells, and in rows of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.domain import NewBlock
from reviewer.formats.new_blocks.model import Model, Places
from reviewer.formats.shared.elements import Element
from reviewer.formats.shared.mapped import SourcePatch


class CellPlaces(Places):
    """Puts texts into the tables of a source, whose blocks are `blocks`."""

    def patches(self, number: int, new: Sequence[NewBlock]) -> list[SourcePatch]:
        """Texts in the empty cells beside that of a block, then in new rows; [] outside tables."""
        names = self._names
        cell = next(
            (e for e in self._among.around(self._among.start(number)) if e.name in names.cells),
            None,
        )
        table = next((e for e in cell.up() if e.name in names.tables), None) if cell else None
        if cell is None or table is None:
            return []
        cells = [
            each
            for each in self._tree.inside(table)
            if each.name in names.cells
            and next((e for e in each.up() if e.name in names.tables), None) is table
        ]
        behind = new[0].behind
        place = cells.index(cell)
        row = cells[place + 1 :] if behind else cells[:place][::-1]
        empty = []
        for each in row:
            if self._among.holds(each.start, each.end):
                break
            if not self._form.is_covered(each):
                empty.append(each)
        empty = empty[: len(new)] if behind else empty[: len(new)][::-1]
        model = self._among.model_of(number, cell)
        made = [
            self._form.filled(each, model, one.text) for each, one in zip(empty, new, strict=False)
        ]
        return made + self._new_rows((empty or [cell])[-1], new[len(empty) :], model)

    def _new_rows(self, cell: Element, new: Sequence[NewBlock], model: Model) -> list[SourcePatch]:
        """Rows behind (or before) that of `cell` where it is the last (or first) of its own;
        otherwise its table has no place for more, and they stand in the cell itself."""
        if not new:
            return []
        behind = new[0].behind
        row = next((each for each in cell.up() if each.name in self._names.rows), None)
        if row is not None:
            own = [each for each in self._cells_of(row) if not self._form.is_covered(each)]
            if own and own[-1 if behind else 0] is cell:
                at = row.end if behind else row.start
                following = self._row_below_the_first(row) if behind else None
                if following is not None:
                    # Below a row of headings: like the rows of the body, and among them.
                    row, at = following, following.start
                    model = self._model_in(following) or model
                    own = self._cells_of(following)
                texts = [each.text for each in new]
                rows = [texts[at : at + len(own)] for at in range(0, len(texts), len(own))]
                return [
                    SourcePatch(at, at, "".join(self._form.row(row, each, model) for each in rows))
                ]
        written = [self._form.block(replace(each, role="paragraph"), None) for each in new]
        at = self._edge_of(cell, behind)
        return [SourcePatch(at, at, "".join(written))]

    def _edge_of(self, cell: Element, behind: bool) -> int:
        """Where paragraphs go in a cell, behind or before those that it has."""
        own = [
            each
            for each in self._tree.inside(cell)
            if each.name in self._names.paragraphs and not each.closed
        ]
        if not own:
            return cell.last if behind else cell.inside
        ends = {cell.name} | self._names.ends
        unit = own[-1 if behind else 0]
        while unit.outer is not None and unit.outer is not cell and unit.outer.name not in ends:
            unit = unit.outer
        return unit.end if behind else unit.start

    def _cells_of(self, row: Element) -> list[Element]:
        return [
            each
            for each in self._tree.inside(row)
            if each.name in self._names.cells
            and next(e for e in each.up() if e.name in self._names.rows) is row
        ]

    def _row_below_the_first(self, row: Element) -> Element | None:
        """The second row of a table, where `row` is the first; None where it is not, or alone."""
        table = next((e for e in row.up() if e.name in self._names.tables), None)
        rows = [
            each
            for each in (self._tree.inside(table) if table else ())
            if each.name in self._names.rows
            and next((e for e in each.up() if e.name in self._names.tables), None) is table
        ]
        has_more = len(rows) > 1 and rows[0] is row and self._cells_of(rows[1])
        return rows[1] if has_more else None

    def _model_in(self, row: Element) -> Model | None:
        for number, block in enumerate(self._blocks):
            if row.start <= block.mapping.starts[0] < row.end:
                around = self._among.around(block.mapping.starts[0])
                cell = next((each for each in around if each.name in self._names.cells), None)
                return self._among.model_of(number, cell)
        return None
