"""What one file format is: its names, its limits, and the modules that read and write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from reviewer.domain import Block, Document, Edit
from reviewer.formats.errors import LongParagraphError
from reviewer.formats.shared.mapped import LONGEST_BLOCK, LongBlockError
from reviewer.formats.shared.tracked import Tracking
from reviewer.formats.shared.units import BilingualFile
from reviewer.messages import message

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A document with its images, or a saved page with its images inside, may be half of it."""


LARGEST_TEXT = 16 * 1024 * 1024
"""Bytes of a file that is nothing but text. The longest novels have a third of it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `module`, in this package, has its `read` and `write`.

    `read(path, data) -> Document`, `write(document, edits) -> bytes`. `mime` is its media
    type. What came in another format can be written in this one where `maker` names a
    "module.function" of this package with `make(blocks, language) -> bytes`; `made_suffixes`
    are the names that such a file may have, the usual one first. `tracker` names what writes
    edits as tracked changes: `write(document, edits, tracking) -> bytes`. A `bilingual` format
    holds a text with its translations: `read_both(path, data) -> BilingualFile`. What is
    `read_only` is never written: `write` says what to do instead. Where `new_blocks` is False,
    a new block becomes a part of the one beside it; where it `hangs`, `hanging` says what hangs
    on sentences. Where it is `all_text`, no line is taken for a part of a page around the text but
    what the file itself says is none. Where a file `may_keep_back` text, `not_read(document)` says
    it in words. `unread` says in words what of a file is not read, `changed` what an edit changes
    beside its words (docs/formats.md).
    """

    name: str
    title: str
    module: str
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
    all_text: bool = False
    may_keep_back: bool = False
    unread: str = ""
    changed: str = ""

    def function(self, name: str) -> Any:
        """What is called `name` in the module of this format, which is loaded now."""
        return module_function(f"{self.module}.{name}")

    def read(self, path: str, data: bytes) -> Document:
        """The document in `data`, which stood at `path`."""
        reader: Callable[[str, bytes], Document] = self.function("read")
        with _no_endless_paragraph(path):
            return _bounded(reader(path, data))

    def read_both(self, path: str, data: bytes) -> BilingualFile:
        """Both sides of the bilingual file in `data`."""
        name = self.in_table or f"{self.module}.read_both"
        reader: Callable[[str, bytes], BilingualFile] = module_function(name)
        with _no_endless_paragraph(path):
            both = reader(path, data)
            for side in (both.source, *both.translations):
                _bounded(side)
            return both

    def write(self, document: Document, edits: Sequence[Edit]) -> bytes:
        """The bytes of `document` after `edits`."""
        writer: Callable[[Document, Sequence[Edit]], bytes] = self.function("write")
        if self.in_table and any(block.unit for block in document.blocks):
            module, _, _ = self.in_table.rpartition(".")
            document, edits = module_function(f"{module}.whole")(document, edits)
        # Here, since who only reads does not wait for all that knows where new blocks go.
        from reviewer.formats.new_blocks.places import inline, on_one_line

        edits = on_one_line(edits)
        if not self.new_blocks:
            edits = inline(edits, [len(block.text) for block in document.blocks])
        with _no_endless_paragraph(document.path):
            return writer(document, edits)

    def track(self, document: Document, edits: Sequence[Edit], tracking: Tracking) -> bytes:
        """The bytes of `document` with `edits` as tracked changes, and with remarks."""
        from reviewer.formats.new_blocks.places import on_one_line

        tracker: Callable[..., bytes] = module_function(self.tracker)
        with _no_endless_paragraph(document.path):
            return tracker(document, on_one_line(edits), tracking)

    def make(self, blocks: Sequence[Block], language: str) -> bytes:
        """A file with `blocks` and nothing else, in the direction of `language` ("" if unknown)."""
        maker: Callable[[Sequence[Block], str], bytes] = module_function(self.maker)
        return maker(blocks, language)


@contextmanager
def _no_endless_paragraph(path: str) -> Iterator[None]:
    """Says in words that a paragraph of the file at `path` is longer than can be read."""
    try:
        yield
    except LongBlockError as error:
        raise LongParagraphError(
            path,
            message(
                "“{path}” has a paragraph of more than {value} characters. Divide it into "
                "paragraphs in the program that made it.",
                path=path,
                value=LONGEST_BLOCK,
            ),
        ) from error


def _bounded(document: Document) -> Document:
    """The document, which has no block longer than LONGEST_BLOCK. Raises LongBlockError."""
    if any(len(block.text) > LONGEST_BLOCK for block in document.blocks):
        raise LongBlockError
    return document


def module_function(name: str) -> Any:
    # docx and Markdown bring libraries with them: off the start-up path.
    module, _, function = name.rpartition(".")
    return getattr(import_module(f"reviewer.formats.{module}"), function)
