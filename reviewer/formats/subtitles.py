"""Subtitles in SubRip (srt) and WebVTT: a block for each cue; numbers and times are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewer.domain import Document, TextEdit, message
from reviewer.formats.changes import by_block, changes
from reviewer.formats.encodings import decode
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.mapped import (
    MappedBlock,
    Mapping,
    SourcePatch,
    mapped_block,
    patched,
    patches,
)
from reviewer.formats.markup import characters, escaped
from reviewer.formats.stored import same_blocks

_TIMES = re.compile(
    r"[ \t]*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}[ \t]*-->[ \t]*(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}.*"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARKS = re.compile(r"</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}|<\d[\d:.]*>")
"""Italics, colours, voices, positions."""

_NEW_SPEAKER = re.compile(r"[ \t]*[-–—‐]")


def read(path: str, data: bytes) -> Document:
    """The document in `data`; the lines of a cue are one block, those of two speakers two."""
    decoded = decode(data, path=path)
    blocks = tuple(mapped.block for mapped in _mapped(decoded.text))
    if not blocks and "-->" not in decoded.text:
        raise DamagedFileError(
            path,
            message(
                "“{path}” has no subtitles: no line with times such as 00:01:02,000 --> ...",
                path=path,
            ),
        )
    return Document(path, "subtitles", blocks, data, decoded.codec)


def write(document: Document, edits: Sequence[TextEdit]) -> bytes:
    """The bytes of `document` after `edits`; numbers, times and line breaks stay."""
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    blocks = same_blocks(document, _mapped(decoded.text))
    is_web = _is_web(decoded.text)
    made: list[SourcePatch] = []
    for number, of_block in by_block(edits).items():
        mapping = blocks[number].mapping
        found = changes(mapping.text, of_block, document.path)
        made += patches(
            mapping, found, lambda text, _index, _how: escaped(text) if is_web else text
        )
    return decoded.encode(patched(decoded.text, made))


def _is_web(text: str) -> bool:
    return text.startswith("WEBVTT")


def _mapped(text: str) -> list[MappedBlock]:
    return [mapped_block(mapping) for mapping in _cues(text, _is_web(text))]


def _cues(text: str, is_web: bool) -> Iterator[Mapping]:
    lines = [match for match in _LINE.finditer(text) if match[0]]
    number = 0
    while number < len(lines):
        if not _TIMES.match(lines[number][0]):
            number += 1
            continue
        number += 1
        first = number
        while number < len(lines) and not _TIMES.match(lines[number][0]):
            if is_web and not lines[number][0].strip():
                break
            number += 1
        last = number
        if first < number < len(lines):
            # Right above its times stands the number of the next cue, which is no text.
            last -= lines[number - 1][0].strip().isdecimal()
        # In SubRip a blank line ends no cue: players show what follows it as well.
        for is_text, group in groupby(lines[first:last], lambda line: bool(line[0].strip())):
            if is_text:
                yield from _speakers(text, list(group), is_web)


def _speakers(text: str, lines: Sequence[re.Match[str]], is_web: bool) -> Iterator[Mapping]:
    mapping = Mapping()
    end = 0
    for line in lines:
        start = line.start()
        stop = start + len(line[0].rstrip("\r\n"))
        if len(mapping) and _NEW_SPEAKER.match(line[0]):
            yield from _said(mapping)
            mapping = Mapping()
        if len(mapping) and not mapping.characters[-1].isspace():
            mapping.add(" ", end, start)
        _add_line(mapping, text, start, stop, is_web)
        end = stop
    yield from _said(mapping)


def _add_line(mapping: Mapping, text: str, start: int, stop: int, is_web: bool) -> None:
    position = start
    for mark in (*_MARKS.finditer(text, start, stop), None):
        end = mark.start() if mark else stop
        if is_web:
            for each in characters(text, position, end):
                mapping.add(*each)
        else:
            mapping.add_run(text[position:end], position)
        position = mark.end() if mark else stop


def _said(mapping: Mapping) -> Iterator[Mapping]:
    if trimmed := mapping.trimmed():
        yield trimmed
