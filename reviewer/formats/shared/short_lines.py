"""Telling a heading that is not marked as one: a short line that is no sentence."""

from __future__ import annotations

from reviewer.formats.shared.wrapped import columns
from reviewer.text.endings import last_mark

LONGEST_HEADING = 100
LONGEST_TITLE = 160
"""Columns (a Chinese character takes two)."""


_COMMAS = ",،，、"


def goes_on(text: str) -> bool:
    """Whether `text` ends as no sentence does, of whatever length: what follows belongs to it."""
    return text.endswith(tuple(_COMMAS))


def is_short(text: str, longest: int = LONGEST_HEADING) -> bool:
    """Whether `text` could be a heading: short, and without the punctuation of a sentence."""
    return len(text) <= longest and columns(text) <= longest and not last_mark(text)


def is_sentence(text: str) -> bool:
    """Whether `text` ends as sentences do, or is too long for a title."""
    return bool(last_mark(text)) or len(text) > LONGEST_TITLE or columns(text) > LONGEST_TITLE
