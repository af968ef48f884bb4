"""Web and e-mail addresses as they stand in a text."""

from __future__ import annotations

import re

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”„«»「」（）。，、؛،]+", re.I)


def may_have_addresses(text: str) -> bool:
    """Whether it is worth looking for any: hardly a sentence has one."""
    return "@" in text or "://" in text or "www." in text.casefold()


def without_addresses(text: str) -> str:
    """The text with spaces in place of the addresses: they are words of no language."""
    if not may_have_addresses(text):
        return text
    for pattern in (WEB, MAIL):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
