"""Values of YAML that take several lines: `>` folds their lines into paragraphs, `|` keeps them,
and what stands on indented lines behind a key without either is folded as well."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from reviewer.formats.shared.line_breaks import joined_lines
from reviewer.formats.shared.mapped import Mapping

_HEADER = re.compile(
    r"(?P<key>[A-Za-z]+)[ \t]*:[ \t]+(?:[&!][^\s>|]*[ \t]+)*(?P<style>[>|])(?P<how>[1-9+-]{0,2})"
    r"[ \t]*(?:[ \t]#[^\r\n]*)?\Z"
)
_NO_TEXT = re.compile(r"\s*(?:-\s|[\w\"'-]+[ \t]*:(?:\s|\Z)|[\[{&!*|>%@`#])")
"""How lists, tables and other data begin."""


class BlockScalar(NamedTuple):
    """The beginning of such a value: its key, `>` or `|`, and the indent that it says (0: none)."""

    key: str
    style: str
    indent: int


def block_scalar(line: str) -> BlockScalar | None:
    """The value that begins behind `line`, None where the line holds it itself."""
    match = _HEADER.match(line)
    if match is None:
        return None
    said = match["how"].strip("+-")
    return BlockScalar(match["key"], match["style"], int(said or 0))


def end_of_indented(source: str, start: int, end: int) -> int:
    """Where the indented lines end that begin at `start`; empty lines behind them are none of
    theirs."""
    position = last = start
    while position < end:
        stop = source.find("\n", position, end) + 1 or end
        line = source[position:stop]
        if line.strip():
            if line[0] not in " \t":
                break
            last = stop
        position = stop
    return last


def is_folded_text(first: str, rest: str) -> bool:
    """Whether the value of a key is text that goes on from `first`, on the line of the key, to
    the indented lines `rest`, and no list and no table."""
    whole = f"{first} {rest}".strip()
    if _NO_TEXT.match(first.strip() or rest):
        return False
    if whole[0] in "\"'":
        return whole.endswith(whole[0])
    return not re.search(r"\s#", first + rest)


def paragraphs(
    source: str,
    start: int,
    end: int,
    scalar: BlockScalar,
    add: Callable[[Mapping, str, int], None] = Mapping.add_run,
) -> list[Mapping]:
    """The text in `source[start:end]`, the lines of `scalar`: a mapping for each paragraph, and
    for each line that says something for itself. `add` appends what a line says."""
    folded, indent = scalar.style == ">", scalar.indent
    groups: list[list[Mapping]] = [[]]
    alone = False
    for line, at in _lines(source, start, end):
        text = line.strip()
        if not text:
            groups.append([])
            continue
        width = len(line) - len(line.lstrip(" \t"))
        indent = indent or width
        # A line that stands further in is not folded.
        if alone or (folded and width > indent):
            groups.append([])
        alone = folded and width > indent
        mapping = Mapping()
        add(mapping, text, at + width)
        groups[-1].append(mapping)
    return [
        made
        for group in groups
        if group
        for made in joined_lines(
            group,
            [(one.ends[-1], other.starts[0]) for one, other in pairwise(group)],
            always=folded,
        )
    ]


def pieces(source: str, start: int, end: int) -> list[tuple[str, int]]:
    """The text of each line of `source[start:end]` that has some, and where it stands."""
    return [
        (line.strip(), at + len(line) - len(line.lstrip()))
        for line, at in _lines(source, start, end)
        if line.strip()
    ]


def _lines(source: str, start: int, end: int) -> list[tuple[str, int]]:
    made, position = [], start
    for line in re.split(r"(?<=\n)", source[start:end]):
        made.append((line.rstrip("\r\n"), position))
        position += len(line)
    return made if made[-1][0] or len(made) == 1 else made[:-1]
