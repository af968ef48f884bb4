"""The blocks of a text as plain text, Markdown and HTML of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from reviewer.domain import Block
from reviewer.formats.markdown.edit import escaped as escaped_markdown
from reviewer.text.languages import is_right_to_left

_BULLET = re.compile(r"[•‣▪●◦·*–—-]\s+")


def without_bullet(text: str) -> str:
    """The text of a list item without the bullet that plain text has in it."""
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def heading_level(block: Block) -> int:
    """1 to 6; where a heading's level is not known, under the title."""
    return 1 if block.role == "title" else min(block.level or 2, 6)


def as_text(blocks: Sequence[Block], _language: str) -> bytes:
    """A line for each block, a blank line between; list items stand together."""
    return ("\n\n".join(_joined(blocks, "- ")) + "\n").encode("utf-8", "replace")


def as_markdown(blocks: Sequence[Block], _language: str) -> bytes:
    """The blocks with the marks of Markdown; what looks like a mark in them is escaped."""
    marked = [
        Block(f"{_marks(block)}{escaped_markdown(without_bullet(block.text))}", block.role)
        for block in blocks
    ]
    return ("\n\n".join(_joined(marked, "")) + "\n").encode("utf-8", "replace")


def _marks(block: Block) -> str:
    if block.role in ("title", "heading"):
        return "#" * heading_level(block) + " "
    return "- " if block.role == "list_item" else ""


def _joined(blocks: Sequence[Block], bullet: str) -> Iterator[str]:
    for role, group in groupby(blocks, key=lambda block: block.role):
        if role == "list_item" and bullet:
            yield "\n".join(bullet + without_bullet(block.text) for block in group)
        elif role == "list_item":
            yield "\n".join(block.text for block in group)
        else:
            yield from (block.text for block in group)


def as_html(blocks: Sequence[Block], language: str) -> bytes:
    """A page with nothing but the text, in its language and direction."""
    title = next((block.text for block in blocks if block.role in ("title", "heading")), "")
    direction = "rtl" if language and is_right_to_left(language) else "ltr"
    lang = f' lang="{escape(language)}"' if language else ""
    body = "\n".join(_html(blocks))
    return (
        f'<!DOCTYPE html>\n<html{lang} dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _html(blocks: Sequence[Block]) -> Iterator[str]:
    for role, group in groupby(blocks, key=lambda block: block.role):
        if role == "list_item":
            items = "\n".join(
                f"<li>{escape(without_bullet(each.text), False)}</li>" for each in group
            )
            yield f"<ul>\n{items}\n</ul>"
            continue
        for block in group:
            name = f"h{heading_level(block)}" if role in ("title", "heading") else "p"
            yield f"<{name}>{escape(block.text, False)}</{name}>"
