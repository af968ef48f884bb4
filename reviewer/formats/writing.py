"""Writing a text through the registry: its own file with edits, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer.domain import Block, Document, Edit, LeftOut
from reviewer.formats import atomic
from reviewer.formats.errors import UnknownFormatError
from reviewer.formats.file_format import Format
from reviewer.formats.registry import FORMATS, format_of_document
from reviewer.formats.shared.hanging import Hanging
from reviewer.formats.shared.tracked import Tracking
from reviewer.messages import message


def made(path: Path, blocks: Sequence[Block], language: str) -> bytes:
    """The bytes of a new file of the name `path` with `blocks` and nothing else.

    Raises `UnknownFormatError` for a name of a kind that cannot be made.
    """
    suffix = path.suffix.lower()
    for known in FORMATS:
        if suffix in known.made_suffixes:
            return known.make(blocks, language)
    kinds = ", ".join(suffix for known in FORMATS for suffix in known.made_suffixes)
    raise UnknownFormatError(
        path, message("“{path}” cannot be written. What can be: {kinds}.", path=path, kinds=kinds)
    )


def write(document: Document, edits: Sequence[Edit], path: Path) -> None:
    """Write `document` with `edits` to `path`, in its own format, whole or not at all.

    Everything but the edited spans stays as it is in `document.original`. The spans count
    in the blocks as they were read. Raises a `FormatError`.
    """
    atomic.write_bytes(Path(path), edited_bytes(document, edits))


def edited_bytes(document: Document, edits: Sequence[Edit]) -> bytes:
    """What `write` puts into the file."""
    if not edits:
        return document.original
    return known_format(document).write(document, edits)


def known_format(document: Document) -> Format:
    """The format of `document`. Raises `UnknownFormatError`."""
    known = format_of_document(document)
    if known is None:
        raise UnknownFormatError(
            document.path,
            message(
                "“{path}” is of a kind that this version does not know. Export it as docx, HTML, "
                "Markdown or text.",
                path=document.path,
            ),
        )
    return known


def can_track(document: Document) -> bool:
    """Whether the format of `document` knows tracked changes."""
    known = format_of_document(document)
    return known is not None and bool(known.tracker)


def tracked_bytes(document: Document, edits: Sequence[Edit], tracking: Tracking) -> bytes:
    """`document` with `edits` as tracked changes and with remarks, in a format that `can_track`."""
    known = known_format(document)
    return known.track(document, edits, tracking)


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each sentence that is deleted: marks of notes, links, comments, pictures."""
    known = format_of_document(document)
    if known is None or not known.hangs:
        return [[] for _ in wanted]
    finder: Callable[[Document, Sequence[LeftOut]], list[list[Hanging]]]
    finder = known.function("hanging")
    return finder(document, wanted)
