"""Read glossaries: TBX (ISO 30042, both editions), and tables with a column for each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.formats.errors import FormatError
from reviewer.formats.file_bytes import only_file, why_unreadable
from reviewer.formats.shared.xml_source import BrokenXmlError, parsed
from reviewer.messages import message
from reviewer.terminology.glossary import Glossary, GlossaryError, Term
from reviewer.text.languages import all_languages, base, display_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST = 100 * 2**20
"""Bytes; the terms of the European Union in all its languages have about as many."""

SEVERAL = re.compile(r"[|;\n]")
"""Between several words of one cell."""
_NOT_ALLOWED = re.compile(r"deprecated|superseded|forbidden|obsolete|notRecommended", re.IGNORECASE)
"""In the administrative status of a TBX term: it is not to be used."""

_FORBIDDEN_COLUMN = re.compile(
    r"(?<![\s(:_-])[\s(:_-]++(?:forbidden|not|never|deprecated)\b.*$", re.IGNORECASE
)
_NOTE_COLUMNS = frozenset({"note", "notes", "comment", "comments", "definition"})


def read_glossary(path: Path) -> Glossary:
    """The glossary in a file. Raises GlossaryError, which says what is wrong and what to do."""
    try:
        if only_file(path).stat().st_size > _LARGEST:
            raise GlossaryError(message("“{path}” is too large for a glossary.", path=path))
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(why_unreadable(path, error)) from error
    try:
        terms = list(_terms(path, data))
    except FormatError as error:
        raise GlossaryError(*error.args) from error
    if not terms:
        raise GlossaryError(
            message(
                "“{path}” holds no terms. A table needs a first row that names the language of "
                "each column (en, de, “de forbidden”), and note if you like.",
                path=path,
            )
        )
    return Glossary(path.stem, tuple(terms))


def _terms(path: Path, data: bytes) -> Iterator[Term]:
    match path.suffix.lower():
        case ".tbx" | ".xml":
            yield from _from_tbx(path, data)
        case ".xlsx" | ".xlsm":
            from reviewer.formats.tables import xlsx

            yield from _from_rows(xlsx.rows_of(str(path), data))
        case ".csv" | ".tsv" | ".tab" | ".txt":
            from reviewer.formats.tables import delimited

            yield from _from_rows(delimited.rows_of(str(path), data))
        case _:
            raise GlossaryError(
                message(
                    "“{path}” is no glossary that can be read: TBX, CSV, TSV or xlsx.", path=path
                )
            )


def _from_rows(rows: Sequence[Sequence[str]]) -> Iterator[Term]:
    if not rows:
        return
    columns = [column_of(name) for name in rows[0]]
    if len({tag for tag, kind in columns if kind == "allowed"}) < 2:
        return
    for row in rows[1:]:
        allowed: dict[str, tuple[str, ...]] = {}
        forbidden: dict[str, tuple[str, ...]] = {}
        notes = []
        for cell, (tag, kind) in zip(row, columns, strict=False):
            said = tuple(bare for word in SEVERAL.split(cell) if (bare := word.strip()))
            if said and kind == "note":
                notes.append(cell.strip())
            elif said and tag:
                words = forbidden if kind == "forbidden" else allowed
                words[tag] = (*words.get(tag, ()), *said)
        if allowed:
            yield Term(allowed, forbidden, "; ".join(notes))


def column_of(name: str) -> tuple[str, str]:
    """What the name of a column in the first row says: its language tag, and what stands in it,
    "allowed", "forbidden" or "note"."""
    plain = name.strip().casefold()
    if plain in _NOTE_COLUMNS:
        return "", "note"
    bare = _FORBIDDEN_COLUMN.sub("", plain)
    tag = _tag(bare)
    return (tag, "forbidden" if bare != plain else "allowed") if tag else ("", "")


def _tag(name: str) -> str:
    """The tag that a language is called by: its code, or its name in English."""
    written = name.replace("_", "-")
    if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", written) and base(written) in all_languages():
        return written
    return next((code for code in all_languages() if display_name(code).casefold() == name), "")


def _from_tbx(path: Path, data: bytes) -> Iterator[Term]:
    try:
        root = parsed(data, doctype=True)
    except BrokenXmlError as error:
        raise GlossaryError(
            message("“{path}” is damaged or no TBX file ({error}).", path=path, error=error)
        ) from error
    for entry in _named(root, "termEntry", "conceptEntry"):
        allowed: dict[str, tuple[str, ...]] = {}
        forbidden: dict[str, tuple[str, ...]] = {}
        for section in _named(entry, "langSet", "langSec"):
            tag = section.get("{http://www.w3.org/XML/1998/namespace}lang", "").lower()
            for group in _named(section, "tig", "ntig", "termSec"):
                term = "".join(_text(one) for one in _named(group, "term")).strip()
                if not term or not tag:
                    continue
                words = forbidden if _is_forbidden(group) else allowed
                words[tag] = (*words.get(tag, ()), term)
        notes = [_text(note).strip() for note in _named(entry, "note")]
        if allowed:
            yield Term(allowed, forbidden, "; ".join(note for note in notes if note))


def _is_forbidden(group: _Element) -> bool:
    return any(
        note.get("type", "") in ("administrativeStatus", "normativeAuthorization")
        and _NOT_ALLOWED.search(_text(note))
        for note in _named(group, "termNote")
    )


def _named(element: _Element, *names: str) -> Iterable[_Element]:
    """Elements inside by their local names, whatever their namespace."""
    for name in names:
        yield from element.iter(f"{{*}}{name}")


def _text(element: _Element) -> str:
    return "".join(map(str, element.itertext()))
