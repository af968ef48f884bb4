"""Paragraphs that are too long are refused before their marks are read, which takes the memory and
the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.formats.shared.mapped import LONGEST_BLOCK, LongBlockError

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_NOT_SHOWN = re.compile(r"\]\([^)\s]*|<[^<>]*>|&#?\w{1,32};")
"""Where links lead, pictures that stand in the text itself, tags, entities."""

_LETTERS = re.compile(r"\w+")
_MARKS = 4
"""A paragraph with so many times as many characters as it may have is no text with marks."""


def refuse_long_paragraphs(state: StateCore) -> None:
    """A rule of the parser, for when it has found the blocks. Raises LongBlockError for one that
    certainly has more than LONGEST_BLOCK characters that are shown."""
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST_BLOCK:
            shown = _NOT_SHOWN.sub("", token.content)
            letters = sum(len(found[0]) for found in _LETTERS.finditer(shown))
            if letters > LONGEST_BLOCK or len(shown) > _MARKS * LONGEST_BLOCK:
                raise LongBlockError
