"""Texts and translations in the cells of a table, each written anew as a whole when edited."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reviewer.domain import Block, Document, Edit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.new_blocks.places import inline, split
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.mapped import MappedBlock, Mapping, patched, patches
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.units import UNNAMED, BilingualFile, LanguageBlocks
from reviewer.formats.tables.columns import Columns
from reviewer.formats.tables.languages import Column, Layout, layout
from reviewer.formats.tables.new_cells import Cell, Cells, NewCells, place_of
from reviewer.messages import message

Texts = Dictionary[Cell, str]
"""The text of each cell."""


_SPACE = re.compile(r"[ \t\r\n\f\v]+")
"""What is shown as one space: lines of a cell are one text."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

LAST_ROW = 1_048_575
"""Of the largest workbook."""

_LOOKED_AT = 200
_WIDEST = 200
"""Rows and columns that tell which column is which."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name in the file ("" for the only one)."""

    name: str
    cells: Texts
    taken: frozenset[Cell] = frozenset()
    """Cells with something else than text: numbers, formulas."""
    hidden: frozenset[Cell] = frozenset()
    """Cells with text that nobody sees."""
    said: Texts = field(default_factory=dict)
    """What cells of `taken` say, but for formulas without a result."""
    joined: Dictionary[int, Sequence[range]] = field(default_factory=dict)
    """Of each row the columns that one cell stands over."""

    def text(self, cell: Cell) -> str:
        """What a cell says, be it a text, a number or the result of a formula."""
        return self.cells.get(cell) or self.said.get(cell, "")

    def rows(self) -> list[int]:
        """The rows that have text, in order: one alone may stand a million below the others."""
        return sorted({row for (row, _), text in self.cells.items() if text.strip()})

    def rows_below(self, first: int, columns: Sequence[int]) -> list[int]:
        """The rows from the one of number `first` on that have something in these columns."""
        rows = self.rows()
        header = rows[first - 1] if first else -1
        said = {row for row, column in self.said if column in columns and row > header}
        return sorted({*rows[first:], *said})

    def start(self) -> list[list[str]]:
        """The first rows that have text, as lists of cells."""
        width = min(max((column for _, column in self.cells), default=-1) + 1, _WIDEST)
        return [
            [self.cells.get((row, column), "") for column in range(width)]
            for row in self.rows()[:_LOOKED_AT]
        ]


def single(tables: Sequence[Table]) -> list[Block]:
    """Every cell with words, row by row; what is hidden is set aside."""
    return [
        replace(block, chrome=True, reason="hidden") if cell in table.hidden else block
        for table in tables
        for cell, text in sorted(table.cells.items())
        if any(character.isalpha() for character in text)
        for block in (_block(table, *cell, _shown(text)),)
    ]


def both_sides(tables: Sequence[Table], chosen: Columns | None = None) -> list[LanguageBlocks]:
    """The sides of the tables that have a source and a translation, in the columns that were
    chosen or else where they seem to be; [] where none has."""
    sides: list[LanguageBlocks] = []
    for table in tables:
        start = table.start()
        found = chosen.layout(start) if chosen else layout(start)
        if found is None:
            continue
        columns = [found.source, *found.targets]
        if not sides:
            sides = [
                LanguageBlocks(column.language or UNNAMED[min(number, 1)])
                for number, column in enumerate(columns)
            ]
        if len(columns) == len(sides):
            _add_rows(sides, found, table)
    return sides


def _add_rows(sides: Sequence[LanguageBlocks], found: Layout, table: Table) -> None:
    columns = [found.source, *found.targets]
    for row in table.rows_below(found.first_row, [column.index for column in columns]):

        def cell(index: int, row: int = row) -> str:
            return _shown(table.text((row, index)))

        texts = [cell(column.index) for column in columns]
        if not any(texts):
            continue
        reason = "locked" if found.locked(cell) else _not_text(table, row, columns)
        if any(_over_both(joined, columns) for joined in table.joined.get(row, ())):
            reason = reason or "no text"
        for side, column, text in zip(sides, columns, texts, strict=True):
            block = _block(table, row, column.index, text)
            unit = f"{table.name}!{row}"
            note = found.note(column, cell)
            block = Block(text, "paragraph", block.place, unit=unit, note=note)
            if reason:
                block = replace(block, chrome=True, reason=reason)
            side.blocks.append(MappedBlock(block, Mapping()))


def _over_both(joined: range, columns: Sequence[Column]) -> bool:
    """Whether one cell stands over the source and a translation: a heading over both, which has
    no translation beside it, and a text that was put there would not be seen."""
    return columns[0].index in joined and any(each.index in joined for each in columns[1:])


