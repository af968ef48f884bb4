"""PowerPoint presentations: slides in their order, with notes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Document, NewBlock, Span, TextEdit
from reviewer.formats.errors import EmptyFileError
from reviewer.formats.reading import not_read

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{TYPES}"'


def relations(*links: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{TYPES}/{kind}" Target="{target}"/>'
        for name, kind, target in links
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def shape(text: str, placeholder: str = "") -> str:
    properties = f"<p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr>"
    return f"<p:sp>{properties}<p:txBody>{text}</p:txBody></p:sp>"


def line(*runs: str) -> str:
    return f"<a:p>{''.join(runs)}</a:p>"


def run(text: str, properties: str = "") -> str:
    return f"<a:r>{properties}<a:t>{text}</a:t></a:r>"


def slide(*shapes: str) -> str:
    return f"<p:sld {A} {P}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def made(first: str, second: str, notes: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("_rels/.rels", relations(("r1", "officeDocument", "ppt/presentation.xml")))
        package.writestr(
            "ppt/presentation.xml",
            f'<p:presentation {P} {R}><p:sldIdLst><p:sldId id="256" r:id="rId2"/>'
            '<p:sldId id="257" r:id="rId1"/></p:sldIdLst></p:presentation>',
        )
        package.writestr(
            "ppt/_rels/presentation.xml.rels",
            relations(
                ("rId1", "slide", "slides/slide1.xml"), ("rId2", "slide", "slides/slide2.xml")
            ),
        )
        package.writestr("ppt/slides/slide1.xml", first)
        package.writestr("ppt/slides/slide2.xml", second)
        package.writestr(
            "ppt/slides/_rels/slide2.xml.rels",
            relations(("rId1", "notesSlide", "../notesSlides/notesSlide1.xml")),
        )
        package.writestr("ppt/notesSlides/notesSlide1.xml", notes)
    return buffer.getvalue()


TITLE = '<p:ph type="ctrTitle"/>'
NUMBER = '<p:ph type="sldNum"/>'
DATA = made(
    slide(shape(line(run("Last slide.")))),
    slide(
        shape(line(run("The "), run("bridge")), TITLE),
        shape(line(run("10"), run("6", '<a:rPr baseline="30000"/>'), run(" crowns")) + line()),
        shape(line(run("one"), "<a:br/>", run("sentence"))),
        shape(line("<a:fld><a:t>1</a:t></a:fld>"), NUMBER),
        f"<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody>{line(run('cell'))}</a:txBody></a:tc>"
        "</a:tr></a:tbl></p:graphicFrame>",
    ),
    slide(shape(line(run("Say this.")))),
)


def read(data: bytes) -> Document:
    return formats.read_bytes(Path("made.pptx"), data)


def test_slides_in_their_order_with_notes() -> None:
    assert [(each.role, each.text, each.chrome) for each in read(DATA).blocks] == [
        ("heading", "The bridge", False),
        ("paragraph", "10⁶ crowns", False),
        ("paragraph", "one sentence", False),
        ("paragraph", "1", True),
        ("table_cell", "cell", False),
        ("paragraph", "Say this.", False),
        ("paragraph", "Last slide.", False),
    ]


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("ppt/slides/slide1.xml", 6),
        ("ppt/notesSlides/notesSlide1.xml", 6),
        ("ppt/_rels/presentation.xml.rels", None),
    ],
)
def test_slides_and_notes_that_are_listed_and_not_there_are_told(
    gone: str, left: int | None
) -> None:
    assert formats.not_read(read(DATA)) is None
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(DATA)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != gone:
                new.writestr(name, old.read(name))
    if left is None:
        with pytest.raises(EmptyFileError, match="2 parts with text that it lists are not in"):
            read(buffer.getvalue())
        return
    document = read(buffer.getvalue())
    assert len(document.blocks) == left
    assert "a part with text that it lists is not in the file" in str(formats.not_read(document))


def test_an_edit_changes_its_slide_alone() -> None:
    document = read(DATA)
    edits = [TextEdit(0, Span(4, 10), "tunnel & more"), TextEdit(1, Span(2, 3), "⁹")]
    written = formats.edited_bytes(document, edits)
    with zipfile.ZipFile(BytesIO(DATA)) as old, zipfile.ZipFile(BytesIO(written)) as new:
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert differing == ["ppt/slides/slide2.xml"]
        source = new.read("ppt/slides/slide2.xml").decode()
    assert "<a:r><a:t>tunnel &amp; more</a:t></a:r>" in source
    assert '<a:rPr baseline="30000"/><a:t>9</a:t>' in source


def with_new(first: str, *new: NewBlock) -> tuple[str, list[tuple[str, str]]]:
    """The shapes of a slide after new blocks beside its blocks, and the blocks of the file."""
    data = made(first, slide(shape(line(run("Other")))), slide())
    # The other slide comes first.
    moved = [replace(each, block=each.block + 1) for each in new]
    written = formats.edited_bytes(read(data), moved)
    with zipfile.ZipFile(BytesIO(written)) as package:
        source = package.read("ppt/slides/slide1.xml").decode()
    blocks = [(block.role, block.text) for block in read(written).blocks[1:]]
    return source, blocks


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(f"<a:tr>{''.join(row)}</a:tr>" for row in rows)
    return f"<p:graphicFrame><a:tbl>{lines}</a:tbl></p:graphicFrame>"


def cell(text: str, said: str = "") -> str:
    inside = line(run(text)) if text else "<a:p><a:endParaRPr/></a:p>"
    return f"<a:tc{said}><a:txBody><a:bodyPr/>{inside}</a:txBody><a:tcPr/></a:tc>"


NEW = "New words"
TITLED = shape(line(run("Title")), TITLE)
BODY = shape(line(run("One.")) + line(run("Two.")))
SLIDES = {
    "text beside a title stands above the text below it": (
        slide(TITLED, BODY), NewBlock(0, NEW),
        [("heading", "Title"), ("paragraph", NEW), ("paragraph", "One."), ("paragraph", "Two.")],
    ),
    "text beside a title alone goes into the empty box": (
        slide(TITLED, shape("<a:p/>", '<p:ph idx="1"/>')), NewBlock(0, NEW),
        [("heading", "Title"), ("paragraph", NEW)],
    ),
    "a title goes into the empty box for one": (
        slide(shape("<a:p/>", TITLE), BODY), NewBlock(0, NEW, "heading", 1, behind=False),
        [("heading", NEW), ("paragraph", "One."), ("paragraph", "Two.")],
    ),
    "a title without a box is a paragraph": (
        slide(BODY), NewBlock(0, NEW, "heading", 1, behind=False),
        [("paragraph", NEW), ("paragraph", "One."), ("paragraph", "Two.")],
    ),
    "an empty cell": (
        slide(table((cell("a"), cell("")))), NewBlock(0, NEW, "table_cell"),
        [("table_cell", "a"), ("table_cell", NEW)],
    ),
    "no cell that another one covers": (
        slide(table((cell("a", ' gridSpan="2"'), cell("", ' hMerge="1"')), (cell("c"), cell("d")))),
        NewBlock(0, NEW, "table_cell"),
        [("table_cell", "a"), ("table_cell", NEW), ("table_cell", "c"), ("table_cell", "d")],
    ),
    "a row behind the last": (
        slide(table((cell("a"), cell("b")))), NewBlock(1, NEW, "table_cell"),
        [("table_cell", "a"), ("table_cell", "b"), ("table_cell", NEW)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SLIDES)
def test_a_text_that_was_missing(case: str) -> None:
    first, new, wanted = SLIDES[case]
    source, blocks = with_new(first, new)
    assert blocks == wanted
    covered = source.partition('hMerge="1"')[2].partition("</a:tc>")[0]
    assert NEW not in covered


def test_between_two_full_cells_it_is_a_paragraph_in_the_text_of_the_first() -> None:
    source, _ = with_new(slide(table((cell("a"), cell("b")))), NewBlock(0, NEW, "table_cell"))
    assert f"{line(run('a'))}{line(run(NEW))}</a:txBody>" in source


@pytest.mark.parametrize(
    ("attribute", "is_hidden"),
    [
        ('show="0"', True),
        ("show='false'", True),
        ('show="1"', False),
        ('show="true"', False),
        ("", False),
        ('showMasterSp="0"', False),
    ],
)
def test_a_hidden_slide_is_set_aside_with_its_notes(attribute: str, is_hidden: bool) -> None:
    hidden = slide(shape(line(run("The second bridge.")))).replace(
        f"<p:sld {A} {P}>", f"<p:sld {A} {P} {attribute}>"
    )
    notes = slide(shape(line(run("Say this."))))
    blocks = read(made(slide(shape(line(run("Seen.")))), hidden, notes)).blocks
    found = {block.text: block.reason == "hidden" and block.chrome for block in blocks}
    assert found == {"The second bridge.": is_hidden, "Say this.": is_hidden, "Seen.": False}


def test_hidden_slides_on_both_sides_are_said() -> None:
    hidden = slide(shape(line(run("The council of the town approved 3 bridges on Monday."))))
    hidden = hidden.replace("<p:sld ", '<p:sld show="0" ')
    seen = slide(shape(line(run("The ferry goes every hour from the harbour."))))
    german = seen.replace("The ferry goes every hour from the harbour", "Die Fähre fährt stündlich")
    notes = slide(shape(line(run("Say this."))))
    source, translation = (read(made(each, hidden, notes)) for each in (seen, german))
    side = analyse(source, [replace(translation, language="de")]).translations[0].side
    assert any("hidden" in str(warning) for warning in side.warnings)


def named(said: str, inside: str, around: str = "sp", kind: str = "nvSpPr") -> str:
    own = f'<p:{kind}><p:cNvPr id="2" name="x" {said}/></p:{kind}>'
    return f"<p:{around}>{own}{inside}</p:{around}>"


ALTERNATIVES = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="x">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
)
BODY = f"<p:txBody>{line(run('here'))}</p:txBody>"


def cells(*said: str) -> str:
    inside = "".join(
        f"<a:tc {each}><a:txBody>{line(run('here'))}</a:txBody></a:tc>" for each in said
    )
    return f"<p:graphicFrame><a:tbl><a:tr>{inside}</a:tr></a:tbl></p:graphicFrame>"


@pytest.mark.parametrize(
    ("shapes", "read_as"),
    [
        (named('hidden="1"', BODY), []),
        (named('hidden="0"', BODY), ["here"]),
        (named('hidden="true"', shape(line(run("here"))), "grpSp", "nvGrpSpPr"), []),
        (named('hidden="1"', BODY) + shape(line(run("there"))), ["there"]),
        (cells('gridSpan="2"', 'hMerge="1"'), ["here"]),
        (cells("", ""), ["here", "here"]),
        (ALTERNATIVES.format(shape(line(run("new"))), shape(line(run("old")))), ["new"]),
        (ALTERNATIVES.format("<p:contentPart/>", shape(line(run("old")))), ["old"]),
    ],
)
def test_what_is_seen_is_read(shapes: str, read_as: list[str]) -> None:
    data = made(slide(shape(line(run("End.")))), slide(shapes), slide())
    assert [block.text for block in read(data).blocks] == [*read_as, "End."]


def test_formulas_are_told() -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{space}"><m:r><m:t>3</m:t></m:r></m:oMath>'
    text = line(run("Take "), f"<a14:m xmlns:a14='x'>{formula}</a14:m>")
    told = not_read(read(made(slide(shape(text)), slide(), slide())))
    assert "formulas in it are seen and not read" in str(told)
    assert not_read(read(DATA)) is None
