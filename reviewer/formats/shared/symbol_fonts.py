"""Fonts that show other characters than the text says: Symbol, Wingdings, Webdings.

The tables are those of Unicode's mapping of Symbol (SYMBOL.TXT) and of the Wingdings and
Webdings set (L2/12-368), as collected by dingbat-to-unicode (BSD-2-Clause).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_FIRST = 32
_PRIVATE = 0xF000
"""Where the characters of symbol fonts stand in Unicode: their code from here on."""

_UNKNOWN = "\ufffd"


def is_symbol_font(font: str) -> bool:
    """Whether the font of this name shows symbols in the place of letters."""
    return font.strip().lower() in _tables()


def symbol(code: int, font: str) -> str:
    """The character that `font` shows for `code`, which may stand in the private area.

    What no table knows is given back as it is.
    """
    plain = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 256 else code
    table = _tables().get(font.strip().lower(), "")
    if _FIRST <= plain < _FIRST + len(table) and table[plain - _FIRST] != _UNKNOWN:
        return table[plain - _FIRST]
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else _UNKNOWN


@cache
def _tables() -> dict[str, str]:
    data = files("reviewer.formats").joinpath("data/symbol_fonts.json").read_text("utf-8")
    tables: dict[str, str] = json.loads(data)
    return tables
