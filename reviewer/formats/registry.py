"""Every file format, and reading and writing through them."""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.domain import Block, Document, Edit, LeftOut, Message, message
from reviewer.formats import atomic
from reviewer.formats.bilingual import BilingualFile
from reviewer.formats.errors import (
    EmptyFileError,
    MissingFileError,
    NotAFileError,
    TooLargeError,
    UnknownFormatError,
    UnreadableFileError,
)
from reviewer.formats.hanging import Hanging
from reviewer.formats.new_blocks import inline
from reviewer.formats.tracked import Tracking
from reviewer.formats.ways_out import WAYS_OUT

if TYPE_CHECKING:
    from reviewer.formats.table_columns import Columns

# What os.fsdecode puts in the place of bytes that are no UTF-8.
_NO_TEXT = re.compile("[\ud800-\udfff]")

_TABLES = ("xlsx", "delimited")
_SHOWN = 30

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A document with its images, or a saved page with its images inside, may be half of it."""

LARGEST_TEXT = 16 * 1024 * 1024
"""Bytes of a file that is nothing but text. The longest novels have a third of it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: the module of this package that has its `read` and `write`.

    `read(path, data) -> Document`, `write(document, edits) -> bytes`. `mime` is its media
    type. What came in another format can be written in this one where `maker` names a
    "module.function" of this package with `make(blocks, language) -> bytes`; `made_suffixes`
    are the names that such a file may have, the usual one first. `tracker` names what writes
    edits as tracked changes: `write(document, edits, tracking) -> bytes`. A `bilingual` format
    holds a text with its translations: `read_both(path, data) -> BilingualFile`. What is
    `read_only` is never written: `write` says what to do instead. Where `new_blocks` is False,
    a new block becomes a part of the one beside it; where it `hangs`, `hanging` says what
    hangs on sentences. `unread` says in words what
    of a file is not read, `changed` what an edit changes beside its words (docs/formats.md).
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    mime: str
    largest: int = LARGEST_FILE
    maker: str = ""
    tracker: str = ""
    made_suffixes: tuple[str, ...] = ()
    bilingual: bool = False
    in_table: str = ""
    """What reads a text and its translations out of a table ("module.function"), in a format whose
    files usually hold one text."""
    read_only: bool = False
    new_blocks: bool = False
    hangs: bool = False
    unread: str = ""
    changed: str = ""

    def read(self, path: str, data: bytes) -> Document:
        """The document in `data`, which stood at `path`."""
        reader: Callable[[str, bytes], Document] = _function(f"{self.name}.read")
        return reader(path, data)

    def read_both(self, path: str, data: bytes) -> BilingualFile:
        """Both sides of the bilingual file in `data`."""
        name = self.in_table or f"{self.name}.read_both"
        reader: Callable[[str, bytes], BilingualFile] = _function(name)
        return reader(path, data)

    def write(self, document: Document, edits: Sequence[Edit]) -> bytes:
        """The bytes of `document` after `edits`."""
        writer: Callable[[Document, Sequence[Edit]], bytes] = _function(f"{self.name}.write")
        if self.in_table and any(block.unit for block in document.blocks):
            module, _, _ = self.in_table.partition(".")
            document, edits = _function(f"{module}.whole")(document, edits)
        if not self.new_blocks:
            edits = inline(edits, [len(block.text) for block in document.blocks])
        return writer(document, edits)

    def track(self, document: Document, edits: Sequence[Edit], tracking: Tracking) -> bytes:
        """The bytes of `document` with `edits` as tracked changes, and with remarks."""
        tracker: Callable[..., bytes] = _function(self.tracker)
        return tracker(document, edits, tracking)

    def make(self, blocks: Sequence[Block], language: str) -> bytes:
        """A file with `blocks` and nothing else, in the direction of `language` ("" if unknown)."""
        maker: Callable[[Sequence[Block], str], bytes] = _function(self.maker)
        return maker(blocks, language)


