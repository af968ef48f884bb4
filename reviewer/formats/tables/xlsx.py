"""Excel workbooks: the texts of the cells, or columns by language.

An edited cell is written with its text inside it (inline), so that no other cell that shares
the text changes; its style stays, formatting of single words in it does not. Formulas,
numbers, dates, comments and charts are not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reviewer.domain import Document, Edit
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.archive import not_there
from reviewer.formats.shared.mapped import SourcePatch, patched
from reviewer.formats.shared.markup import Token, attributes, escaped, tokens
from reviewer.formats.shared.office_package import Package
from reviewer.formats.shared.raised import Raised, raised
from reviewer.formats.shared.units import BilingualFile
from reviewer.formats.tables.cell_looks import showing_nothing
from reviewer.formats.tables.cells import LAST_ROW, Table, bilingual, edited_cells, single
from reviewer.formats.tables.columns import Columns
from reviewer.formats.tables.rich_text import made_raised, rich_text, with_escapes, without_escapes
from reviewer.messages import Message

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_TYPE = re.compile(r"(?<!\s)\s++t\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(slots=True)
class _Cell:
    start: int
    end: int
    opening: str
    text: str = ""
    formula: bool = False
    unseen: bool = False
    """Whether its look shows no text."""
    number: str = ""


@dataclass(slots=True)
class _Sheet:
    """A worksheet: its cells by row and column, and where each row ends."""

    name: str
    source: str
    prefix: str = ""
    cells: dict[tuple[int, int], _Cell] = field(default_factory=dict)
    rows: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """Where each row begins and ends, and where its last cell ends (nowhere, -1, in one that is
    closed at once)."""
    end: int = 0
    """Where the last row ends."""
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    filtered: range = range(0)
    """The rows of which a filter shows some."""

    def hides(self, place: tuple[int, int]) -> bool:
        """Whether no reader sees a cell: what a click on a group or a filter shows is seen."""
        row, column = place
        return (
            self.hidden
            or (row in self.hidden_rows and row not in self.filtered)
            or any(column in columns for columns in self.hidden_columns)
            or self.cells[place].unseen
        )

    def table(self) -> Table:
        texts = {
            place: cell.text for place, cell in self.cells.items() if cell.text and not cell.formula
        }
        full = {
            place
            for place, cell in self.cells.items()
            if cell.formula or cell.number or (cell.text and place not in texts)
        }
        hidden = frozenset(filter(self.hides, texts))
        cells = ((place, self.cells[place]) for place in full)
        said = {place: cell.text or cell.number for place, cell in cells}
        joined: dict[int, list[range]] = {}
        for row, first, _, last in _areas(self.source):
            joined.setdefault(row, []).append(range(first, last + 1))
        return Table(self.name, texts, frozenset(full), hidden, said, joined)


def _opened(path: str, data: bytes) -> Package:
    return Package(data, path, "Excel workbook", "xlsx")


def _sheets(package: Package) -> list[_Sheet]:
    main = package.main()
    shared: list[str] = []
    unseen: frozenset[str] = frozenset()
    for link in package.relationships(main):
        if link.kind == "sharedStrings" and link.target in package:
            shared = _shared(package, link.target)
        elif link.kind == "styles" and link.target in package:
            unseen = showing_nothing(package.tree(link.target))
    return [
        _sheet(package, name, shared, unseen, hidden=hidden)
        for name, hidden in _listed(package).items()
        if name in package
    ]


def _listed(package: Package) -> dict[str, bool]:
    """The names of the worksheets, there or not, in their order, and whether they are hidden."""
    main = package.main()
    links = package.relationships(main)
    targets = {link.id: link.target for link in links if link.kind == "worksheet"}
    return {
        targets[value]: sheet.get("state", "visible") != "visible"
        for sheet in package.tree(main).iterfind(".//{*}sheets/{*}sheet")
        for key, value in sheet.attrib.items()
        if str(key).endswith("}id") and value in targets
    }


def _shared(package: Package, name: str) -> list[str]:
    """The texts that cells share, without what is read over them (phonetic runs)."""
    return [without_escapes(rich_text(item)) for item in package.tree(name).iterfind("{*}si")]


def _sheet(
    package: Package, name: str, shared: Sequence[str], unseen: frozenset[str], *, hidden: bool
) -> _Sheet:
    sheet = _Sheet(name, package.source(name), hidden=hidden)
    row = -1
    column = -1
    cell: _Cell | None = None
    kind = ""
    filtered = range(0)
    inside = ""
    how: Raised = ""
    reading = False
    for token in tokens(sheet.source, xml=True):
        local = token.name.rpartition(":")[2]
        if token.kind == "start":
            if local == "row":
                of_row = _said(sheet, token)
                row = _row(of_row.get("r", ""), row)
                column = -1
                if _is_hidden(of_row, "ht"):
                    sheet.hidden_rows.add(row)
                sheet.rows[row] = (token.start, token.end, -1)
            elif local == "c":
                said = _said(sheet, token)
                row, column = _place(said.get("r", ""), row, column)
                opening = sheet.source[token.start : token.end]
                cell, kind = _Cell(token.start, token.end, opening), said.get("t", "n")
                cell.unseen = said.get("s", "0") in unseen
                how, reading = "", False
                sheet.cells[row, column] = cell
                sheet.prefix = token.name.removesuffix("c")
            elif cell and local == "f":
                cell.formula = True
            elif cell and local == "r":
                how = ""
            elif cell and local == "vertAlign":
                how = made_raised(_said(sheet, token).get("val", ""))
            elif local == "rPh":
                reading = True
            elif local == "col" and _is_hidden(of_column := _said(sheet, token), "width"):
                sheet.hidden_columns.append(_columns_of(of_column))
            elif local == "filterColumn":
                sheet.filtered = filtered
            elif local == "autoFilter":
                filtered = _rows_of(_said(sheet, token).get("ref", ""))
            inside = "" if token.closed else local
            if local == "c" and token.closed:
                cell = None
        elif token.kind == "end":
            if local == "row" and row in sheet.rows:
                sheet.rows[row] = (sheet.rows[row][0], token.end, token.start)
            elif local == "sheetData":
                sheet.end = token.start
            elif local == "rPh":
                reading = False
            elif local == "c" and cell:
                cell.end = token.end
                cell = None
            inside = ""
        elif token.kind == "text" and cell:
            written = _unescaped(sheet.source[token.start : token.end])
            if inside == "t" and kind == "inlineStr" and not reading:
                cell.text += without_escapes(raised(written, how))
            elif inside == "v" and kind == "s" and written.strip().isdecimal():
                number = int(written)
                cell.text = shared[number] if number < len(shared) else ""
            elif inside == "v" and kind == "str":
                cell.text = without_escapes(written)
            elif inside == "v":
                cell.number = written
    return sheet


def _is_hidden(said: Mapping[str, str], size: str) -> bool:
    """Whether a row or column is hidden, and not folded into a group that a click opens."""
    folded = said.get("outlineLevel", "0") != "0"
    return not folded and (said.get("hidden") in ("1", "true") or said.get(size) == "0")


def _columns_of(said: Mapping[str, str]) -> range:
    first, last = said.get("min", ""), said.get("max", "")
    return range(int(first) - 1, int(last)) if first.isdecimal() and last.isdecimal() else range(0)


def _rows_of(reference: str) -> range:
    """The rows of a reference such as A1:D20."""
    first, _, last = reference.partition(":")
    return range(_place(first, -1, -1)[0], _place(last or first, -1, -1)[0] + 1)


def said_cells(path: str, data: bytes) -> list[dict[tuple[int, int], str]]:
    """What every cell of each sheet says, numbers and results of formulas included."""
    return [
        {place: without_escapes(cell.text or cell.number) for place, cell in sheet.cells.items()}
        for sheet in _sheets(_opened(path, data))
    ]


Area = tuple[int, int, int, int]
"""The first row and column and the last row and column of cells that are merged."""


def merged_areas(path: str, data: bytes) -> list[list[Area]]:
    """The merged cells of each sheet."""
    return [_areas(sheet.source) for sheet in _sheets(_opened(path, data))]


def _areas(source: str) -> list[Area]:
    found = _MERGED.findall(source)
    return [(*_place(first, -1, -1), *_place(last, -1, -1)) for first, last in found]


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


def _said(sheet: _Sheet, token: Token) -> dict[str, str]:
    return attributes(sheet.source, token, xml=True)


def _row(written: str, last: int) -> int:
    return (
        int(written) - 1 if written.isdecimal() and 0 < int(written) <= LAST_ROW + 1 else last + 1
    )


def _place(reference: str, row: int, column: int) -> tuple[int, int]:
    match = _REFERENCE.match(reference)
    if not match:
        return row, column + 1
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - 64
    return int(match[2]) - 1, number - 1


_MERGED = re.compile(r"<(?:[\w.-]+:)?mergeCell\b[^>]*\sref=[\"']([A-Z]+\d+):([A-Z]+\d+)[\"']")


def _reference(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def read(path: str, data: bytes) -> Document:
    """All cells with words in `data`, sheet by sheet."""
    tables = [sheet.table() for sheet in _sheets(_opened(path, data))]
    return Document(path, "xlsx", tuple(single(tables)), data)


def tables_of(path: str, data: bytes) -> list[Table]:
    """The sheets in `data`, as tables of texts."""
    return [sheet.table() for sheet in _sheets(_opened(path, data))]


def not_read(document: Document) -> Message | None:
    """How many sheets are listed and not in the file."""
    package = _opened(document.path, document.original)
    return not_there(document.path, _listed(package), package)


def read_both(path: str, data: bytes, columns: Columns | None = None) -> BilingualFile:
    """The column of the source and those of the translations in `data`: those that are chosen, or
    where they seem to be."""
    return bilingual(tables_of(path, data), path, "xlsx", data, chosen=columns)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; all parts but the edited sheets stay."""
    package = _opened(document.path, document.original)
    sheets = {sheet.name: sheet for sheet in _sheets(package)}
    tables = [sheet.table() for sheet in sheets.values()]
    made: dict[str, str] = {}
    for name, cells in edited_cells(document, tables, edits).items():
        sheet = sheets[name]
        below = max(sheet.rows, default=-1)
        for new in cells.rows:
            # Rows of their own stand behind the last.
            below = max([below, *(row for row, _ in cells.texts)]) + 1
            cells.texts |= {(below, column): text for column, text in new.texts.items()}
        made[name] = patched(sheet.source, _patches(sheet, cells.texts))
    return package.with_sources(made)


