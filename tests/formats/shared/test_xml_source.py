"""Nothing in XML is expanded or fetched, whatever its encoding."""

from __future__ import annotations

import codecs

import pytest

from reviewer.formats.shared.xml_source import BrokenXmlError, parsed

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
