"""Pages that a browser saved in one file: MHTML (.mhtml, .mht) and Safari's web archive.

The page is taken out and read as HTML; where next to nothing stands in it but frames, the page in
the frame that has most text. An edit goes into that page's own part of the file; all other parts
stay as they are, byte for byte.
"""

from __future__ import annotations

import base64
import plistlib
import quopri
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.parser import BytesHeaderParser
from itertools import islice, zip_longest
from typing import Any
from urllib.parse import urljoin
from xml.parsers.expat import ExpatError

from reviewer.domain import Document, Edit, LeftOut
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.html import page as html
from reviewer.formats.html.linked_sheets import Sheets, linked_sheets
from reviewer.formats.html.saved_pages import HEADERS, headers_start, is_webarchive
from reviewer.formats.html.scripts import shown_in
from reviewer.formats.shared.hanging import Hanging
from reviewer.messages import message

_LINE = 76
_DEEPEST = 8
"""Parts in parts."""

_NEXT_TO_NOTHING = 300
"""Characters of sentences that are no article: what stands around a frame that holds one."""

_MANY_TIMES = 3
_MOST_FRAMES = 100

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
    """A part of the file: where it stands encoded (`encoding`), and what it is called there."""

    kind: str
    names: tuple[str, ...]
    start: int
    end: int
    encoding: str

    def decoded(self, data: bytes) -> bytes:
        """What it holds."""
        return _decoded(data[self.start : self.end], self.encoding)


def read(path: str, data: bytes) -> Document:
    """The document in the page that `data` holds."""
    page, sheets = _page(path, data)
    return replace(html.read(path, page, sheets=sheets), format="web_archives", original=data)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`, in the form in which it was saved."""
    data = document.original
    page, sheets = _page(document.path, data)
    written = html.write(replace(document, format="html", original=page), edits, sheets=sheets)
    if is_webarchive(data):
        archive = _webarchive(document.path, data)
        _chosen_archive(document.path, archive)["WebMainResource"]["WebResourceData"] = written
        kind = plistlib.FMT_BINARY if data.startswith(b"bplist") else plistlib.FMT_XML
        return plistlib.dumps(archive, fmt=kind, sort_keys=False)
    part = _chosen_part(document.path, _parts(data), data)
    return data[: part.start] + _encoded(written, part.encoding, data) + data[part.end :]


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    page, sheets = _page(document.path, document.original)
    return html.hanging(replace(document, format="html", original=page), wanted, sheets=sheets)


def _page(path: str, data: bytes) -> tuple[bytes, Sheets]:
    """The page in `data`, and the style sheets that were saved with it."""
    if is_webarchive(data):
        archive = _chosen_archive(path, _webarchive(path, data))
        main = archive["WebMainResource"]
        page, address = main["WebResourceData"], str(main.get("WebResourceURL", ""))
        others = archive.get("WebSubresources")
        resources = [each for each in others if isinstance(each, dict)] if others else []

        def resource(name: str) -> bytes | None:
            wanted = (name, _absolute(address, name))
            found = (
                each.get("WebResourceData")
                for each in resources
                if each.get("WebResourceURL") in wanted
            )
            sheet = next(found, None)
            return sheet if isinstance(sheet, bytes) else None

        return page, Sheets(linked_sheets(page, resource))
    parts = _parts(data)
    main_part = _chosen_part(path, parts, data)
    page = main_part.decoded(data)
    named = {name: part for part in reversed(parts) for name in part.names}

    def part(name: str) -> bytes | None:
        candidates = (name, *(_absolute(own, name) for own in main_part.names))
        found = next((named[each] for each in candidates if each in named), None)
        return found.decoded(data) if found else None

    return page, Sheets(linked_sheets(page, part))


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _webarchive(path: str, data: bytes) -> dict[str, Any]:
    try:
        archive: dict[str, Any] = plistlib.loads(data)
        page = archive["WebMainResource"]["WebResourceData"]
        # What cannot be written again is told before the work on it.
        plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
    except _FAULTS as error:
        raise _damaged(path) from error
    if not isinstance(page, bytes):
        raise _damaged(path)
    return archive


def _chosen_part(path: str, parts: Sequence[_Part], data: bytes) -> _Part:
    """The part with the page that is read; the first page is the one that holds the others."""
    pages = [each for each in parts if each.kind in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise _damaged(path)
    return pages[_with_the_text(path, (each.decoded(data) for each in pages))]


def _chosen_archive(path: str, archive: dict[str, Any]) -> dict[str, Any]:
    """The archive with the page that is read: the whole, or that of a frame in it."""
    found = list(_archives(archive, 0))
    pages = (each["WebMainResource"]["WebResourceData"] for each in found)
    return found[_with_the_text(path, pages)]


def _archives(archive: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The archive and those of its frames that have a page."""
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or depth > _DEEPEST:
        return
    kind = main.get("WebResourceMIMEType", "text/html")
    if isinstance(main.get("WebResourceData"), bytes) and (not depth or "html" in str(kind)):
        yield archive
    frames = archive.get("WebSubframeArchives")
    for each in frames if isinstance(frames, list) else ():
        yield from _archives(each, depth + 1)


def _with_the_text(path: str, pages: Iterable[bytes]) -> int:
    """The number of the page that a reader has come for: the first, unless next to nothing stands
    in it and many times as much in another."""
    rest = iter(pages)
    own = _shown(path, next(rest))
    if own > _NEXT_TO_NOTHING:
        return 0
    others = [_shown(path, page) for page in islice(rest, _MOST_FRAMES)]
    most = max(others, default=0)
    return others.index(most) + 1 if most > max(_MANY_TIMES * own, _NEXT_TO_NOTHING) else 0


def _shown(path: str, page: bytes) -> int:
    return shown_in(html.read(path, page).blocks)


def _parts(data: bytes) -> list[_Part]:
    """The parts that hold no others, in order."""
    return list(_inside(data, headers_start(data), len(data), 0))


def _inside(data: bytes, start: int, end: int, depth: int) -> Iterator[_Part]:
    match = HEADERS.match(data, start, end)
    if match is None or depth > _DEEPEST:
        return
    headers = BytesHeaderParser().parsebytes(match.group())
    body = match.end()
    boundary = headers.get_boundary()
    if headers.get_content_maintype() == "multipart" and boundary:
        line = re.compile(rb"^--" + re.escape(boundary.encode()) + rb"(?:--)?[ \t]*\r?\n?", re.M)
        marks = list(line.finditer(data, body, end))
        for mark, following in zip_longest(marks, marks[1:]):
            stop = following.start() if following else end
            yield from _inside(data, mark.end(), stop, depth + 1)
        return
    encoding = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
    said = str(headers.get("Content-ID", "")).strip().strip("<>")
    names = (str(headers.get("Content-Location", "")).strip(), f"cid:{said}" if said else "")
    yield _Part(headers.get_content_type(), tuple(filter(None, names)), body, end, encoding)


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        try:
            # Where the end of the file is cut off, what is there is a page still.
            return base64.b64decode(body + b"==", validate=False)
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
