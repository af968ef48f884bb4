"""Web and e-mail addresses as they stand in a text."""

from __future__ import annotations

import re

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”„«»「」（）。，、؛،]+", re.I)


def without_addresses(text: str) -> str:
    """The text with spaces in place of the addresses: they are words of no language."""
    if "@" not in text and "://" not in text and "www." not in text.casefold():
        return text
    for pattern in (WEB, MAIL):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
