"""Paragraphs that are wrapped by hand: telling them, and wrapping them again after an edit."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence

from reviewer.formats.shared.mapped import Mapping, SourcePatch, patched

_WIDEST = 100
_NARROWEST = 30
_NO_LINE = 400
_FIRST_WORD = re.compile(r"\S*")


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def is_wide(character: str) -> bool:
    """Whether lines break beside this character without a space (Chinese, Japanese)."""
    return unicodedata.east_asian_width(character) in "WF"


def wrap_width(paragraphs: Sequence[Sequence[str]]) -> int:
    """The column at which the lines of `paragraphs` are wrapped by hand, 0 if they are not.

    In a wrapped text a line that goes on in the next is full: the next line's first word
    had no room in it.
    """
    if any(len(line) > _NO_LINE for lines in paragraphs for line in lines):
        return 0
    inner = [
        (columns(line), columns(_first_word(after)))
        for lines in paragraphs
        for line, after in itertools.pairwise(lines)
    ]
    if len(inner) < 2:
        return 0
    # A line in twenty, and one in any case, may be too long (an address on the web).
    longest = sorted({length for length, _ in inner}, reverse=True)[: 2 + len(inner) // 20]
    return next((width for width in longest if _is_full(inner, width)), 0)


def _is_full(inner: Sequence[tuple[int, int]], width: int) -> bool:
    """Whether nearly all of `inner` (lines, first words of the next) are full at `width`."""
    full = sum(length + 1 + word > width for length, word in inner)
    return _NARROWEST <= width <= _WIDEST and full >= 0.9 * len(inner)


def _first_word(line: str) -> str:
    word = _FIRST_WORD.match(line)
    first = word.group() if word else ""
    return first[:1] if first and is_wide(first[0]) else first


def wrapped_again(
    source: str, mapping: Mapping, made: Sequence[SourcePatch], width: int
) -> list[SourcePatch]:
    """`made`, with the lines of the paragraph filled again from the line before the first."""
    if not made:
        return []
    line_ends = [
        (start, end)
        for character, start, end in zip(
            mapping.characters, mapping.starts, mapping.ends, strict=True
        )
        if character == " " and "\n" in source[start:end].replace("\r", "\n")
    ]
    first = min(patch.start for patch in made)
    before = [end for _, end in line_ends if end <= first]
    start = before[-2] if len(before) > 1 else mapping.starts[0]
    stop = mapping.ends[-1]
    changed = {(patch.start, patch.end) for patch in made}
    opened = [
        SourcePatch(*line_end, " ")
        for line_end in line_ends
        if line_end[0] >= start and line_end not in changed
    ]
    joined = patched(
        source[start:stop],
        [
            SourcePatch(patch.start - start, patch.end - start, patch.text)
            for patch in [*made, *opened]
        ],
    )
    if "\n" in joined or "\r" in joined:
        # Lines that are joined without a space, in Chinese or Japanese, stay as they are.
        return list(made)
    between = source[slice(*line_ends[0])] if line_ends else "\r\n" if "\r\n" in source else "\n"
    return [SourcePatch(start, stop, between.join(filled(joined, width)))]


def filled(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns; spaces at which a line breaks are lost."""
    first, *rest = re.split(r"(?<=\S)([ \t]+)(?=\S)", text)
    lines = [first]
    for space, word in zip(rest[::2], rest[1::2], strict=True):
        if columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += space + word
        else:
            lines.append(word)
    return lines
