"""Documents whose text stands in one or several XML sources: reading and writing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.domain import Document, Edit, NewBlock
from reviewer.formats.new_blocks.places import split
from reviewer.formats.shared.changes import TextChange, by_block, changes
from reviewer.formats.shared.hanging import Hangings, beside, left_out
from reviewer.formats.shared.mapped import MappedBlock, Mapping, SourcePatch, patched
from reviewer.formats.shared.stored import same_blocks

Patches = Callable[[str, Mapping, list[TextChange]], list[SourcePatch]]
"""(the source, the mapping of a block, the changes) to patches of the source."""


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A part's name, its source and the blocks that it has."""

    name: str
    source: str
    blocks: tuple[MappedBlock, ...]


NewPatches = Callable[[SourcePart, Sequence[tuple[int, NewBlock]]], list[SourcePatch]]
"""(a part, new blocks with the number in the part of what they stand beside) to patches."""


def by_part(
    new: Sequence[NewBlock], blocks: Sequence[MappedBlock]
) -> dict[str, list[tuple[int, NewBlock]]]:
    """The new blocks of each part, with the number that the block beside has in it."""
    numbers: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        numbers.setdefault(block.part, []).append(number)
    made: dict[str, list[tuple[int, NewBlock]]] = {}
    for each in new:
        part = blocks[each.block].part
        made.setdefault(part, []).append((numbers[part].index(each.block), each))
    return made


def edited_sources(
    document: Document,
    parts: Sequence[SourcePart],
    edits: Sequence[Edit],
    patches_of: Patches,
    new_patches: NewPatches | None = None,
    hanging: str = "",
) -> dict[str, str]:
    """The new source of each part that `edits` change; `hanging` is how notes hang on its
    sentences (see `Hangings`), "" for not at all."""
    texts, new = split(edits)
    known = {part.name: part for part in parts}
    blocks = same_blocks(document, [block for part in parts for block in part.blocks])
    made: dict[str, list[SourcePatch]] = {}
    for number, of_block in by_block(texts).items():
        block = blocks[number]
        found = changes(block.mapping.text, of_block, document.path)
        source = known[block.part].source
        made.setdefault(block.part, []).extend(patches_of(source, block.mapping, found))
    if new_patches is not None:
        for name, added in by_part(new, blocks).items():
            made.setdefault(name, []).extend(new_patches(known[name], added))
    if hanging:
        for each in left_out(edits):
            block = blocks[each.block]
            hangings = Hangings(known[block.part].source, known[block.part].blocks, hanging)
            removed = hangings.without_marks([(block.mapping, each.span)])
            made[block.part] = beside(made.get(block.part, []), removed)
    return {name: patched(known[name].source, patches) for name, patches in made.items()}
