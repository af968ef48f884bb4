"""Pages saved in one file, and files whose name does not say what they are."""

from __future__ import annotations

import base64
import plistlib
import quopri
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, ReviewerError, Span, TextEdit
from reviewer.formats.recognition import format_by_content

PAGE = (
    '<html lang="de"><head><meta charset="utf-8"></head><body><h1>Die Mühle</h1>'
    "<p>Sie kostete 45 Millionen Euro.</p></body></html>"
)


def mhtml(encoding: str, newline: str = "\r\n", before: str = "") -> bytes:
    data = PAGE.encode()
    body = {
        "base64": base64.encodebytes(data),
        "quoted-printable": quopri.encodestring(data),
        "8bit": data + b"\n",
    }[encoding].decode()
    text = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----Part--x"\n\n'
        f"{before}------Part--x\nContent-Type: text/html\nContent-ID: <f@mhtml>\n"
        f"Content-Transfer-Encoding: {encoding}\n\n{body}\n"
        "------Part--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0=\n\n"
        "------Part--x--\n"
    )
    return text.replace("\n", newline).encode()


def webarchive(form: plistlib.PlistFormat) -> bytes:
    resource = {"WebResourceData": PAGE.encode(), "WebResourceMIMEType": "text/html"}
    other = [{"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png"}]
    archive = {"WebMainResource": resource, "WebSubresources": other}
    return plistlib.dumps(archive, fmt=form)


def read(name: str, data: bytes) -> Document:
    return formats.read_bytes(Path(name), data)


FILES = [
    *((mhtml(encoding), "page.mhtml") for encoding in ("base64", "quoted-printable", "8bit")),
    (mhtml("base64", "\n", "This is a message in many parts.\n"), "page.mht"),
    (b"From - Mon Jan  1 10:00:00 2024\n" + mhtml("quoted-printable", "\n"), "page.mht"),
    (webarchive(plistlib.FMT_BINARY), "page.webarchive"),
    (webarchive(plistlib.FMT_XML), "page.webarchive"),
]


@pytest.mark.parametrize(("data", "name"), FILES)
def test_the_page_in_it_is_read(data: bytes, name: str) -> None:
    document = read(name, data)
    assert [block.text for block in document.blocks] == [
        "Die Mühle",
        "Sie kostete 45 Millionen Euro.",
    ]
    assert document.language == "de"
    assert formats.edited_bytes(document, []) == data


@pytest.mark.parametrize(("data", "name"), FILES)
@pytest.mark.parametrize("wrong", ["page.html", "page.txt", "page.docx", "page"])
def test_a_wrong_name_does_not_hide_what_it_is(data: bytes, name: str, wrong: str) -> None:
    assert read(wrong, data).blocks == read(name, data).blocks


@pytest.mark.parametrize(("data", "name"), FILES)
def test_an_edit_goes_into_the_page_and_nothing_else_changes(data: bytes, name: str) -> None:
    edited = formats.edited_bytes(read(name, data), [TextEdit(1, Span(12, 14), "95")])
    assert [block.text for block in read(name, edited).blocks] == [
        "Die Mühle",
        "Sie kostete 95 Millionen Euro.",
    ]
    if name == "page.webarchive":
        before, after = plistlib.loads(data), plistlib.loads(edited)
        assert before["WebSubresources"] == after["WebSubresources"]
    else:
        assert others(edited) == others(data)


def test_a_page_in_base64_without_its_last_signs_is_read() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    part = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    body = base64.b64encode(b"<p>It costs 12 euros.</p>").decode().rstrip("=")
    document = read("a.mht", f"{head}{part}{body}".encode())
    assert [block.text for block in document.blocks] == ["It costs 12 euros."]


STYLED = (
    "<html><head><LINK media=screen rel='stylesheet' href='{href}'></head><body>"
    "<p>Shown.</p><p>Shown <span class=x>hidden</span> too.</p><p class=x>Gone.</p></body></html>"
)


def styled_mhtml(href: str, names: str, rel: str = "stylesheet") -> bytes:
    page = STYLED.replace("rel='stylesheet'", f"rel='{rel}'").format(href=href)
    return (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        "Content-Type: text/html\nContent-Location: http://example.org/news/page.html\n\n"
        f"{page}\n--b\nContent-Type: text/css\n{names}\n\n.x {{ display: none }}\n--b--\n"
    ).encode()


def styled_archive() -> bytes:
    address = "http://example.org/a.css"
    page = STYLED.format(href="/a.css").encode()
    main = {"WebResourceData": page, "WebResourceURL": "http://example.org/news/"}
    sheet = {"WebResourceData": b".x{display:none}", "WebResourceURL": address}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [sheet]})


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            styled_mhtml("cid:css-1@mhtml.blink", "Content-Location: cid:css-1@mhtml.blink"),
            "a.mhtml",
        ),
        (styled_mhtml("cid:one", "Content-ID: <one>"), "a.mht"),
        (styled_mhtml("../a.css", "Content-Location: http://example.org/a.css"), "a.mht"),
        (styled_archive(), "a.webarchive"),
    ],
)
def test_the_style_sheets_that_were_saved_with_a_page_hide_its_text(data: bytes, name: str) -> None:
    document = read(name, data)
    shown = [block.text for block in document.blocks if not block.chrome]
    assert shown == ["Shown.", "Shown too."]
    edited = formats.edited_bytes(document, [TextEdit(0, Span(0, 5), "Seen")])
    assert "Seen." in [block.text for block in read(name, edited).blocks]


