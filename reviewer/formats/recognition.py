"""What a file is by its content, where its name says something else or nothing.

Tables of text and Markdown have no form that tells them from plain text.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from reviewer.formats.html.saved_pages import is_mhtml, is_webarchive

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BEFORE_ROOT = rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>|<\?[^>]{0,200}\?>)*"
_HTML = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|(?:html|head|body)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    rb"\s*<(?:p|div|h[1-6]|article|section|main|table|ul|ol|blockquote)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_FRAGMENT_END = re.compile(
    rb"</(?:p|div|h[1-6]|article|section|td|li|blockquote)\s*>", re.IGNORECASE
)
_ROOT = re.compile(
    _BEFORE_ROOT + rb"(?:<!DOCTYPE\s[^>]{0,500}>\s*)?<(?:[\w.-]{1,40}:)?(?P<name>[A-Za-z]+)[\s>/]",
    re.DOTALL,
)
_OPEN_DOCUMENT_TEXT = b"application/vnd.oasis.opendocument.text"
_SUBTITLE = re.compile(
    rb"\s*\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{3}[ \t]+-->[ \t]+\d{1,3}:\d\d:"
)
_CATALOGUE = re.compile(
    rb"(?:[ \t]*(?:#.*)?\r?\n)*(?:msgctxt[ \t]+\".*\r?\n)?msgid[ \t]+\".*\r?\n"
    rb"(?:\".*\r?\n|msgid_plural[ \t].*\r?\n)*msgstr"
)
_NO_PROSE = re.compile(rb"[\0-\x08\x0b\x0e-\x1f\x7f<>{}\\]|&#?\w{1,8};|-->|^\s*\[", re.MULTILINE)
_WORD_BYTES = re.compile(rb"[A-Za-z\x80-\xff ]")
_PARTED = re.compile(rb"[,;](?=[^\s\d])|^[,;]|\"[,;][ ]?\"", re.MULTILINE)
"""A comma or a semicolon as it stands between cells."""

_CLAUSE = re.compile(rb"[,;](?=[ \n\r])|(?<=\d),(?=\d)")
"""The same as it stands in a sentence."""

_IN_TABLES = 8
"""So many of these for one of those, or more, and it is a slip in a text."""

_SENTENCE_END = re.compile(rb"[^\s,;][.!?][\"')]*(?:[ \r\n]|\Z)|\xe3\x80\x82|\xef\xbc[\x81\x9f]")
_SHORTEST_PROSE = 60
"""Bytes; less may be anything."""

HEAD = 8192
"""Bytes that are looked at of a file that is no archive."""

_WORD = b"word/document"

_PARTS = {
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "xl/workbook.xml": "xlsx",
    "designmap.xml": "idml",
}
_TYPES = {
    _OPEN_DOCUMENT_TEXT: "odt",
    _OPEN_DOCUMENT_TEXT + b"-template": "odt",
    b"application/epub+zip": "epub",
    b"application/vnd.adobe.indesign-idml-package": "idml",
}


def format_by_content(data: bytes) -> str:
    """The name of the format that the bytes show beyond doubt, "" where they show none."""
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if is_webarchive(data) or is_mhtml(data):
        return "web_archives"
    head = data[:HEAD]
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :].replace(b"\0", b"")
    if _HTML.match(head):
        return "html"
    return _markup(head) or _lines(head)


def is_piece_of_page(data: bytes) -> bool:
    """Whether a text begins and goes on like a piece of a page: with the tags of paragraphs."""
    head = _plain_head(data)
    return bool(_FRAGMENT.match(head)) and bool(_FRAGMENT_END.search(head))


def is_plain_prose(data: bytes) -> bool:
    """Whether the bytes are words and nothing else: no markup, no data, no codes."""
    head = _plain_head(data)
    words = len(_WORD_BYTES.findall(head))
    return len(head) >= _SHORTEST_PROSE and words * 2 > len(head) and not _NO_PROSE.search(head)


def lacks_cells(data: bytes) -> bool:
    """Whether paragraphs stand in the bytes and no cells of a table: behind commas and semicolons
    there is a space or a digit, and nothing else parts cells."""
    head = _plain_head(data)
    parted = len(_PARTED.findall(head))
    return (
        b"\t" not in head
        and b"|" not in head
        and bool(_SENTENCE_END.search(head))
        and parted * _IN_TABLES <= len(_CLAUSE.findall(head))
    )


def _plain_head(data: bytes) -> bytes:
    head = data[:HEAD]
    if head.startswith(_MARKS[1:]):
        return head.decode("utf-16", "ignore").encode()
    return head


def _archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = _TYPES.get(archive.read("mimetype").strip())
                if kind:
                    return kind
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return "docx" if _WORD in data else ""
    found = [kind for name, kind in _PARTS.items() if name in names]
    # The main part of a Word document may have another name.
    return (
        found[0] if found else "docx" if any(n.startswith("word/document") for n in names) else ""
    )


def _markup(head: bytes) -> str:
    root = _ROOT.match(head)
    name = root["name"] if root else b""
    if name == b"document":
        return "odt" if _OPEN_DOCUMENT_TEXT in head else ""
    return name.decode() if name in (b"xliff", b"tmx") else ""


def _lines(head: bytes) -> str:
    if head.startswith(b"WEBVTT") or _SUBTITLE.match(head):
        return "subtitles"
    return "po" if _CATALOGUE.match(head) else ""
