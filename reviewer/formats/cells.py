"""Texts and translations in the cells of a table, each written anew as a whole when edited."""

from __future__ import annotations

from collections.abc import Container, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, replace

from reviewer.domain import Block, Document, Edit, NewBlock
from reviewer.formats.bilingual import UNNAMED, BilingualFile, LanguageBlocks
from reviewer.formats.changes import by_block, changes, edited
from reviewer.formats.mapped import MappedBlock, Mapping
from reviewer.formats.new_blocks import inline
from reviewer.formats.stored import same_blocks
from reviewer.formats.table_columns import Columns
from reviewer.formats.tables import Column, layout

Cells = Dictionary[tuple[int, int], str]
"""The text of each cell by its row and column, both from 0."""


_LOOKED_AT = 200
_WIDEST = 200
"""Rows and columns that tell which column is which."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name in the file ("" for the only one)."""

    name: str
    cells: Cells

    def rows(self) -> list[int]:
        """The rows that have text, in order: one alone may stand a million below the others."""
        return sorted({row for (row, _), text in self.cells.items() if text.strip()})

    def start(self) -> list[list[str]]:
        """The first rows that have text, as lists of cells."""
        width = min(max((column for _, column in self.cells), default=-1) + 1, _WIDEST)
        return [
            [self.cells.get((row, column), "") for column in range(width)]
            for row in self.rows()[:_LOOKED_AT]
        ]


def single(tables: Sequence[Table]) -> list[Block]:
    """Every cell with words, row by row."""
    return [
        _block(table, row, column, " ".join(text.split()))
        for table in tables
        for (row, column), text in sorted(table.cells.items())
        if any(character.isalpha() for character in text)
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
            _add_rows(sides, columns, table, found.first_row)
    return sides


def _add_rows(
    sides: Sequence[LanguageBlocks], columns: Sequence[Column], table: Table, first: int
) -> None:
    for row in table.rows()[first:]:
        texts = [" ".join(table.cells.get((row, column.index), "").split()) for column in columns]
        if not texts[0]:
            continue
        for side, column, text in zip(sides, columns, texts, strict=True):
            block = _block(table, row, column.index, text)
            unit = f"{table.name}!{row}"
            block = Block(text, "paragraph", block.place, unit=unit)
            side.blocks.append(MappedBlock(block, Mapping()))


def _block(table: Table, row: int, column: int, text: str) -> Block:
    return Block(text, "table_cell", f"{table.name}!{row}:{column}")


def bilingual(
    tables: Sequence[Table],
    path: str,
    form: str,
    data: bytes,
    encoding: str = "",
    chosen: Columns | None = None,
) -> BilingualFile | None:
    """The tables as a source and its translations; None where they have no such columns."""
    sides = both_sides(tables, chosen)
    if not sides or not sides[0].blocks:
        return None
    documents = [side.document(path, form, data, encoding) for side in sides]
    return BilingualFile(documents[0], tuple(documents[1:]))


def edited_cells(
    document: Document, tables: Sequence[Table], edits: Sequence[Edit]
) -> dict[str, dict[tuple[int, int], str]]:
    """The new text of each cell that `edits` change, by the name of its table.

    A new block goes into the empty cell beside it; where none is, into the cell that it stands
    beside.
    """
    blocks = [MappedBlock(block, Mapping()) for block in single(tables)]
    known = {table.name: table for table in tables}
    if any(block.unit for block in document.blocks):
        blocks = [_as_it_is(known, block) for block in document.blocks]
    same_blocks(document, blocks)
    made: dict[str, dict[tuple[int, int], str]] = {}
    left: list[Edit] = []
    for edit in edits:
        if not isinstance(edit, NewBlock):
            left.append(edit)
            continue
        name, row, column = _place(document.blocks[edit.block])
        filled = made.setdefault(name, {})
        found = _empty_cell(known[name], (row, column), filled, behind=edit.behind)
        if found is None or document.blocks[edit.block].unit:
            left.append(edit)
        else:
            filled[found] = edit.text
    texts = inline(left, [len(block.text) for block in document.blocks])
    for number, of_block in by_block(texts).items():
        block = document.blocks[number]
        text = edited(block.text, changes(block.text, of_block, document.path))
        name, row, column = _place(block)
        made.setdefault(name, {})[row, column] = text
    return made


def _as_it_is(known: Dictionary[str, Table], block: Block) -> MappedBlock:
    """What now stands where a block of a bilingual table stood, whichever columns were chosen."""
    name, row, column = _place(block)
    cells = known[name].cells if name in known else {}
    text = " ".join(cells.get((row, column), "").split())
    return MappedBlock(replace(block, text=text), Mapping())


def _place(block: Block) -> tuple[str, int, int]:
    name, _, place = block.place.rpartition("!")
    row, _, column = place.partition(":")
    return name, int(row), int(column)


def _empty_cell(
    table: Table, beside: tuple[int, int], taken: Container[tuple[int, int]], *, behind: bool
) -> tuple[int, int] | None:
    """The nearest empty cell on that side, up to the next one that has something in it."""
    rows = sorted({row for row, _ in table.cells})
    columns = sorted({column for _, column in table.cells})
    places = [(row, column) for row in rows for column in columns]
    number = places.index(beside)
    for place in places[number + 1 :] if behind else reversed(places[:number]):
        if table.cells.get(place, "").strip():
            return None
        if place not in taken:
            return place
    return None
