"""Fonts that show other characters than the text says: Symbol, Wingdings, Webdings.

The tables are those of Unicode's mapping of Symbol (SYMBOL.TXT) and of the Wingdings and
Webdings set (L2/12-368), as collected by dingbat-to-unicode (BSD-2-Clause).
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

_FIRST = 32
PRIVATE = range(0xF000, 0xF100)
"""Where the characters of symbol fonts stand in Unicode: their code from here on. Word shows them
so in a text of any font."""

_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}\Z")
_UNKNOWN = "\ufffd"


def is_symbol_font(font: str) -> bool:
    """Whether the font of this name shows symbols in the place of letters."""
    return font.strip().lower() in _tables()


def symbol(code: int, font: str) -> str:
    """The character that `font` shows for `code`, which may stand in the private area.

    What no table knows is given back as it is.
    """
    plain = code - PRIVATE.start if code in PRIVATE else code
    table = _tables().get(font.strip().lower(), "")
    if _FIRST <= plain < _FIRST + len(table) and table[plain - _FIRST] != _UNKNOWN:
        return table[plain - _FIRST]
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else _UNKNOWN


def sign(char: str, font: str) -> str:
    """The character of a sign as Word writes it: its code in hexadecimal, "" where it is none."""
    return symbol(int(char, 16), font) if _HEXADECIMAL.match(char) else ""


@cache
def _tables() -> dict[str, str]:
    data = files("reviewer.formats").joinpath("data/symbol_fonts.json").read_text("utf-8")
    tables: dict[str, str] = json.loads(data)
    return tables
