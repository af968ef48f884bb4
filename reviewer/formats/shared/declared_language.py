"""The language that a file says it is in, and whether to believe it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.domain import Block

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ENOUGH_TEXT = 200
_SURE = 0.95
_LOOKED_AT = 5_000
"""Characters that are enough to tell a language."""

_LINE_OF_TEXT = 80
"""Characters of a block that is no label: the frame of a page may be in another language."""

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


def believed(tag: str, blocks: Iterable[Block], *, unasked: bool = False) -> str:
    """`tag`, or "" where the text of these blocks is surely in another language.

    The frames of many sites say one language, whatever the article in them is written in. Of
    little text it is believed, unless a program wrote it `unasked`: LibreOffice calls each book
    English.
    """
    if not tag:
        return tag
    own = [block.text for block in blocks if not block.chrome]
    text = _beginning(each for each in own if len(each) > _LINE_OF_TEXT) or _beginning(own)
    if len(text) < _ENOUGH_TEXT and not unasked:
        return tag
    from reviewer.text.languages import base, detect

    found, confidence = detect(text)
    said = base(tag)
    alike = found == said or any({found, said} <= group for group in _ALIKE)
    return tag if alike or confidence < _SURE else ""


def _beginning(texts: Iterable[str]) -> str:
    """The first characters of these lines, as many as are looked at."""
    taken: list[str] = []
    length = 0
    for each in texts:
        taken.append(each)
        length += len(each)
        if length > _LOOKED_AT:
            break
    return "\n".join(taken)[:_LOOKED_AT]
