"""Blocks of a page that was read with the style sheets beside it, where these are gone or others.

A sheet hides parts of a line, parts blocks and joins them. What was read is found again in the
page as it reads without: at the places that the blocks tell, less what was hidden there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reviewer.domain import Block, Document
from reviewer.formats.shared.mapped import MappedBlock, Mapping, Pair
from reviewer.formats.shared.stored import same_blocks


def blocks_again(document: Document, mapped: Sequence[MappedBlock]) -> list[MappedBlock]:
    """For each block of `document` where it stands, with `mapped` as the page reads now. Raises
    StaleDocumentError for a page that reads otherwise."""
    at = {each.block.place: each for each in mapped if len(each.mapping)}
    in_order = sorted(at.values(), key=lambda each: each.mapping.starts[0])
    starts = [each.mapping.starts[0] for each in in_order]
    made = [
        found
        if (found := at.get(block.place)) is not None and found.block.text == block.text
        else _from_parts(block, in_order, starts)
        for block in document.blocks
    ]
    return same_blocks(document, [each for each in made if each is not None])


def _from_parts(
    block: Block, mapped: Sequence[MappedBlock], starts: Sequence[int]
) -> MappedBlock | None:
    """The block out of those of `mapped` that stand where it does; None where it is not there."""
    first, _, last = block.place.partition("-")
    if not (first.isdigit() and last.isdigit()):
        return None
    begin, end = int(first), int(last)
    whole = Mapping()
    for each in mapped[max(bisect_left(starts, begin) - 1, 0) : bisect_left(starts, end)]:
        if len(whole) and not whole.characters[-1].isspace():
            whole.add(" ", whole.ends[-1], each.mapping.starts[0])
        whole.append(each.mapping)
    kept = [
        index
        for index in range(len(whole))
        if begin <= whole.starts[index] and whole.ends[index] <= end
    ]
    mapping = _only(whole, kept, block.text)
    return None if mapping is None else MappedBlock(block, mapping)


def _only(whole: Mapping, numbers: Sequence[int], wanted: str) -> Mapping | None:
    """Of the characters with these numbers those that make `wanted`, None where they do not."""
    given = "".join(whole.characters[index] for index in numbers)
    kept: list[int] = []
    for kind, start, end, low, high in SequenceMatcher(None, given, wanted, False).get_opcodes():
        if kind == "equal":
            kept += numbers[start:end]
        elif low < high:
            return None
    made = Mapping()
    new = {index: place for place, index in enumerate(kept)}
    for index in kept:
        made.add(whole.characters[index], whole.starts[index], whole.ends[index])
        if index in whole.more:
            made.more[new[index]] = whole.more[index]
    made.pairs += [moved for pair in whole.pairs if (moved := _moved(pair, kept)) is not None]
    return made if made.text == wanted else None


def _moved(pair: Pair, kept: Sequence[int]) -> Pair | None:
    start, end = bisect_left(kept, pair.start), bisect_left(kept, pair.end)
    return replace(pair, start=start, end=end) if start < end else None
