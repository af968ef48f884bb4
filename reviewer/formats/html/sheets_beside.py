"""Style sheets that a browser saved beside a page, mostly in a folder of the page's name."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from reviewer.formats.errors import FormatError
from reviewer.formats.file_bytes import read_file
from reviewer.formats.html.linked_sheets import Sheets, linked_sheets

_LARGEST = 1024 * 1024
"""Bytes of one sheet; those of large sites have a third of it."""

_MOST = 3 * 1024 * 1024
"""Bytes of all sheets of a page."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
"""How addresses begin that lead out of the page's folder: a scheme, a root."""


def sheets_beside(path: str, page: bytes) -> Sheets:
    """The style sheets that `page`, the file at `path`, links to and that lie in its folder or
    below; nothing is asked of the network, nothing outside is opened."""
    folder = Path(path).parent
    left = _MOST

    def part(address: str) -> bytes | None:
        nonlocal left
        sheet = _inside(folder, address, min(_LARGEST, left))
        left -= len(sheet or b"")
        return sheet

    return Sheets(linked_sheets(page, part))


def _inside(folder: Path, address: str, largest: int) -> bytes | None:
    """What lies at a relative address in `folder`, None for nothing or too much."""
    name = unquote(re.split("[?#]", address.strip())[0])
    if not name or _ELSEWHERE.match(name):
        return None
    try:
        root = folder.resolve()
        there = (root / name).resolve()
        # After links were followed, too: what leads out is none of the page's.
        return read_file(there, largest) if there.is_relative_to(root) else None
    except (FormatError, OSError, ValueError, RuntimeError):
        return None
