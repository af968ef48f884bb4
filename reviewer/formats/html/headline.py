"""Which block of a page is the title of its article, and which the title of the window."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.domain import Block
from reviewer.formats.html.nodes import Found
from reviewer.formats.html.said import plain
from reviewer.text.lengths import substance

_BETWEEN = re.compile(r"\s[|–—·•:»«/-]\s|:\s|[|｜]")
_A_TITLE = 10.0
"""Letters of a part of the window's title that is no name of a site."""

_LEAST_LEVEL = 3
"""Headings below it are no title, whatever the window says."""


def headline_of(
    found: Sequence[Found], marks: Sequence[str], titles: Sequence[str] = ()
) -> int | None:
    """The number of the block that is the title; `marks` say of each what its markup says ("" if
    nothing), `titles` are those that the page's head names besides the window's.

    It is what a word processor calls the title, or the first h1 of the page's own text, or else
    one that the window's title repeats. An h1 that is only the site's name in the window's title
    gives way to the heading that is the rest of it, and one that no title names to another h1 that
    one names.
    """
    for index, each in enumerate(found):
        if each.block.role == "title" and not is_of_window(each) and not marks[index]:
            return index
    tops = [index for index in _headings(found) if found[index].block.level == 1]
    first = next((index for index in tops if not marks[index]), None)
    if first is not None:
        if is_named(found, first, titles):
            return first
        if _is_site_name(found, first):
            return _rest_of_window(found, marks, first)
        named = [index for index in tops if not marks[index] and is_named(found, index, titles)]
        return named[0] if len(named) == 1 else first
    headings = _headings(found)
    named = [index for index in tops if is_named(found, index, titles)] or [
        index
        for index in headings
        if found[index].block.level <= _LEAST_LEVEL and _is_told(found[index].block, titles)
    ]
    return named[0] if named else None


def is_named(found: Sequence[Found], index: int, titles: Sequence[str] = ()) -> bool:
    """Whether the window's title, or another title of the page, says what block `index` says."""
    return is_named_by_window(found, index) or _is_told(found[index].block, titles)


def _is_told(block: Block, titles: Sequence[str]) -> bool:
    """Whether one of the titles is most of a block, or the block most of one of them."""
    text = plain(block.text)
    return any(
        min(len(text), len(title)) * 2 > max(len(text), len(title))
        and (text in title or title in text)
        for title in map(plain, titles)
    )


def is_named_by_window(found: Sequence[Found], index: int) -> bool:
    """Whether the window's title says what block `index` says, and little else."""
    return any(_repeats(title, found[index].block) for title in _windows(found))


def is_of_window(each: Found) -> bool:
    """Whether a block is the title of the window."""
    return any(node.name == "title" for node in each.node.up())


def is_repeated(title: Block, found: Sequence[Found], reasons: Sequence[str]) -> bool:
    """Whether the window's title says again what a block of the page says, or has it between the
    marks that part it from the name and the business of the site."""
    parts = {part for part in _BETWEEN.split(_plain(title)) if substance(part) >= _A_TITLE}
    return any(
        not out
        and each.block.role != "title"
        and (_plain(each.block) in parts or _repeats(title, each.block))
        for each, out in zip(found, reasons, strict=True)
    )


def _rest_of_window(found: Sequence[Found], marks: Sequence[str], first: int) -> int:
    """The one heading of the page that the window's title names, or `first`."""
    named = [
        index
        for index in _headings(found)
        if found[index].block.level <= _LEAST_LEVEL
        and not marks[index]
        and is_named_by_window(found, index)
    ]
    return named[0] if len(named) == 1 else first


def _is_site_name(found: Sequence[Found], index: int) -> bool:
    """Whether a heading is the smaller part of the window's title."""
    text = _plain(found[index].block)
    return not is_named_by_window(found, index) and any(
        text in _plain(title) for title in _windows(found)
    )


def _headings(found: Sequence[Found]) -> list[int]:
    return [index for index, each in enumerate(found) if each.block.role == "heading"]


def _windows(found: Sequence[Found]) -> list[Block]:
    return [each.block for each in found if each.block.role == "title"]


def _repeats(title: Block, block: Block) -> bool:
    """Whether `title` is the text of `block`, and perhaps the name of the site."""
    text, whole = _plain(block), _plain(title)
    return text in whole and 2 * substance(text) > substance(whole)


def _plain(block: Block) -> str:
    """Its words in small letters: many blogs put a no-break space into a heading only."""
    return " ".join(block.text.casefold().split())
