"""The drawn copy of SmartArt, which LibreOffice shows and which is made anew by PowerPoint alone.

It is not read, for it says what the diagram says; but a correction that it lacks would be seen
by nobody. Where it does not say the same (an older drawing, a text that is there another
number of times) it stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from reviewer.domain import Document, TextEdit
from reviewer.formats.shared.changes import by_block, changes
from reviewer.formats.shared.mapped import MappedBlock, patched
from reviewer.formats.shared.office_package import Package
from reviewer.formats.shared.stored import same_blocks
from reviewer.formats.xml_parts import Patches, SourcePart

_RELATION = re.compile(r"<[\w.-]*:?dataModelExt\s[^<>]*?\brelId\s*=\s*[\"']([^\"']*)")


def drawings(package: Package, slides: Sequence[str]) -> dict[str, str]:
    """The drawn copies of the diagrams on slides, by the part with the text of each."""
    found: dict[str, str] = {}
    for slide in slides:
        links = package.relationships(slide)
        drawn = {link.id: link.target for link in links if link.kind == "diagramDrawing"}
        for link in links:
            if drawn and link.kind == "diagramData" and link.target in package:
                said = _RELATION.search(package.source(link.target))
                if said and drawn.get(said[1], "") in package:
                    found[link.target] = drawn[said[1]]
    return found


def redrawn(
    document: Document,
    parts: Sequence[SourcePart],
    edits: Sequence[TextEdit],
    copies: Mapping[str, str],
    part_of: Callable[[str], SourcePart],
    patches_of: Patches,
) -> Iterator[tuple[str, str]]:
    """The parts with drawn copies (`copies`, by the part with the text) that `edits` change, and
    their new sources."""
    blocks = same_blocks(document, [block for part in parts for block in part.blocks])
    edited: dict[str, list[tuple[MappedBlock, list[TextEdit]]]] = defaultdict(list)
    for number, of_block in by_block(edits).items():
        if blocks[number].part in copies:
            edited[blocks[number].part].append((blocks[number], of_block))
    for part in parts:
        if part.name not in edited:
            continue
        copy = part_of(copies[part.name])
        same = dict(_same(part.blocks, copy.blocks))
        made = []
        for block, of_block in edited[part.name]:
            if block.block.place in same:
                found = changes(block.mapping.text, of_block, document.path)
                made += patches_of(copy.source, same[block.block.place].mapping, found)
        yield copy.name, patched(copy.source, made)


def _same(
    blocks: Sequence[MappedBlock], drawn: Sequence[MappedBlock]
) -> Iterator[tuple[str, MappedBlock]]:
    """The places of the paragraphs of a diagram, each with the paragraph that is drawn of it."""
    there: dict[str, list[MappedBlock]] = defaultdict(list)
    for each in drawn:
        there[each.mapping.text].append(each)
    said: dict[str, list[str]] = defaultdict(list)
    for each in blocks:
        said[each.mapping.text].append(each.block.place)
    for text, places in said.items():
        if len(places) == len(there[text]):
            yield from zip(places, there[text], strict=True)
