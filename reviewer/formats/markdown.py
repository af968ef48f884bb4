"""Markdown: CommonMark with tables; markup stays where it is when its words change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.domain import Document, Role, TextEdit
from reviewer.formats.changes import by_block, changes, edited
from reviewer.formats.encodings import decode
from reviewer.formats.mapped import MappedBlock, Mapping, Patch, mapped_block, patched, patches
from reviewer.formats.markdown_inline import Walk
from reviewer.formats.stored import same_blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_LINE_START = re.compile(r"\r\n|\n|\r")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#~|&!]|^\s*[-+=]|^\s*\d+(?=[.)]))")


def read(path: str, data: bytes) -> Document:
    """The document in `data`; front matter, code and raw HTML are chrome."""
    decoded = decode(data, path=path)
    blocks = tuple(mapped.block for mapped in _mapped(decoded.text))
    return Document(path, "markdown", blocks, data, decoded.codec)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`.

    New text is escaped only where it would read otherwise; where a change breaks the
    markup around it (an emphasis loses its only word), the paragraph gives up its markup.
    """
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    source = decoded.text
    blocks = same_blocks(document, _mapped(source))
    wanted: dict[int, str] = {}
    ways: dict[int, int] = {}
    grouped = by_block(edits)
    for number, of_block in grouped.items():
        text = blocks[number].mapping.text
        wanted[number] = edited(text, changes(text, of_block, document.path))
        ways[number] = 0
    while True:
        made: list[Patch] = []
        for number, way in ways.items():
            mapping = blocks[number].mapping
            found = changes(mapping.text, grouped[number], document.path)
            made += _patches(source, mapping, found, wanted[number], way)
        result = patched(source, made)
        wrong = _wrong(document, wanted, result)
        again = [number for number in wrong if ways[number] < len(_WAYS) - 1]
        if not again:
            return decoded.encode(result)
        for number in again:
            ways[number] += 1


_WAYS = ("as it is", "escaped", "without markup")


def _patches(
    source: str,
    mapping: Mapping,
    found: Sequence,
    wanted: str,
    way: int,  # type: ignore[type-arg]
) -> list[Patch]:
    if way < 2:
        return patches(mapping, found, lambda text, _i, _h: _escaped(text) if way else text)
    return [Patch(mapping.starts[0], mapping.ends[-1], _escaped(wanted.strip()))]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(
        lambda match: (
            match[1][:-1] + "\\" + match[1][-1]
            if not match[1].strip().isdigit()
            else match[1] + "\u200b"
        ),
        text,
    )


def _wrong(document: Document, wanted: Dictionary[int, str], result: str) -> list[int]:
    """The edited blocks whose text does not read as wanted, as far as blocks can be told."""
    texts = [_plain(mapped.block.text) for mapped in _mapped(result)]
    expected = [
        (number, _plain(wanted.get(number, block.text)))
        for number, block in enumerate(document.blocks)
    ]
    expected = [(number, text) for number, text in expected if text]
    if len(expected) == len(texts):
        return [
            number
            for (number, text), found in zip(expected, texts, strict=True)
            if number in wanted and text != found
        ]
    remaining = set(texts)
    return [number for number, text in expected if number in wanted and text not in remaining]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


class _Lines:
    """The lines of a source; as markdown-it counts them, without their ends."""

    def __init__(self, source: str, offset: int) -> None:
        self.offset = offset
        self.starts = [offset]
        self.ends: list[int] = []
        for match in _LINE_START.finditer(source, offset):
            self.ends.append(match.start())
            self.starts.append(match.end())
        self.ends.append(len(source))
        self.source = source

    def text(self) -> str:
        """The lines with "\\n" between them."""
        return "\n".join(
            self.source[start:end] for start, end in zip(self.starts, self.ends, strict=True)
        )


