"""Files that hold a text and its translation in units: XLIFF, TMX, PO, tables.

Both sides are documents with a block for each unit, in the same order and with the same
`Block.unit`; a unit that is not translated has a block without text on that side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape

from reviewer.domain import Block, Document, TextEdit
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch, patched, patches
from reviewer.formats.shared.markup import resolved
from reviewer.formats.shared.stored import same_blocks

UNNAMED = ("source", "target")
"""What the sides are called in a file that names no languages."""


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """The source of a file and its translations, one for each language."""

    source: Document
    translations: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a translation goes that is not there: `source[start:end]` gives way to it.

    `also` are further patches, as start, end and text: what the file says of the unit's state.
    `around` is written once around all translations that go to the same place, `lead` before each
    but the first of them.
    """

    start: int
    end: int
    before: str = ""
    after: str = ""
    also: tuple[tuple[int, int, str], ...] = ()
    around: tuple[str, str] = ("", "")
    lead: str = ""


_WHITE = str.maketrans("\n\r\t", "   ")
_NO_MAPPING = Mapping()


@dataclass(slots=True)
class Entry:
    """One side of a unit while it is read."""

    mapping: Mapping = field(default_factory=Mapping)
    gap: Gap = Gap(0, 0)
    codes: list[str] = field(default_factory=list)
    text: str | None = None
    """What the mapping says, once it is read to its end."""
    place: tuple[int, int] = (0, 0)
    also: tuple[tuple[int, int, str], ...] = ()
    """Patches, as start, end and text, once somebody has changed the text that is there."""

    def close(self, *, keep: bool) -> None:
        """Nothing more comes. The mapping is dropped unless writing needs it (`keep`)."""
        mapping = self.mapping.trimmed()
        self.text = mapping.text
        self.place = (mapping.starts[0], mapping.ends[-1]) if len(mapping) else (0, 0)
        self.mapping = mapping if keep else _NO_MAPPING

    def add(self, source: str, start: int, end: int) -> None:
        """Append the text `source[start:end]` of an XML source."""
        position = start
        while position < end:
            reference = source.find("&", position, end)
            stop = end if reference < 0 else reference
            self.mapping.add_run(source[position:stop].translate(_WHITE), position)
            if reference < 0:
                return
            text, position = resolved(source, reference, end)
            for number, character in enumerate(text):
                # The second character of a reference that gives two is empty at its end.
                at = position if number else reference
                self.mapping.add(character.translate(_WHITE), at, position)

    def add_with_codes(
        self, source: str, start: int, end: int, text_codes: re.Pattern[str] | None
    ) -> None:
        """As `add`, where some of the letters are codes: these are no text, and stay."""
        for found in text_codes.finditer(source, start, end) if text_codes else ():
            self.add(source, start, found.start())
            self.codes.append(unescape(found[0]))
            start = found.end()
        self.add(source, start, end)


@dataclass(slots=True)
class LanguageBlocks:
    """The blocks of one language, and the gaps of those without text by their place."""

    language: str
    keep_mappings: bool = True
    """Only writing needs them; those of 100,000 units take 700 MB."""
    blocks: list[MappedBlock] = field(default_factory=list)
    gaps: dict[str, Gap] = field(default_factory=dict)
    also: dict[str, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    """Of the blocks that have some, the patches that go with an edit."""

    def add(self, unit: str, entry: Entry, *, note: str = "", reason: str = "") -> None:
        """One more unit. `reason` says why the unit is set aside, "" if it is not."""
        if entry.text is None:
            entry.close(keep=self.keep_mappings)
        text = entry.text or ""
        if text:
            place = "{}:{}-{}".format(self.language, *entry.place)
        else:
            place = f"{self.language}:{unit}"
            self.gaps[place] = entry.gap
        if entry.also:
            self.also[place] = entry.also
        block = Block(
            text,
            place=place,
            chrome=bool(reason),
            reason=reason,
            unit=unit,
            codes=tuple(entry.codes),
            note=note,
        )
        self.blocks.append(MappedBlock(block, entry.mapping, self.language))

    def document(self, path: str, form: str, data: bytes, encoding: str = "") -> Document:
        """The side as a document in its language."""
        blocks = tuple(mapped.block for mapped in self.blocks)
        language = "" if self.language in UNNAMED else self.language
        return Document(path, form, blocks, data, encoding, language)


def file_of(
    sides: Sequence[LanguageBlocks], path: str, form: str, data: bytes, encoding: str = ""
) -> BilingualFile:
    """The sides, the source first, as documents."""
    documents = [side.document(path, form, data, encoding) for side in sides]
    return BilingualFile(documents[0], tuple(documents[1:]))


Render = Callable[[str, Mapping, int], str]
"""(new text, the mapping of the block, index of the character beside it) to source text."""


def written(
    document: Document,
    sides: Sequence[LanguageBlocks],
    source: str,
    edits: Sequence[TextEdit],
    render: Render,
) -> str:
    """`source` after `edits` of the side that `document` is."""
    own = [side for side in sides if _is_of(document, side)]
    gaps = {place: gap for side in own for place, gap in side.gaps.items()}
    blocks = same_blocks(document, [block for side in own for block in side.blocks])
    also = {place: patches for side in own for place, patches in side.also.items()}
    made: list[SourcePatch] = []
    beside: dict[tuple[int, int, str], None] = {}
    filled: dict[tuple[int, int, tuple[str, str]], list[str]] = {}
    for number, of_block in sorted(by_block(edits).items()):
        block = blocks[number]
        found = changes(block.mapping.text, of_block, document.path)
        beside |= dict.fromkeys(also.get(block.block.place, ()) if found else ())
        if len(block.mapping):
            made += _patches(block.mapping, found, render)
        elif text := "".join(change.text for change in found).strip():
            gap = gaps[block.block.place]
            whole = f"{gap.before}{render(text, block.mapping, -1)}{gap.after}"
            others = filled.setdefault((gap.start, gap.end, gap.around), [])
            others.append(f"{gap.lead}{whole}" if others else whole)
            made += (SourcePatch(*one) for one in gap.also)
    made += (SourcePatch(*one) for one in beside)
    for (start, end, (before, after)), texts in filled.items():
        made.append(SourcePatch(start, end, before + "".join(texts) + after))
    return patched(source, made)


def _patches(mapping: Mapping, found: Sequence[TextChange], render: Render) -> list[SourcePatch]:
    return patches(mapping, found, lambda text, index, _how: render(text, mapping, index))


def _is_of(document: Document, side: LanguageBlocks) -> bool:
    return any(block.place.startswith(f"{side.language}:") for block in document.blocks[:1])
