"""Front matter written as JSON (Hugo): where its text stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"\{\s*\"")
_LONGEST = 50_000
"""Characters that are looked at for its end."""

_TOKEN = re.compile(r"\"(?P<string>(?:[^\"\\]|\\.)*)\"|(?P<bracket>[\[\]{}])|(?P<colon>:)")
_LINE_ENDS = re.compile(r"[ \t]*(?:\r?\n|\Z)")


class Value(NamedTuple):
    """A text of the front matter: its key, and where it stands between its quotes."""

    key: str
    start: int
    end: int


def end_of(source: str) -> int:
    """Where the front matter ends; 0 where the file does not begin with an object of JSON that
    has a line of its own behind it."""
    if not _OPENING.match(source):
        return 0
    try:
        found, end = json.JSONDecoder().raw_decode(source[:_LONGEST])
    except ValueError:
        return 0
    behind = _LINE_ENDS.match(source, end)
    return behind.end() if behind and isinstance(found, dict) else 0


def values(source: str, end: int) -> Iterator[Value]:
    """The texts that stand right in the object, in order."""
    depth, key, is_value = 0, "", False
    for token in _TOKEN.finditer(source, 0, end):
        if token["bracket"]:
            depth += 1 if token["bracket"] in "[{" else -1
            is_value = False
        elif token["colon"]:
            is_value = True
        elif depth == 1 and is_value:
            yield Value(key, token.start("string"), token.end("string"))
            is_value = False
        else:
            key = token["string"]
