"""New blocks as tracked changes, wherever they stand: taken they are there, refused nothing is."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from reviewer import formats
from reviewer.domain import Block, Document, Edit, LeftOut, NewBlock, Span, TextEdit
from reviewer.formats.docx.form import as_docx
from reviewer.formats.shared.tracked import Tracking
from tests.formats.docx.wordprocessing import faults
from tests.libreoffice import LibreOffice, needs_libreoffice

AT = "2026-11-29T10:00:00.123+00:00"
FILES = Path(__file__).parents[1] / "files"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HEADING = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'


def paragraph(text: str, properties: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{properties}{run}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """Rows of cells; "|" parts the paragraphs of a cell."""
    written = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{paragraphs(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    columns = "<w:gridCol/>" * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl>"


def paragraphs(cell: str) -> str:
    return "".join(map(paragraph, cell.split("|")))


def word(body: str) -> Document:
    """A Word document with this body."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(as_docx([Block("x", "heading", level=1)], "en"))) as package,
        zipfile.ZipFile(made, "w") as copy,
    ):
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                source = data.decode()
                data = re.sub(
                    r"(<w:body>).*?(<w:sectPr.*</w:body>|</w:body>)",
                    lambda found: found[1] + body + found[2],
                    source,
                    flags=re.DOTALL,
                ).encode()
            copy.writestr(name, data)
    return formats.read_bytes(Path("a.docx"), made.getvalue())


def odt(body: str) -> Document:
    """An OpenDocument text with this body."""
    made = BytesIO()
    with zipfile.ZipFile(FILES / "bridge.odt") as package, zipfile.ZipFile(made, "w") as copy:
        for name in package.namelist():
            data = package.read(name)
            if name == "content.xml":
                data = re.sub(
                    r"(<office:text\b[^>]*>).*(</office:text>)",
                    lambda found: found[1] + body + found[2],
                    data.decode(),
                    flags=re.DOTALL,
                ).encode()
            copy.writestr(name, data)
    return formats.read_bytes(Path("a.odt"), made.getvalue())


def part(document: Document, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(document.original)) as package:
        return package.read(name).decode()


def tracked(document: Document, *edits: Edit) -> Document:
    data = formats.tracked_bytes(document, edits, Tracking("Ann Lee", AT))
    return formats.read_bytes(Path(document.path), data)


def marks(document: Document) -> list[tuple[str, bool]]:
    """Each paragraph's text, and whether its mark is an insertion."""
    root = etree.fromstring(part(document).encode())
    return [
        ("".join(one.itertext(f"{W}t")), one.find(f"{W}pPr/{W}rPr/{W}ins") is not None)
        for one in root.iter(f"{W}p")
    ]


TABLE = table(["A1", ""], ["A2", "B2a|B2b"])
END = paragraph("One.") + paragraph("Two.")


@pytest.mark.parametrize(
    ("body", "new", "wanted"),
    [
        (END, NewBlock(0, "New."), [("One.", False), ("New.", True), ("Two.", False)]),
        (END, NewBlock(1, "New."), [("One.", False), ("Two.", True), ("New.", False)]),
        (
            paragraph("One.") + table(["A", "B"]) + paragraph(""),
            NewBlock(0, "New."),
            [("One.", True), ("New.", False), ("A", False), ("B", False), ("", False)],
        ),
        (
            paragraph("One.") + table(["A", "B"]) + paragraph(""),
            NewBlock(2, "New."),
            [("One.", False), ("A", False), ("B", False), ("New.", True), ("", False)],
        ),
        (
            table(["A", "B"]) + paragraph(""),
            NewBlock(0, "New.", behind=False),
            [("New.", True), ("A", False), ("B", False), ("", False)],
        ),
        (
            table(["A", "B"]) + paragraph(""),
            NewBlock(0, "New."),
            [("A", True), ("New.", False), ("B", False), ("", False)],
        ),
        (
            table(["A", ""]) + paragraph(""),
            NewBlock(0, "New.", "table_cell"),
            [("A", False), ("New.", False), ("", False)],
        ),
    ],
    ids=["between", "end", "before a table", "behind a table", "first", "in a cell", "empty cell"],
)
def test_a_mark_is_inserted_that_can_go_again(
    body: str, new: NewBlock, wanted: list[tuple[str, bool]]
) -> None:
    made = tracked(word(body), new)
    assert marks(made) == wanted
    root = etree.fromstring(part(made).encode())
    [text] = [one for one in root.iter(f"{W}t") if one.text == "New."]
    assert [one.tag for one in text.iterancestors()][1] == f"{W}ins"


