"""Nothing in XML is expanded or fetched, whatever its encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.xml_source import BrokenXmlError, parsed, source_of

ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp037")
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def encoded(body: str, encoding: str) -> bytes:
    declared = "utf-16" if encoding in MARKS else encoding
    text = f'<?xml version="1.0" encoding="{declared}"?>{body}'
    return MARKS.get(encoding, b"") + text.encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "declared", ['<!ENTITY x "boo">', '<!ENTITY x SYSTEM "file:///etc/hostname">']
)
def test_entities_of_its_own_are_refused(encoding: str, declared: str) -> None:
    data = encoded(f"<!DOCTYPE a [{declared}]><a>&x;</a>", encoding)
    with pytest.raises(BrokenXmlError):
        parsed(data, doctype=True)


@pytest.mark.parametrize("encoding", ENCODINGS[:4])
def test_a_document_type_is_allowed_where_it_is_asked_for(encoding: str) -> None:
    data = encoded("<!DOCTYPE a><a>b &amp; c</a>", encoding)
    assert parsed(data, doctype=True).text == "b & c"
    with pytest.raises(BrokenXmlError, match="document type"):
        parsed(data)


HEAD = "<xliff version='1.2'><file source-language='en' target-language='de'><body>"
UNITS = (
    "<trans-unit id='1'><source><![CDATA[One <b>& two</b>.]]></source>"
    "<target><![CDATA[Eins <b>& zwei</b>.]]></target><note><![CDATA[a]]>&amp;</note></trans-unit>"
    "<!-- <![CDATA[none]]> --><trans-unit id = '2' ><source>Caf\xe9 &#228;.</source>"
    "<target  >Caf\xe9 &#228;.</target></trans-unit>"
)


def xliff(encoding: str, declared: str, mark: bytes = b"") -> bytes:
    text = f"<?xml version='1.0' encoding='{declared}'?>\r\n{HEAD}{UNITS}</body></file></xliff>\r\n"
    return mark + text.encode(encoding)


def replaced(data: bytes, old: str, new: str) -> bytes:
    """`data` after an edit that replaces `old` in the text of its translation."""
    [side] = formats.bilingual_bytes(Path("a.xlf"), data).translations
    number = next(n for n, block in enumerate(side.blocks) if old in block.text)
    at = side.blocks[number].text.index(old)
    return formats.edited_bytes(side, [TextEdit(number, Span(at, at + len(old)), new)])


@pytest.mark.parametrize(
    ("encoding", "declared", "mark"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8", "UTF8", b"\xef\xbb\xbf"),
        ("utf-8", "Utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", "utf-16", codecs.BOM_UTF16_LE),
        ("utf-16-be", "UTF-16", codecs.BOM_UTF16_BE),
        ("iso-8859-1", "iso-8859-1", b""),
        ("cp1252", "Windows-1252", b""),
    ],
)
def test_an_edit_changes_no_other_byte_in_any_encoding(
    encoding: str, declared: str, mark: bytes
) -> None:
    data = xliff(encoding, declared, mark)
    for old, new in (("zwei", "drei"), ("\xe9", "\xe9\xe9")):
        written = replaced(data, old, new)
        before, _, after = data.decode(encoding).rpartition(old)
        assert written == f"{before}{new}{after}".encode(encoding), old


def test_what_an_encoding_lacks_is_written_as_a_reference() -> None:
    data = xliff("iso-8859-1", "iso-8859-1")
    written = replaced(data, "Caf\xe9", "\u0141")
    assert written == b"&#321;".join(data.rsplit(b"Caf\xe9", 1))
    # Nothing is a reference in a section: its text stays escaped instead.
    written = replaced(data, "zwei", "\u0141")
    assert b"<target>Eins &lt;b&gt;&amp; &#321;&lt;/b&gt;.</target>" in written
    assert b"<source><![CDATA[One" in written


def test_an_edit_may_bring_the_end_of_a_section() -> None:
    written = replaced(xliff("utf-8", "utf-8"), "zwei", "]]>")
    assert "Eins <b>& ]]></b>." in "".join(parsed(written).itertext())


def test_text_of_sections_is_escaped_where_it_is_read() -> None:
    source = source_of(b"<a><![CDATA[<b>&]]>c</a>")
    assert "".join(parsed(source.encode()).itertext()) == "<b>&c"
    assert xml_source.encoded(source) == b"<a><![CDATA[<b>&]]>c</a>"


def test_an_element_that_an_edit_puts_into_a_section_ends_it() -> None:
    source = source_of(b"<a><![CDATA[b c]]></a>").replace(" ", "<tab/>")
    assert xml_source.encoded(source) == b"<a>b<tab/>c</a>"


def test_sections_that_never_end_take_no_longer_than_others() -> None:
    """Each of them was looked for to the end of the file."""
    source = source_of(b"<a>%s</a>" % (b"<?reviewer-cdata?>x" * 100_000))
    assert xml_source.encoded(source) == b"<a>%s</a>" % (b"x" * 100_000)
