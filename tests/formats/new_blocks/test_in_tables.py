"""New rows and cells in tables of OpenDocument and of Word."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block
from reviewer.formats.docx.form import as_docx
from tests.formats.new_blocks.written import WORDS, after, before, written

ODT_START = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text>'
)


ODT_END = "</office:text></office:body></office:document>"


def cells(*inside: str) -> str:
    row = "".join(f"<table:table-cell>{each}</table:table-cell>" for each in inside)
    return f"<table:table-row>{row}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


COVERED = "<table:covered-table-cell/></table:table-row>"


HEADINGS = "<table:table-header-rows>{}</table:table-header-rows>"


A, B, NEW, EMPTY = (f"<text:p>{each}</text:p>" for each in ("a", "b", WORDS, ""))


ODT_TABLES = {
    "an empty cell": (table(cells(A, EMPTY)), [after(0, "table_cell")], table(cells(A, NEW))),
    "an empty paragraph that is closed at once": (
        table(cells(A, '<text:p text:style-name="X"/>')), [after(0, "table_cell")],
        table(cells(A, f'<text:p text:style-name="X">{WORDS}</text:p>')),
    ),
    "a cell that is closed at once": (
        table("<table:table-row><table:table-cell/>" + cells(A)[17:]),
        [before(0, "table_cell")],
        table(cells(NEW, A)),
    ),
    "the first of several that one element stands for": (
        table(
            "<table:table-row><table:table-cell table:number-columns-repeated='3'/>"
            + cells(A)[17:]
        ),
        [before(0, "table_cell")],
        table(
            f"<table:table-row><table:table-cell>{NEW}</table:table-cell>"
            "<table:table-cell table:number-columns-repeated='2'/>" + cells(A)[17:]
        ),
    ),
    "beside a picture, not in its frame": (
        table(cells(A, "<text:p><draw:frame><draw:image/></draw:frame></text:p>")),
        [after(0, "table_cell")],
        table(cells(A, f"<text:p><draw:frame><draw:image/></draw:frame>{WORDS}</text:p>")),
    ),
    "a row with the cells that are covered": (
        table(cells(A, B)[:-18] + COVERED), [after(1, "table_cell")],
        table(cells(A, B)[:-18] + COVERED, cells(NEW, EMPTY)[:-18] + COVERED),
    ),
    "a row below that of the headings": (
        table(HEADINGS.format(cells(A)), cells(B)), [after(0, "table_cell")],
        table(HEADINGS.format(cells(A)), cells(NEW), cells(B)),
    ),
    "a cell of a table within a cell": (
        table(cells(table(cells(A, EMPTY)), B)), [after(0, "table_cell")],
        table(cells(table(cells(A, NEW)), B)),
    ),
    "an item of a list within a cell": (
        table(cells(f"<text:list><text:list-item>{A}</text:list-item></text:list>", B)),
        [after(0, "list_item")],
        table(cells(
            f"<text:list><text:list-item>{A}</text:list-item>"
            f"<text:list-item>{NEW}</text:list-item></text:list>", B,
        )),
    ),
    "a paragraph behind the table": (
        table(cells(A)) + B, [after(0)], table(cells(A)) + NEW + B,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ODT_TABLES)
def test_in_a_table_of_opendocument(case: str) -> None:
    body, new, wanted = ODT_TABLES[case]
    made = written("x.fodt", f"{ODT_START}{body}{ODT_END}", *new)
    assert made == f"{ODT_START}{wanted}{ODT_END}"


def word(body: str) -> bytes:
    """A Word document with this body."""
    source, made = zipfile.ZipFile(BytesIO(as_docx([Block("x")], "en"))), BytesIO()
    with source, zipfile.ZipFile(made, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                text = data.decode()
                start, end = text.index("<w:p>"), text.index("<w:sectPr")
                data = f"{text[:start]}{body}{text[end:]}".encode()
            package.writestr(name, data)
    return made.getvalue()


def word_row(*said: str, about: str = "") -> str:
    """A row: "a" a cell with that text, "" an empty one, "+" one that goes on from above."""
    inside = ""
    for text in said:
        own = "<w:tcPr><w:vMerge/></w:tcPr>" if text == "+" else ""
        run = f"<w:r><w:t>{text}</w:t></w:r>" if text.strip("+") else ""
        inside += f"<w:tc>{own}<w:p>{run}</w:p></w:tc>"
    return f"<w:tr>{about}{inside}</w:tr>"


HEADER = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


BOLD = "<w:rPr><w:b/></w:rPr>"


INSERTED = '<w:trPr><w:ins w:id="7" w:author="x" w:date="2026-01-01T00:00:00Z"/></w:trPr>'


WORD_TABLES = {
    "an empty cell": ([word_row("a", "")], after(0, "table_cell"), [word_row("a", WORDS)]),
    "an empty cell, looking as the one beside it": (
        [word_row("a", "").replace("<w:r>", f"<w:r>{BOLD}")], after(0, "table_cell"),
        [word_row("a", WORDS).replace("<w:r>", f"<w:r>{BOLD}")],
    ),
    "no cell that goes on from above": (
        [word_row("a", "b"), word_row("c", "+")], after(2, "table_cell"),
        [word_row("a", "b"), word_row("c", "+"), word_row(WORDS, "")],
    ),
    "below a row of headings": (
        [word_row("A", "B", about=HEADER), word_row("a", "b")], after(1, "table_cell"),
        [word_row("A", "B", about=HEADER), word_row(WORDS, ""), word_row("a", "b")],
    ),
    "a row that repeats on no page": (
        [word_row("A", about=HEADER)], after(0, "table_cell"),
        [
            word_row("A", about=HEADER),
            word_row(WORDS, about="<w:trPr><w:cantSplit/></w:trPr>"),
        ],
    ),
    "a row that nobody has tracked": (
        [word_row("a", about=INSERTED)], after(0, "table_cell"),
        [word_row("a", about=INSERTED), word_row(WORDS, about="<w:trPr></w:trPr>")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WORD_TABLES)
def test_in_a_table_of_word(case: str) -> None:
    rows, new, wanted = WORD_TABLES[case]
    document = formats.read_bytes(Path("x.docx"), word(f"<w:tbl>{''.join(rows)}</w:tbl>"))
    with zipfile.ZipFile(BytesIO(formats.edited_bytes(document, [new]))) as package:
        made = package.read("word/document.xml").decode()
    made = made.replace(' xml:space="preserve"', "").replace("<w:tcPr></w:tcPr>", "")
    assert f"<w:tbl>{''.join(wanted)}</w:tbl>" in made
