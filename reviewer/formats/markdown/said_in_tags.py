"""Words in the tags of components and short codes: `title="The old bridge"`.

Titles, labels and texts of pictures stand there, which a reader sees and a translator translates,
beside addresses, names of classes and switches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.markup import characters, words
from reviewer.formats.shared.markup import escaped as with_entities
from reviewer.text.endings import ends_as_sentence

Way = Literal["entities", "backslash", "plain"]
PART = "words in a tag: "
"""Begins the `part` of such blocks, before the way and the quote in which they are written."""

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*+`", re.DOTALL)
_QUOTED_PLAINLY = re.compile("\"[^\"]*+\"|'[^']*+'")
_KEY = re.compile(r"(?P<key>[\w-]+)\s*+(?P<sign>[:=]\s*+[{\[(\s]*+)\Z")
_LISTED = re.compile(r"[,\[]\s*+\Z")
_LONGEST_KEY = 60
"""Characters before a quote in which its key is looked for."""

_WORDED = words(
    "title subtitle heading header headline alt label caption description desc summary text "
    "content tooltip placeholder message note quote question answer button attr aria-label items "
    "labels options headers columns tabs"
)
"""What keys of words are called in the components and themes that people share."""

_CODED = words(
    "class classname style src href url link to id key type name icon img image file path layout "
    "lang language d points viewbox sx target rel width height size sizes align date format"
)
"""Keys of what no reader reads, however much it looks like words."""

_QUOTES = "\"'`"
_ADDRESS = re.compile(r"://|^[#./@$]|^\S+\.[a-z]{2,4}$")
_CODE = re.compile(r"[{}<>=;|\\_]")
_LETTER = re.compile(r"[^\W\d_]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}")


class Said(NamedTuple):
    """Words that a tag says: `start` to `end` of it, and how they are written there."""

    start: int
    end: int
    way: Way
    quote: str

    @property
    def part(self) -> str:
        """The `part` of a block of them."""
        return f"{PART}{self.way} {self.quote}"

    def mapping(self, source: str, at: int) -> Mapping:
        """The words, where the tag begins at `at` in `source`."""
        start, end = at + self.start, at + self.end
        found = Mapping()
        if self.way == "entities":
            for character, begin, stop in characters(source, start, end):
                found.add(" " if character == "\n" else character, begin, stop)
            return found
        while start < end:
            escapes = self.way == "backslash" and source[start] == "\\" and start + 1 < end
            length = 2 if escapes and source[start + 1] in "\\\"'" else 1
            character = source[start + length - 1]
            found.add(" " if character == "\n" else character, start, start + length)
            start += length
        return found


def words_in(tag: str, *, entities: bool) -> Iterator[Said]:
    """The words in `tag`, in order. With `entities` values are written as in HTML, but in braces;
    else with backslashes, and as they are in grave accents."""
    key = ""
    for start, end, way in _strings(tag, entities=entities):
        before = tag[max(start - 1 - _LONGEST_KEY, 0) : start - 1]
        if named := _KEY.search(before):
            key = named["key"].casefold()
        elif not _LISTED.search(before):
            key = ""
        if _is_worded(key, tag[start:end]):
            yield Said(start, end, way, tag[start - 1])


def _strings(tag: str, *, entities: bool) -> Iterator[tuple[int, int, Way]]:
    """Where what stands in quotes begins and ends, and how it is written."""
    at = depth = 0
    while at < len(tag):
        sign = tag[at]
        depth += (sign == "{") - (sign == "}")
        plain = entities and not depth
        match = (_QUOTED_PLAINLY if plain else _QUOTED).match(tag, at) if sign in _QUOTES else None
        if match:
            way: Way = "plain" if sign == "`" else "entities" if plain else "backslash"
            yield at + 1, match.end() - 1, way
        at = match.end() if match else at + 1


def _is_worded(key: str, value: str) -> bool:
    """Whether a reader reads `value`, by its key or, under one that says nothing, by its look."""
    if key in _CODED or not _LETTER.search(value) or _ADDRESS.search(value):
        return False
    if key in _WORDED:
        return True
    if _CODE.search(value) or not (_WIDE.search(value) or " " in value.strip()):
        return False
    first = value.lstrip()[0]
    return ends_as_sentence(value) or not (first.islower() or first.isdigit())


def written(text: str, part: str) -> str:
    """`text` as it is written in a block of this `part`."""
    way, quote = part.removeprefix(PART).split(" ")
    if way == "plain":
        return text.replace(quote, "'").replace("${", "$ {")
    if way == "entities":
        return with_entities(text).replace('"', "&quot;").replace("'", "&#39;")
    return text.replace("\\", "\\\\").replace(quote, "\\" + quote)