def _function(name: str) -> Any:
    # docx and Markdown bring libraries with them: off the start-up path.
    module, _, function = name.partition(".")
    return getattr(import_module(f"reviewer.formats.{module}"), function)


FORMATS: tuple[Format, ...] = (
    Format(
        "docx",
        "Word document",
        (".docx", ".docm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        new_blocks=True,
        hangs=True,
        maker="docx_form.as_docx",
        tracker="docx_tracked.write_tracked",
        in_table="docx_table.read_both",
        made_suffixes=(".docx",),
        unread="comments, deleted and hidden text, marks of notes, charts, SmartArt, "
        "alternative texts",
        changed="a changed formula becomes text; a new text takes the look of the word it replaces",
    ),
    Format(
        "odt",
        "OpenDocument text",
        (".odt", ".ott", ".fodt"),
        "application/vnd.oasis.opendocument.text",
        new_blocks=True,
        tracker="odt_tracked.write_tracked",
        hangs=True,
        unread="comments, deleted and hidden text, marks of notes, list numbers, formulas, charts",
    ),
    Format(
        "pptx",
        "PowerPoint presentation",
        (".pptx", ".pptm", ".ppsx"),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        new_blocks=True,
        unread="masters, comments, charts, alternative texts, the drawn copy of SmartArt",
    ),
    Format(
        "epub",
        "Electronic book",
        (".epub",),
        "application/epub+zip",
        new_blocks=True,
        hangs=True,
        unread="hidden text, alternative texts, the table of contents as text",
    ),
    Format(
        "idml",
        "InDesign markup",
        (".idml",),
        "application/vnd.adobe.indesign-idml-package",
        unread="master pages, notes, deleted and hidden text",
    ),
    Format(
        "xliff",
        "XLIFF",
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
        "application/xliff+xml",
        bilingual=True,
        unread="alternative translations, the codes themselves",
    ),
    Format(
        "xlsx",
        "Excel workbook",
        (".xlsx", ".xlsm"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bilingual=True,
        unread="formulas, numbers, dates, comments, charts",
        changed="looks of single words in an edited cell are lost",
    ),
    Format(
        "delimited",
        "Table of text",
        (".tsv", ".tab", ".csv"),
        "text/tab-separated-values",
        LARGEST_TEXT,
        new_blocks=True,
        bilingual=True,
        unread="cells without words",
    ),
    Format(
        "rtf",
        "Rich text",
        (".rtf",),
        "application/rtf",
        read_only=True,
        unread="headers and footers, pictures, styles",
    ),
    Format(
        "pdf",
        "PDF",
        (".pdf",),
        "application/pdf",
        read_only=True,
        unread="pictures and scans, styles, order of tables",
    ),
    Format(
        "tmx",
        "Translation memory (TMX)",
        (".tmx",),
        "application/x-tmx+xml",
        bilingual=True,
        unread="the codes themselves, properties, a second variant in the same language",
    ),
    Format(
        "po",
        "Gettext catalogue",
        (".po", ".pot"),
        "text/x-gettext-translation",
        LARGEST_TEXT,
        bilingual=True,
        unread="obsolete messages, references to the program",
    ),
    Format(
        "subtitles",
        "Subtitles",
        (".srt", ".vtt"),
        "application/x-subrip",
        LARGEST_TEXT,
        unread="numbers, times, positions, comments",
    ),
    Format(
        "html",
        "Web page",
        (".html", ".htm", ".xhtml", ".xht"),
        "text/html",
        new_blocks=True,
        hangs=True,
        maker="plain_forms.as_html",
        made_suffixes=(".html", ".htm"),
        unread="scripts, styles, hidden text, alternative texts",
    ),
    Format(
        "web_archives",
        "Web page in one file",
        (".mhtml", ".mht", ".webarchive"),
        "multipart/related",
        new_blocks=True,
        hangs=True,
    ),
    Format(
        "markdown",
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "text/markdown",
        LARGEST_TEXT,
        new_blocks=True,
        hangs=True,
        maker="plain_forms.as_markdown",
        made_suffixes=(".md", ".markdown"),
        unread="addresses of links, comments",
        changed="new text that looks like a mark is escaped",
    ),
    Format(
        "text",
        "Plain text",
        (".txt", ".text"),
        "text/plain",
        LARGEST_TEXT,
        new_blocks=True,
        maker="plain_forms.as_text",
        made_suffixes=(".txt", ".text"),
        changed="wrapped paragraphs are wrapped again; a character that the code page lacks makes "
        "the file UTF-8",
    ),
)


def format_of(path: Path) -> Format:
    """The format of the file at `path` by its name; raises `UnknownFormatError`."""
    for known in FORMATS:
        if path.suffix.lower() in known.suffixes:
            return known
    way_out = WAYS_OUT.get(path.suffix.lower())
    if way_out:
        raise UnknownFormatError(
            path, message("“{path}” cannot be read. {way_out}", path=path, way_out=way_out)
        )
    kinds = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    raise UnknownFormatError(
        path,
        message(
            "“{path}” is of a kind that cannot be read. What can be read: {kinds}.",
            path=path,
            kinds=kinds,
        ),
    )


def format_name(path: Path) -> str:
    """The name (`Document.format`) of the format of a file of this name, "" if unknown."""
    suffix = Path(path).suffix.lower()
    return next((known.name for known in FORMATS if suffix in known.suffixes), "")


def can_read(path: Path) -> bool:
    """Whether a file of this name is of a format that `read` knows."""
    return bool(format_name(path))


def file_dialog_filters() -> list[tuple[str, list[str]]]:
    """(title, globs) for a file dialog: all readable files first, then each format."""
    each = [(known.title, [f"*{suffix}" for suffix in known.suffixes]) for known in FORMATS]
    return [("Documents", [glob for _, globs in each for glob in globs]), *each]


def made_forms() -> list[tuple[str, str]]:
    """(title, suffix) of each form in which a text of any format can be written."""
    return [(known.title, known.made_suffixes[0]) for known in FORMATS if known.maker]


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


def read(path: Path) -> Document:
    """The document at `path`; raises a `FormatError` that says what to do when it cannot be."""
    path = Path(path)
    largest = format_of(path).largest if can_read(path) else LARGEST_FILE
    return read_bytes(path, read_file(path, largest))


def is_bilingual(path: Path) -> bool:
    """Whether the file at `path` holds a text together with its translation, by how it begins or
    by its name."""
    known = _by_its_beginning(path) or next(
        (each for each in FORMATS if each.name == format_name(path)), None
    )
    return known is not None and known.bilingual


def _by_its_beginning(path: Path) -> Format | None:
    """The format that the first bytes of a file show, None where they show none."""
    from reviewer.formats.recognition import HEAD, format_by_content

    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return None
    shown = "" if head.startswith(b"PK") else format_by_content(head)
    return next((each for each in FORMATS if each.name == shown), None)


def may_be_bilingual(path: Path) -> bool:
    """Whether a file of this name may hold a text together with its translation, in a table."""
    return can_read(path) and bool(format_of(path).bilingual or format_of(path).in_table)


def has_columns(path: Path) -> bool:
    """Whether a file of this name is a table whose columns can be chosen."""
    return format_name(path) in _TABLES


def table_start(path: Path) -> list[list[str]]:
    """The first rows with text of the first table in the file at `path`, by which its columns are
    chosen; [] where it is no table. Raises a `FormatError`."""
    if not has_columns(path):
        return []
    known = format_of(path)
    tables = _function(f"{known.name}.tables_of")(str(path), read_file(path, known.largest))
    return next((table.start()[:_SHOWN] for table in tables if table.cells), [])


def read_columns(path: Path, columns: Columns) -> BilingualFile | Document:
    """What stands in the columns of the table at `path` that somebody has chosen: a source with
    its translations, or one text. Raises a `FormatError`."""
    from reviewer.formats.table_columns import only

    known = format_of(path)
    data = read_file(path, known.largest)
    if not columns.targets:
        return only(known.read(str(path), data), columns, path)
    reader: Callable[..., BilingualFile] = _function(f"{known.name}.read_both")
    return reader(str(path), data, columns)


def read_bilingual(path: Path) -> BilingualFile:
    """The source and the translations in the file at `path`; raises a `FormatError`."""
    path = Path(path)
    known = _by_its_beginning(path) or format_of(path)
    if not known.bilingual and not known.in_table:
        raise UnknownFormatError(
            path,
            message(
                "“{path}” holds one text. Name its translation as well, or a bilingual file.",
                path=path,
            ),
        )
    return known.read_both(str(path), read_file(path, known.largest))


def read_bytes(path: Path, data: bytes) -> Document:
    """The document in `data`, by what it is or else by the name that it has as a file."""
    from reviewer.formats.recognition import format_by_content

    shown = format_by_content(data)
    known = next((each for each in FORMATS if each.name == shown), None) or format_of(path)
    document = known.read(shown_name(path), data)
    if not document.blocks:
        empty = message("“{path}” has no text. Choose another file.", path=path)
        raise EmptyFileError(path, not_read(document) or empty)
    return document


def shown_name(path: Path) -> str:
    """A path as a text: what of its name is no text has a replacement mark instead."""
    return _NO_TEXT.sub("\ufffd", str(path))


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
    known = next((known for known in FORMATS if known.name == document.format), None)
    if known is None:
        raise UnknownFormatError(
            document.path,
            message("“{path}” is of a kind that this version does not know.", path=document.path),
        )
    return known.write(document, edits)


def can_track(document: Document) -> bool:
    """Whether the format of `document` knows tracked changes."""
    return any(known.name == document.format and known.tracker for known in FORMATS)


def tracked_bytes(document: Document, edits: Sequence[Edit], tracking: Tracking) -> bytes:
    """`document` with `edits` as tracked changes and with remarks, in a format that `can_track`."""
    known = next(one for one in FORMATS if one.name == document.format)
    return known.track(document, edits, tracking)


def hanging(document: Document, wanted: Sequence[LeftOut]) -> list[list[Hanging]]:
    """What hangs on each sentence that is deleted: marks of notes, links, comments, pictures."""
    known = next((known for known in FORMATS if known.name == document.format), None)
    if known is None or not known.hangs:
        return [[] for _ in wanted]
    finder: Callable[[Document, Sequence[LeftOut]], list[list[Hanging]]]
    finder = _function(f"{known.name}.hanging")
    return finder(document, wanted)


def not_read(document: Document) -> Message | None:
    """What has to be said of text that stands in the file and was not read; None for nothing."""
    if document.format != "html" or not _function("html.text_elsewhere")(document):
        return None
    return message(
        "“{path}”: most of its text stands in the scripts of the page and is not read. Open the "
        "page in a browser, and save it again when all of it is shown.",
        path=document.path,
    )


def read_file(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """The bytes at `path`; raises a `FormatError` for what is missing, no file or too large."""
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and not status.st_size:
            # Also of the system's own files, some of which wait for ever when they are read.
            raise EmptyFileError(
                path, message("“{path}” is empty. Choose another file.", path=path)
            )
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError(path, message("“{path}” is not a file. Choose a file.", path=path))
        if status.st_size > largest:
            raise _too_large(path, largest)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(
            path, message("There is no file “{path}”. Check its name.", path=path)
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, _unreadable(path, error)) from error
    if len(data) > largest:
        raise _too_large(path, largest)
    return data


def _too_large(path: Path, largest: int) -> TooLargeError:
    return TooLargeError(
        path,
        message(
            "“{path}” is larger than {value} MB. Split it into parts.",
            path=path,
            value=largest // 2**20,
        ),
    )


def _unreadable(path: Path, error: OSError | ValueError) -> Message:
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM):
        return message(
            "You have no right to read “{path}”. Change its permissions or copy it.", path=path
        )
    return message(
        "“{path}” cannot be read ({error}). Check the disk and the name.", path=path, error=error
    )
