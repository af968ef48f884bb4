"""A file that cannot be read says what is wrong and what to do."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit
from reviewer.formats import errors, file_format
from reviewer.formats.markdown import long_paragraphs
from reviewer.formats.reading import read_bilingual
from reviewer.formats.shared import mapped

FILES = Path(__file__).parent / "files"
BRIDGE = (FILES / "bridge.docx").read_bytes()


def changed(change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The bridge document after a change of its parts."""
    with zipfile.ZipFile(BytesIO(BRIDGE)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def read(name: str, data: bytes) -> None:
    formats.read_bytes(Path(name), data)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingFileError, match="There is no file"):
        formats.read(tmp_path / "nowhere.txt")
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(errors.MissingFileError):
        formats.read(tmp_path / "a.txt" / "b.txt")


def test_a_folder_and_a_pipe(tmp_path: Path) -> None:
    with pytest.raises(errors.NotAFileError):
        formats.read(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        with pytest.raises(errors.NotAFileError):
            formats.read(tmp_path / "pipe.txt")


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(errors.FormatError):
        formats.read(Path("a\0b.txt"))


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(errors.UnreadableFileError, match="no right to read"):
        formats.read(tmp_path / "a.txt")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_text(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(content)
    with pytest.raises(errors.EmptyFileError):
        formats.read(path)


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(errors.UnknownFormatError, match=r"\.docx.*\.txt"):
        read("x.recipe", b"text")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 mimetype", "zip archive or an office document"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "image"),
        (bytes(range(256)) * 12, "is not a text file"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_binary_file_under_the_name_of_a_text(suffix: str, data: bytes, words: str) -> None:
    with pytest.raises(errors.BinaryFileError, match=words):
        read(f"x{suffix}", data)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "x.txt").open("wb") as file:
        file.truncate(file_format.LARGEST_TEXT + 1)
    with pytest.raises(errors.TooLargeError, match="larger than 16 MB"):
        formats.read(tmp_path / "x.txt")


def test_a_document_with_a_password() -> None:
    with pytest.raises(errors.PasswordProtectedError, match="save it without"):
        formats.read(FILES / "locked.docx")


def test_a_document_of_old_word() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
    with pytest.raises(errors.DamagedFileError, match="Office 97 to 2003"):
        read("x.docx", old)


@pytest.mark.parametrize(
    "data",
    [
        b"no zip at all",
        BRIDGE[: len(BRIDGE) // 2],
        BRIDGE[:-30],
        changed(lambda parts: parts.pop("word/document.xml")),
        changed(lambda parts: parts.pop("_rels/.rels")),
        changed(lambda parts: parts.update({"word/document.xml": b"<w:document"})),
        changed(lambda parts: parts.update({"word/document.xml": b""})),
        changed(lambda parts: parts.update({"word/styles.xml": b"\xff\xfe<"})),
    ],
)
def test_a_damaged_document(data: bytes) -> None:
    with pytest.raises(errors.DamagedFileError, match="damaged or no Word document"):
        read("x.docx", data)


def test_entities_are_neither_expanded_nor_fetched() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for declaration in (f'<!ENTITY l0 "ha">{laughs}', '<!ENTITY l9 SYSTEM "file:///etc/passwd">'):
        document = (
            f"<!DOCTYPE w:document [{declaration}]>"
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
        ).encode()
        data = changed(lambda parts, new=document: parts.update({"word/document.xml": new}))
        with pytest.raises(errors.DamagedFileError):
            read("x.docx", data)


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    data = changed(lambda parts: parts.update({"word/media/x.bin": bytes(80 * 2**20)}))
    assert len(data) < 200_000
    with pytest.raises(errors.TooLargeError, match="unpacks"):
        read("x.docx", data)


def test_a_document_that_lies_about_its_size() -> None:
    data = bytearray(changed(lambda parts: None))
    at = data.rindex(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(errors.FormatError):
        read("x.docx", bytes(data))


def test_an_edit_writes_nothing_where_it_cannot(tmp_path: Path) -> None:
    document = formats.read(FILES / "lines.txt")
    edits = [TextEdit(0, Span(0, 3), "A")]
    with pytest.raises(errors.UnwritableFileError, match="does not exist"):
        formats.write(document, edits, tmp_path / "none" / "x.txt")
    with pytest.raises(errors.NotAFileError):
        formats.write(document, edits, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["bridge.docx", "bridge.odt", "bridge.epub"])
def test_a_damaged_picture_is_told_before_the_work_and_not_at_the_export(name: str) -> None:
    data = (Path(__file__).parent / "files" / name).read_bytes()
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("picture.png", bytes(range(256)) * 20)
    assert formats.read_bytes(Path(name), buffer.getvalue()).blocks
    harmed = bytearray(buffer.getvalue())
    harmed[harmed.index(bytes(range(256)) * 20) + 5] ^= 1
    with pytest.raises(errors.DamagedFileError, match="save it again"):
        formats.read_bytes(Path(name), bytes(harmed))


PARAGRAPHS = {
    "a.txt": "{}",
    "a.html": "<html><body><p>{}</p></body></html>",
    "a.md": "{}",
    "a.po": 'msgid "{}"\nmsgstr ""\n',
    "a.tmx": '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>{}</seg>'
    '</tuv><tuv xml:lang="de"><seg>a</seg></tuv></tu></body></tmx>',
    "a.csv": "en\tde\n{}\tein",
}
"""What holds a single paragraph or unit."""


@pytest.mark.parametrize("name", PARAGRAPHS)
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_paragraph_longer_than_any_that_is_written_is_refused(
    name: str, more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (mapped, file_format, long_paragraphs):
        monkeypatch.setattr(module, "LONGEST_BLOCK", 1000)
    path = tmp_path / name
    path.write_text(PARAGRAPHS[name].format("w" * (1000 + more)))
    both = path.suffix in (".po", ".tmx")
    if more <= 0:
        read_bilingual(path) if both else formats.read(path)
        return
    with pytest.raises(errors.LongParagraphError, match=r"more than 1,000 characters\. Divide it"):
        read_bilingual(path) if both else formats.read(path)
