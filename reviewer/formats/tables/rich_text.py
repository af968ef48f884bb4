"""The text of a cell of a workbook as it is seen: raised characters, no readings over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.formats.shared.raised import Raised, raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A character that XML cannot hold, or the escape itself (ECMA-376, 22.9.2.19)."""

_MADE: dict[str, Raised] = {"superscript": "superscript", "subscript": "subscript"}


def rich_text(item: _Element) -> str:
    """The text in an `si` or `is` element, without what is read over it (phonetic runs)."""
    pieces: list[str] = []
    for part in item.iterchildren():
        name = str(part.tag).rpartition("}")[2]
        if name not in ("t", "r"):
            continue
        aligned = part.find("{*}rPr/{*}vertAlign") if name == "r" else None
        text = "".join(each.text or "" for each in part.iter("{*}t"))
        how = "" if aligned is None else aligned.get("val", "")
        pieces.append(raised(text, made_raised(how)))
    return "".join(pieces)


def made_raised(value: str) -> Raised:
    """What a vertical alignment of this value does to a text."""
    return _MADE.get(value, "")


def without_escapes(text: str) -> str:
    """`text` with the characters that escapes in it stand for; a line ends by one character."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(_character, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character in "\t\n\r" or character.isprintable() else ""


def with_escapes(text: str) -> str:
    """`text` in which nothing is taken for an escape."""
    return _ESCAPE.sub(r"_x005F_x\1_", text) if "_x" in text else text
