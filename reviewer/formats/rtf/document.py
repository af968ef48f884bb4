"""Rich Text Format: for reading only. Hidden and deleted text, comments, headers, numbers of lists
and the marks of automatic notes are not read; styles are lost."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.domain import Block, Document, Role, TextEdit
from reviewer.formats.errors import DamagedFileError
from reviewer.formats.rtf.walk import Walk
from reviewer.formats.shared.read_only import never_written
from reviewer.formats.shared.short_lines import is_sentence, is_short
from reviewer.messages import message

_BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What programs leave before the first brace."""


def read(path: str, data: bytes) -> Document:
    """The document in `data`; a block for each paragraph."""
    source = data.lstrip(_BEFORE)
    if not source.startswith(b"{\\rtf"):
        raise DamagedFileError(
            path,
            message(
                "“{path}” is no RTF document. Open it in a word processor and save it as docx.",
                path=path,
            ),
        )
    said = [
        (text, paragraph)
        for paragraph in Walk(source.decode("latin-1")).paragraphs()
        for text in paragraph.texts()
    ]
    lines = [text for text, _ in said]
    blocks = []
    for number, (text, paragraph) in enumerate(said):
        role: Role = "table_cell" if paragraph.in_cell else _role(lines, number)
        role = "heading" if paragraph.level else role
        blocks.append(Block(text, role, f"line {number}", paragraph.level))
    return Document(path, "rtf", tuple(blocks), data)


def _role(lines: Sequence[str], number: int) -> Role:
    """Headings are told by their form, as in plain text."""
    follows = number + 1 < len(lines) and is_sentence(lines[number + 1])
    return "heading" if is_short(lines[number]) and follows else "paragraph"


def write(document: Document, _edits: Sequence[TextEdit]) -> bytes:
    """RTF cannot be written: raises UnwritableFileError."""
    raise never_written(document)
