"""Tables with a column for each language: which column holds which.

A header names the languages by code or name ("en", "German", "Source", "Zielsprache"); where
there is none, the first two columns of text are taken, whose languages are then detected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

SOURCE_WORDS = frozenset(
    [
        "source",
        "quelle",
        "ausgangstext",
        "quelltext",
        "original",
        "origen",
        "fuente",
        "sorgente",
        "источник",
        "原文",
        "source-text",
        "source-segment",
        "english-source",
    ]
)
TARGET_WORDS = frozenset(
    [
        "target",
        "ziel",
        "zieltext",
        "translation",
        "übersetzung",
        "destino",
        "cible",
        "traduction",
        "traducción",
        "traduzione",
        "tradução",
        "перевод",
        "переклад",
        "译文",
        "訳文",
        "target-text",
        "target-segment",
    ]
)
_NUMBERED = frozenset({"id", "no", "nr", "is", "sn"})
"""Codes of languages that mostly head a column of numbers or names."""

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
_BRACKETS = re.compile(r"[(\[]([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)[)\]]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text: its index and its language ("" if it is not named)."""

    index: int
    language: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The source's column, those of the translations, and the first row below the header."""

    source: Column
    targets: tuple[Column, ...]
    first_row: int


def layout(rows: Sequence[Sequence[str]]) -> Layout | None:
    """Which columns of `rows` are which; None where no two hold text."""
    header = rows[0] if rows else ()
    named = [_named(cell) for cell in header]
    sources = [n for n, (kind, _) in enumerate(named) if kind == "source"]
    targets = [n for n, (kind, _) in enumerate(named) if kind == "target"]
    wordy = _columns_of_text(rows[1:])
    languages = [
        n
        for n, (kind, _) in enumerate(named)
        if kind == "language"
        and (n in wordy or header[n].strip().casefold() not in _NUMBERED or len(rows) < 2)
    ]
    if sources and targets:
        chosen = [sources[0], *targets]
    elif sources and languages:
        chosen = [sources[0], *languages]
    elif len(languages) > 1:
        chosen = languages
    else:
        chosen = _columns_of_text(rows)
        if len(chosen) < 2:
            return None
        columns = [Column(n, "") for n in chosen[:2]]
        return Layout(columns[0], (columns[1],), 0)
    columns = [Column(n, named[n][1]) for n in chosen]
    return Layout(columns[0], tuple(columns[1:]), 1)


def language_of_header(cell: str) -> str:
    """The language that a cell of the first row names, "" for none."""
    return _named(cell)[1]


def is_header(row: Sequence[str]) -> bool:
    """Whether a row names what is below it."""
    return any(_named(cell)[0] for cell in row)


def _named(cell: str) -> tuple[str, str]:
    """(source, target, language or "", language code) for a cell of the header."""
    text = cell.strip().lower()
    inside = _BRACKETS.search(cell)
    code = language_named(inside[1]) if inside else ""
    words = re.split(r"[\s:()\[\]/]+", text)
    if "-".join(words) in SOURCE_WORDS or words[0] in SOURCE_WORDS:
        return "source", code or next(filter(None, map(language_named, words[1:])), "")
    if "-".join(words) in TARGET_WORDS or words[0] in TARGET_WORDS:
        return "target", code or next(filter(None, map(language_named, words[1:])), "")
    code = code or language_named(cell)
    return ("language", code) if code else ("", "")


def language_named(text: str) -> str:
    """The code of a language that is written as a code or by its English or own name."""
    from reviewer.text.languages import known

    tag = text.strip().replace("_", "-")
    if _TAG.match(tag) and known(tag):
        return tag
    return _names().get(text.strip().lower(), "")


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    from reviewer.text.languages import all_languages

    names: dict[str, str] = {}
    for code in all_languages():
        for ui in ("en", code):
            try:
                name = Locale.parse(ui).languages.get(code)
            except (ValueError, LookupError):
                continue
            if name:
                names.setdefault(name.lower(), code)
    return names


def _columns_of_text(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns that hold words, from left to right: no numbers, no marks."""
    width = max((len(row) for row in rows), default=0)
    chosen = []
    for number in range(width):
        cells = [row[number] for row in rows if number < len(row) and row[number].strip()]
        wordy = sum((any(c.isalpha() for c in cell) and len(cell.split()) > 1) or not cell.isascii()
                    for cell in cells)  # fmt: skip
        if cells and wordy * 2 >= len(cells):
            chosen.append(number)
    return chosen
