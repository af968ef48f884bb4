"""The language that a file says it is in, and whether to believe it."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ENOUGH_TEXT = 200
_SURE = 0.95

# Macrolanguages of ISO 639-3 (and Danish beside Norwegian), which detection mistakes.
_ALIKE = (
    frozenset({"id", "ms"}),
    frozenset({"bs", "hr", "sr", "sh"}),
    frozenset({"da", "nb", "nn", "no"}),
)


def language_tag(written: str) -> str:
    """`written` as a BCP 47 tag, "" where it is none."""
    tag = written.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""


def believed(tag: str, text: str) -> str:
    """`tag`, or "" where `text` is surely in another language.

    The frames of many sites say one language, whatever the article in them is written in.
    """
    if not tag or len(text) < _ENOUGH_TEXT:
        return tag
    from reviewer.text.languages import base, detect

    found, confidence = detect(text[:5000])
    said = base(tag)
    alike = found == said or any({found, said} <= group for group in _ALIKE)
    return tag if alike or confidence < _SURE else ""
