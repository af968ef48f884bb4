"""A text typed for a cell that is missing: its own cell, a row of its own, never over a figure."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from reviewer import formats
from reviewer.domain import Block, Document, Edit, NewBlock

WORDS = "New words."
Row = list[str | float | None]


def source(row: int, column: int) -> Block:
    return Block("Source.", "table_cell", f"!{row}:{column}")


def csv(text: str, *new: Edit) -> str:
    document = formats.read_bytes(Path("table.csv"), text.encode())
    return formats.edited_bytes(document, list(new)).decode()


def cell(
    block: int, at: tuple[int, int] | None = None, text: str = WORDS, *, behind: bool = True
) -> NewBlock:
    return NewBlock(block, text, "table_cell", 0, behind, source(*at) if at else None)


CSV = {
    "the empty cell behind": (
        "Year,,Money\n1999,many people,\n", [cell(0)],
        "Year,New words.,Money\n1999,many people,\n",
    ),
    "the empty cell before": (
        "Year,,Money\n1999,many people,\n", [cell(1, behind=False)],
        "Year,New words.,Money\n1999,many people,\n",
    ),
    "no figure": (
        "Year,,Money\n1999,many people,\n", [cell(1)],
        "Year,,Money\n,,New words.\n1999,many people,\n",
    ),
    "the cell of its source, not the nearest": (
        "a,,,d\ne,f,g,h\n", [cell(0, (0, 2))],
        "a,,New words.,d\ne,f,g,h\n",
    ),
    "the column of its source where rows have moved": (
        "a,,,d\ne,f,g,h\n", [cell(0, (7, 2))],
        "a,,New words.,d\ne,f,g,h\n",
    ),
    "a row where that column is full": (
        "a,b,\nc,d,\n", [cell(1, (1, 0)), cell(1, (1, 1), "More.")],
        "a,b,\nNew words.,More.,\nc,d,\n",
    ),
    "two rows of the source are two": (
        "a,b\nc,d\n", [cell(1, (1, 0)), cell(1, (2, 0), "More.")],
        "a,b\nNew words.,\nMore.,\nc,d\n",
    ),
    "behind the last row, which has no end": (
        "a;b\r\nc;d", [cell(3, (9, 1))],
        "a;b\r\nc;d\r\n;New words.",
    ),
    "before the first row": (
        "a\tb\nc\td\n", [cell(0, (0, 1), behind=False)],
        "\tNew words.\na\tb\nc\td\n",
    ),
    "a row that ends early": (
        "a,b,c\nd\n", [cell(3, (1, 2))],
        "a,b,c\nd,,New words.\n",
    ),
    "quoted where it has the mark between cells": (
        "a,\nb,c\n", [cell(0, text='Say "no", then.')],
        'a,"Say ""no"", then."\nb,c\n',
    ),
    "beside the words where nothing is free": (
        "a,7,c\n", [cell(0)],
        "a New words.,7,c\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CSV)
def test_in_a_table_of_text(case: str) -> None:
    text, new, wanted = CSV[case]
    assert csv(text, *new) == wanted


def workbook(rows: list[Row]) -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)
    buffer = BytesIO()
    book.save(buffer)
    return formats.read_bytes(Path("x.xlsx"), buffer.getvalue())


def cells(data: bytes) -> list[Row]:
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def there(row: int, column: int) -> Block:
    return Block("Source.", "table_cell", f"xl/worksheets/sheet1.xml!{row}:{column}")


WORKBOOKS: dict[str, tuple[list[Row], list[Edit], list[Row]]] = {
    "an empty cell": (
        [["a", None, "c"]], [NewBlock(0, WORDS, source=there(0, 1))], [["a", WORDS, "c"]],
    ),
    "never a number": (
        [["a", 5, "c"]], [NewBlock(0, WORDS, source=there(0, 1))], [[f"a {WORDS}", 5, "c"]],
    ),
    "never a formula": (
        [["a", "=1+1", "c"]], [NewBlock(0, WORDS)], [[f"a {WORDS}", "=1+1", "c"]],
    ),
    "a row that is not there": (
        [["a", "b"], [None, None], ["c", "d"]], [NewBlock(1, WORDS, source=there(1, 0))],
        [["a", "b"], [WORDS, None], ["c", "d"]],
    ),
    "behind the last row": (
        [["a", "b"]],
        [NewBlock(1, WORDS, source=there(8, 0)), NewBlock(1, "More.", source=there(8, 1))],
        [["a", "b"], *[[None, None]] * 7, [WORDS, "More."]],
    ),
    "behind the last row without a place in the source": (
        [["a", "b"], ["c", 7]], [NewBlock(2, WORDS), NewBlock(2, "More.")],
        [["a", "b"], ["c", 7], [WORDS, None], ["More.", None]],
    ),
    "beside the words where a row would have to be put between": (
        [["a", "b"], ["c", "d"]], [NewBlock(1, WORDS, source=there(1, 0))],
        [["a", f"b {WORDS}"], ["c", "d"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WORKBOOKS)
def test_in_a_workbook(case: str) -> None:
    rows, new, wanted = WORKBOOKS[case]
    assert cells(formats.edited_bytes(workbook(rows), new)) == wanted
