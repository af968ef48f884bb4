"""Values of TOML that take several lines: in three quotes of the one kind a backslash has a
meaning, in those of the other nothing has (TOML 1.0, "String")."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = re.compile(r"(?P<key>[A-Za-z]+)[ \t]*=[ \t]*(?P<quotes>\"{3}|'{3})")
_CLOSING = {
    '"""': re.compile(r'(?:[^"\\]+|\\[\s\S]|"{1,2}(?!")|"(?="{3}))*(?P<closing>""")?'),
    "'''": re.compile(r"(?:[^']+|'{1,2}(?!')|'(?='{3}))*(?P<closing>''')?"),
}
_GOES_ON = re.compile(r"(?<!\\)(?:\\\\)*\\[ \t]*\r?\n")


class LongString(NamedTuple):
    """Such a value: its key, where its text begins and ends, and whether backslashes are signs."""

    key: str
    begin: int
    closing: int
    escapes: bool


def long_string(source: str, start: int, end: int) -> LongString | None:
    """The value whose key stands at `start`; None for none, or one that does not end."""
    opening = _OPENING.match(source, start, end)
    if opening is None:
        return None
    closing = _CLOSING[opening["quotes"]].match(source, opening.end(), end)
    # Up to two quotes may be the last of the text.
    at = closing.start("closing") if closing else -1
    return (
        LongString(opening["key"], opening.end(), at, opening["quotes"] == '"""')
        if at >= 0
        else None
    )


def goes_on(text: str) -> bool:
    """Whether a backslash at a line's end joins two lines of a value."""
    return _GOES_ON.search(text) is not None


def without_break(line: str) -> str:
    """A line of a value without the backslash that joins it to the next."""
    bare = line.removesuffix("\\")
    signs = len(line) - len(line.rstrip("\\"))
    return bare.rstrip() if signs % 2 else line


def as_written(text: str) -> str:
    """`text` as it stands in a value in which backslashes are signs."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