def _mapped(source: str) -> list[MappedBlock]:
    front = _FRONT_MATTER.match(source)
    lines = _Lines(source, front.end() if front else 0)
    parser = _parser()
    blocks: list[MappedBlock] = []
    if front:
        mapping = Mapping()
        mapping.add_run(front.group().rstrip(), 0)
        blocks.append(mapped_block(mapping, chrome=True))
    open_blocks: list[Token] = []
    row_position: dict[int, int] = {}
    for token in parser.parse(lines.text()):
        if token.nesting == 1:
            open_blocks.append(token)
        elif token.nesting == -1:
            open_blocks.pop()
        elif token.type == "inline":
            blocks += _inline(parser, token, lines, open_blocks, row_position)
        elif token.type in ("fence", "code_block", "html_block") and token.map:
            blocks += _verbatim(token, lines)
    return _titled(blocks)


def _titled(blocks: Sequence[MappedBlock]) -> list[MappedBlock]:
    """The blocks; the first heading of the first level is the title."""
    made = list(blocks)
    for number, mapped in enumerate(made):
        if mapped.block.role == "heading" and mapped.block.level == 1:
            made[number] = replace(mapped, block=replace(mapped.block, role="title"))
            break
    return made


def _verbatim(token: Token, lines: _Lines) -> Iterator[MappedBlock]:
    first, last = token.map or (0, 0)
    mapping = Mapping()
    start, end = lines.starts[first], lines.ends[min(last, len(lines.ends)) - 1]
    text = lines.source[start:end]
    left = len(text) - len(text.lstrip())
    mapping.add_run(text.strip(), start + left)
    if mapping:
        yield mapped_block(mapping, chrome=True)


def _inline(
    parser: MarkdownIt,
    token: Token,
    lines: _Lines,
    open_blocks: Sequence[Token],
    row_position: dict[int, int],
) -> Iterator[MappedBlock]:
    role, level = _role(open_blocks)
    places = _places(token, lines, role == "table_cell", row_position)
    if places is None:
        return
    for mapping in Walk(parser, token.content).over(token.children or ()):
        moved = _moved(mapping, places).trimmed()
        if moved:
            yield mapped_block(moved, role, level=level)


def _role(open_blocks: Sequence[Token]) -> tuple[Role, int]:
    for token in reversed(open_blocks):
        if token.type == "heading_open":
            return "heading", int(token.tag[1])
        if token.type in ("td_open", "th_open"):
            return "table_cell", 0
        if token.type == "list_item_open":
            return "list_item", 0
        if token.type == "blockquote_open":
            return "paragraph", 0
    return "paragraph", 0


def _places(
    token: Token, lines: _Lines, is_cell: bool, row_position: dict[int, int]
) -> list[int] | None:
    """Where each character of the token's content (and its end) stands in the source."""
    if not token.map:
        return None
    first = token.map[0]
    places: list[int] = []
    for number, line in enumerate(token.content.split("\n")):
        if first + number >= len(lines.starts):
            return None
        start, end = lines.starts[first + number], lines.ends[first + number]
        if is_cell:
            start = max(start, row_position.get(first, 0))
            found = _cell_places(lines.source, line, start, end)
        else:
            at = lines.source.find(line, start, end)
            found = list(range(at, at + len(line) + 1)) if at >= 0 else None
        if found is None:
            return None
        if is_cell:
            row_position[first] = found[-1]
        places += found
    return places


def _cell_places(source: str, cell: str, start: int, end: int) -> list[int] | None:
    """As `_places` for a table cell, in which "|" is written with a backslash."""
    pattern = re.compile(
        r"(?<![^|\s])"
        + r"".join(r"\\?\|" if character == "|" else re.escape(character) for character in cell)
        + r"(?=\s*(?:\||$))"
    )
    match = pattern.search(source[:end], start)
    if not match:
        return None
    places = []
    position = match.start()
    for character in cell:
        if character == "|" and source[position] == "\\":
            position += 1
        places.append(position)
        position += 1
    return [*places, position]


def _moved(mapping: Mapping, places: Sequence[int]) -> Mapping:
    """A mapping into the token's content as one into the source."""
    moved = Mapping()
    for character, start, end in zip(mapping.characters, mapping.starts, mapping.ends, strict=True):
        last = places[end - 1] + 1 if end > start else places[end]
        moved.add(character, places[start], max(last, places[start]))
    return moved
