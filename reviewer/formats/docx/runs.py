"""The runs of a docx part: how their characters are seen, and how new ones are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reviewer.formats.docx.styles import Styles
from reviewer.formats.shared.raised import Raised, lowered, raised
from reviewer.formats.shared.symbol_fonts import PRIVATE, is_symbol_font, symbol

_ALIGNMENT = re.compile(r"<[\w.-]*:?vertAlign\b[^>]*>")
_POSITION = re.compile(r"<[\w.-]*:?position\b[^>]*>")
_FONTS = re.compile(r"<[\w.-]*:?rFonts\b[^>]*>")
_BEHIND_ALIGNMENT = re.compile(
    r"<[\w.-]*:?(?:rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b"
)
"""What stands behind w:vertAlign in a run's properties (ECMA-376, 17.3.2.28)."""


@dataclass(slots=True)
class Run:
    """A run as far as it has been read. `properties` is its rPr element in the source.

    `prefix` stands before the names of its elements, with its colon. `inserted` is the start tag
    of the tracked insertion (w:ins, w:moveTo) that the run is directly in, if it is in one.
    """

    start: int
    prefix: str = ""
    properties: tuple[int, int] = (0, 0)
    own_hidden: bool | None = None
    own_raised: Raised | None = None
    own_font: str = ""
    style: str = ""
    paragraph: str = ""
    """The style of its paragraph."""
    bold: bool = False
    inserted: tuple[int, int] | None = None

    def hidden(self, paragraph_style: str, styles: Styles) -> bool:
        """Whether nobody sees the run's text."""
        if self.own_hidden is not None:
            return self.own_hidden
        return styles.hidden(paragraph_style, self.style)

    def font(self, styles: Styles) -> str:
        """The font that it names, "" if none."""
        return self.own_font or styles.font(self.style) or styles.font(self.paragraph)

    def reading(self, styles: Styles) -> Reading:
        """How its characters are seen."""
        how = self.own_raised
        if how is None:
            how = styles.raised(self.style) or styles.raised(self.paragraph)
        font = self.font(styles)
        return Reading(how, font if is_symbol_font(font) else "")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the characters of a text are seen: raised or lowered, in a font of symbols."""

    raised: Raised = ""
    font: str = ""

    def seen(self, text: str) -> str:
        """`text` as a person sees it; of the same length."""
        if self.font or (not text.isascii() and any(ord(each) in PRIVATE for each in text)):
            text = "".join(self._symbol(character) for character in text)
        return raised(text, self.raised)

    def _symbol(self, character: str) -> str:
        font = self.font or ("Symbol" if ord(character) in PRIVATE else "")
        return symbol(ord(character), font) if font and not character.isspace() else character

    def written(self, character: str) -> str | None:
        """What is seen as `character` when it is written here; None where nothing is."""
        if self.font and not character.isspace():
            return None
        return lowered(character, self.raised)


@dataclass(slots=True)
class TextElement:
    """A text element (w:t, m:t): its start tag, the end of its content, the run it is in."""

    name: str
    start: int
    content: int
    end: int
    run: Run = field(default_factory=lambda: Run(0))
    reading: Reading = field(default_factory=Reading)


def plain_properties(properties: str, prefix: str) -> str:
    """A run's properties without what raises it or shows symbols."""
    upright = f'<{prefix}vertAlign {prefix}val="baseline"/>'
    properties = _POSITION.sub("", _FONTS.sub("", properties))
    if _ALIGNMENT.search(properties):
        return _ALIGNMENT.sub(upright, properties)
    if not properties or properties.endswith("/>"):
        return f"<{prefix}rPr>{upright}</{prefix}rPr>"
    behind = _BEHIND_ALIGNMENT.search(properties)
    at = behind.start() if behind else properties.rindex("</")
    return properties[:at] + upright + properties[at:]
