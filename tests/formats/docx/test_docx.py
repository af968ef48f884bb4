"""What is read of a Word document, and what an edit leaves alone."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block, Document, NewBlock, Span, TextEdit

BRIDGE = Path(__file__).parents[1] / "files" / "bridge.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module")
def bridge() -> Document:
    return formats.read(BRIDGE)


def made(body: str, **parts: str) -> Document:
    """A minimal document with `body` and further parts (styles)."""
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        content = "http://schemas.openxmlformats.org/package/2006/content-types"
        package.writestr("[Content_Types].xml", f'<Types xmlns="{content}"></Types>')
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
            f'Type="{types}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{relations}">'
            + "".join(
                f'<Relationship Id="{name}" Type="{types}/{name}" Target="{name}.xml"/>'
                for name in parts
            )
            + "</Relationships>",
        )
        package.writestr(
            "word/document.xml",
            f"<w:document {W}><w:body>{body}</w:body></w:document>",
        )
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return formats.read_bytes(Path("made.docx"), buffer.getvalue())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def edited_xml(document: Document, *edits: TextEdit) -> str:
    data = formats.edited_bytes(document, list(edits))
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def test_a_document_of_libreoffice_in_reading_order(bridge: Document) -> None:
    read = [(block.role, block.text) for block in bridge.blocks if not block.chrome]
    assert read == [
        ("title", "Old bridge of Varna Ford reopens"),
        (
            "paragraph",
            "The bridge over the river Oss cost 4.2 million crowns & took nine months. "
            "Mayor Lena Brook opened it on Friday.",
        ),
        ("heading", "What comes next"),
        ("paragraph", "More is told on the town’s own page and at\tthe hall."),
        ("paragraph", "The tolls are:"),
        ("paragraph", "one crown for walkers, three for carts."),
        ("list_item", "Walkers keep to the left."),
        ("list_item", "Carts keep to the right."),
        ("table_cell", "Year"),
        ("table_cell", "Crossings"),
        ("table_cell", "2025"),
        ("table_cell", "61,300"),
        ("paragraph", "The ferry ran for the last time in March."),
        ("paragraph", "A note in a box: the ferry stops on Sunday."),
        ("caption", "The bridge at dusk"),
        ("paragraph", "Nobody was hurt."),
        ("paragraph", "Figures of the town council, rounded."),
    ]


def test_headers_and_footers_are_chrome(bridge: Document) -> None:
    chrome = [block.text for block in bridge.blocks if block.chrome]
    assert chrome == ["The Harbour Gazette", "Page 1"]


def block_with(document: Document, text: str) -> tuple[int, Block]:
    return next((n, block) for n, block in enumerate(document.blocks) if text in block.text)


def replaced(document: Document, old: str, new: str) -> TextEdit:
    number, block = block_with(document, old)
    start = block.text.index(old)
    return TextEdit(number, Span(start, start + len(old)), new)


def test_a_changed_word_keeps_the_format_of_its_run(bridge: Document) -> None:
    import docx

    data = formats.edited_bytes(bridge, [replaced(bridge, "4.2 million crowns", "5 million marks")])
    runs = docx.Document(BytesIO(data)).paragraphs[1].runs
    assert [(each.text, bool(each.bold)) for each in runs[:3]] == [
        ("The bridge over the river Oss cost ", False),
        ("5 million", True),
        (" marks & took ", False),
    ]


def test_a_text_box_changes_for_new_programs_and_for_old_ones(bridge: Document) -> None:
    xml = edited_xml(bridge, replaced(bridge, "on Sunday", "on Monday"))
    assert xml.count("on Monday") == 2
    assert "on Sunday" not in xml


def test_a_link_keeps_its_address_and_a_tab_its_place(bridge: Document) -> None:
    xml = edited_xml(bridge, replaced(bridge, "own page and at\tthe", "own site and in\tits"))
    assert xml.count("<w:hyperlink") == 1
    assert xml.count("<w:tab/>") == 1
    assert "own site</w:t></w:r></w:hyperlink>" in xml


def test_footnotes_are_edited_in_their_own_part(bridge: Document) -> None:
    data = formats.edited_bytes(bridge, [replaced(bridge, "rounded", "estimated")])
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert b"estimated" in package.read("word/footnotes.xml")
    assert "Figures of the town council, estimated." in texts(formats.read_bytes(BRIDGE, data))


def test_every_other_part_stays_byte_for_byte(bridge: Document) -> None:
    data = formats.edited_bytes(bridge, [replaced(bridge, "Nobody", "No one")])
    with zipfile.ZipFile(BRIDGE) as before, zipfile.ZipFile(BytesIO(data)) as after:
        assert before.namelist() == after.namelist()
        differing = [n for n in before.namelist() if before.read(n) != after.read(n)]
    assert differing == ["word/document.xml"]


def test_tracked_changes_read_as_if_accepted() -> None:
    document = made(
        paragraph(
            run("It took "),
            "<w:del><w:r><w:delText>eight</w:delText><w:tab/></w:r></w:del>",
            f"<w:ins>{run('nine')}</w:ins>",
            f"<w:moveFrom>{run(' long')}</w:moveFrom>",
            run(" months."),
        )
    )
    assert texts(document) == ["It took nine months."]
    xml = edited_xml(document, replaced(document, "nine", "ten"))
    assert "<w:delText>eight</w:delText>" in xml
    assert '<w:ins><w:r><w:t xml:space="preserve">ten</w:t></w:r></w:ins>' in xml


def field(code: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char("begin") + instruction + run("no") + char("separate") + run(result) + char("end")


def test_a_field_is_read_by_its_result() -> None:
    document = made(paragraph(run("See page "), field("PAGEREF x", "12"), run(".")))
    assert texts(document) == ["See page 12."]
    assert "<w:instrText>PAGEREF x</w:instrText>" in edited_xml(
        document, replaced(document, "12", "13")
    )


def test_hidden_text_and_codes_of_characters() -> None:
    document = made(
        paragraph(
            run("seen"),
            run("hidden", "<w:rPr><w:vanish/></w:rPr>"),
            run(" shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
            "<w:r><w:noBreakHyphen/><w:t>x&amp;&#228;</w:t></w:r>",
        )
    )
    assert texts(document) == ["seen shown\u2011x&ä"]


def test_new_tabs_and_marks_are_written_as_word_does() -> None:
    document = made(paragraph(run("a b")))
    xml = edited_xml(document, TextEdit(0, Span(1, 2), "\t<&\x01"))
    assert (
        '<w:t xml:space="preserve">a</w:t><w:tab/><w:t xml:space="preserve">&lt;&amp;b</w:t>' in xml
    )


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("It rained.", "Then it snowed.", ["It rained.", "Then it snowed."]),
        ("The bridge was", "closed.", ["The bridge was closed."]),
        ("The bridge was ", "closed.", ["The bridge was closed."]),
        ("On Friday,", "Lena opened it.", ["On Friday, Lena opened it."]),
        ("The tolls are:", "one crown.", ["The tolls are:", "one crown."]),
        ("Town Hall", "Bridge Street", ["Town Hall", "Bridge Street"]),
        ("bread", "- milk", ["bread", "- milk"]),
        ("x" * 39, "Y", ["x" * 39, "Y"]),
        ("x" * 40, "Y", ["x" * 40 + " Y"]),
        ("他在河边住了三十年也从来没有离开过那里", "三十年", 2),
        ("他在河边住了三十年也从来没有离开过那里呀", "三十年", 1),
        ("他在河边住了三十年", "三十年。", 2),
        ("他在河边住了三十年也", "三十年。", 1),
        ("Das sagte er.¹", "aber", ["Das sagte er.¹", "aber"]),
    ],
)
def test_a_sentence_goes_on_behind_a_line_break(
    first: str, second: str, read: list[str] | int
) -> None:
    document = made(paragraph(f"<w:r><w:t>{first}</w:t><w:br/><w:t>{second}</w:t></w:r>"))
    assert texts(document) == read if isinstance(read, list) else len(document.blocks) == read


def test_a_line_break_never_parts_a_heading() -> None:
    broken = "<w:r><w:t>One.</w:t><w:br/><w:t>Two</w:t></w:r>"
    document = made(paragraph(broken, properties='<w:outlineLvl w:val="1"/>'))
    assert texts(document) == ["One. Two"]
    assert (document.blocks[0].role, document.blocks[0].level) == ("heading", 2)


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ('<w:name w:val="heading 3"/>', ("heading", 3)),
        ('<w:name w:val="Title"/>', ("title", 0)),
        ('<w:name w:val="caption"/>', ("caption", 0)),
        ('<w:name w:val="My own"/><w:basedOn w:val="Base"/>', ("heading", 1)),
        ('<w:name w:val="List Bullet 2"/>', ("list_item", 0)),
        (
            '<w:name w:val="X"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>',
            ("list_item", 0),
        ),
        ('<w:name w:val="Loop"/><w:basedOn w:val="S"/>', ("paragraph", 0)),
    ],
)
def test_roles_come_from_styles(style: str, role: tuple[str, int]) -> None:
    base = '<w:style w:styleId="Base"><w:name w:val="heading 1"/></w:style>'
    styles = f'<w:styles {W}>{base}<w:style w:styleId="S">{style}</w:style></w:styles>'
    document = made(paragraph(run("x"), properties='<w:pStyle w:val="S"/>'), styles=styles)
    assert (document.blocks[0].role, document.blocks[0].level) == role


def test_a_table_of_contents_is_chrome() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph(run('One 3'))}</w:sdtContent></w:sdt>"
    )
    document = made(contents + paragraph(run("One")))
    assert [(block.text, block.chrome) for block in document.blocks] == [
        ("One 3", True),
        ("One", False),
    ]


def test_formulas_are_part_of_their_sentence() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>x=4</m:t></m:r></m:oMath>"
    document = made(paragraph(run("Here "), formula, run(" holds.")))
    assert texts(document) == ["Here x=4 holds."]
    assert '<m:t xml:space="preserve">x=5</m:t>' in edited_xml(
        document, replaced(document, "4", "5")
    )


def test_other_prefixes_mean_the_same() -> None:
    def other(parts: str) -> str:
        return parts.replace("w:", "ns0:").replace("xmlns:w", "xmlns:ns0")

    document = made(paragraph(run("One"), run(" two")))
    with zipfile.ZipFile(BytesIO(document.original)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    parts["word/document.xml"] = other(parts["word/document.xml"])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    again = formats.read_bytes(Path("other.docx"), buffer.getvalue())
    assert texts(again) == ["One two"]
    assert '<ns0:t xml:space="preserve">Ten</ns0:t>' in edited_xml(
        again, replaced(again, "One", "Ten")
    )


@pytest.mark.parametrize(
    ("runs", "role"),
    [
        (run("What", "<w:rPr><w:b/></w:rPr>") + run(" ") + run("next", "<w:rPr><w:b/></w:rPr>"), 1),
        (run("What next", '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'), 1),
        (run("What next", '<w:rPr><w:b w:val="0"/></w:rPr>'), 0),
        (run("It rained.", "<w:rPr><w:b/></w:rPr>"), 0),
        (run("What", "<w:rPr><w:b/></w:rPr>") + run("next"), 0),
    ],
)
def test_a_bold_line_is_a_heading(runs: str, role: int) -> None:
    assert made(paragraph(runs)).blocks[0].role == ("paragraph", "heading")[role]


def test_a_line_of_its_own_beside_a_formula() -> None:
    """The file was refused: the line began in a run of Word and ended in the formula's."""
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{maths}"><m:r><m:t>x=2</m:t></m:r></m:oMath>'
    document = made(f"<w:p>{formula}<w:r><w:br/></w:r>{run('One. Two.')}</w:p>")
    assert texts(document) == ["x=2", "One. Two."]
    for behind in (True, False):
        new = NewBlock(0, "New.", behind=behind)
        data = formats.edited_bytes(document, [new])
        assert "New." in texts(formats.read_bytes(BRIDGE, data))
