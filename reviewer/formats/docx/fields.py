"""Fields of Word: what a reader sees of each kind (ECMA-376 part 1, 17.16.5).

A field has a code and, behind its separator, a result. Of most a reader sees the result; of some
nothing, of some what the code says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.formats.docx.field_formulas import as_code, linear
from reviewer.formats.docx.field_numbers import is_number
from reviewer.formats.shared.markup import escaped, words
from reviewer.formats.shared.symbol_fonts import symbol

_UNSEEN = words(
    "ADVANCE ASK AUTONUM AUTONUMLGL AUTONUMOUT EQ LISTNUM NEXT NEXTIF PRINT PRIVATE RD SET SKIPIF "
    "TA TC XE"
)
"""Kinds whose result nobody sees: what they do is done elsewhere, or told by the code."""

_KIND = re.compile(r"\s*([A-Za-z]+)(?![\w])")
_FORMULA = re.compile(r"\s*EQ\b", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:\"[^\"]*\"|\S+)\s+", re.IGNORECASE)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0x[0-9a-f]+|\d+)\b(.*)", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(r"\\f\s+(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_HIDDEN_NUMBER = re.compile(r"\s*SEQ\b(?!.*\\\*).*\\h\b", re.IGNORECASE | re.DOTALL)


def is_unseen(code: str) -> bool:
    """Whether nobody sees the result of the field with this code."""
    kind = _KIND.match(code)
    return bool(kind and kind[1].upper() in _UNSEEN) or bool(_HIDDEN_NUMBER.match(code))


@dataclass(frozen=True, slots=True)
class SeenCode:
    """What a reader sees of a code that stands in `source[start:end]`. `head` is what stands
    before the text in the code that a new text makes."""

    text: str
    head: str
    start: int
    end: int
    in_attribute: bool = False
    """Whether the code is an attribute's value, in which quotes are references."""

    result: bool = False
    """Whether a result stands behind the code, which nobody sees now."""

    def code(self, text: str) -> str:
        """The code of which a reader sees `text`, as XML."""
        shown = as_code(text) if self.head == "EQ" else text
        nothing = " PRIVATE " if self.result else ' QUOTE "" '
        code = escaped(f" {self.head} {shown} " if text else nothing)
        return code.replace('"', "&quot;").replace("'", "&apos;") if self.in_attribute else code


def seen_in_attribute(code: str, start: int, end: int, *, without_result: bool) -> SeenCode | None:
    """What a reader sees of the code of a simple field, which stands in `source[start:end]`."""
    seen = _seen(code, without_result=without_result)
    return (
        SeenCode(*seen, start, end, True, not without_result) if seen and seen[0].strip() else None
    )


@dataclass(slots=True)
class _Field:
    whole: bool
    """Whether it has an end; of one without nothing is hidden."""

    in_code: bool = True
    unseen: bool = False
    """Whether nobody sees its result, once that begins."""

    code: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    inside: set[tuple[str, ...]] = field(default_factory=set)

    def hides(self) -> bool:
        return self.whole and (self.in_code or self.unseen)


class Fields:
    """The fields that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self, *, whole: bool) -> None:
        """A field begins with its code."""
        self._open.append(_Field(whole))

    def written(self, text: str, start: int, end: int, inside: Iterable[str]) -> None:
        """A piece of code, which stands in these elements."""
        if self._open and self._open[-1].in_code:
            self._open[-1].code += text
            self._open[-1].places.append((start, end))
            self._open[-1].inside.add(tuple(inside))

    def separate(self) -> None:
        """The code ends, the result begins."""
        if self._open:
            self._open[-1].in_code = False
            self._open[-1].unseen = is_unseen(self._open[-1].code)

    def number_code(self) -> str:
        """The code of the innermost field where that shows a number, else ""."""
        code = self._open[-1].code if self._open and self._open[-1].whole else ""
        return code if is_number(code) else ""

    def end(self) -> SeenCode | None:
        """The innermost field ends; what is seen of its code."""
        ended = self._open.pop() if self._open else None
        # Code in elements of its own each (tracked changes) cannot be written as one.
        if ended is None or not ended.whole or len(ended.inside) != 1:
            return None
        seen = _seen(ended.code, without_result=ended.in_code)
        if seen is None or not seen[0].strip():
            return None
        return SeenCode(*seen, ended.places[0][0], ended.places[-1][1], result=not ended.in_code)

    def hide(self) -> bool:
        """Whether what stands here is code, or a result that nobody sees."""
        return any(each.hides() for each in self._open)


def _seen(code: str, *, without_result: bool) -> tuple[str, str] | None:
    """What is seen of a code, and the head of one for another text; None where nothing is."""
    if formula := _FORMULA.match(code):
        return linear(code[formula.end() :]), "EQ"
    if not without_result:
        return None
    if button := _BUTTON.match(code):
        return code[button.end() :].strip(), button[0].strip()
    if sign := _SYMBOL.match(code):
        number = int(sign[1], 0) if sign[1].lower().startswith("0x") else int(sign[1])
        font = _FONT.search(sign[2])
        if "\\u" not in sign[2] and 0x80 <= number < 0x100 and not font:
            return bytes([number]).decode("cp1252", "replace"), "EQ"
        return symbol(number, (font[1] or font[2]) if font else ""), "EQ"
    return None
