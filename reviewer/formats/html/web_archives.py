"""Pages that a browser saved in one file: MHTML (.mhtml, .mht) and Safari's web archive.

The page is taken out and read as HTML. An edit goes into the page's own part of the file; all
other parts stay as they are, byte for byte.
"""

from __future__ import annotations

import base64
import plistlib
import quopri
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.parser import BytesHeaderParser
from itertools import pairwise
from typing import Any
from xml.parsers.expat import ExpatError

from reviewer.domain import Document, Edit, LeftOut, message
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.html import page as html
from reviewer.formats.html.saved_pages import HEADERS, is_webarchive
from reviewer.formats.shared.hanging import Hanging

_LINE = 76
_FAULTS = (
    plistlib.InvalidFileException,
    ExpatError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What plistlib raises for lists that are damaged."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The page in the file: its bytes decoded, and where it stands encoded (`encoding`)."""

    page: bytes
    start: int
    end: int
    encoding: str


def read(path: str, data: bytes) -> Document:
    """The document in the page that `data` holds."""
    page = _webarchive(path, data)[0] if is_webarchive(data) else _part(path, data).page
    document = html.read(path, page)
    return replace(document, format="web_archives", original=data)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`, in the form in which it was saved."""
    data = document.original
    if is_webarchive(data):
        page, archive = _webarchive(document.path, data)
        written = html.write(replace(document, format="html", original=page), edits)
        archive["WebMainResource"]["WebResourceData"] = written
        kind = plistlib.FMT_BINARY if data.startswith(b"bplist") else plistlib.FMT_XML
        return plistlib.dumps(archive, fmt=kind, sort_keys=False)
    part = _part(document.path, data)
    written = html.write(replace(document, format="html", original=part.page), edits)
    return data[: part.start] + _encoded(written, part.encoding, data) + data[part.end :]


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    data = document.original
    page = _webarchive(document.path, data)[0] if is_webarchive(data) else None
    page = _part(document.path, data).page if page is None else page
    return html.hanging(replace(document, format="html", original=page), wanted)


def _webarchive(path: str, data: bytes) -> tuple[bytes, dict[str, Any]]:
    try:
        archive = plistlib.loads(data)
        page = archive["WebMainResource"]["WebResourceData"]
        # What cannot be written again is told before the work on it.
        plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
    except _FAULTS as error:
        raise _damaged(path) from error
    if not isinstance(page, bytes):
        raise _damaged(path)
    return page, archive


def _part(path: str, data: bytes) -> _Part:
    """The first part of type text/html."""
    offset = len(data) - len(data.lstrip())
    found = _find(data, offset, len(data), 0)
    if found is None:
        raise _damaged(path)
    return found


def _find(data: bytes, start: int, end: int, depth: int) -> _Part | None:
    match = HEADERS.match(data, start, end)
    if match is None or depth > 8:
        return None
    headers = BytesHeaderParser().parsebytes(match.group())
    body = match.end()
    boundary = headers.get_boundary()
    if headers.get_content_maintype() == "multipart" and boundary:
        line = re.compile(rb"^--" + re.escape(boundary.encode()) + rb"(?:--)?[ \t]*\r?\n?", re.M)
        marks = list(line.finditer(data, body, end))
        for mark, following in pairwise(marks):
            found = _find(data, mark.end(), following.start(), depth + 1)
            if found is not None:
                return found
        return _find(data, marks[-1].end(), end, depth + 1) if marks else None
    if headers.get_content_type() not in ("text/html", "application/xhtml+xml"):
        return None
    encoding = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
    return _Part(_decoded(data[body:end], encoding), body, end, encoding)


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        try:
            return base64.b64decode(body, validate=False)
        except ValueError:
            return body
    return quopri.decodestring(body) if encoding == "quoted-printable" else body


def _encoded(page: bytes, encoding: str, data: bytes) -> bytes:
    newline = b"\r\n" if b"\r\n" in data[:2000] else b"\n"
    if encoding == "base64":
        text = base64.b64encode(page)
        lines = [text[at : at + _LINE] for at in range(0, len(text), _LINE)]
        return newline.join(lines) + newline
    if encoding == "quoted-printable":
        return quopri.encodestring(page).replace(b"\r\n", b"\n").replace(b"\n", newline)
    return page


def _damaged(path: str) -> DamagedFileError:
    return DamagedFileError(
        path,
        message(
            "“{path}” is a saved page, but no page can be found in it. Open it in "
            "the browser that saved it and save it as HTML.",
            path=path,
        ),
    )
