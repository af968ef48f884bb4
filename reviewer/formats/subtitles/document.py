"""Subtitles in SubRip (srt) and WebVTT: a block for each cue; numbers and times are no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reviewer.domain import Document, Edit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.new_blocks.places import inline, split
from reviewer.formats.plain.encodings import decode
from reviewer.formats.shared.changes import by_block, changes
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch, mapped_block, patched, patches
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.subtitles.cues import Cue, cues, each_cue, is_web
from reviewer.formats.subtitles.new_cues import NewCues
from reviewer.messages import message


def read(path: str, data: bytes) -> Document:
    """The document in `data`; the lines of a cue are one block, those of two speakers two."""
    decoded = decode(data, path=path)
    blocks = tuple(mapped.block for mapped in _mapped(each_cue(decoded.text)))
    if not blocks and "-->" not in decoded.text:
        raise DamagedFileError(
            path,
            message(
                "“{path}” has no subtitles: no line with times such as 00:01:02,000 --> ...",
                path=path,
            ),
        )
    return Document(path, "subtitles", blocks, data, decoded.codec)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; times and line breaks stay, and numbers unless a new
    cue comes before them."""
    decoded = decode(document.original, codec=document.encoding, path=document.path)
    found = cues(decoded.text)
    blocks = same_blocks(document, list(_mapped(found)))
    texts, new = split(edits)
    added = NewCues(decoded.text, found, new)
    texts = inline([*texts, *added.left], [len(block.mapping) for block in blocks])
    edited: list[SourcePatch] = []
    for number, of_block in by_block(texts).items():
        mapping = blocks[number].mapping
        edited += patches(
            mapping,
            changes(mapping.text, of_block, document.path),
            lambda text, _index, _how: escaped(text) if is_web(decoded.text) else text,
        )
    return decoded.encode(patched(decoded.text, [*added.before, *edited, *added.behind]))


def _mapped(found: Iterable[Cue]) -> Iterator[MappedBlock]:
    for cue in found:
        times = f"{cue.times['start']} --> {cue.times['end']}"
        for mapping in cue.texts:
            mapped = mapped_block(mapping)
            yield replace(mapped, block=replace(mapped.block, note=times))