def _patches(sheet: _Sheet, texts: Mapping[tuple[int, int], str]) -> list[SourcePatch]:
    made: list[SourcePatch] = []
    for row, group in groupby(sorted(texts.items()), key=lambda one: one[0][0]):
        cells = [(place, text) for place, text in group]
        start, end, last = sheet.rows.get(row, (-1, -1, -1))
        if last >= 0:
            made += (_patch(sheet, place, text, last) for place, text in cells)
            continue
        tag = f"{sheet.prefix}row"
        opening = f'<{tag} r="{row + 1}">'
        if start < 0:
            later = [at for number, (at, _, _) in sheet.rows.items() if number > row]
            start = end = min(later, default=sheet.end)
        else:
            opening = sheet.source[start:end].rstrip("/>").rstrip() + ">"
        written = "".join(_cell(sheet, place, text) for place, text in cells)
        made.append(SourcePatch(start, end, f"{opening}{written}</{tag}>"))
    return made


def _patch(sheet: _Sheet, place: tuple[int, int], text: str, row_end: int) -> SourcePatch:
    cell = sheet.cells.get(place)
    if cell:
        return SourcePatch(cell.start, cell.end, _cell(sheet, place, text))
    row, column = place
    later = [
        other for (line, number), other in sheet.cells.items() if line == row and number > column
    ]
    at = min((other.start for other in later), default=row_end)
    return SourcePatch(at, at, _cell(sheet, place, text))


def _cell(sheet: _Sheet, place: tuple[int, int], text: str) -> str:
    prefix = sheet.prefix
    cell = sheet.cells.get(place)
    opening = f'<{prefix}c r="{_reference(*place)}"'
    if cell:
        opening = _TYPE.sub("", cell.opening).rstrip(">").rstrip("/").rstrip()
    return (
        f'{opening} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">'
        f"{escaped(xml_source.possible(with_escapes(text)))}</{prefix}t></{prefix}is></{prefix}c>"
    )


def rows_of(path: str, data: bytes) -> list[list[str]]:
    """The texts of the cells of the first sheet, row by row; "" for what holds no text."""
    sheets = _sheets(_opened(path, data))
    texts = sheets[0].table().cells if sheets else {}
    if not texts:
        return []
    rows = max(row for row, _ in texts) + 1
    columns = max(column for _, column in texts) + 1
    return [[texts.get((row, column), "") for column in range(columns)] for row in range(rows)]
