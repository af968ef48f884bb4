"""Word documents whose text is a table with a column for the source and one for the translation.

Translation tools and volunteers pass such tables on. A header names the columns, or their languages
tell them apart (`reviewer.formats.tables.languages`): a table of figures is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reviewer.domain import Block, Document, Edit, NewBlock, TextEdit
from reviewer.formats.docx import document as docx
from reviewer.formats.docx.part import Part
from reviewer.formats.errors import DamagedFileError, StaleDocumentError
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import MappedBlock
from reviewer.formats.shared.units import UNNAMED, BilingualFile
from reviewer.formats.tables.languages import Column, Layout, layout
from reviewer.messages import message

_EMPTY = "empty beside "
"""Before the place of the block in the cell to the left: the address of an empty cell."""

_UNEVEN = "uneven"
"""Why a paragraph is set aside that has no counterpart in the cell beside it."""


def read_both(path: str, data: bytes) -> BilingualFile:
    """The source and the translations in the table of the document in `data`."""
    file = docx.opened(path, data)
    name = file.package.main()
    sides = _sides(file.parts[name], name)
    if not sides:
        raise DamagedFileError(
            path,
            message(
                "“{path}” has no table with a source and a translation. The first row must name "
                "the columns, for example “source” and “target”, or two languages.",
                path=path,
            ),
        )
    documents = [
        Document(
            path, "docx", tuple(blocks), data,
            language="" if column.language in UNNAMED else column.language,
        )
        for column, blocks in sides
    ]  # fmt: skip
    return BilingualFile(documents[0], tuple(documents[1:]))


def whole(document: Document, edits: Sequence[Edit]) -> tuple[Document, list[Edit]]:
    """The whole document that one side of a table is of, and the edits of that.

    A translation typed for an empty cell becomes its first paragraph.
    """
    full = docx.read(document.path, document.original)
    numbers = {block.place: number for number, block in enumerate(full.blocks)}
    made: list[Edit] = []
    for edit in edits:
        place = document.blocks[edit.block].place
        beside = place.removeprefix(_EMPTY)
        if beside not in numbers:
            raise StaleDocumentError(
                document.path,
                message(
                    "“{path}” has a cell that text cannot be put into here. Type it in Word, and "
                    "load the file again.",
                    path=document.path,
                ),
            )
        if beside == place:
            made.append(replace(edit, block=numbers[place]))
        elif isinstance(edit, TextEdit | NewBlock) and edit.text.strip():
            made.append(NewBlock(numbers[beside], edit.text.strip(), "table_cell", behind=True))
    return full, made


@dataclass(slots=True)
class _Cell:
    element: Element
    blocks: list[MappedBlock]


def _sides(part: Part, name: str) -> list[tuple[Column, list[Block]]]:
    """The columns of the first table that has a source and a translation, with their blocks."""
    tree = Tree(part.source, xml=True)
    for table in _tables(part, tree):
        texts = [[_text(row, index) for index in range(len(row))] for row in table]
        found = layout(texts)
        if found is None or not found.certain:
            continue
        columns = [found.source, *found.targets]
        sides: list[tuple[Column, list[Block]]] = [
            (replace(column, language=column.language or UNNAMED[min(number, 1)]), [])
            for number, column in enumerate(columns)
        ]
        for number, row in enumerate(table[found.first_row :], 1):
            _add(sides, found, row, f"row {number}", name)
        if sides[0][1]:
            return sides
    return []


def _tables(part: Part, tree: Tree) -> list[list[list[_Cell]]]:
    """The cells of each table with their blocks, row by row; tables within cells are their own."""
    cells = {each: _Cell(each, []) for each in tree.elements if each.name == "tc"}
    for block in part.blocks:
        inner = tree.at(block.mapping.starts[0])
        cell = next((each for each in inner.up() if each.name == "tc"), None) if inner else None
        if cell in cells:
            cells[cell].blocks.append(block)
    tables: dict[Element, dict[Element, list[_Cell]]] = {}
    for element, made in cells.items():
        row = next((each for each in element.up() if each.name == "tr"), None)
        table = next((each for each in element.up() if each.name == "tbl"), None)
        if row is not None and table is not None:
            tables.setdefault(table, {}).setdefault(row, []).append(made)
    return [list(rows.values()) for rows in tables.values()]


def _text(row: Sequence[_Cell], index: int) -> str:
    """The text of a cell on one line; "" where the row is too short for it."""
    return " ".join(one.block.text for one in row[index].blocks) if index < len(row) else ""


def _add(
    sides: Sequence[tuple[Column, list[Block]]],
    found: Layout,
    row: Sequence[_Cell],
    unit: str,
    part: str,
) -> None:
    """The paragraphs of a row, each a unit with those beside it."""
    cells = [row[column.index] if column.index < len(row) else None for column, _ in sides]
    source = cells[0]
    if source is None or not source.blocks:
        return
    most = max(len(cell.blocks) for cell in cells if cell is not None)
    even = all(cell is None or len(cell.blocks) in (0, len(source.blocks)) for cell in cells)
    notes = [found.note(column, partial(_text, row)) for column, _ in sides]
    locked = found.locked(partial(_text, row))
    for number in range(most):
        for (column, blocks), cell, note in zip(sides, cells, notes, strict=True):
            own = cell.blocks[number] if cell and number < len(cell.blocks) else None
            aside = not even and number >= min(len(one.blocks) for one in cells if one)
            if own is not None:
                block = Block(own.block.text, "paragraph", f"{part}:{own.block.place}")
            else:
                block = Block("", place=f"{_EMPTY}{_left(row, column.index, part)}")
            reason = "locked" if locked else _UNEVEN if aside else ""
            block = replace(block, unit=f"{unit}.{number}", chrome=bool(reason), reason=reason)
            blocks.append(replace(block, note=note))


def _left(row: Sequence[_Cell], index: int, part: str) -> str:
    """The place of the last block in the cell to the left of one; "" where that is empty."""
    cell = row[index - 1] if 0 < index <= len(row) else None
    return f"{part}:{cell.blocks[-1].block.place}" if cell and cell.blocks else ""
