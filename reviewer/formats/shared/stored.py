"""Matching a stored document with a new reading of its bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reviewer.domain import Document
from reviewer.formats.errors import StaleDocumentError
from reviewer.formats.shared.mapped import MappedBlock
from reviewer.messages import message


def same_blocks(document: Document, mapped: Sequence[MappedBlock]) -> list[MappedBlock]:
    """For each block of `document` the one of `mapped` at the same place with the same text, or,
    where an earlier version called the places otherwise, the one with its text.

    Raises `StaleDocumentError` when one is not there (the review was made by a version of
    this program that read the file otherwise).
    """
    at = {found.block.place: found for found in mapped}
    blocks = [at.get(block.place) for block in document.blocks]
    same: list[MappedBlock] = []
    for block, found in zip(document.blocks, blocks, strict=True):
        if found is None or found.block.text != block.text:
            return _by_text(document, mapped)
        same.append(found)
    return same


def _by_text(document: Document, mapped: Sequence[MappedBlock]) -> list[MappedBlock]:
    """The blocks that say the same, in their order: a text that comes several times must do so
    as often in both."""
    found: dict[str, list[MappedBlock]] = defaultdict(list)
    wanted: dict[str, list[int]] = defaultdict(list)
    for each in mapped:
        found[each.block.text].append(each)
    for number, block in enumerate(document.blocks):
        wanted[block.text].append(number)
    same: dict[int, MappedBlock] = {}
    for text, numbers in wanted.items():
        if not text or len(found[text]) != len(numbers):
            raise StaleDocumentError(
                document.path,
                message(
                    "“{path}” was read by another version of this program and cannot take "
                    "the changes. Load the file into the review again, or export it as docx, "
                    "HTML, Markdown or text.",
                    path=document.path,
                ),
            )
        same |= dict(zip(numbers, found[text], strict=True))
    return [same[number] for number in range(len(document.blocks))]