def test_a_paragraph_that_takes_over_a_heading_s_mark_looks_as_one_again_when_refused() -> None:
    made = tracked(word(paragraph("One.") + paragraph("Two.", HEADING)), NewBlock(1, "New."))
    source = part(made)
    change = source[source.index("<w:pPrChange") : source.index("</w:pPrChange>")]
    assert "Heading1" in change
    assert source.index("Two.") < source.index("<w:pPrChange") < source.index("New.")


@pytest.mark.parametrize("properties", ["", "<w:pPr/>", "<w:pPr><w:rPr/></w:pPr>", HEADING])
def test_the_mark_of_a_paragraph_of_any_properties_is_inserted(properties: str) -> None:
    made = tracked(word(paragraph("One.", properties)), NewBlock(0, "New."))
    assert marks(made) == [("One.", True), ("New.", False)]


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_before_a_table_with_nothing_before_it_is_no_part_of_the_table(suffix: str) -> None:
    if suffix == ".docx":
        document = word(table(["A", "B"]) + paragraph(""))
    else:
        source = "".join(
            f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in "AB"
        )
        source = f"<table:table><table:table-row>{source}</table:table-row></table:table>"
        document = odt(source)
    data = formats.tracked_bytes(
        document, [NewBlock(0, "New.", behind=False)], Tracking("Ann Lee", AT)
    )
    made = formats.read_bytes(Path(document.path), data)
    blocks = [(block.text, block.role) for block in made.blocks]
    assert [block for block in blocks if block[0] in ("New.", "A", "B")] == [
        ("New.", "paragraph"),
        ("A", "table_cell"),
        ("B", "table_cell"),
    ]


def test_behind_the_end_of_a_section_it_stands_before_the_table() -> None:
    section = "<w:pPr><w:sectPr/></w:pPr>"
    body = paragraph("One.", section) + table(["A", "B"]) + paragraph("")
    made = tracked(word(body), NewBlock(0, "New."))
    assert [text for text, inserted in marks(made) if inserted] == ["New."]
    assert [text for text, _ in marks(made)] == ["One.", "New.", "A", "B", ""]
    source = part(made)
    assert source.index("New.") < source.index("<w:tbl>")


def test_a_new_row_is_tracked_as_one() -> None:
    body = table(["A", "B"]) + paragraph("")
    cells = [NewBlock(1, text, "table_cell") for text in ("C", "D")]
    made = tracked(word(body), *cells)
    root = etree.fromstring(part(made).encode())
    rows = [
        (["".join(cell.itertext()) for cell in row.iter(f"{W}tc")], bool(row.findall(f"*/{W}ins")))
        for row in root.iter(f"{W}tr")
    ]
    assert rows == [(["A", "B"], False), (["C", "D"], True)]


@pytest.mark.parametrize("name", ["bridge.docx", "bridge.odt"])
def test_the_mark_of_a_note_is_deleted_with_its_sentence(name: str) -> None:
    document = formats.read(FILES / name)
    number = next(n for n, one in enumerate(document.blocks) if "4.2 million" in one.text)
    text = document.blocks[number].text
    gone = Span(0, text.index("Mayor"))
    edits = [TextEdit(number, Span(0, len(text)), text[gone.end :]), LeftOut(number, gone)]
    made = tracked(document, *edits)
    assert made.blocks[number].text == text[gone.end :]
    if name.endswith("docx"):
        [mark] = etree.fromstring(part(made).encode()).iter(f"{W}footnoteReference")
        assert f"{W}del" in [one.tag for one in mark.iterancestors()]
    else:
        [note] = etree.fromstring(part(made, "content.xml").encode()).iter(f"{T}note")
        assert f"{T}deletion" in [one.tag for one in note.iterancestors()]


def test_a_deletion_over_several_looks_of_an_odt_is_one() -> None:
    document = formats.read(FILES / "bridge.odt")
    number = next(n for n, one in enumerate(document.blocks) if "4.2 million" in one.text)
    text = document.blocks[number].text
    start, end = text.index("cost"), text.index("crowns")
    made = tracked(document, TextEdit(number, Span(start, end), ""))
    source = part(made, "content.xml")
    kept = re.findall(r"Ann Lee.*?<text:p>(.*?)</text:p></text:deletion>", source)
    assert [re.sub(r"<[^>]*>", "_", one) for one in kept] == ["cost _4.2 million__"]


