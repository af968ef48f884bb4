"""Plain text: a paragraph a line, or paragraphs wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.domain import Document, Edit, NewBlock, Role
from reviewer.formats.plain.encodings import decode
from reviewer.formats.shared.changes import by_block, changes
from reviewer.formats.shared.mapped import (
    MappedBlock,
    Mapping,
    SourcePatch,
    mapped_block,
    patched,
    patches,
    readable,
)
from reviewer.formats.shared.short_lines import LONGEST_TITLE, is_sentence, is_short
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.shared.wrapped import filled, is_wide, wrap_width, wrapped_again

_LINE = re.compile("[^\n\r\f\v\x85\u2028\u2029]+")
_BLANK = " \t\x1a\x1c\x1d\x1e\x1f\ufeff"
_LIST_MARK = re.compile(r"([•‣▪●◦·*–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")
_LONGEST_OPENING = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """`text[start:end]` without the white space around it; `gap`: a blank line before it."""

    start: int
    end: int
    gap: bool


def read(path: str, data: bytes) -> Document:
    """The document in `data`; a block for each paragraph."""
    decoded = decode(data, path=path)
    blocks = tuple(mapped.block for mapped in _mapped(decoded.text)[0])
    return Document(path, "text", blocks, data, decoded.codec)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; wrapped paragraphs are wrapped again."""
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    mapped, width = _mapped(decoded.text)
    blocks = same_blocks(document, list(mapped))
    # All that knows where new blocks go: who only reads does not wait for it.
    from reviewer.formats.new_blocks.lines import line_patches
    from reviewer.formats.new_blocks.places import split

    texts, new = split(edits)
    made: list[SourcePatch] = []
    for number, of_block in by_block(texts).items():
        mapping = blocks[number].mapping
        found = changes(mapping.text, of_block, document.path)
        of_text = patches(mapping, found, lambda text, _index, _how: text)
        made += wrapped_again(decoded.text, mapping, of_text, width) if width else of_text
    newline = "\r\n" if "\r\n" in decoded.text else "\n"

    def written(each: NewBlock, _number: int) -> str:
        return newline.join(filled(each.text, width)) if width else each.text

    made += line_patches(decoded.text, blocks, new, written)
    return decoded.encode(patched(decoded.text, made))


def paragraphs_of(text: str) -> Iterator[MappedBlock]:
    """The paragraphs of a text that stands by itself in another format (`pre` in HTML)."""
    return _mapped(text)[0]


def _mapped(text: str) -> tuple[Iterator[MappedBlock], int]:
    """The blocks and the width at which the text is wrapped by hand (0: it is not)."""
    lines = _lines(text)
    paragraphs = _paragraphs(lines)
    width = wrap_width([[text[line.start : line.end] for line in each] for each in paragraphs])
    if not width:
        paragraphs = [[line] for line in lines]
    roles = _roles([_read(text, paragraph) for paragraph in paragraphs])
    blocks = (
        mapped_block(_joined(text, paragraph), role)
        for paragraph, role in zip(paragraphs, roles, strict=True)
    )
    return blocks, width


def _read(text: str, lines: Sequence[_Line]) -> str:
    """The text of the lines together; quicker than what also knows where it stands."""
    said = text[lines[0].start : lines[0].end]
    for before, line in pairwise(lines):
        said += "" if _meet(text, before, line) else " "
        said += text[line.start : line.end]
    return readable(said)


def _meet(text: str, before: _Line, line: _Line) -> bool:
    """Whether two lines are joined without a space."""
    return is_wide(text[before.end - 1]) and is_wide(text[line.start])


def _joined(text: str, lines: Sequence[_Line]) -> Mapping:
    mapping = Mapping()
    mapping.add_run(text[lines[0].start : lines[0].end], lines[0].start)
    for before, line in pairwise(lines):
        if not _meet(text, before, line):
            mapping.add(" ", before.end, line.start)
        mapping.add_run(text[line.start : line.end], line.start)
    return mapping


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    gap = True
    previous_end = 0
    for match in _LINE.finditer(text):
        between = text[previous_end : match.start()].replace("\r\n", "\n")
        gap = gap or len(between) > 1
        previous_end = match.end()
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip(_BLANK))
        end = match.start() + len(raw.rstrip(_BLANK))
        if start >= end or not raw.strip():
            gap = True
            continue
        lines.append(_Line(start, end, gap))
        gap = False
    return lines


def _paragraphs(lines: Sequence[_Line]) -> list[list[_Line]]:
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if line.gap:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _roles(texts: Sequence[str]) -> list[Role]:
    """Headings are short lines without sentence punctuation that stand over a paragraph.

    At the start of the text several may stand together (site, title, author and date).
    """
    opening = 0
    while opening < min(len(texts), _LONGEST_OPENING) and is_short(texts[opening], LONGEST_TITLE):
        opening += 1
    if opening == len(texts) or not is_sentence(texts[opening]):
        opening = 0
    short = [is_short(text) for text in texts]
    roles: list[Role] = []
    for index, text in enumerate(texts):
        alone = (
            short[index]
            and not (index > 0 and short[index - 1])
            and index + 1 < len(texts)
            and is_sentence(texts[index + 1])
        )
        if _LIST_MARK.match(text):
            roles.append("list_item")
        elif alone or index < opening:
            roles.append("heading")
        else:
            roles.append("paragraph")
    return roles
