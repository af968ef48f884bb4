"""What Word shows in a document and nobody here reads is told."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import EmptyFileError
from tests.formats.docx.test_docx import made, paragraph, run

CHUNK = '<w:altChunk xmlns:r="urn:r" r:id="{}"/>'
HERE = paragraph(run("The toll is 4 crowns."))
ONE = "“made.docx”: a file within it, whose text Word shows, is not read. Open the document in Word"


def told(body: str, **parts: str) -> str:
    return str(formats.not_read(made(HERE + body, **parts)) or "")


def without(data: bytes, part: str) -> Document:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    return formats.read_bytes(Path("made.docx"), buffer.getvalue())


def test_a_file_within_the_text_is_told() -> None:
    assert told(CHUNK.format("aFChunk"), aFChunk="<p>The toll is 5 crowns.</p>").startswith(ONE)
    in_a_cell = f"<w:tbl><w:tr><w:tc>{CHUNK.format('aFChunk')}</w:tc></w:tr></w:tbl>"
    assert told(in_a_cell, aFChunk="{\\rtf1 The toll is 5 crowns.}").startswith(ONE)


def test_a_file_that_stands_nowhere_in_the_text_is_none() -> None:
    assert told("", aFChunk="<p>The toll is 5 crowns.</p>") == ""
    assert told(CHUNK.format("aFChunk")) == ""
    assert told("") == ""


def test_a_document_of_nothing_but_such_a_file_says_so() -> None:
    with pytest.raises(EmptyFileError, match="a file within it"):
        made(CHUNK.format("aFChunk"), aFChunk="<p>The toll is 5 crowns.</p>")


def test_notes_that_are_listed_and_not_there_are_told() -> None:
    notes = "<w:footnotes xmlns:w='urn:w'/>"
    assert told("", footnotes=notes) == ""
    whole = made(HERE, footnotes=notes).original
    lacking = without(whole, "word/footnotes.xml")
    assert "a part with text that it lists is not in the file" in str(formats.not_read(lacking))