def test_spans_that_end_inside_a_deletion_stay_whole() -> None:
    document = formats.read(FILES / "bridge.odt")
    number = next(n for n, one in enumerate(document.blocks) if "4.2 million" in one.text)
    text = document.blocks[number].text
    start, end = text.index("million"), text.index("nine")
    made = tracked(document, TextEdit(number, Span(start, end), ""))
    assert made.blocks[number].text == text[:start] + text[end:]
    source = part(made, "content.xml")
    kept = re.findall(r"Ann Lee.*?<text:p>(.*?)</text:p></text:deletion>", source)
    assert [re.sub(r"<[^>]*>", "_", one) for one in kept] == ["_million_ crowns &amp; took_"]


BODY = (
    paragraph("One.") + TABLE + paragraph("Two.") + table(["C1", "D1"]) + paragraph("Three")
    + paragraph("Four", HEADING)
)  # fmt: skip
WORDS = "One. A1 A2 B2a B2b Two. C1 D1 Three Four"
EDITS: tuple[Edit, ...] = (
    NewBlock(0, "Behind one."),
    NewBlock(0, "And another."),
    NewBlock(1, "B1", "table_cell"),
    NewBlock(2, "Ends a cell."),
    NewBlock(4, "Ends another."),
    NewBlock(4, "A3", "table_cell"),
    NewBlock(4, "B3", "table_cell"),
    NewBlock(5, "Behind a table.", behind=False),
    NewBlock(5, "Behind two."),
    NewBlock(6, "C0", "table_cell", behind=False),
    TextEdit(8, Span(0, 5), "The third"),
    NewBlock(8, "Between."),
    TextEdit(9, Span(0, 4), "The last"),
    NewBlock(9, "Ends all."),
    NewBlock(9, "Really."),
)


def test_all_of_that_is_what_word_s_schema_asks_for() -> None:
    assert faults(tracked(word(BODY), *EDITS).original) == []


@needs_libreoffice
def test_libreoffice_takes_and_refuses_new_blocks_everywhere(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    documents = {".docx": tmp_path / "a.docx", ".odt": tmp_path / "a.odt"}
    documents[".docx"].write_bytes(word(BODY).original)
    libreoffice.settle([(documents[".docx"], documents[".odt"], None)])
    jobs: list[tuple[Path, Path, bool | None]] = []
    for suffix, path in documents.items():
        document = formats.read(path)
        assert [one.text for one in document.blocks] == [
            "One.",
            "A1",
            "A2",
            "B2a",
            "B2b",
            "Two.",
            "C1",
            "D1",
            "Three",
            "Four",
        ]
        made, plain = tmp_path / f"made{suffix}", tmp_path / f"plain{suffix}"
        made.write_bytes(formats.tracked_bytes(document, EDITS, Tracking("Ann Lee", AT)))
        plain.write_bytes(formats.edited_bytes(document, EDITS))
        for name, source, accept in (
            ("taken", made, True),
            ("refused", made, False),
            ("plain", plain, None),
            ("before", path, None),
        ):
            jobs.append((source, tmp_path / f"{name}{suffix}.fodt", accept))
    libreoffice.settle(jobs)
    for suffix in documents:
        taken, refused, plain_, before = (
            outline(tmp_path / f"{name}{suffix}.fodt")
            for name in ("taken", "refused", "plain", "before")
        )
        assert taken == plain_, suffix
        assert refused == before, suffix


def outline(path: Path) -> list[str]:
    """The rows, cells and paragraphs of a flat text, each paragraph with its style and words."""
    root = etree.parse(path).getroot()
    parents = {
        style.get(f"{STYLE}name"): style.get(f"{STYLE}parent-style-name")
        for style in root.iter(f"{STYLE}style")
    }
    made = []
    for element in next(root.iter(f"{OFFICE}text")).iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in ("p", "h"):
            own = element.get(f"{T}style-name")
            made.append(f"{parents.get(own) or own}: {''.join(element.itertext())}")
        elif name in ("table-row", "table-cell"):
            made.append(name)
    return made
