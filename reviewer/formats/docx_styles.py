"""What the styles of a docx say of a paragraph's role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.domain import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""Of WordprocessingML, transitional and strict (ISO/IEC 29500)."""

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(toc|index|table of (figures|authorities)) ?\d*$", re.IGNORECASE)
BODY_LEVEL = 9
"""The outline level that means body text; 0 to 8 are headings (ECMA-376, 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style as far as reading needs it; `outline` -1: not said."""

    name: str
    based_on: str
    outline: int
    numbered: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles by their id."""

    by_id: dict[str, Style]

    def role(self, style_id: str, outline: int, numbered: bool | None) -> tuple[Role, int]:
        """Role and level of a paragraph with this style and its own outline and numbering."""
        inherited: bool | None = None
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            style = self.by_id[style_id]
            name = style.name.lower()
            if name == "title":
                return "title", 0
            if name == "caption":
                return "caption", 0
            if name == "subtitle":
                return "heading", 1
            if heading := _HEADING.match(name):
                return "heading", int(heading[1])
            if outline < 0:
                outline = style.outline
            if inherited is None and (style.numbered or name.startswith("list ")):
                inherited = True
            style_id = style.based_on
        if 0 <= outline < BODY_LEVEL:
            return "heading", outline + 1
        if inherited if numbered is None else numbered:
            return "list_item", 0
        return "paragraph", 0

    def is_contents(self, style_id: str) -> bool:
        """Whether the style is one of a generated table of contents or index."""
        style = self.by_id.get(style_id)
        return bool(style and _CONTENTS.match(style.name))


def styles(root: _Element) -> Styles:
    """The styles in the root element of a styles part."""
    from lxml.etree import QName

    namespace = QName(root).namespace
    w = f"{{{namespace}}}"
    found: dict[str, Style] = {}
    for element in root.iter(f"{w}style"):
        if element.get(f"{w}type", "paragraph") != "paragraph":
            continue
        outline = element.find(f"{w}pPr/{w}outlineLvl")
        found[element.get(f"{w}styleId", "")] = Style(
            name=_value(element.find(f"{w}name"), w),
            based_on=_value(element.find(f"{w}basedOn"), w),
            outline=level(_value(outline, w)),
            numbered=_value(element.find(f"{w}pPr/{w}numPr/{w}numId"), w) not in ("", "0"),
        )
    return Styles(found)


def _value(element: _Element | None, w: str) -> str:
    return "" if element is None else element.get(f"{w}val", "")


def level(text: str) -> int:
    """An outline level from an attribute; -1 where it is none."""
    return int(text) if text.isdecimal() else -1
