"""Style sheets that travel with a page: in a book, in the one file that a browser saved it in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from reviewer.formats.html.css_media import holds

_HEAD = 262_144
"""Bytes of a page that its links to style sheets stand in."""

_BODY = re.compile(rb"<body[\s>]", re.IGNORECASE)
_LINK = re.compile(rb"<link\b[^>]*+(?:>|\Z)", re.IGNORECASE)
_SAID = {
    name: re.compile(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
    for name in ("rel", "href", "media")
}


@dataclass(frozen=True, slots=True)
class Sheets:
    """The style sheets beside a page: their texts, and the classes (".name") that they set in bold
    where these are headings."""

    texts: tuple[str, ...] = ()
    bold: frozenset[str] = frozenset()


NOTHING = Sheets()


def linked_sheets(page: bytes, part: Callable[[str], bytes | None]) -> tuple[str, ...]:
    """The texts of the style sheets for screens that `page` links to, in its order; `part` gives
    what stands at an address, None where nothing does."""
    head = page[:_HEAD]
    body = _BODY.search(head)
    found = []
    for link in _LINK.findall(head[: body.start()] if body else head):
        if not link.endswith(b">"):
            break
        said = {name: _said(name, link.decode("utf-8", "replace")) for name in _SAID}
        kinds = said["rel"].casefold().split()
        if "stylesheet" not in kinds or "alternate" in kinds or not holds(said["media"] or "all"):
            continue
        sheet = part(said["href"])
        if sheet is not None:
            found.append(sheet.decode("utf-8", "replace"))
    return tuple(found)


def _said(name: str, tag: str) -> str:
    match = _SAID[name].search(tag)
    return unescape(next(filter(None, match.groups()), "")) if match else ""
