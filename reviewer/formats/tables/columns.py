"""Which columns of a table somebody has chosen: for the source and its translations, or for one
text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from reviewer.formats.tables.languages import (
    Column,
    Layout,
    is_header,
    language_of_header,
    layout,
    remarks,
    with_more_headers,
)
from reviewer.formats.tables.locks import locks
from reviewer.messages import message


class WrongColumnsError(FormatError):
    """The columns that were named are not those of the table."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by their numbers from 0: that of the source, and those of its translations; without
    these, all are one text."""

    first: tuple[int, ...]
    targets: tuple[int, ...] = ()

    @property
    def source(self) -> int:
        """The column of the source."""
        return self.first[0]

    def layout(self, rows: Sequence[Sequence[str]]) -> Layout:
        """The columns with the languages that the first row of the table names."""
        header = rows[0] if rows else ()
        chosen = [
            Column(number, language_of_header(header[number] if number < len(header) else ""))
            for number in (self.source, *self.targets)
        ]
        named = any(column.language for column in chosen) or is_header(header)
        texts = [column.index for column in chosen]
        said, held = (remarks(header, texts), locks(header, texts)) if named else ((), ())
        found = Layout(chosen[0], tuple(chosen[1:]), int(named), remarks=said, locks=held)
        more = with_more_headers(found, rows)
        return more if more.source.index == self.source else found


def parsed(written: str, rows: Sequence[Sequence[str]], path: Path) -> Columns:
    """What "B:C,D" or "English:German" says of a table that begins with `rows`: letters as in a
    spreadsheet, numbers from 1, or words of the first row. Raises WrongColumnsError."""
    before, parted, behind = written.partition(":")
    first = tuple(_number(one, rows, path) for one in before.split(","))
    targets = tuple(_number(one, rows, path) for one in behind.split(",")) if parted else ()
    several = (*first, *targets)
    if len(set(several)) < len(several) or (targets and len(first) > 1):
        raise _wrong(written, rows, path)
    return Columns(first, targets)


def letter(number: int) -> str:
    """What a spreadsheet calls a column, by its number from 0."""
    made = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def guessed(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns that are taken where nobody chooses; None where no two hold text."""
    found = layout(rows)
    if found is None:
        return None
    return Columns((found.source.index,), tuple(each.index for each in found.targets))


def only(document: Document, columns: Columns, path: Path) -> Document:
    """The document of a table with nothing but the text of some columns."""
    from dataclasses import replace

    kept = tuple(
        block for block in document.blocks if int(block.place.rpartition(":")[2]) in columns.first
    )
    if not kept:
        raise WrongColumnsError(
            path,
            message("The columns that were chosen have no text in “{path}”.", path=str(path)),
        )
    return replace(document, blocks=kept)


def _number(written: str, rows: Sequence[Sequence[str]], path: Path) -> int:
    name = written.strip()
    width = max((len(row) for row in rows), default=0)
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if name.casefold() in header:
        return header.index(name.casefold())
    letters = [letter(number) for number in range(width)]
    if name.upper() in letters:
        return letters.index(name.upper())
    if name.isdecimal() and 1 <= int(name) <= width:
        return int(name) - 1
    raise _wrong(written, rows, path)


def _wrong(written: str, rows: Sequence[Sequence[str]], path: Path) -> WrongColumnsError:
    header = rows[0] if rows else ()
    there = ", ".join(f"{letter(n)} {cell.strip()}".strip() for n, cell in enumerate(header))
    return WrongColumnsError(
        path,
        message(
            "“{written}” does not name columns of “{path}”. Write SOURCE:TRANSLATION, for example "
            "B:C; there are: {there}",
            written=written,
            path=str(path),
            there=there or "–",
        ),
    )
