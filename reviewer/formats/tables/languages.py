"""Tables with a column for each language: which column holds which.

A header names the languages by code or name ("en", "German", "Source", "Zielsprache"); where
there is none, the first two columns of text in different languages are taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reviewer.formats.tables.headers import named, says_more
from reviewer.formats.tables.locks import Lock, locks
from reviewer.formats.tables.more_headers import named_once_more

_NUMBERED = frozenset({"id", "no", "nr", "is", "sn"})
"""Codes of languages that mostly head a column of numbers or names."""

_TITLES = 5
"""Rows above the header at most: what the table is, who made it."""

_LETTERS = 40
"""Letters of a column from which on its language can be told."""

_SURE = 0.9
"""How sure the languages of two columns without a header must be, to be a text and its
translation."""


_SHORTER = 4
"""How much longer a text may be than its translation."""

_PLAIN_WORD = re.compile(
    r"(?<![^\s(\"'«„“‘])[^\W\d_]+(?=[.,:;!?…)\"'»”’]*(?:\s|\Z)|[^\x00-\u024f])"
)
"""A word that is no part of a mark, an address or the name of a file."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text: its index and its language ("" if it is not named)."""

    index: int
    language: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The source's column, those of the translations, and the first row below the header.

    `certain`: a header says it, or the languages of the columns are surely two. `remarks`: the
    columns that say something of their row, states before notes; `locks`: those that may say that
    nobody may change it.
    """

    source: Column
    targets: tuple[Column, ...]
    first_row: int
    certain: bool = True
    remarks: tuple[Column, ...] = ()
    locks: tuple[Lock, ...] = ()

    def locked(self, cell: Callable[[int], str]) -> bool:
        """Whether a row is locked, where `cell` gives the text of each column. A lock for one of
        several translations locks nothing: its source is compared with the others."""
        several = len(self.targets) > 1
        return any(
            one.holds(cell(one.index)) for one in self.locks if not (several and one.language)
        )

    def note(self, column: Column, cell: Callable[[int], str]) -> str:
        """What a row says of its text in `column`, where `cell` gives the text of each column.

        A remark on one of several translations is none on the others and on the source.
        """
        several = self.targets if len(self.targets) > 1 else ()
        others = {one.language for one in several} - {column.language, ""}
        said = (cell(one.index) for one in self.remarks if one.language not in others)
        return "; ".join(dict.fromkeys(filter(None, said)))


def layout(rows: Sequence[Sequence[str]]) -> Layout | None:
    """Which columns of `rows` are which; None where no two hold text."""
    for number in range(min(_TITLES + 1, len(rows))):
        if found := _by_header(rows, number):
            return with_more_headers(found, rows)
        if sum(bool(cell.strip()) for cell in rows[number]) > 1:
            break
    return _by_languages(rows)


def with_more_headers(found: Layout, rows: Sequence[Sequence[str]]) -> Layout:
    """`found` below the further rows that name its columns, with what these say."""
    while 0 < found.first_row < len(rows) - 1:
        columns = {each.index: each.language for each in (found.source, *found.targets)}
        header, row = rows[found.first_row - 1], rows[found.first_row]
        sides = any(
            named(header[number])[0] in ("source", "target")
            for number in columns
            if number < len(header)
        )
        more = named_once_more(row, columns, sides, partial(_language_of, rows))
        if more is None:
            break
        source, *targets = (Column(*each) for each in more.items())
        found = replace(
            found,
            source=source,
            targets=tuple(targets),
            first_row=found.first_row + 1,
            remarks=found.remarks or remarks(row, [*more]),
            locks=found.locks or locks(row, [*more]),
        )
    return found


def _by_header(rows: Sequence[Sequence[str]], number: int) -> Layout | None:
    """The columns as row `number` names them."""
    header, below = rows[number], rows[number + 1 :]
    names = [named(cell) for cell in header]
    wordy = _columns_of_text(below)
    languages = [
        n
        for n, (kind, _) in enumerate(names)
        if kind == "language"
        and (n in wordy or header[n].strip().casefold() not in _NUMBERED or not below)
    ]
    sources, targets = _sides(header, below, languages)
    if sources and targets:
        chosen = [sources[0], *targets]
    elif sources and languages:
        chosen = [sources[0], *languages]
    elif targets and len(languages) == 1:
        chosen = [*languages, *targets]
    elif len({names[n][1] for n in languages}) > 1:
        chosen = languages
    else:
        return None
    columns = [Column(n, names[n][1]) for n in chosen]
    return Layout(
        columns[0],
        tuple(columns[1:]),
        number + 1,
        remarks=remarks(header, chosen),
        locks=locks(header, chosen),
    )


def _sides(
    header: Sequence[str], below: Sequence[Sequence[str]], languages: Sequence[int]
) -> tuple[list[int], list[int]]:
    """The columns that `header` calls sources, those that say nothing else first, and translations.

    One that says more ("Target length", "Source file") is one only if it reads as a text below, or
    is empty and nothing else is there for its side.
    """
    named_so = {n: kind for n, cell in enumerate(header) for kind in (named(cell)[0],)}
    sides = {n: kind for n, kind in named_so.items() if kind in ("source", "target")}
    more = {n for n in sides if says_more(header[n])}
    plain = {kind: n for n, kind in sides.items() if n not in more}
    against = plain.get("source", languages[0] if languages else None)
    kept = {
        n: kind
        for n, kind in sides.items()
        if n not in more
        or _reads_as_text(below, n, against, empty=kind not in plain and not languages)
    }
    sources = sorted((n for n, kind in kept.items() if kind == "source"), key=lambda n: n in more)
    return sources, [n for n, kind in kept.items() if kind == "target"]


def _reads_as_text(
    rows: Sequence[Sequence[str]], number: int, against: int | None, *, empty: bool
) -> bool:
    """Whether the cells of a column are texts as those of column `against` are: words, as varied
    and not much shorter. `empty` says what a column without any cell is."""

    def cell(row: Sequence[str], column: int | None) -> str:
        return row[column].strip() if column is not None and column < len(row) else ""

    both = [(cell(row, number), cell(row, against)) for row in rows if cell(row, number)]
    if not both:
        return empty
    if sum(_PLAIN_WORD.search(text) is not None for text, _ in both) * 2 < len(both):
        return False
    if not any(other for _, other in both):
        return len({text for text, _ in both}) * 2 >= len(both)
    both = [(text, other) for text, other in both if other]
    lengths = [sum(map(len, texts)) for texts in zip(*both, strict=True)]
    kinds = [len(set(texts)) for texts in zip(*both, strict=True)]
    return lengths[0] * _SHORTER >= lengths[1] and kinds[0] * 2 >= kinds[1]


def remarks(header: Sequence[str], chosen: Sequence[int]) -> tuple[Column, ...]:
    """The columns that hold states and notes as `header` names them, but for those that are
    `chosen` as texts."""
    names = [(n, *named(cell)) for n, cell in enumerate(header) if n not in chosen]
    return tuple(
        Column(n, language)
        for wanted in ("state", "note")
        for n, kind, language in names
        if kind == wanted
    )


def _by_languages(rows: Sequence[Sequence[str]]) -> Layout | None:
    """The first column of text and the first one behind it in another language; the first two
    columns of text where no languages can be told."""
    chosen = _columns_of_text(rows)
    if len(chosen) < 2:
        return None
    first, *others = chosen
    own = _language_of(rows, first)
    apart = [n for n in others if own and _language_of(rows, n) not in ("", own)]
    second = apart[0] if apart else others[0]
    return Layout(Column(first, ""), (Column(second, ""),), 0, certain=bool(apart))


def _language_of(rows: Sequence[Sequence[str]], number: int) -> str:
    """The language that a column is surely in, "" where it cannot be told."""
    from reviewer.text.languages import detect

    text = " ".join(row[number] for row in rows if number < len(row))
    if sum(char.isalpha() for char in text) < _LETTERS:
        return ""
    language, sure = detect(text)
    return language if sure >= _SURE else ""


def language_of_header(cell: str) -> str:
    """The language that a cell of the first row names, "" for none."""
    return named(cell)[1]


def is_header(row: Sequence[str]) -> bool:
    """Whether a row names what is below it."""
    return any(named(cell)[0] in ("source", "target", "language") for cell in row)


def _columns_of_text(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns that hold words, from left to right: no numbers, no marks."""
    width = max((len(row) for row in rows), default=0)
    chosen = []
    for number in range(width):
        cells = [row[number] for row in rows if number < len(row) and row[number].strip()]
        wordy = sum(_words_in(cell) > 1 or not cell.isascii() for cell in cells)
        if cells and wordy * 2 >= len(cells):
            chosen.append(number)
    return chosen


def _words_in(cell: str) -> int:
    """How many words are written in letters: the marks of segments ("12 3f2a") are none."""
    return sum(
        any(char.isalpha() for char in word) and not any(char.isdigit() for char in word)
        for word in cell.split()
    )
