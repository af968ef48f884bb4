"""A corrected text, in the format it came in or, where the user asks, in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import formats
from reviewer.domain import Block, Document, Edit, NewBlock
from reviewer.formats import atomic
from reviewer.formats.shared.changes import by_block, changes, edited

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review


def suffix_of(document: Document) -> str:
    """The suffix of the file that `document` came in."""
    return Path(document.path).suffix


def corrected(review: Review, translation_ids: Sequence[int], options: Options) -> bytes:
    """The bytes of one translation with its corrections."""
    [number] = translation_ids
    document, edits = review.document(number), review.corrected_edits(number)
    if not options.form:
        return formats.edited_bytes(document, edits)
    language = next(info.language for info in review.translations if info.id == number)
    return corrected_as(document, edits, Path(f"text{options.form}"), language=language)


def write_corrected(
    document: Document, edits: Sequence[Edit], path: Path, *, language: str = ""
) -> None:
    """Write `document` with `edits` to `path`, in the format that the name of `path` says.

    In its own format the document keeps its structure and markup (`formats.write`). In
    another it is its title, headings, paragraphs, list items and captions, without the
    furniture that its markup names; tables and styles are lost. `language` (the document's
    unless given) sets the direction of the text. Raises a `FormatError`.
    """
    atomic.write_bytes(path, corrected_as(document, edits, path, language=language))


def corrected_as(
    document: Document, edits: Sequence[Edit], path: Path, *, language: str = ""
) -> bytes:
    """The bytes that `write_corrected` writes to `path`."""
    if formats.format_name(path) == document.format:
        return formats.edited_bytes(document, edits)
    return converted(document, edits, path, language=language)


def converted(
    document: Document, edits: Sequence[Edit], path: Path, *, language: str = ""
) -> bytes:
    """The bytes of `document` with `edits` as a new file of the name `path`."""
    blocks = _corrected_blocks(document, edits)
    return formats.made(path, blocks, language or document.language)


def _corrected_blocks(document: Document, edits: Sequence[Edit]) -> list[Block]:
    # All that knows where new blocks go: who only checks does not wait for it.
    from reviewer.formats.new_blocks.places import split

    texts, new = split(edits)
    grouped = by_block(texts)
    blocks = []
    for number, block in enumerate(document.blocks):
        blocks += _added(new, number, behind=False)
        made = changes(block.text, grouped.get(number, ()), document.path)
        text = edited(block.text, made).strip()
        if text and not block.chrome:
            blocks.append(replace(block, text=text))
        blocks += _added(new, number, behind=True)
    if blocks and blocks[0].role == "heading" and blocks[0].level == 0:
        # Plain text has no levels; what stands over all of it is its title.
        blocks[0] = replace(blocks[0], role="title")
    return blocks


def _added(new: Sequence[NewBlock], number: int, *, behind: bool) -> list[Block]:
    """The new blocks on that side of a block."""
    return [
        Block(each.text, each.role, level=each.level)
        for each in new
        if each.block == number and each.behind == behind
    ]
