"""Word documents with tracked changes and comments are as the standard asks.

Word itself refuses a file that is not; LibreOffice, which the other tests ask, takes most of it.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reviewer import formats
from reviewer.domain import Block, Document, Edit, NewBlock, Role, Span, TextEdit
from reviewer.formats.docx.form import as_docx
from reviewer.formats.shared.tracked import Remark, Tracking
from tests.formats.docx.wordprocessing import faults

FILES = Path(__file__).parents[1] / "files"
AT = "2026-11-29T10:00:00Z"
ROLES: tuple[Role, ...] = ("title", "heading", "paragraph", "list_item", "caption")


def bridge() -> Document:
    return formats.read(FILES / "bridge.docx")


def made() -> Document:
    blocks = [Block(f"Some {role} text here.", role, level=2) for role in ROLES]
    return formats.read_bytes(Path("made.docx"), as_docx(blocks, "en"))


def tables(folder: Path) -> Document:
    document = docx.Document()
    document.add_heading("A heading", 1)
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(one for row in table.rows for one in row.cells):
        cell.text = f"Cell {number} here." if number != 3 else ""
    paragraph = document.add_paragraph("Several ")
    paragraph.add_run("bold").bold = True
    paragraph.add_run(" and plain words.")
    document.add_paragraph("First item", style="List Bullet")
    document.add_paragraph("Second item", style="List Number")
    document.save(str(folder / "tables.docx"))
    return formats.read(folder / "tables.docx")


@pytest.fixture(params=["bridge", "made", "tables"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    return {"bridge": bridge, "made": made, "tables": lambda: tables(tmp_path)}[request.param]()


def body(document: Document) -> list[int]:
    return [number for number, block in enumerate(document.blocks) if not block.chrome]


def edits_of(document: Document, kind: str) -> list[Edit]:
    edits: list[Edit] = []
    for number in body(document):
        block = document.blocks[number]
        whole = Span(0, len(block.text))
        words = block.text.split(" ")
        if kind == "words":
            edits.append(TextEdit(number, whole, " ".join([words[0], "new", *words[1:]])))
        elif kind == "deleted":
            edits.append(TextEdit(number, whole, ""))
        elif kind == "replaced":
            edits.append(TextEdit(number, whole, "Altogether other & <new> words"))
        elif kind == "headings":
            edits.append(NewBlock(number, "A new one.", "heading", 1 + number % 4))
        else:
            edits.append(NewBlock(number, "A new one.", block.role, block.level, kind == "behind"))
    return edits


@pytest.mark.parametrize("kind", ["words", "deleted", "replaced", "behind", "before", "headings"])
@pytest.mark.parametrize("tracked", [True, False])
def test_what_is_written_is_as_the_standard_asks(
    document: Document, kind: str, tracked: bool
) -> None:
    assert faults(document.original) == []
    edits = edits_of(document, kind)
    remarks = tuple(
        Remark(number, Span(0, min(4, len(document.blocks[number].text))), "Look", "Ann", AT)
        for number in body(document)
    )
    if tracked:
        data = formats.tracked_bytes(document, edits, Tracking("Ann Lee", AT, {}, remarks))
    else:
        data = formats.edited_bytes(document, edits)
    assert faults(data) == []


def test_the_look_of_a_fault() -> None:
    """What is asked can be failed."""
    data = formats.tracked_bytes(
        bridge(), edits_of(bridge(), "words"), Tracking("Ann Lee", AT, {}, ())
    )
    broken = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(broken, "w") as package:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:delText", b"<w:t").replace(b"</w:delText>", b"</w:t>")
                part = part.replace(b'w:author="Ann Lee"', b"")
            package.writestr(name, part)
    said = " ".join(faults(broken.getvalue()))
    assert "w:t in w:del" in said
    assert "without an author" in said
