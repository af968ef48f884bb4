"""The drawn copy of SmartArt says what the diagram says, after a correction, too."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from tests.formats.pptx.test_pptx import DATA, A, line, read, relations, run

MICROSOFT = "http://schemas.microsoft.com/office"
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
DSP = f'xmlns:dsp="{MICROSOFT}/drawing/2008/diagram"'
EXT = f'<dsp:dataModelExt {DSP} relId="rId9" minVer="x"/>'
SLIDE, DIAGRAM, DRAWN = (
    f"ppt/{name}.xml" for name in ("slides/slide1", "diagrams/data1", "diagrams/drawing1")
)


def made(texts: list[str], drawn: list[str], ext: str = EXT, linked: str = "rId9") -> bytes:
    points = "".join(f"<dgm:pt><dgm:t>{line(run(text))}</dgm:t></dgm:pt>" for text in texts)
    shapes = "".join(
        f"<dsp:sp><dsp:txBody>{line(run(text[:3]), run(text[3:]))}</dsp:txBody></dsp:sp>"
        for text in drawn
    )
    links = relations(
        ("rId2", "diagramData", "../diagrams/data1.xml"),
        (linked, "diagramDrawing", "../diagrams/drawing1.xml"),
    )
    buffer = BytesIO(DATA)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("ppt/slides/_rels/slide1.xml.rels", links)
        package.writestr(DIAGRAM, f"<dgm:dataModel {DGM} {A}>{points}{ext}</dgm:dataModel>")
        package.writestr(DRAWN, f"<dsp:drawing {DSP} {A}>{shapes}</dsp:drawing>")
    return buffer.getvalue()


def after(data: bytes, old: str, new: str) -> dict[str, str]:
    """The parts that are others once each `old` is `new`."""
    document = read(data)
    edits = [
        TextEdit(number, Span(at, at + len(old)), new)
        for number, block in enumerate(document.blocks)
        if (at := block.text.find(old)) >= 0
    ]
    written = formats.edited_bytes(document, edits)
    with zipfile.ZipFile(BytesIO(data)) as was, zipfile.ZipFile(BytesIO(written)) as now:
        assert was.namelist() == now.namelist()
        names = [name for name in was.namelist() if was.read(name) != now.read(name)]
        return {name: now.read(name).decode() for name in names}


def test_the_drawn_copy_is_not_read_and_changes_with_its_diagram() -> None:
    data = made(["Plan the arch", "Build it"], ["Plan the arch", "Build it"])
    assert [block.text for block in read(data).blocks].count("Build it") == 1
    changed = after(data, "arch", "vault")
    assert list(changed) == [DIAGRAM, DRAWN]
    assert "<a:r><a:t>Pla</a:t></a:r><a:r><a:t>n the vault</a:t></a:r>" in changed[DRAWN]
    assert changed[DRAWN].count("vault") == 1


def test_a_text_that_comes_twice_changes_in_its_place() -> None:
    data = made(["Step one", "Step", "Step"], ["Step", "Step one", "Step"])
    document = read(data)
    number = next(n for n, block in enumerate(document.blocks) if block.text == "Step")
    written = formats.edited_bytes(document, [TextEdit(number, Span(0, 4), "Halt")])
    with zipfile.ZipFile(BytesIO(written)) as package:
        drawn = package.read(DRAWN).decode()
    assert drawn.index("Halt") < drawn.index("Ste")


@pytest.mark.parametrize(
    ("drawn", "more"),
    [
        (["Plan a arch"], {}),
        (["Plan the arch", "Plan the arch"], {}),
        ([], {}),
        (["Plan the arch"], {"ext": ""}),
        (["Plan the arch"], {"linked": "rId8"}),
    ],
)
def test_a_drawing_of_something_else_stays(drawn: list[str], more: dict[str, str]) -> None:
    assert list(after(made(["Plan the arch"], drawn, **more), "arch", "vault")) == [DIAGRAM]


def test_an_edit_of_a_slide_alone_leaves_diagram_and_drawing() -> None:
    data = made(["Plan the arch"], ["Plan the arch"])
    assert list(after(data, "Last", "First")) == [SLIDE]