@pytest.mark.parametrize(
    ("href", "rel"), [("cid:two", "stylesheet"), ("cid:one", "alternate stylesheet"), ("[", "x")]
)
def test_a_style_sheet_that_is_not_there_or_not_chosen_hides_nothing(href: str, rel: str) -> None:
    document = read("a.mht", styled_mhtml(href, "Content-ID: <one>", rel))
    assert [block.text for block in document.blocks] == ["Shown.", "Shown hidden too.", "Gone."]


ARTICLE = (
    "The old mill by the river has turned again since Monday, and forty people came to see it. "
)
AROUND = '<frameset cols="20%,*"><frame src="cid:nav"><frame src="cid:text"></frameset>'


def framed(*pages: str) -> bytes:
    """A page whose frames hold other pages."""
    parts = "".join(
        f"--b\nContent-Type: text/html\nContent-ID: <f{number}>\n\n<body>{page}</body>\n"
        for number, page in enumerate(pages)
    )
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    return f"{head}{parts}--b--\n".encode()


def framed_archive(*pages: str) -> bytes:
    archive: dict[str, object] = {}
    for page in reversed(pages):
        inner = [archive] if archive else []
        main = {"WebResourceData": f"<body>{page}</body>".encode()}
        archive = {"WebMainResource": main, "WebSubframeArchives": inner}
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("name", "saved"), [("a.mht", framed), ("a.webarchive", framed_archive)], ids=("mht", "safari")
)
def test_a_page_whose_article_stands_in_a_frame_is_read_there(
    name: str, saved: Callable[..., bytes]
) -> None:
    data = saved(AROUND, "<p>Home</p>", f"<h1>The mill</h1><p>{ARTICLE * 4}</p>")
    document = read(name, data)
    assert [block.text[:8] for block in document.blocks] == ["The mill", "The old "]
    edited = formats.edited_bytes(document, [TextEdit(0, Span(4, 8), "wheel")])
    assert [block.text[:9] for block in read(name, edited).blocks] == ["The wheel", "The old m"]
    assert b"<p>Home</p>" in edited
    assert AROUND.encode() in edited


@pytest.mark.parametrize(
    ("own", "frame", "first"),
    [
        (4, 16, "own"),  # An article, and a longer frame: comments, perhaps.
        (1, 3, "own"),
        (1, 4, "frame"),
        (0, 3, "own"),
        (0, 4, "frame"),
    ],
)
def test_a_frame_is_read_where_the_page_around_it_says_next_to_nothing(
    own: int, frame: int, first: str
) -> None:
    data = framed(f"<h1>own</h1><p>{ARTICLE * own}</p>", f"<h1>frame</h1><p>{ARTICLE * frame}</p>")
    assert read("a.mht", data).blocks[0].text == first


def others(data: bytes) -> list[str]:
    parts = message_from_bytes(data).get_payload()
    assert isinstance(parts, list)
    return [part.as_string() for part in parts[1:] if isinstance(part, Message)]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("\ufeff<!-- saved from url -->\n<HTML lang=de><p>x", "html"),
        ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "html"),
        ("# Heading\n\n<html> is a tag.", ""),
        ("Subject: a letter\n\nDear Ann, I saw <html> there.", ""),
        ("Note: nothing\nContent: here\n\nText.", ""),
        ("Just words.", ""),
    ],
)
def test_what_the_beginning_shows(start: str, expected: str) -> None:
    assert format_by_content(start.encode()) == expected


@pytest.mark.parametrize("name", ["page.txt", "page.md", "page"])
def test_a_page_of_the_wrong_name_is_read_as_a_page(name: str) -> None:
    document = read(name, f"<!DOCTYPE html>{PAGE}".encode("utf-16"))
    assert document.blocks[0].text == "Die Mühle"


@pytest.mark.parametrize("cut", [40, 120, 200])
def test_a_cut_file_is_refused_in_words(cut: int) -> None:
    with pytest.raises(ReviewerError):
        read("page.mhtml", mhtml("base64")[:cut])
    with pytest.raises(ReviewerError):
        read("page.webarchive", webarchive(plistlib.FMT_BINARY)[:cut])


def test_a_mark_of_the_encoding_may_stand_before_the_headers() -> None:
    data = b"\xef\xbb\xbf" + mhtml("base64")
    document = read("page.txt", data)
    assert document.blocks[0].text == "Die Mühle"
    changed = formats.edited_bytes(document, [TextEdit(0, Span(0, 3), "Eine")])
    assert changed.startswith(b"\xef\xbb\xbfFrom:")
    assert read("page.txt", changed).blocks[0].text == "Eine Mühle"