def _not_text(table: Table, row: int, columns: Sequence[Column]) -> str:
    """Why a row is set aside of which some cells are no text. Nobody sees a number as it is stored,
    so numbers are compared with numbers only; what a formula says in words is a text."""
    cells = [(row, column.index) for column in columns]
    said = [table.text(cell) for cell in cells if cell in table.taken]
    words = all(any(map(str.isalpha, text)) and not text.startswith("#") for text in said)
    numbers = all(_NUMBER.fullmatch(table.text(cell)) for cell in cells)
    return "" if words or numbers else "no text"


def _block(table: Table, row: int, column: int, text: str) -> Block:
    return Block(text, "table_cell", f"{table.name}!{row}:{column}")


def bilingual(
    tables: Sequence[Table],
    path: str,
    form: str,
    data: bytes,
    encoding: str = "",
    chosen: Columns | None = None,
) -> BilingualFile:
    """The tables as a source and its translations. Raises DamagedFileError where they have no such
    columns."""
    sides = both_sides(tables, chosen)
    if not sides or not sides[0].blocks:
        raise DamagedFileError(
            path,
            message(
                "“{path}” has no two columns of text. Name them in the first row, for "
                "example “en” and “de”, or “source” and “target”.",
                path=path,
            ),
        )
    documents = [side.document(path, form, data, encoding) for side in sides]
    return BilingualFile(documents[0], tuple(documents[1:]))


def edited_cells(
    document: Document, tables: Sequence[Table], edits: Sequence[Edit], *, parts: bool = False
) -> dict[str, NewCells]:
    """The new text of each cell that `edits` change, and new rows, by the name of the table.

    A new block goes into a cell of its own (see `new_cells`); where none can be, into the cell
    that it stands beside. `parts` says that a row can be put between others, and that rows which
    are not there have no place.
    """
    blocks = [MappedBlock(block, Mapping()) for block in single(tables)]
    known = {table.name: table for table in tables}
    if any(block.unit for block in document.blocks):
        blocks = [_as_it_is(known, block) for block in document.blocks]
    same_blocks(document, blocks)
    texts, added = split(edits)
    made: dict[str, NewCells] = {}
    left: list[Edit] = [*texts]
    looked_at: dict[str, Cells] = {}
    for name, table in known.items() if added else ():
        places = [_place(block) for block in document.blocks]
        last = max((row for row, _ in table.cells), default=0) if parts else LAST_ROW
        full = {cell for cell, text in table.cells.items() if text.strip()}
        own = [(row, column) for of_table, row, column in places if of_table == name]
        looked_at[name] = Cells(own, table.taken | full, last, parts=parts)
    for new in added:
        block = document.blocks[new.block]
        name, *cell = _place(block)
        of_table = made.setdefault(name, NewCells())
        if block.unit or not looked_at[name].put(new, (cell[0], cell[1]), of_table):
            left.append(new)
    texts = inline(left, [len(block.text) for block in document.blocks])
    for number, of_block in by_block(texts).items():
        block = document.blocks[number]
        name, row, column = _place(block)
        written = known[name].text((row, column))
        found = changes(block.text, of_block, document.path)
        made.setdefault(name, NewCells()).texts[row, column] = _edited(written, found)
    return made


def _shown(text: str) -> str:
    """The text of a cell on one line."""
    return _SPACE.sub(" ", text).strip()


def _mapping(text: str) -> Mapping:
    """`_shown` of a cell's text, and where each of its characters stands there."""
    mapping = Mapping()
    position = 0
    for space in (*_SPACE.finditer(text), None):
        end = space.start() if space else len(text)
        mapping.add_run(text[position:end], position)
        if space:
            mapping.add(" ", space.start(), space.end())
            position = space.end()
    return mapping.trimmed()


def _edited(written: str, found: Sequence[TextChange]) -> str:
    """The text of a cell after changes of what is shown of it; its lines stay."""
    mapping = _mapping(written)
    if not len(mapping):
        return "".join(change.text for change in found)
    return patched(written, patches(mapping, found, lambda put, _index, _how: put))


def _as_it_is(known: Dictionary[str, Table], block: Block) -> MappedBlock:
    """What now stands where a block of a bilingual table stood, whichever columns were chosen."""
    name, row, column = _place(block)
    text = _shown(known[name].text((row, column))) if name in known else ""
    return MappedBlock(replace(block, text=text), Mapping())


def _place(block: Block) -> tuple[str, int, int]:
    place = place_of(block)
    assert place is not None
    return place
