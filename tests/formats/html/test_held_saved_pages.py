"""Pages that were saved in one file, by programs that write their headers in all ways.

`held_saved_pages.txt` has for each file whether its bytes tell what it is, what is read of it, and
what an edit writes. After a change on purpose:
HELD=write pytest tests/formats/html/test_held_saved_pages.py
"""

from __future__ import annotations

import base64
import os
import plistlib
import quopri
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reviewer import formats
from reviewer.domain import ReviewerError, Span, TextEdit
from reviewer.formats.html.saved_pages import is_mhtml, is_webarchive

TABLE = Path(__file__).with_name("held_saved_pages.txt")

PAGE = "<link rel=stylesheet href='{}'><p>The ferry left = é.</p><p class=x>Unseen.</p>"
HEADS = (
    "MIME-Version: 1.0\nContent-Type: {}; boundary=b\n\n", "Content-Type: {}; boundary=b\n\n",
    "\n\nMIME-Version: 1.0\nContent-Type: {};\n\tboundary=\"b\"\n\n",
    "content-type: {}; BOUNDARY=b\n\n",
    "MIME-Version: 1.0\nContent-Type: {};\n  boundary=b;\n  type=x\nSubject: y\n\nBefore.\n",
    "From: a\nMIME-Version: 1.0\nContent-Type: {}\n\n",
    "MIME-Version: 1.0\n\nContent-Type: {}\n\n", "Content-Type: {}; boundary=b\n",
    "A line.\nContent-Type: {}; boundary=b\n\n", " Content-Type: {}\n\n",
    f"X: {'y' * 19_900}\nContent-Type: {{}}; boundary=b\n\n",
    f"X: {'y' * 20_000}\nContent-Type: {{}}; boundary=b\n\n",
)  # fmt: skip
KINDS = ("multipart/related", "Multipart/Alternative", "multipart/mixed", "text/html", "text/plain")
MARKS = ("--b\n", "--b  \t\n", "\n--b\n", " --b\n", "--bb\n", "--b--\n", "--b")
OF_PART = (
    "Content-Type: text/html\n", "content-type: TEXT/HTML; charset=utf-8\n",
    "Content-Type: text/plain\n", "Content-Type: application/xhtml+xml\n", "X: y\n", "",
)  # fmt: skip
ENCODINGS = (
    "", "8bit", "base64", " BASE64 ", "quoted-printable", "Quoted-Printable  ", "x-other",
    "base64;",
)  # fmt: skip
NAMES = (
    ("cid:s@x", "Content-ID: <s@x>\n"), ("cid:s@x", "Content-ID:  s@x \n"),
    ("a.css", "Content-Location: a.css\n"),
    ("http://e.org/a.css", "Content-Location:  http://e.org/a.css \n"),
    ("/a.css", "Content-Location: http://e.org/a.css\n"), ("cid:s@x", "Content-ID: <t@x>\n"),
    ("a.css", "Content-Location: http://other.org/a.css\n"), ("cid:", "Content-ID: <>\n"),
    ("http://[", "Content-Location: http://[\n"),
)  # fmt: skip


def encoded(text: str, encoding: str) -> str:
    how = encoding.strip().lower()
    if how == "base64":
        return base64.encodebytes(text.encode()).decode()
    if how == "quoted-printable":
        text = quopri.encodestring(text.encode()).decode()
    return text + "\n"


def message_of(
    head: str, kind: str, mark: str, part: str, encoding: str, names: tuple[str, str]
) -> str:
    said = f"Content-Transfer-Encoding: {encoding}\n" if encoding else ""
    page = encoded(PAGE.format(names[0]), encoding)
    sheet = f"--b\nContent-Type: text/css\n{names[1]}\n.x {{ display: none }}\n"
    where = "Content-Location: http://e.org/p.html\n"
    return f"{head.format(kind)}{mark}{part}{said}{where}\n{page}{sheet}--b--\n"


