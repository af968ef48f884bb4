"""Tab-separated and comma-separated tables (tsv, csv): texts in cells, or columns by language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewer.domain import Document, Edit
from reviewer.formats.plain.encodings import decode
from reviewer.formats.shared.mapped import SourcePatch, patched
from reviewer.formats.shared.units import BilingualFile
from reviewer.formats.tables.cells import Table, bilingual, edited_cells, single
from reviewer.formats.tables.columns import Columns
from reviewer.formats.tables.new_cells import NewCells, NewRow

_DELIMITERS = "\t;,|"


def _delimiter(path: str, text: str) -> str:
    """The character between cells: a tab in tsv, else what the first lines have most alike."""
    if path.lower().endswith((".tsv", ".tab")):
        return "\t"
    outside = re.sub(r"\"[^\"]*\"", "", text[:20_000])
    lines = [line for line in outside.splitlines() if line.strip()][:20]
    best, best_count = ",", 0.0
    for delimiter in _DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        if not counts:
            break
        usual, times = counts.most_common(1)[0]
        if usual and times / len(lines) > best_count:
            best, best_count = delimiter, times / len(lines)
    return best


def _fields(text: str, delimiter: str) -> Iterator[tuple[int, int, int, int, str]]:
    """(row, column, start, end, text) of each cell; quotes as in RFC 4180."""
    pattern = re.compile(
        rf"(\"(?:[^\"]|\"\")*\"|[^{re.escape(delimiter)}\r\n]*)"
        rf"({re.escape(delimiter)}|\r\n|\r|\n|\Z)"
    )
    row = column = position = 0
    while position < len(text) or column:
        match = pattern.match(text, position)
        if match is None:
            # Something behind a closing quote: to be read as it stands.
            match = re.compile(
                rf"([^{re.escape(delimiter)}\r\n]*)({re.escape(delimiter)}|\r\n|\r|\n|\Z)"
            ).match(text, position)
        if match is None:
            return
        written = match[1]
        quoted = len(written) > 1 and written[0] == '"' == written[-1]
        shown = written[1:-1].replace('""', '"') if quoted else written
        yield row, column, match.start(1), match.end(1), shown
        position = match.end()
        if match[2] == delimiter:
            column += 1
        else:
            row, column = row + 1, 0
            if position >= len(text):
                return


def _table(path: str, text: str) -> tuple[Table, dict[tuple[int, int], tuple[int, int]]]:
    cells: dict[tuple[int, int], str] = {}
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column, start, end, shown in _fields(text, _delimiter(path, text)):
        cells[row, column] = shown
        places[row, column] = (start, end)
    return Table("", cells), places


def read(path: str, data: bytes) -> Document:
    """All cells with words in `data`."""
    decoded = decode(data, path=path)
    table, _ = _table(path, decoded.text)
    return Document(path, "delimited", tuple(single([table])), data, decoded.codec)


def tables_of(path: str, data: bytes) -> list[Table]:
    """The one table in `data`."""
    return [_table(path, decode(data, path=path).text)[0]]


def read_both(path: str, data: bytes, columns: Columns | None = None) -> BilingualFile:
    """The column of the source and those of the translations in `data`: those that are chosen, or
    where they seem to be."""
    decoded = decode(data, path=path)
    # The places of the cells are let go of: only writing needs them, and they are many.
    table = _table(path, decoded.text)[0]
    return bilingual([table], path, "delimited", data, decoded.codec, columns)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; cells that are not edited stay as they are."""
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    table, places = _table(document.path, decoded.text)
    delimiter = _delimiter(document.path, decoded.text)
    made: list[SourcePatch] = []
    behind: dict[int, dict[int, str]] = {}
    cells = edited_cells(document, [table], edits, parts=True).get("", NewCells())
    for (row, column), text in cells.texts.items():
        if (row, column) in places:
            start, end = places[row, column]
            was_quoted = decoded.text[start : start + 1] == '"'
            made.append(SourcePatch(start, end, _written(text, delimiter, was_quoted)))
        else:
            behind.setdefault(row, {})[column] = text
    ends = _Rows(decoded.text, places, delimiter)
    made += (ends.longer(row, texts) for row, texts in behind.items())
    made += (ends.row(new) for new in cells.rows)
    return decoded.encode(patched(decoded.text, made))


class _Rows:
    """Where the rows of a table end, for what is put there."""

    def __init__(
        self, text: str, places: dict[tuple[int, int], tuple[int, int]], delimiter: str
    ) -> None:
        self._text = text
        self._delimiter = delimiter
        self._places = places
        self._width = {row: column + 1 for row, column in places}
        """Places are in their order: the last column of a row comes last."""

    def longer(self, row: int, texts: dict[int, str]) -> SourcePatch:
        """Cells behind the last one of a row that ends early, or is not there."""
        width = self._width.get(row, 0)
        at = self._places[row, width - 1][1] if width else len(self._text)
        return SourcePatch(at, at, self._cells(texts, width))

    def row(self, new: NewRow) -> SourcePatch:
        """A row of its own, as long as the one beside."""
        width = self._width[new.beside]
        line = self._cells({width - 1: "", **new.texts}, 0)
        end = next((end for end in ("\r\n", "\n", "\r") if end in self._text), "\n")
        if new.behind:
            at = self._places[new.beside, width - 1][1]
            return SourcePatch(at, at, f"{end}{line}")
        at = self._places[new.beside, 0][0]
        return SourcePatch(at, at, f"{line}{end}")

    def _cells(self, texts: dict[int, str], first: int) -> str:
        """Cells up to the last of `texts`; those before `first` are there."""
        cells = [
            _written(texts.get(column, ""), self._delimiter, False)
            for column in range(first, max(texts) + 1)
        ]
        return (self._delimiter if first else "") + self._delimiter.join(cells)


def _written(text: str, delimiter: str, quoted: bool) -> str:
    if quoted or delimiter in text or '"' in text or "\n" in text:
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text


def with_cells(
    path: str, data: bytes, cells: Mapping[tuple[int, int], str], row: Sequence[str] = ()
) -> bytes:
    """`data` with other texts in cells that are there, by (row, column), and with one more row at
    its end where `row` has texts. All else stays as it is."""
    decoded = decode(data, path=path)
    _, places = _table(path, decoded.text)
    delimiter = _delimiter(path, decoded.text)
    made = [
        SourcePatch(
            *places[place], _written(text, delimiter, decoded.text[places[place][0]] == '"')
        )
        for place, text in cells.items()
    ]
    text = patched(decoded.text, made)
    if row:
        end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
        before = end if text and not text.endswith(end) else ""
        written = delimiter.join(_written(cell, delimiter, False) for cell in row)
        text = f"{text}{before}{written}{end}"
    return decoded.encode(text)


def rows_of(path: str, data: bytes) -> list[list[str]]:
    """The texts of the cells of a table, row by row."""
    text = decode(data, path=path).text
    rows: list[list[str]] = []
    for row, _column, _start, _end, shown in _fields(text, _delimiter(path, text)):
        while len(rows) <= row:
            rows.append([])
        rows[row].append(shown)
    return rows
