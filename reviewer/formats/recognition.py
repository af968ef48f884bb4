"""What a file is by its content, where its name says something else or nothing."""

from __future__ import annotations

import re

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_WORD = b"word/document"


def format_by_content(data: bytes) -> str:
    """The name of the format that the bytes show beyond doubt, "" where they show none."""
    if data.startswith(b"PK\x03\x04"):
        return "docx" if _WORD in data else ""
    from reviewer.formats.web_archives import is_mhtml, is_webarchive

    if is_webarchive(data) or is_mhtml(data):
        return "web_archives"
    head = data[:8192]
    for mark in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :].replace(b"\0", b"")
    return "html" if _HTML.match(head) else ""