def messages() -> Iterator[str]:
    usual = (HEADS[0], KINDS[0], MARKS[0], OF_PART[0], ENCODINGS[2], NAMES[0])
    choices = (HEADS, KINDS, MARKS, OF_PART, ENCODINGS, NAMES)
    for place, some in enumerate(choices):
        for one in some:
            made: Any = (*usual[:place], one, *usual[place + 1 :])
            yield message_of(*made)
    for kind in KINDS:
        yield f"MIME-Version: 1.0\nContent-Type: {kind}\n\n<p>Only a page.</p>"
        yield f"Content-Type: {kind}\n\n<p>Only a page.</p>"
    for depth in (1, 2, 7, 8, 9):
        inner = "Content-Type: text/html\n\n<p>Deep in it.</p>\n"
        for level in range(depth):
            head = f"Content-Type: multipart/related; boundary=b{level}\n\n"
            inner = f"{head}--b{level}\n{inner}\n--b{level}--\n"
        yield inner
    long = "It left its pier before noon. " * 30
    for own in (290, 299, 300, 301, 310):
        for times in (2, 3, 4):
            text = "Text. " * 60
            pages = (text[:own], (long * 9)[: own * times])
            parts = "".join(f"--b\nContent-Type: text/html\n\n<p>{page}</p>\n" for page in pages)
            yield f"Content-Type: multipart/related; boundary=b\n\n{parts}--b--\n"


def archives() -> Iterator[bytes]:
    page = b"<link rel=stylesheet href='a.css'><p>The ferry left.</p><p class=x>Unseen.</p>"
    sheet = {"WebResourceData": b".x{display:none}", "WebResourceURL": "http://e.org/a.css"}
    mains: list[dict[str, Any]] = [
        {"WebResourceData": page, "WebResourceURL": "http://e.org/p.html"},
        {"WebResourceData": page},
        {"WebResourceData": page, "WebResourceMIMEType": "text/plain"},
        {"WebResourceData": "text"},
        {},
    ]
    for main in mains:
        for others in ([sheet], [], None, ["x", sheet], [{**sheet, "WebResourceData": "x"}]):
            made = {"WebMainResource": main, "WebSubresources": others}
            made = {name: value for name, value in made.items() if value is not None}
            yield plistlib.dumps(made, fmt=plistlib.FMT_BINARY)
    for kind in ("text/html", "application/xhtml+xml", "image/png"):
        for depth in (1, 7, 8, 9):
            main = {"WebResourceData": b"<p>" + b"Deep in it. " * 90, "WebResourceMIMEType": kind}
            made = {"WebMainResource": main}
            for _ in range(depth):
                around = {"WebResourceData": b"<p>Around.</p>"}
                made = {"WebMainResource": around, "WebSubframeArchives": [made, "x"]}
            yield plistlib.dumps(made)
    yield b"bplist00WebMainResource"
    yield b"<plist>WebMainResource"
    yield b" " * 4_090 + b"<plist>WebMainResource"
    yield b" " * 4_091 + b"<plist>WebMainResource"
    yield b"<plist>"


def windows(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def told(data: bytes) -> str:
    kinds = f"{'message' * is_mhtml(data)}{'archive' * is_webarchive(data)}"
    try:
        document = formats.read_bytes(Path("a.mht"), data)
        blocks = [f"{'!' * one.chrome}{one.text[:24]} {len(one.text)}" for one in document.blocks]
        new = formats.edited_bytes(document, [TextEdit(0, Span(0, 3), "Une")])
    except ReviewerError as error:
        return f"{kinds} {type(error).__name__}"
    same = next((n for n, (a, b) in enumerate(zip(data, new, strict=False)) if a != b), 0)
    return f"{kinds} {document.format} {blocks} {len(new)} {new[same - 9 : same + 30]!r}"


def test_they_are_read_and_written_as_before() -> None:
    found = [f"{number} | {told(one.encode())}" for number, one in enumerate(messages())]
    found += [
        f"{number} with the lines of Windows | {told(windows(one))}"
        for number, one in list(enumerate(messages()))[::4]
    ]
    found += [f"{number} archive | {told(one)}" for number, one in enumerate(archives())]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
