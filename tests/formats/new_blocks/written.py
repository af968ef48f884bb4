"""New blocks beside others, and what a source is with them."""

from __future__ import annotations

from pathlib import Path

from reviewer import formats
from reviewer.domain import NewBlock, Role

WORDS = "New words."


def after(number: int, role: Role = "paragraph", level: int = 0, text: str = WORDS) -> NewBlock:
    return NewBlock(number, text, role, level)


def before(number: int, role: Role = "paragraph", level: int = 0) -> NewBlock:
    return NewBlock(number, WORDS, role, level, behind=False)


def written(name: str, source: str, *new: NewBlock) -> str:
    document = formats.read_bytes(Path(name), source.encode())
    return formats.edited_bytes(document, list(new)).decode()
