"""Electronic books: chapters in the order of the spine."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.errors import DamagedFileError, PasswordProtectedError

FILES = Path(__file__).parent / "files"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def book(
    *chapters: str, extra: dict[str, str] | None = None, spine: str = "", about: str = ""
) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    order = spine or "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>de-AT</dc:language>'
        f"{about}</metadata>"
        f'<manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" '
        f'media-type="application/xhtml+xml"/></manifest><spine>{order}</spine></package>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", package)
        for number, chapter in enumerate(chapters):
            archive.writestr(
                f"OEBPS/text/c {number}.xhtml",
                '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
                f"<head><title>T</title></head><body>{chapter}</body></html>",
            )
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(data: bytes) -> Document:
    return formats.read_bytes(Path("book.epub"), data)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not block.chrome]


def styled(chapter: str, sheet: str) -> bytes:
    """A book whose chapter links to a style sheet."""
    data = book(chapter, extra={"OEBPS/styles/a b.css": sheet})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = "OEBPS/text/c 0.xhtml"
    parts[page] = parts[page].replace(
        b"</title>", b'</title><link rel="stylesheet" href="../styles/a%20b.css"/>'
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_what_a_style_sheet_beside_it_hides_is_set_aside() -> None:
    chapter = '<p>Shown.</p><p>Shown <span class="x">hidden</span> too.</p><p class="x">Gone.</p>'
    document = read(styled(chapter, ".x { display: none }"))
    assert texts(document) == ["Shown.", "Shown too."]
    edited = formats.edited_bytes(document, [TextEdit(1, Span(0, 5), "Seen")])
    assert texts(read(edited))[0] == "Seen."


def test_what_a_style_sheet_beside_it_sets_in_bold_is_a_heading() -> None:
    """LibreOffice has no other mark of one."""
    sheet = (
        "/* .para {font-weight: bold} */ .span0 { color: red; font-weight: bold } .heavy, p.lead"
        "{font-weight:700} .light {font-weight: 500} .span1 { } .was { font-weight: bold }"
        ".was { font-weight: normal } .a .deep { font-weight: bold }"
    )
    chapter = "".join(
        [
            '<p class="para"><span class="span0">The bridge</span></p>',
            '<p class="heavy">The river</p>',
            '<p class="lead">The town</p>',
            '<p><span class="span0">The</span> harbour</p>',
            '<p class="light">The sea</p>',
            '<p class="para"><span class="span1">The ships</span></p>',
            '<p class="was">The wind</p>',
            '<p><span class="deep">The rain</span></p>',
            '<p class="heavy">The sun shone, and everybody was glad.</p>',
        ]
    )
    document = read(styled(chapter, sheet))
    roles = [block.role for block in document.blocks if not block.chrome]
    assert roles == ["heading"] * 3 + ["paragraph"] * 6
    edited = formats.edited_bytes(document, [TextEdit(1, Span(0, 3), "A")])
    assert texts(read(edited))[0] == "A bridge"


def test_chapters_follow_the_spine() -> None:
    spine = '<itemref idref="c1"/><itemref idref="c0"/><itemref idref="none"/>'
    document = read(book("<p>Second chapter.</p>", "<p>First &amp; foremost.</p>", spine=spine))
    assert texts(document) == ["First & foremost.", "Second chapter."]
    assert document.language == "de-AT"


def test_the_declarations_in_a_document_type_are_no_text() -> None:
    data = book("<p>Only this.</p>")
    types = (
        b'<!DOCTYPE html [<!ENTITY a "]>">\n<!-- ]> it\'s --> %more; <?x ]> ?>'
        b"<!ATTLIST p x CDATA '>'> ] >",
        b"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" 'x.dtd' []>",
    )
    for doctype in types:
        document = read(with_doctype(data, doctype))
        assert texts(document) == ["Only this."]
        edited = formats.edited_bytes(document, [TextEdit(1, Span(5, 9), "that")])
        assert texts(read(edited)) == ["Only that."]


@pytest.mark.parametrize("doctype", [b"<!DOCTYPE html [>", b"<!DOCTYPE html [<p>]>"])
def test_a_document_type_that_is_none_hides_no_text(doctype: bytes) -> None:
    assert "Only this." in texts(read(with_doctype(book("<p>Only this.</p>"), doctype)))


def with_doctype(data: bytes, doctype: bytes) -> bytes:
    """The book with this document type in its chapters."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<!DOCTYPE html>", doctype))
    return buffer.getvalue()


