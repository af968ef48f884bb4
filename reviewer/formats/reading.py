"""Reading a file through the registry, by its beginning or by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import Document
from reviewer.formats.errors import (
    EmptyFileError,
    FormatError,
    UnknownFormatError,
)
from reviewer.formats.file_bytes import read_file, shown_name
from reviewer.formats.file_format import LARGEST_FILE, Format
from reviewer.formats.registry import (
    can_read,
    format_name,
    format_named,
    format_of,
    has_a_form,
)
from reviewer.formats.shared.units import BilingualFile
from reviewer.messages import Message, message

if TYPE_CHECKING:
    from reviewer.formats.tables.columns import Columns


_TABLES = ("xlsx", "delimited")
_SHOWN = 30


def read(path: Path) -> Document:
    """The document at `path`; raises a `FormatError` that says what to do when it cannot be."""
    path = Path(path)
    largest = format_of(path).largest if can_read(path) else LARGEST_FILE
    return read_bytes(path, read_file(path, largest))


def is_bilingual(path: Path) -> bool:
    """Whether the file at `path` holds a text together with its translation, by how it begins or
    by its name."""
    known = _by_its_beginning(path) or format_named(format_name(path))
    return known is not None and known.bilingual


def holds_both(path: Path) -> bool:
    """Whether the file at `path` holds a text together with its translation, by how it begins, by
    its name or, where most files of its kind hold one text, by what stands in it."""
    if is_bilingual(path):
        return True
    if not can_read(path) or not format_of(path).in_table:
        return False
    try:
        return bool(read_bilingual(path).translations)
    except FormatError:
        return False


def _by_its_beginning(path: Path) -> Format | None:
    """The format that the first bytes of a file show, None where they show none."""
    from reviewer.formats.recognition import HEAD, format_by_content

    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return None
    shown = "" if head.startswith(b"PK") else format_by_content(head)
    return format_named(shown)


def has_columns(path: Path) -> bool:
    """Whether a file of this name is a table whose columns can be chosen."""
    return format_name(path) in _TABLES


def table_start(path: Path) -> list[list[str]]:
    """The first rows with text of the first table in the file at `path`, by which its columns are
    chosen; [] where it is no table. Raises a `FormatError`."""
    if not has_columns(path):
        return []
    known = format_of(path)
    tables = known.function("tables_of")(str(path), read_file(path, known.largest))
    return next((table.start()[:_SHOWN] for table in tables if table.cells), [])


def read_columns(path: Path, columns: Columns) -> BilingualFile | Document:
    """What stands in the columns of the table at `path` that somebody has chosen: a source with
    its translations, or one text. Raises a `FormatError`."""
    from reviewer.formats.tables.columns import only

    known = format_of(path)
    data = read_file(path, known.largest)
    if not columns.targets:
        return only(known.read(str(path), data), columns, path)
    reader: Callable[..., BilingualFile] = known.function("read_both")
    return reader(str(path), data, columns)


def read_bilingual(path: Path) -> BilingualFile:
    """The source and the translations in the file at `path`; raises a `FormatError`."""
    path = Path(path)
    known = _of_both(path, _by_its_beginning(path) or format_of(path))
    return known.read_both(str(path), read_file(path, known.largest))


def bilingual_bytes(path: Path, data: bytes) -> BilingualFile:
    """The same for `data`, by what it is or else by the name that it has as a file."""
    known = _of_both(path, _shown_by(path, data) or format_of(path))
    return known.read_both(shown_name(path), data)


def _of_both(path: Path, known: Format) -> Format:
    """The format, where its files may hold a text and translations. Raises UnknownFormatError."""
    if known.bilingual or known.in_table:
        return known
    raise UnknownFormatError(
        path,
        message(
            "“{path}” holds one text. Name its translation as well, or a bilingual file.",
            path=path,
        ),
    )


def read_bytes(path: Path, data: bytes) -> Document:
    """The document in `data`, by what it is or else by the name that it has as a file."""
    known = _shown_by(path, data) or format_of(path)
    document = known.read(shown_name(path), data)
    if not document.blocks:
        empty = message("“{path}” has no text. Choose another file.", path=path)
        raise EmptyFileError(path, not_read(document) or empty)
    return document


def is_read_by_content(path: Path) -> bool:
    """Whether what stands in the file at `path` shows how it is read, whatever its name says."""
    try:
        return _shown_by(path, read_file(path)) is not None
    except FormatError:
        return False


def _shown_by(path: Path, data: bytes) -> Format | None:
    """The format that the content of a file shows, None where only its name can tell."""
    from reviewer.formats.recognition import (
        format_by_content,
        is_piece_of_page,
        is_plain_prose,
        lacks_cells,
    )

    shown = format_by_content(data)
    if not shown and format_name(path) in ("text", "") and is_piece_of_page(data):
        shown = "html"
    if not shown and is_plain_prose(data):
        is_no_table = format_name(path) == "delimited" and lacks_cells(data)
        shown = "text" if is_no_table or has_a_form(path) else ""
    return format_named(shown)


def not_read(document: Document) -> Message | None:
    """What has to be said of text that stands in the file and was not read; None for nothing."""
    known = format_named(document.format)
    if known is None or not known.may_keep_back:
        return None
    said: Message | None = known.function("not_read")(document)
    return said
