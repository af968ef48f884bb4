"""What a name or a text from elsewhere may not do to whatever shows it.

A terminal obeys control characters, and everything that draws text obeys characters that turn its
direction by force: a name can delete a line, or look like another name.
"""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PAIRED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_END, _END_OF_ISOLATE = "\u202c", "\u2069"
_OVERRIDES = re.compile("[\u202d\u202e]")


def harmless(text: str) -> str:
    """`text` with every control character but line breaks and tabs as it is written in Python, and
    so with the marks of direction where one of them is an override or is never closed."""
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROLS.sub(_escaped, text.replace("\r\n", "\n"))
    if _OVERRIDES.search(text) or not _is_closed(text):
        text = _PAIRED.sub(_escaped, text)
    return text


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def _is_closed(text: str) -> bool:
    """Whether each mark of direction has its end, in the order of brackets."""
    wanted: list[str] = []
    for found in _PAIRED.finditer(text):
        mark = found[0]
        if mark in (_END, _END_OF_ISOLATE):
            if not wanted or wanted.pop() != mark:
                return False
        else:
            wanted.append(_END_OF_ISOLATE if mark >= "\u2066" else _END)
    return not wanted
