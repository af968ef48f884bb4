"""The fonts of an RTF document: in which code page each is written, and which show symbols."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reviewer.formats.rtf.words import CHARSETS
from reviewer.formats.shared.symbol_fonts import PRIVATE, is_symbol_font, symbol

_ENTRY = re.compile(r"\\f(\d+)(?P<said>(?:\\[^\s;{}\\]+ ?|\{[^{}]*\})*)\s*(?P<name>[^;{}\\]*)")
_CHARSET = re.compile(r"\\fcharset(\d+)")
_PAGE = re.compile(r"\\cpg(\d+)")
_SYMBOLS = 2
"""The character set of fonts that are in no code page."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font: its code page ("" for the document's) and its name, where it shows symbols."""

    codec: str = ""
    symbols: str = ""

    def seen(self, text: str) -> str:
        """What the font shows for characters."""
        if not self.symbols:
            # Word and LibreOffice write signs of Symbol so under the name of any font.
            return "".join(symbol(ord(x), "Symbol") if ord(x) in PRIVATE else x for x in text)
        return "".join(
            symbol(ord(each), self.symbols) if ord(each) < 256 or ord(each) in PRIVATE else each
            for each in text
        )


def fonts(table: str) -> dict[int, Font]:
    """The fonts of a font table, by their numbers."""
    found: dict[int, Font] = {}
    for entry in _ENTRY.finditer(table):
        charset, page = _CHARSET.search(entry["said"]), _PAGE.search(entry["said"])
        number = int(charset[1]) if charset else 0
        codec = CHARSETS.get(number, "") or (known(f"cp{page[1]}") if page else "")
        name = entry["name"].strip()
        is_symbols = is_symbol_font(name)
        codec = "latin-1" if is_symbols or number == _SYMBOLS else codec
        found[int(entry[1])] = Font(codec, name if is_symbols else "")
    return found


def known(codec: str) -> str:
    """The codec, "" where Python has none of this name."""
    codec = {"cp10000": "mac-roman", "cp65001": "utf-8", "cp708": "iso8859-6"}.get(codec, codec)
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return ""
