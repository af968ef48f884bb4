"""Word documents: read through their XML, edited inside their runs.

Body, text boxes, footnotes and endnotes are read, symbols, formulas and raised characters as
they are seen; headers and footers are chrome; comments, deleted and hidden text, field codes but
those that are shown, charts, files within it and the marks of notes are not read. An edit changes
the characters of `w:t` elements in the XML's own text, so that styles, fields, images and whatever
else stands there stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.domain import Document, Edit, LeftOut
from reviewer.formats.docx.numbering import Numbering, numbering
from reviewer.formats.docx.part import Part
from reviewer.formats.docx.styles import Styles, styles
from reviewer.formats.new_blocks.places import split
from reviewer.formats.shared import xml_source
from reviewer.formats.shared.archive import not_there
from reviewer.formats.shared.changes import by_block, changes
from reviewer.formats.shared.hanging import Hanging, beside, left_out
from reviewer.formats.shared.kept_back import (
    CANVASES,
    CHOICES,
    LETTERING,
    PARTS,
    found_in,
    kept_back,
)
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch, patched
from reviewer.formats.shared.office_package import Package, Relationship
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.xml_parts import by_part
from reviewer.messages import Message, plural

_BEFORE = ("header",)
_BEHIND = ("footnotes", "endnotes", "footer")
_KEPT_BACK = {
    CHOICES: (":ddList>",),
    LETTERING: (":textpath ", " string="),
    CANVASES: (":lockedCanvas", "<a:t>"),
    PARTS: ("<w:subDoc ",),
}
_CHROME = ("header", "footer")
"""Kinds of parts with text before the body and behind it, and those that are no part of it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """An opened document: its package, and the parts that have text in reading order."""

    package: Package
    parts: dict[str, Part]

    def blocks(self) -> list[MappedBlock]:
        """The blocks of all parts."""
        return [
            block.at(f"{name}:{block.block.place}")
            for name, part in self.parts.items()
            for block in part.blocks
        ]


def read(path: str, data: bytes) -> Document:
    """The document in `data`; a block for each paragraph (each of its lines, if it has breaks)."""
    blocks = tuple(mapped.block for mapped in opened(path, data).blocks())
    return Document(path, "docx", blocks, data)


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of `document` after `edits`; all parts of the file but the edited stay."""
    file = opened(document.path, document.original)
    blocks = same_blocks(document, file.blocks())
    texts, new = split(edits)
    made: dict[str, list[SourcePatch]] = {}
    for number, of_block in by_block(texts).items():
        block = blocks[number]
        found = changes(block.mapping.text, of_block, document.path)
        made.setdefault(block.part, []).extend(file.parts[block.part].patches(block.mapping, found))
    for name, added in by_part(new, blocks).items():
        made.setdefault(name, []).extend(file.parts[name].new_patches(added))
    for each in left_out(edits):
        name = blocks[each.block].part
        removed = file.parts[name].without_marks(blocks[each.block].mapping, each.span)
        made[name] = beside(made.get(name, []), removed)
    changed = {
        name: xml_source.encoded(patched(file.parts[name].source, patches), file.package.part(name))
        for name, patches in made.items()
    }
    return file.package.with_xml(changed)


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each of these sentences."""
    file = opened(document.path, document.original)
    blocks = same_blocks(document, file.blocks())
    return [
        file.parts[block.part].hangings().of(block.mapping, each.span)
        for each in wanted
        for block in [blocks[each.block]]
    ]


def opened(path: str, data: bytes) -> Parts:
    """The parts of the document in `data`; raises `FormatError`s."""
    package = Package(data, path)
    main = package.main()
    links = package.relationships(main)
    known = _styles(package, links)
    lists = _numbering(package, links)
    parts: dict[str, Part] = {}
    for kind in (*_BEFORE, None, *_BEHIND):
        names = (
            [main]
            if kind is None
            else sorted(
                {link.target for link in links if link.kind == kind and link.target in package}
            )
        )
        for name in names:
            chrome = kind in _CHROME
            parts[name] = Part(name, known, lists, chrome=chrome, package=package)
    return Parts(package, parts)


def not_read(document: Document) -> Message | None:
    """How many files Word shows in the text, or how many parts are listed and not in the file."""
    package = Package(document.original, document.path)
    main = package.main()
    listed = {
        link.target for link in package.relationships(main) if link.kind in (*_BEFORE, *_BEHIND)
    }
    shown = sum(len(_chunks(package, name)) for name in (main, *listed) if name in package)
    if not shown:
        gone = not_there(document.path, listed, package)
        return gone or kept_back(document.path, found_in([package.source(main)], _KEPT_BACK))
    return plural(
        "“{path}”: a file within it, whose text Word shows, is not read. Open the document in Word "
        "and save it again.",
        "“{path}”: {n} files within it, whose text Word shows, are not read. Open the document in "
        "Word and save it again.",
        shown,
        path=document.path,
    )


def _chunks(package: Package, name: str) -> set[str]:
    """The ids of the files that stand in the text of a part until Word saves it."""
    ids = {link.id for link in package.relationships(name) if link.kind == "aFChunk"}
    if not ids:
        # Most documents: their text need not be parsed once more.
        return ids
    return ids & {
        value for each in package.tree(name).iter("{*}altChunk") for value in each.attrib.values()
    }


def _styles(package: Package, links: Sequence[Relationship]) -> Styles:
    for link in links:
        if link.kind == "styles" and link.target in package:
            return styles(package.tree(link.target))
    return Styles({})


def _numbering(package: Package, links: Sequence[Relationship]) -> Numbering:
    for link in links:
        if link.kind == "numbering" and link.target in package:
            return numbering(package.tree(link.target))
    return Numbering()
