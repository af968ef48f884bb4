"""Matching a stored document with a new reading of its bytes."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.domain import Document, message
from reviewer.formats.errors import StaleDocumentError
from reviewer.formats.shared.mapped import MappedBlock


def same_blocks(document: Document, mapped: Sequence[MappedBlock]) -> list[MappedBlock]:
    """For each block of `document` the one of `mapped` at the same place with the same text.

    Raises `StaleDocumentError` when one is not there (the review was made by a version of
    this program that read the file otherwise).
    """
    at = {found.block.place: found for found in mapped}
    blocks = [at.get(block.place) for block in document.blocks]
    same: list[MappedBlock] = []
    for block, found in zip(document.blocks, blocks, strict=True):
        if found is None or found.block.text != block.text:
            raise StaleDocumentError(
                document.path,
                message(
                    "“{path}” was read by another version of this program and cannot take "
                    "the changes. Load the file into the review again.",
                    path=document.path,
                ),
            )
        same.append(found)
    return same
