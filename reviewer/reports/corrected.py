"""A corrected text, in the format it came in or, where the user asks, in another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reviewer import formats
from reviewer.domain import Block, Document, TextEdit
from reviewer.formats import atomic
from reviewer.formats.changes import by_block, changes, edited
from reviewer.formats.errors import UnknownFormatError
from reviewer.reports.plain_forms import as_html, as_markdown, as_text

Form = Callable[[Sequence[Block], str], bytes]
"""(blocks, language) to the bytes of a file."""


def write_corrected(
    document: Document, edits: Sequence[TextEdit], path: Path, *, language: str = ""
) -> None:
    """Write `document` with `edits` to `path`, in the format that the name of `path` says.

    In its own format the document keeps its structure and markup (`formats.write`). In
    another it is its title, headings, paragraphs, list items and captions, without the
    furniture that its markup names; tables and styles are lost. `language` (the document's
    unless given) sets the direction of the text. Raises a `FormatError`.
    """
    if formats.format_name(path) == document.format:
        formats.write(document, edits, path)
    else:
        atomic.write_bytes(path, converted(document, edits, path, language=language))


def converted(
    document: Document, edits: Sequence[TextEdit], path: Path, *, language: str = ""
) -> bytes:
    """The bytes of `document` with `edits` as a new file of the name `path`."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        kinds = ", ".join(_FORMS)
        raise UnknownFormatError(path, f"“{path}” cannot be written. What can be: {kinds}.")
    return form(_corrected_blocks(document, edits), language or document.language)


def _corrected_blocks(document: Document, edits: Sequence[TextEdit]) -> list[Block]:
    grouped = by_block(edits)
    blocks = []
    for number, block in enumerate(document.blocks):
        made = changes(block.text, grouped.get(number, ()), document.path)
        text = edited(block.text, made).strip()
        if text and not block.chrome:
            blocks.append(replace(block, text=text))
    if blocks and blocks[0].role == "heading" and blocks[0].level == 0:
        # Plain text has no levels; what stands over all of it is its title.
        blocks[0] = replace(blocks[0], role="title")
    return blocks


def _as_docx(blocks: Sequence[Block], language: str) -> bytes:
    from reviewer.reports.docx_form import as_docx

    return as_docx(blocks, language)


_FORMS: dict[str, Form] = {
    ".txt": as_text,
    ".md": as_markdown,
    ".html": as_html,
    ".htm": as_html,
    ".docx": _as_docx,
}
