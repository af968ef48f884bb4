"""What is seen in the cells of a workbook: raised figures, no readings, escapes, hidden text."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reviewer import formats
from reviewer.domain import Span, TextEdit

TEXT = "Some words."
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


CELL = f'<c r="A1" t="inlineStr"><is><t>{TEXT}</t></is></c>'
"""How openpyxl writes it."""


def workbook(fill: Callable[[Worksheet], None], new: str = "", shared: str = "") -> bytes:
    """A workbook, in which the cell of TEXT is written as `new`, with a part of shared texts."""
    book, made = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    book.save(made)
    if not new:
        return made.getvalue()
    changed = BytesIO()
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode().replace(CELL, new)
            if shared and name == "xl/_rels/workbook.xml.rels":
                link = f'<Relationship Id="rS" Type="{TYPES}/sharedStrings" Target="s.xml"/>'
                part = part.replace("</Relationships>", f"{link}</Relationships>")
            after.writestr(name, part)
        if shared:
            after.writestr("xl/s.xml", f'<sst xmlns="{MAIN}"><si>{shared}</si></sst>')
    return changed.getvalue()


def one(sheet: Worksheet) -> None:
    sheet["A1"] = TEXT


def seen(data: bytes) -> list[str]:
    document = formats.read_bytes(Path("x.xlsx"), data)
    return [block.text for block in document.blocks if not block.chrome]


def runs(*parts: tuple[str, str]) -> str:
    return "".join(
        f'<r><rPr><vertAlign val="{how}"/></rPr><t>{text}</t></r>'
        if how
        else f"<r><t>{text}</t></r>"
        for text, how in parts
    )


POWER = runs(("It has 10", ""), ("6", "superscript"), (" cells of CO", ""), ("2", "subscript"))
READING = "<r><t>東京の橋</t></r><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/>"
CASES = {
    "raised and lowered": (POWER, "It has 10⁶ cells of CO₂"),
    "on the line": (runs(("10", ""), ("6 cells", "baseline")), "106 cells"),
    "with a reading": (READING, "東京の橋"),
    "escapes": ("<t>Line one_x000D_\nline_x0041_two_x0007_</t>", "Line one\nlineAtwo"),
    "an escaped escape": ("<t>The code _x005F_x0041_</t>", "The code _x0041_"),
}


@pytest.mark.parametrize("name", CASES)
def test_shared_texts(name: str) -> None:
    written, read_as = CASES[name]
    (text,) = seen(workbook(one, '<c r="A1" t="s"><v>0</v></c>', written))
    assert text.split() == read_as.split()


@pytest.mark.parametrize("name", CASES)
def test_texts_in_their_cells(name: str) -> None:
    written, read_as = CASES[name]
    inline = f'<c r="A1" t="inlineStr"><is>{written}</is></c>'
    (text,) = seen(workbook(one, inline))
    assert text.split() == read_as.split()


@pytest.mark.parametrize(
    ("code", "hidden"),
    [(";;;", True), ("0;-0;0;", True), ("0;-0;0;@", False), ("0;;", False), ('0;;;"x;"', False)],
)
def test_a_look_that_shows_no_text_hides_it(code: str, hidden: bool) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"] = TEXT, "Other words."
        sheet["A2"].number_format = code

    assert seen(workbook(fill)) == ([TEXT] if hidden else [TEXT, "Other words."])


def test_what_looks_like_an_escape_is_written_as_text() -> None:
    document = formats.read_bytes(Path("x.xlsx"), workbook(one))
    data = formats.edited_bytes(document, [TextEdit(0, Span(0, 4), "_x0041_")])
    assert seen(data) == ["_x0041_ words."]
