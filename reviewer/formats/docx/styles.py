"""What the styles of a docx say: a paragraph's role, what is hidden, raised or in symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.domain import Role
from reviewer.formats.shared.raised import Raised

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


_LEAST_MOVE = 4
"""Half points; less is a correction that nobody notices."""

_RAISED: dict[str, Raised] = {"superscript": "superscript", "subscript": "subscript"}
OFF = ("0", "false", "off")
"""What switches a property off (ECMA-376, 22.9.2.7)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as reading needs it; `outline` -1, `hidden` and `raised` None: not said."""

    name: str
    based_on: str
    outline: int = -1
    list_id: str = ""
    list_level: int = -1
    hidden: bool | None = None
    raised: Raised | None = None
    font: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their ids; `default` is the id of the paragraph style of unstyled text."""

    by_id: dict[str, Style]
    default: str = ""
    hides_all: bool = False
    """Whether text is hidden that says nothing of it."""

    def hidden(self, paragraph: str, character: str) -> bool:
        """Whether these styles hide a text. One hides what the other shows, and shows again
        what the other hides (ECMA-376, 17.7.3)."""
        said = [
            next((each.hidden for each in self._chain(style) if each.hidden is not None), None)
            for style in (paragraph or self.default, character)
        ]
        if said == [None, None]:
            return self.hides_all
        return sum(map(bool, said)) == 1

    def raised(self, character: str) -> Raised:
        """Whether the character style raises or lowers a text."""
        return next((each.raised for each in self._chain(character) if each.raised is not None), "")

    def list_of(self, paragraph: str) -> tuple[str, int]:
        """The list that a paragraph style puts its text into, and the level (-1: not said)."""
        for each in self._chain(paragraph or self.default):
            if each.list_id:
                return each.list_id, each.list_level
        return "", -1

    def font(self, character: str) -> str:
        """The font that the character style names, "" if none."""
        return next((each.font for each in self._chain(character) if each.font), "")

    def _chain(self, style_id: str) -> Iterator[Style]:
        """The style and those that it is based on."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            yield self.by_id[style_id]
            style_id = self.by_id[style_id].based_on

    def role(self, style_id: str, outline: int, numbered: bool | None) -> tuple[Role, int]:
        """Role and level of a paragraph with this style and its own outline and numbering."""
        inherited: bool | None = None
        own = outline if 0 <= outline < BODY_LEVEL else None
        for style in self._chain(style_id):
            name = style.name.lower()
            if name == "title":
                return "title", 0
            if name == "caption":
                return "caption", 0
            if name == "subtitle":
                return "heading", 1
            if heading := _HEADING.match(name):
                return "heading", int(heading[1]) if own is None else own + 1
            if outline < 0:
                outline = style.outline
            if inherited is None and (style.list_id not in ("", "0") or name.startswith("list ")):
                inherited = True
        if 0 <= outline < BODY_LEVEL:
            return "heading", outline + 1
        if inherited if numbered is None else numbered:
            return "list_item", 0
        return "paragraph", 0

    def named(self, role: Role, level: int) -> str:
        """The id of the paragraph style that is usual for this role and level, "" if none."""
        wanted = {
            "title": ("title", "heading 1"),
            "heading": (f"heading {max(level, 1)}",),
            "list_item": ("list bullet", "list paragraph"),
            "caption": ("caption",),
        }.get(role, ())
        names = {style.name.lower(): name for name, style in self.by_id.items()}
        return next((names[name] for name in wanted if name in names), "")

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
    default = ""
    for element in root.iter(f"{w}style"):
        kind = element.get(f"{w}type", "paragraph")
        if kind not in ("paragraph", "character"):
            continue
        style_id = element.get(f"{w}styleId", "")
        if kind == "paragraph" and element.get(f"{w}default", "0") not in OFF:
            default = style_id
        outline = element.find(f"{w}pPr/{w}outlineLvl")
        hidden = element.find(f"{w}rPr/{w}vanish")
        aligned = element.find(f"{w}rPr/{w}vertAlign")
        moved = element.find(f"{w}rPr/{w}position")
        fonts = element.find(f"{w}rPr/{w}rFonts")
        found[style_id] = Style(
            name=_value(element.find(f"{w}name"), w),
            based_on=_value(element.find(f"{w}basedOn"), w),
            outline=level(_value(outline, w)),
            list_id=_value(element.find(f"{w}pPr/{w}numPr/{w}numId"), w),
            list_level=level(_value(element.find(f"{w}pPr/{w}numPr/{w}ilvl"), w)),
            hidden=None if hidden is None else _value(hidden, w) not in OFF,
            raised=raised_by(_value(aligned, w))
            if aligned is not None
            else None
            if moved is None
            else moved_by(_value(moved, w)),
            font="" if fonts is None else fonts.get(f"{w}ascii", ""),
        )
    everywhere = root.find(f"{w}docDefaults/{w}rPrDefault/{w}rPr/{w}vanish")
    hides_all = everywhere is not None and _value(everywhere, w) not in OFF
    return Styles(found, default, hides_all)


def raised_by(value: str) -> Raised:
    """What a vertical alignment of this value does to a text."""
    return _RAISED.get(value, "")


def moved_by(value: str) -> Raised:
    """What moving a text up or down by `value` half points does to it (ECMA-376, 17.3.2.24)."""
    if not re.fullmatch(r"-?\d{1,4}", value) or abs(int(value)) < _LEAST_MOVE:
        return ""
    return "superscript" if int(value) > 0 else "subscript"


def _value(element: _Element | None, w: str) -> str:
    return "" if element is None else element.get(f"{w}val", "")


def level(text: str) -> int:
    """An outline level from an attribute; -1 where it is none."""
    return int(text) if text.isdecimal() else -1
