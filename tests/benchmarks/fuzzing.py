"""Mutated files, and what is done with each: for the reader's fuzzing, long and short."""

from __future__ import annotations

import random
import traceback
from contextlib import suppress
from pathlib import Path

from reviewer.domain import Edit, LeftOut, NewBlock, ReviewerError, Span, TextEdit
from reviewer.formats.errors import (
    BinaryFileError,
    DamagedFileError,
    EmptyFileError,
    UnwritableFileError,
)
from reviewer.formats.file_format import Format
from reviewer.formats.reading import read_bytes
from reviewer.formats.writing import edited_bytes
from reviewer.text.segments import segments
from tests.benchmarks import fuzz_seeds


def mutated(data: bytes, other: bytes, number: random.Random) -> bytes:
    """One to four of the usual harms: bits, cuts, copies, swaps, pieces of another file."""
    changed = bytearray(data)
    for _ in range(number.randint(1, 4)):
        at = number.randrange(len(changed) or 1)
        end = at + number.randint(1, 200)
        harm = number.randrange(6)
        if harm == 0 and changed:
            changed[at] ^= 1 << number.randrange(8)
        elif harm == 1:
            del changed[at:end]
        elif harm == 2:
            changed[at:at] = changed[at:end] * number.randint(1, 30)
        elif harm == 3:
            changed[at:end] = number.randbytes(end - at)
        elif harm == 4:
            start = number.randrange(len(other) or 1)
            changed[at:end] = other[start : start + 200]
        else:
            del changed[at + number.randint(0, len(changed)) :]
    return bytes(changed)


def mutated_inside(data: bytes, number: random.Random) -> bytes:
    """A zip with a part mutated, so that it is not the zip that is found to be damaged; a part
    may get a piece of another one."""
    parts = fuzz_seeds.members(data)
    written = [name for name, part in parts.items() if part.lstrip()[:1] == b"<"]
    if not written:
        return data
    name = number.choice(written)
    parts[name] = mutated(parts[name], parts[number.choice(written)], number)
    return fuzz_seeds.zipped(parts)


class NotWritten(Exception):
    """What was read could not be written, or not be read again."""


def tried(form: Format, name: str, data: bytes, number: random.Random) -> None:
    """Read, cut into sentences, edit, write and read again, as one side and as both."""
    documents = [read_bytes(Path(name), data)]
    if form.bilingual:
        with suppress(ReviewerError):
            both = form.read_both(name, data)
            documents += [both.source, *both.translations]
    for document in documents:
        for segment in segments(document, "s"):
            assert segment.span.of(document.blocks[segment.block].text) == segment.text
        if not document.blocks:
            continue
        block = number.randrange(len(document.blocks))
        text = document.blocks[block].text
        start = number.randint(0, len(text))
        span = Span(start, number.randint(start, len(text)))
        edits: list[Edit] = [TextEdit(block, span, number.choice(["", "x", "<&>\u202e", text]))]
        if number.random() < 0.5:
            role = number.choice(["paragraph", "heading", "list_item", "table_cell"])
            source = number.choice([None, *document.blocks])
            edits.append(NewBlock(block, "New.", role, 2, number.random() < 0.5, source))  # type: ignore[arg-type]
        if number.random() < 0.3 and span.start < span.end:
            edits.append(LeftOut(block, span))
        try:
            made = edited_bytes(document, edits)
        except UnwritableFileError:
            continue
        except ReviewerError as error:
            raise NotWritten(f"{edits} {error}") from error
        # What is half rubbish may have become too much of it, and what was read as plain text
        # may look like what its name says when a line was put in.
        may_fail = (BinaryFileError, EmptyFileError)
        if document.format != form.name:
            may_fail += (DamagedFileError,)
        try:
            with suppress(*may_fail):
                read_bytes(Path(name), made)
        except ReviewerError as error:
            raise NotWritten(f"{edits} {error}") from error


def outcome(form: Format, found: list[tuple[str, bytes]], number: random.Random) -> str:
    """What becomes of one mutated file: "read", "told" or the raw error, which is printed."""
    name, data = number.choice(found)
    if data.startswith(b"PK") and number.random() < 0.7:
        data = mutated_inside(data, number)
    else:
        data = mutated(data, number.choice(found)[1], number)
    try:
        tried(form, name, data, number)
    except ReviewerError:
        return "told"
    except Exception as error:
        traceback.print_exception(error, limit=-4)
        return f"raw {type(error).__name__}"
    return "read"