def test_chapters_that_are_listed_and_not_there_are_told() -> None:
    spine = '<itemref idref="c0"/><itemref idref="nav"/>'
    document = read(book("<p>One.</p>", spine=spine))
    assert texts(document) == ["One."]
    assert str(formats.not_read(document)) == (
        "“book.epub”: a part with text that it lists is not in the file, and so is not read."
    )
    assert formats.not_read(read(book("<p>One.</p>"))) is None


def test_the_table_of_contents_is_chrome() -> None:
    nav = {"OEBPS/nav.xhtml": "<html><body><nav><ol><li><a>One</a></li></ol></nav></body></html>"}
    document = read(
        book("<p>Text here.</p>", extra=nav, spine='<itemref idref="nav"/><itemref idref="c0"/>')
    )
    assert texts(document) == ["Text here."]


def test_an_edit_changes_its_chapter_alone() -> None:
    data = book("<p>One.</p>", "<p>Two <b>three</b>.</p>")
    document = read(data)
    number = next(n for n, block in enumerate(document.blocks) if "three" in block.text)
    written = formats.edited_bytes(document, [TextEdit(number, Span(4, 9), "four")])
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(written)) as new:
        assert old.namelist() == new.namelist()
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert differing == ["OEBPS/text/c 1.xhtml"]
        assert b"<p>Two <b>four</b>.</p>" in new.read("OEBPS/text/c 1.xhtml")
    assert texts(read(written)) == ["One.", "Two four."]


def test_a_book_of_libreoffice() -> None:
    found = texts(formats.read(FILES / "bridge.epub"))
    assert found[0] == "Old bridge of Varna Ford reopens"
    assert "Figures of the town council, rounded." in found
    assert "61,300" in found


def test_a_locked_book_and_no_book() -> None:
    lock = {"META-INF/rights.xml": "<r/>", "META-INF/encryption.xml": "<e/>"}
    with pytest.raises(PasswordProtectedError, match="DRM"):
        read(book("<p>a</p>", extra=lock))
    with pytest.raises(DamagedFileError, match="no electronic book"):
        read(b"PK")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    with pytest.raises(DamagedFileError):
        read(buffer.getvalue())


ENGLISH = (
    "<p>The bridge over the river was opened on Monday by the mayor of the town, who spoke for an "
    "hour about its history, its arches and the people who had built it in the rain.</p>"
    "<p>Nobody was hurt, and everybody was happy to walk home on the other side of the water.</p>"
)


@pytest.mark.parametrize(
    ("chapter", "language"),
    [(ENGLISH, ""), ("<p>The bridge was opened.</p>", "de-AT"), ("<p>Die Brücke.</p>", "de-AT")],
)
def test_what_a_book_says_of_its_language_is_believed_unless_its_text_is_surely_in_another(
    chapter: str, language: str
) -> None:
    assert read(book(chapter)).language == language


@pytest.mark.parametrize(
    ("maker", "text", "language"),
    [
        ("LibreOffice/7.4 (libepubgen/0.1.1)", "Le pont a été ouvert hier par le maire.", ""),
        ("LibreOffice/7.4 (libepubgen/0.1.1)", "Die Brücke wurde gestern geöffnet.", "de-AT"),
        ("LibreOffice/7.4 (libepubgen/0.1.1)", "Pont 7", "de-AT"),
        ("Sigil 2.0", "Le pont a été ouvert hier par le maire.", "de-AT"),
    ],
)
def test_a_language_that_libreoffice_writes_unasked_is_denied_by_a_short_text(
    maker: str, text: str, language: str
) -> None:
    """It calls every book English; what an author says of a short text is believed."""
    about = f'<meta content="{maker}" name="generator"/>'
    assert read(book(f"<p>{text}</p>", about=about)).language == language
