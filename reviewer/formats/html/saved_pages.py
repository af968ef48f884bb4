"""How pages that a browser saved in one file are told from other files: asked of every file, so
that nothing is loaded here that reads one."""

from __future__ import annotations

import re

HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
"""The headers of a message, and the empty line behind them."""


_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:From [^\n]*\n)?")
"""What programs for mail and editors put before the headers."""


def headers_start(data: bytes) -> int:
    """Where the headers of a message begin."""
    match = _BEFORE.match(data[:20_000])
    return match.end() if match else 0


def is_mhtml(data: bytes) -> bool:
    """Whether `data` begins like a message that holds a page and what belongs to it."""
    match = HEADERS.match(data[:20_000], headers_start(data))
    if match is None:
        return False
    from email.parser import BytesHeaderParser

    headers = BytesHeaderParser().parsebytes(match.group())
    return headers.get_content_type() in ("multipart/related", "multipart/alternative") or (
        headers.get_content_type() == "text/html" and "MIME-Version" in headers
    )


def is_webarchive(data: bytes) -> bool:
    """Whether `data` is a property list with a saved page."""
    head = data[:4096]
    return (head.startswith(b"bplist00") or b"<plist" in head) and b"WebMainResource" in data
