"""OpenDocument texts: what is read of them, and what an edit leaves alone."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block, Document, Span, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.reading import not_read

FILES = Path(__file__).parents[1] / "files"
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def flat(body: str, styles: str = "") -> Document:
    """A flat document with this text and these automatic styles."""
    data = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
    return formats.read_bytes(Path("made.fodt"), data.encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.chrome]


def replaced(document: Document, old: str, new: str) -> bytes:
    number, block = next((n, b) for n, b in enumerate(document.blocks) if old in b.text)
    start = block.text.index(old)
    return formats.edited_bytes(document, [TextEdit(number, Span(start, start + len(old)), new)])


@pytest.mark.parametrize("name", ["bridge.odt", "bridge.fodt"])
def test_a_document_of_libreoffice_in_reading_order(name: str) -> None:
    document = formats.read(FILES / name)
    assert [(block.role, block.text) for block in document.blocks if not block.chrome] == [
        ("title", "Old bridge of Varna Ford reopens"),
        (
            "paragraph",
            "The bridge over the river Oss cost 4.2 million crowns & took nine months. "
            "Mayor Lena Brook opened it on Friday.",
        ),
        ("paragraph", "Figures of the town council, rounded."),
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
    ]
    assert [block.text for block in document.blocks if block.chrome] == [
        "The Harbour Gazette",
        "Page 1",
    ]


def test_all_other_parts_stay_byte_for_byte() -> None:
    data = replaced(formats.read(FILES / "bridge.odt"), "Nobody", "No one")
    with zipfile.ZipFile(FILES / "bridge.odt") as old, zipfile.ZipFile(BytesIO(data)) as new:
        assert old.namelist() == new.namelist()
        assert old.namelist()[0] == "mimetype"
        assert new.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["content.xml"]


def test_a_flat_document_changes_in_its_words_alone() -> None:
    document = formats.read(FILES / "bridge.fodt")
    old = (FILES / "bridge.fodt").read_bytes()
    assert replaced(document, "Nobody", "No one") == old.replace(b"Nobody", b"No one")


SUPER = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text">'
    '<style:text-properties style:text-position="-33% 58%"/></style:style>'
    '<style:style style:name="T3" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="T0">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>'
)


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<text:p>a\n  b <text:s text:c='2'/>c<text:tab/>d</text:p>", ["a b   c\td"]),
        ("<text:p>One.<text:line-break/>Two</text:p>", ["One.", "Two"]),
        ("<text:p>one<text:line-break/>two</text:p>", ["one two"]),
        ("<text:h text:outline-level='2'>One.<text:line-break/>Two</text:h>", ["One. Two"]),
        ('<text:p>10<text:span text:style-name="T1">6</text:span> x</text:p>', ["10⁶ x"]),
        ('<text:p>CO<text:span text:style-name="T2">2</text:span></text:p>', ["CO₂"]),
        ('<text:p>It fell<text:span text:style-name="T1"><text:note><text:note-citation>1'
         '</text:note-citation><text:note-body><text:p>In 1998.</text:p></text:note-body>'
         '</text:note></text:span>.</text:p>', ["It fell.", "In 1998."]),
        ('<text:p>a<text:span text:style-name="T3">no<text:span>no</text:span></text:span>'
         "b</text:p>", ["ab"]),
        ('<text:p text:style-name="P1">no</text:p><text:p>yes</text:p>', ["yes"]),
        (
            "<text:p>a<office:annotation><dc:creator>C</dc:creator><text:p>no</text:p>"
            "</office:annotation>b</text:p>",
            ["ab"],
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes><text:p>a</text:p>",
            ["a"],
        ),
        (
            "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>note</text:p></text:note-body></text:note>b</text:p>",
            ["ab", "note"],
        ),
        ("<text:p>&lt;a&gt; &amp; &#228;</text:p>", ["<a> & ä"]),
    ],
)  # fmt: skip
def test_what_a_person_sees(body: str, read: list[str]) -> None:
    assert texts(flat(body, SUPER)) == read


def test_a_style_of_its_own_inherits_its_role() -> None:
    assert flat('<text:p text:style-name="P2">a</text:p>', SUPER).blocks[0].role == "title"


def test_new_text_is_written_as_xml() -> None:
    document = flat('<text:p>10<text:span text:style-name="T1">6</text:span> x</text:p>', SUPER)
    assert b'<text:span text:style-name="T1">9</text:span>' in replaced(document, "⁶", "⁹")
    assert b"&lt;&amp;<text:tab/>y</text:p>" in replaced(document, "x", "<&\ty")


@pytest.mark.parametrize(
    "data",
    [
        b"<office:document>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"PK\x03\x04 and no zip",
        b"no XML at all",
    ],
)
def test_what_is_no_document_says_so(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match="damaged or no OpenDocument text"):
        formats.read_bytes(Path("x.odt"), data)


def test_a_locked_document_says_so() -> None:
    from reviewer.formats.errors import PasswordProtectedError

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")
        package.writestr("content.xml", "\x93\x00")
    with pytest.raises(PasswordProtectedError):
        formats.read_bytes(Path("x.odt"), buffer.getvalue())


def test_blocks_know_their_part() -> None:
    block: Block = formats.read(FILES / "bridge.odt").blocks[0]
    assert block.place.startswith("styles.xml:")


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [
        ('text:is-hidden="true"', "One two."),
        ('text:is-hidden="false"', "One X two."),
        ("", "One X two."),
    ],
)
def test_text_with_a_condition_is_read_where_it_is_shown(hidden: str, seen: str) -> None:
    field = f'<text:hidden-text text:condition="ooow:a" {hidden}>X</text:hidden-text>'
    assert texts(flat(f"<text:p>One {field} two.</text:p>")) == [seen]


@pytest.mark.parametrize(
    ("attributes", "seen"),
    [
        ("", True),
        ('text:display="true"', True),
        ('text:display="none"', False),
        ('text:display="condition" text:condition="ooow:1" text:is-hidden="true"', False),
        ('text:display="condition" text:condition="ooow:0"', True),
    ],
)
def test_a_hidden_section_is_no_text(attributes: str, seen: bool) -> None:
    body = (
        f'<text:p>One.</text:p><text:section text:name="s" {attributes}><text:p>X.</text:p>'
        "<text:list><text:list-item><text:p>Y.</text:p></text:list-item></text:list>"
        "</text:section><text:p>Two.</text:p>"
    )
    assert texts(flat(body)) == ["One.", *(["X.", "Y."] if seen else []), "Two."]


def test_a_hidden_row_is_no_text() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    rows = "".join(
        f"<table:table-row {shown}>{cell.format(text)}"
        for text, shown in (("A", ""), ("X", 'table:visibility="collapse"'), ("B", ""))
    )
    assert texts(flat(f"<table:table>{rows}</table:table>")) == ["A", "B"]


SYMBOLS = (
    '<style:style style:name="G" style:family="text"><style:text-properties {}/></style:style>'
)
HIDDEN = (
    '<style:style style:name="H" style:family="paragraph"><style:text-properties '
    'text:display="none"/></style:style><style:style style:name="K" style:family="paragraph" '
    'style:parent-style-name="H"><style:text-properties {}/></style:style>'
)
FIELD = '<text:p>one <text:hidden-paragraph text:is-hidden="{}"/>two</text:p><text:p>x</text:p>'
FRAME = "<text:p>x<draw:frame {}><draw:text-box><text:p>in a box</text:p></draw:text-box>"


@pytest.mark.parametrize(
    ("body", "styles", "read_as"),
    [
        (FIELD.format("true"), "", ["x"]),
        (FIELD.format("false"), "", ["one two", "x"]),
        ('<text:p text:style-name="K">a</text:p><text:p>b</text:p>', HIDDEN.format(""), ["b"]),
        (
            '<text:p text:style-name="K">a</text:p>',
            HIDDEN.format('text:display="true"'),
            ["a"],
        ),
        ("<text:h><text:number>2.1</text:number>Title</text:h>", "", ["Title"]),
        (FRAME.format('draw:display="none"') + "</draw:frame></text:p>", "", ["x"]),
        (FRAME.format("") + "</draw:frame></text:p>", "", ["x", "in a box"]),
        (
            '<text:p>a <text:span text:style-name="G">\uf061</text:span></text:p>',
            SYMBOLS.format('style:font-name="Symbol"'),
            ["a α"],
        ),
        (
            '<text:p>a <text:span text:style-name="G">\uf0fc</text:span></text:p>',
            SYMBOLS.format('style:font-name="Wingdings"'),
            ["a ✓"],
        ),
    ],
)
def test_what_is_seen_is_read(body: str, styles: str, read_as: list[str]) -> None:
    assert texts(flat(body, styles)) == read_as


def test_formulas_are_told() -> None:
    formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mn>3</mn></math>'
    inside = f"<draw:frame><draw:object>{formula}</draw:object></draw:frame>"
    told = not_read(flat(f"<text:p>Take {inside} of it.</text:p>"))
    assert "formulas in it are seen and not read" in str(told)
    assert not_read(flat("<text:p>Take it.</text:p>")) is None
    assert not_read(formats.read(FILES / "bridge.odt")) is None
