"""Which new blocks a file has no place for, so that their words stand in the block beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reviewer.domain import Block, Document, Edit, NewBlock
from reviewer.formats.writing import edited_bytes, known_format


def joined(document: Document, edits: Sequence[Edit]) -> list[NewBlock]:
    """The new blocks among `edits` that are none when the file is read again. Raises what writing
    and reading raise."""
    # All that knows where new blocks go: who only reads does not wait for it.
    from reviewer.formats.new_blocks.places import on_one_line, split

    new = split(on_one_line(edits))[1]
    if not new:
        return []
    if any(block.unit for block in document.blocks):
        # One side of a bilingual file reads as the whole of it; its units take what is typed.
        return [] if known_format(document).new_blocks else new
    again = known_format(document).read(document.path, edited_bytes(document, edits))
    there = _texts(again.blocks) - _texts(
        [b for n, b in enumerate(document.blocks) if all(n != edit.block for edit in edits)]
    )
    left = []
    for each in new:
        text = _plain(each.text)
        if there[text]:
            there[text] -= 1
        else:
            left.append(each)
    return left


def _texts(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(_plain(block.text) for block in blocks)


def _plain(text: str) -> str:
    """A text without what a format may write otherwise: spaces, and the mark of an item."""
    return " ".join(text.split()).lstrip("-–—•* ")
