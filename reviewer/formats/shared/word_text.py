"""The content of Word's text elements."""

from __future__ import annotations

import re

from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.symbol_fonts import PRIVATE, is_symbol_font

PRIVATE_LETTERS = re.compile(f"[{chr(PRIVATE[0])}-{chr(PRIVATE[-1])}]")
"""Letters that Word would take for signs of a symbol font where they stood in a text element."""

_USUAL = "Times New Roman"


def word_text(text: str, prefix: str = "w:", name: str = "w:t", font: str = "") -> str:
    """`text` as the content of the element `name`, which may end in between: a private letter is an
    element of its own that names the font it is of (`font`, if letters are letters there).

    `prefix` stands before Word's names, with its colon.
    """
    if text.isascii():
        return escaped(text)
    around = f'</{name}>{{}}<{name} xml:space="preserve">'
    return PRIVATE_LETTERS.sub(
        lambda found: around.format(letter_element(found[0], prefix, font)), escaped(text)
    )


def letter_element(letter: str, prefix: str = "w:", font: str = "") -> str:
    """The element that is a private letter and no sign of a symbol font."""
    named = escaped(_USUAL if not font or is_symbol_font(font) else font).replace('"', "&quot;")
    return f'<{prefix}sym {prefix}font="{named}" {prefix}char="{ord(letter):04X}"/>'
