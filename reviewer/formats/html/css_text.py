"""What stands in style sheets for something else: escapes, comments, variables."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLACE = 0x2A000
"""Letters that no class has, which stand for the signs that a selector has to escape."""

_SIGNS = ":/[].%!@&,()#='\"*+>~$^|"
ESCAPED = str.maketrans({sign: chr(_PLACE + ord(sign)) for sign in _SIGNS})
"""The signs in the names of classes (md:block, w-1/2) as letters, as `without_escapes` has them."""

_ESCAPE = re.compile(r"\\(?:(?P<code>[0-9a-fA-F]{1,6})\s?|(?P<sign>[^0-9a-fA-F\n]))")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*)")
_USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_EVERYWHERE = frozenset({":root", "html", "body", ":host", "*"})


def without_escapes(selector: str) -> str:
    """A selector in which escaped signs are letters."""
    return _ESCAPE.sub(_letter, selector) if "\\" in selector else selector


def _letter(escape: re.Match[str]) -> str:
    sign = escape["sign"] or _character(escape["code"])
    return sign.translate(ESCAPED)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def cleared(declarations: str) -> str:
    """Declarations without comments, and with what escapes in them stand for."""
    if "/*" in declarations:
        declarations = _COMMENT.sub("", declarations)
    if "\\" in declarations:
        found = _ESCAPE.sub(lambda one: one["sign"] or _character(one["code"]), declarations)
        return found.replace("{", "").replace("}", "")
    return declarations


class Variables:
    """What a page's sheets call by a name for all elements (custom properties of the root)."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def filled(self, selectors: Sequence[str], declarations: str) -> str:
        """The declarations with the values of their variables; those of the root are kept."""
        if "--" not in declarations:
            return declarations
        if not _EVERYWHERE.isdisjoint(selectors):
            for name, value in _VARIABLE.findall(declarations):
                self._values[name] = value.strip()
        return _USE.sub(lambda use: self._values.get(use[1], use[2] or ""), declarations)
