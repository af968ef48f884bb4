"""Documents whose text stands in one or several XML sources: reading and writing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain import Document, TextEdit
from reviewer.formats.changes import Change, by_block, changes
from reviewer.formats.mapped import MappedBlock, Mapping, Patch, patched
from reviewer.formats.stored import same_blocks

Patches = Callable[[str, Mapping, list[Change]], list[Patch]]
"""(the source, the mapping of a block, the changes) to patches of the source."""


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A part's name, its source and the blocks that it has."""

    name: str
    source: str
    blocks: tuple[MappedBlock, ...]


def edited_sources(
    document: Document,
    parts: Sequence[SourcePart],
    edits: Sequence[TextEdit],
    patches_of: Patches,
) -> dict[str, str]:
    """The new source of each part that `edits` change."""
    known = {part.name: part for part in parts}
    blocks = same_blocks(document, [block for part in parts for block in part.blocks])
    made: dict[str, list[Patch]] = {}
    for number, of_block in by_block(edits).items():
        block = blocks[number]
        found = changes(block.mapping.text, of_block, document.path)
        source = known[block.part].source
        made.setdefault(block.part, []).extend(patches_of(source, block.mapping, found))
    return {name: patched(known[name].source, patches) for name, patches in made.items()}
