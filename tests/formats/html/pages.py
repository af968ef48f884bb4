"""A page by its source: what is read of it, and what becomes of an edit."""

from __future__ import annotations

from pathlib import Path

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit


def page(source: str | bytes) -> Document:
    data = source if isinstance(source, bytes) else source.encode()
    return formats.read_bytes(Path("page.html"), data)


def texts(source: str | bytes) -> list[str]:
    return [block.text for block in page(source).blocks if not block.chrome]


def after(source: str, start: int, end: int, new: str, block: int = 0) -> str:
    edits = [TextEdit(block, Span(start, end), new)]
    return formats.edited_bytes(page(source), edits).decode()
