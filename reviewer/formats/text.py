"""Plain text: a paragraph a line, or paragraphs wrapped by hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.domain import Document, Role, TextEdit
from reviewer.formats.changes import by_block, changes
from reviewer.formats.encodings import Decoded, decode
from reviewer.formats.mapped import MappedBlock, Mapping, Patch, mapped_block, patched, patches
from reviewer.formats.stored import same_blocks

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BLANK = " \t\x1a\x1c\x1d\x1e\x1f\ufeff"
_BULLET = re.compile(r"([•‣▪●◦·*–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")
_SENTENCE_END = re.compile(
    r"[.!?…:;,،؛؟۔।॥。！？：；，、．։።]"
    r"[\"'»«”“’‘)\]）」』】〉》]*$"
)
_LONGEST_HEADING = 100
_LONGEST_TITLE = 160
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 30


@dataclass(frozen=True, slots=True)
class _Line:
    """`text[start:end]` without the white space around it; `gap`: a blank line before it."""

    start: int
    end: int
    gap: bool


def read(path: str, data: bytes) -> Document:
    """The document in `data`; a block for each paragraph."""
    decoded = decode(data, path=path)
    blocks = tuple(mapped.block for mapped in _mapped(decoded.text))
    return Document(path, "text", blocks, data, decoded.codec)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; wrapped paragraphs are wrapped again."""
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    text = decoded.text
    lines = _lines(text)
    width = _wrap_width(text, lines)
    blocks = same_blocks(document, _mapped(text))
    made: list[Patch] = []
    for number, of_block in by_block(edits).items():
        mapping = blocks[number].mapping
        of_text = patches(
            mapping,
            changes(mapping.text, of_block, document.path),
            lambda new, _index, _how: new,
        )
        made += _wrapped_again(text, mapping, of_text, width) if width else of_text
    return _encoded(decoded, patched(text, made))


def _encoded(decoded: Decoded, text: str) -> bytes:
    return decoded.encode(text)


def _mapped(text: str) -> list[MappedBlock]:
    lines = _lines(text)
    if _wrap_width(text, lines):
        paragraphs = _paragraphs(lines)
    else:
        paragraphs = [[line] for line in lines]
    blocks = []
    for paragraph in paragraphs:
        mapping = Mapping()
        for previous, line in zip([None, *paragraph], paragraph, strict=False):
            if previous is not None:
                mapping.add(" ", previous.end, line.start)
            mapping.add_run(text[line.start : line.end], line.start)
        blocks.append(mapped_block(mapping))
    roles = _roles([mapped.block.text for mapped in blocks])
    return [
        replace(mapped, block=replace(mapped.block, role=role))
        for mapped, role in zip(blocks, roles, strict=True)
    ]


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
        if start >= end:
            gap = True
            continue
        lines.append(_Line(start, end, gap))
        gap = False
    return lines


def _paragraphs(lines: Sequence[_Line]) -> list[list[_Line]]:
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if line.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _wrap_width(text: str, lines: Sequence[_Line]) -> int:
    """The column at which the lines are wrapped by hand, 0 if they are not.

    In a wrapped text a line that goes on in the next is full: the next line's first word
    had no room in it.
    """
    inner = [
        (columns(text[line.start : line.end]), columns(_first_word(text[after.start : after.end])))
        for line, after in zip(lines, lines[1:], strict=False)
        if not after.gap
    ]
    if len(inner) < 2:
        return 0
    # One line in twenty may be too long (an address on the web).
    width = sorted(length for length, _ in inner)[int((len(inner) - 1) * 0.95)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = sum(length + 1 + word > width for length, word in inner)
    longer = sum(columns(text[line.start : line.end]) > width + 10 for line in lines)
    return width if full >= 0.9 * len(inner) and longer <= 0.1 * len(lines) else 0


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def _first_word(line: str) -> str:
    word = re.match(r"\S+", line)
    first = word.group() if word else ""
    # Chinese and Japanese break anywhere.
    return first[:1] if first and columns(first[0]) == 2 else first


def _wrapped_again(text: str, mapping: Mapping, made: Sequence[Patch], width: int) -> list[Patch]:
    """`made`, and line ends moved so that no line from the first change on is too long."""
    if not made:
        return []
    start, end = mapping.starts[0], mapping.ends[-1]
    first = min(patch.start for patch in made)
    line_start = max(
        [start]
        + [
            mapping.ends[index]
            for index, character in enumerate(mapping.characters)
            if character == " "
            and mapping.ends[index] <= first
            and not text[mapping.starts[index] : mapping.ends[index]].strip(" ") == ""
        ]
    )
    line_ends = [
        Patch(mapping.starts[index], mapping.ends[index], " ")
        for index, character in enumerate(mapping.characters)
        if mapping.starts[index] >= line_start
        and character == " "
        and text[mapping.starts[index] : mapping.ends[index]] != " "
        and not any(
            patch.start < mapping.ends[index] and mapping.starts[index] < patch.end
            for patch in made
        )
    ]
    breaks = [text[patch.start : patch.end] for patch in line_ends]
    shifted = [
        Patch(patch.start - line_start, patch.end - line_start, patch.text)
        for patch in [*made, *line_ends]
    ]
    joined = patched(text[line_start:end], shifted)
    between = breaks[0] if breaks else "\r\n" if "\r\n" in text else "\n"
    return [Patch(line_start, end, between.join(_filled(joined, width)))]


def _filled(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _roles(texts: Sequence[str]) -> list[Role]:
    """Headings are short lines without sentence punctuation that stand over a paragraph.

    At the start of the text several may stand together (site, title, author and date).
    """
    short = [_is_short(text, _LONGEST_HEADING) for text in texts]
    opening = 0
    while opening < min(len(texts), 6) and _is_short(texts[opening], _LONGEST_TITLE):
        opening += 1
    followed = opening < len(texts) and _is_sentence(texts[opening])
    roles: list[Role] = []
    for index, text in enumerate(texts):
        alone = (
            short[index]
            and not (index > 0 and short[index - 1])
            and index + 1 < len(texts)
            and _is_sentence(texts[index + 1])
        )
        if _BULLET.match(text):
            roles.append("list_item")
        elif alone or (followed and index < opening):
            roles.append("heading")
        else:
            roles.append("paragraph")
    return roles


def _is_short(text: str, longest: int) -> bool:
    return columns(text) <= longest and not _SENTENCE_END.search(text)


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text)) or columns(text) > _LONGEST_TITLE
