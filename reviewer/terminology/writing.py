"""Add terms to a glossary: a table (CSV, TSV) with a column for each language."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reviewer.formats.atomic import write_bytes
from reviewer.formats.errors import FormatError
from reviewer.formats.file_bytes import why_unreadable
from reviewer.formats.tables import delimited
from reviewer.messages import message
from reviewer.terminology.glossary import GlossaryError
from reviewer.terminology.reading import SEVERAL, column_of
from reviewer.text.languages import base, display_name

WRITTEN = (".csv", ".tsv", ".tab", ".txt")
"""Endings of the files to which terms can be added."""


def add_term(path: Path, languages: tuple[str, str], words: tuple[str, str]) -> bool:
    """Let a word of the first language be rendered by one of the second in a glossary, which is
    made where there is none. Whether anything was written: False where it stands there already.

    A word that has another rendering there gets this one beside it; all else in the file stays as
    it is. Raises GlossaryError, or a FormatError where the file cannot be written.
    """
    source, target = (" ".join(word.split()) for word in words)
    if path.suffix.lower() not in WRITTEN:
        raise GlossaryError(
            message("Terms can be added to CSV and TSV files only, not to “{path}”.", path=path)
        )
    if not source or not target:
        raise GlossaryError(message("A term needs a word in both languages."))
    if SEVERAL.search(source + target):
        raise GlossaryError(message("A term cannot have “|” or “;” in it."))
    between = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    data = _data(path) or between.join(languages).encode()
    changed = _with_term(path, data, languages, (source, target))
    if changed == data:
        return False
    with suppress(OSError):  # the writing says what is wrong
        path.parent.mkdir(parents=True)
    write_bytes(path, changed)
    return True


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise GlossaryError(why_unreadable(path, error)) from error


def _with_term(
    path: Path, data: bytes, languages: tuple[str, str], words: tuple[str, str]
) -> bytes:
    try:
        rows = delimited.rows_of(str(path), data)
    except FormatError as error:
        raise GlossaryError(*error.args) from error
    first, second = (_column(path, rows[0], language) for language in languages)
    for number, row in enumerate(rows[1:], 1):
        if words[0].casefold() not in _several(row, first):
            continue
        if words[1].casefold() in _several(row, second):
            return data
        if second < len(row):
            both = " | ".join(part for part in (row[second].strip(), words[1]) if part)
            return delimited.with_cells(str(path), data, {(number, second): both})
    new = [""] * (max(first, second) + 1)
    new[first], new[second] = words
    return delimited.with_cells(str(path), data, {}, new)


def _column(path: Path, names: Sequence[str], language: str) -> int:
    """The column of the words of a language: of the very language, else of another country."""
    columns = [tag if kind == "allowed" else "" for tag, kind in map(column_of, names)]
    wanted = language.lower()
    if wanted in columns:
        return columns.index(wanted)
    of_base = [number for number, tag in enumerate(columns) if tag and base(tag) == base(wanted)]
    if not of_base:
        raise GlossaryError(
            message(
                "“{path}” has no column for {language}. Its first row names the language of each "
                "column.",
                path=path,
                language=display_name(language),
            )
        )
    return of_base[0]


def _several(row: Sequence[str], column: int) -> set[str]:
    cell = row[column] if column < len(row) else ""
    return {word.strip().casefold() for word in SEVERAL.split(cell)}
