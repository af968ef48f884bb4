"""Columns whose header names a side and something else, or a lock: none of them is a text."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Callable, Sequence
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import Span, TextEdit
from reviewer.formats import table_start
from reviewer.formats.shared.units import BilingualFile
from reviewer.formats.tables.columns import parsed
from reviewer.formats.tables.headers import named, says_locked, says_more
from reviewer.formats.tables.languages import layout
from reviewer.review import Review

SOURCE = ["The bridge is open again.", "Nobody was hurt.", "It cost 97 million euros."]
TARGET = ["Die Brücke ist wieder offen.", "Niemand wurde verletzt.", "Sie kostete viel."]
LENGTHS, NAMES = ["25", "16", "25"], ["a.docx", "b.docx", "c 1.docx"]
MEMORIES = ["Client A general"] * 3
PEOPLE = ["Ann", "Bob", "Cho"]
EMPTY = ["", "", ""]


def chosen(header: Sequence[str], *columns: Sequence[str]) -> list[int] | None:
    found = layout([header, *zip(*columns, strict=True)])
    return found and [one.index for one in (found.source, *found.targets)]


@pytest.mark.parametrize(
    ("header", "columns", "expected"),
    [
        (["Source", "Target", "Target length"], [SOURCE, TARGET, LENGTHS], [0, 1]),
        (["Source length", "Source", "Target"], [LENGTHS, SOURCE, TARGET], [1, 2]),
        (["Source file", "Source", "Target"], [NAMES, SOURCE, TARGET], [1, 2]),
        (["Source file", "English", "German"], [NAMES, SOURCE, TARGET], [1, 2]),
        (["Source", "German", "Translation memory"], [SOURCE, TARGET, MEMORIES], [0, 1]),
        (["Source", "Translation memory", "Target"], [SOURCE, MEMORIES, TARGET], [0, 2]),
        (["Source", "Target", "Translated by"], [SOURCE, TARGET, PEOPLE], [0, 1]),
        (["Kaynak dosya", "Kaynak", "Çeviri"], [NAMES, SOURCE, TARGET], [1, 2]),
        (["Source", "Target", "Target (characters)"], [SOURCE, TARGET, LENGTHS], [0, 1]),
        (["English", "Translation", "Translation date"], [SOURCE, TARGET, LENGTHS], [0, 1]),
        # Words that nobody knows, over a text: it is one.
        (
            ["Source UI", "Target UI"],
            [["Save", "Open", "Quit"], ["Sichern", "Auf", "Ende"]],
            [0, 1],
        ),
        (["Source", "Translation", "Translation proofread"], [SOURCE, TARGET, TARGET], [0, 1, 2]),
        # Nothing is translated yet.
        (["Source", "Translation to fill in"], [SOURCE, EMPTY], [0, 1]),
        (["Source", "Target", "Translation memory"], [SOURCE, TARGET, EMPTY], [0, 1]),
        (["Source", "Target"], [SOURCE, EMPTY], [0, 1]),
        (["Source text", "Target 1", "Target 2"], [SOURCE, EMPTY, EMPTY], [0, 1, 2]),
    ],
)
def test_a_column_of_something_else_is_no_text(
    header: list[str], columns: list[list[str]], expected: list[int]
) -> None:
    assert chosen(header, *columns) == expected


@pytest.mark.parametrize(
    ("length", "kinds", "is_text"), [(10, 4, True), (9, 4, False), (10, 2, True), (10, 1, False)]
)
def test_a_text_is_a_quarter_as_long_and_half_as_varied_as_its_source(
    length: int, kinds: int, is_text: bool
) -> None:
    source = [letter * 40 for letter in "abcd"]
    names = [letter * length for letter in "fghi"[:kinds]]
    column = list(itertools.islice(itertools.cycle(names), len(source)))
    target = [letter * 40 for letter in "wxyz"]
    expected = [0, 1, 2] if is_text else [0, 1]
    assert chosen(["Source", "Target", "Target draft"], source, target, column) == expected


@pytest.mark.parametrize(
    ("cell", "more"),
    [
        ("Target", False),
        ("Target text", False),
        ("Target (de-AT)", False),
        ("Source – English (UK)", False),
        ("Target 2", False),
        ("Target length", True),
        ("Translation memory", True),
        ("Target (length)", True),
        ("Zieltext Länge", True),
        ("Comment", False),
        ("German", False),
    ],
)
def test_a_header_says_more_than_a_side(cell: str, more: bool) -> None:
    assert says_more(cell) is more


@pytest.mark.parametrize(
    ("cell", "kind", "language"),
    [
        ("Locked", "lock", ""),
        ("Locked?", "lock", ""),
        ("Segment locked", "lock", ""),
        ("Locked (de)", "lock", "de"),
        ("Gesperrt", "lock", ""),
        ("Verrouillé", "lock", ""),
        ("Do not translate", "lock", ""),
        ("已锁定", "lock", ""),
        ("مقفل", "lock", ""),
        ("Translate?", "translatable", ""),
        ("Übersetzbar", "translatable", ""),
        ("Locked out of the house", "", ""),
        ("Blocked", "", ""),
    ],
)
def test_a_header_names_locks(cell: str, kind: str, language: str) -> None:
    assert named(cell) == (kind, language)


@pytest.mark.parametrize(
    ("state", "locked"),
    [("Locked", True), ("Translated, locked", True), ("Not locked", False), ("", False)],
)
def test_a_state_says_locked(state: str, locked: bool) -> None:
    assert says_locked(state) is locked


def test_no_word_is_of_two_kinds() -> None:
    data = files("reviewer.formats").joinpath("data/table_headers.toml").read_text("utf-8")
    kinds = tomllib.loads(data)
    heads = ("source", "target", "note", "state", "lock", "translatable")
    for one, other in [*itertools.combinations(heads, 2), ("yes", "no"), ("lock", "no")]:
        assert not set(kinds[one]) & set(kinds[other]), (one, other)


Make = Callable[[list[list[object]]], Path]


@pytest.fixture(params=[".xlsx", ".csv"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    def make(rows: list[list[object]]) -> Path:
        path = tmp_path / f"a{request.param}"
        if request.param == ".csv":
            path.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), "utf-8")
        else:
            book = openpyxl.Workbook()
            for row in rows:
                book.active.append(row)
            book.save(str(path))
        return path

    return make


def aside(path: Path) -> list[list[str]]:
    file = formats.read_bilingual(path)
    return [[block.reason for block in one.blocks] for one in (file.source, *file.translations)]


@pytest.mark.parametrize(
    ("head", "cells", "locked"),
    [
        ("Locked", [True, False, ""], [0]),
        ("Locked", [1, 0, 2], [0]),
        ("Locked", ["x", "", "who knows"], [0]),
        ("Gesperrt", ["ja", "nein", "Nein"], [0]),
        ("Translate", ["no", "yes", ""], [0]),
        ("Translatable", [False, True, True], [0]),
        ("Status", ["Locked", "Translated", "unlocked"], [0]),
        ("DNT", ["", "✓", "🔒"], [1, 2]),
    ],
)
def test_locked_rows_are_set_aside(
    table: Make, head: str, cells: list[object], locked: list[int]
) -> None:
    rows = [["Source", "Target", head], *map(list, zip(SOURCE, TARGET, cells, strict=True))]
    expected = ["locked" if n in locked else "" for n in range(3)]
    assert aside(table(rows)) == [expected] * 2


def test_a_lock_for_one_of_two_translations_locks_nothing(table: Make) -> None:
    rows = [["Source", "de", "fr", "Locked (de)"], [SOURCE[0], TARGET[0], "Oui.", "yes"]]
    assert aside(table(rows)) == [[""]] * 3


def test_locks_beside_columns_that_were_chosen(table: Make) -> None:
    path = table([["A", "Locked", "en", "de"], ["1", True, SOURCE[0], TARGET[0]]])
    file = formats.read_columns(path, parsed("C:D", table_start(path), path))
    assert isinstance(file, BilingualFile)
    assert [file.source.blocks[0].reason, file.translations[0].blocks[0].reason] == ["locked"] * 2


def test_a_locked_row_has_no_findings(table: Make, tmp_path: Path) -> None:
    rows = [["en", "de", "Locked"], [SOURCE[2], "Sie kostete 79 Millionen Euro.", "yes"]]
    rows.append([SOURCE[0], TARGET[0], "no"])
    file = formats.read_bilingual(table(rows))
    with Review.create(tmp_path / "a.review", analyse(file.source, file.translations)) as review:
        assert not [finding for row in review.rows(1) for finding in row.findings]


def workbook(path: Path, *rows: list[object], results: dict[str, str] | None = None) -> Path:
    """A workbook; `results` are of formulas, by cell."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for number, row in enumerate([["Source", "Target"], *rows]):
        for column, value in enumerate(row):
            name = f"{'AB'[column]}{number + 1}"
            if name in (results or {}):
                sheet.write_formula(number, column, str(value), None, (results or {})[name])
            else:
                sheet.write(number, column, value)
    book.close()
    return path


def test_numbers_are_compared_with_numbers_and_set_aside_beside_texts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [SOURCE[0], TARGET[0]], [97, 79], [12.5, "12,5"], ["x", 3])
    file = formats.read_bilingual(path)
    [target] = file.translations
    assert [block.text for block in file.source.blocks] == [SOURCE[0], "97", "12.5", "x"]
    assert [block.reason for block in target.blocks] == ["", "", "no text", "no text"]
    analysis = analyse(file.source, file.translations)
    found = [one for findings in analysis.translations[0].findings for one in findings]
    assert [one.check for one in found] == ["numbers"]
    edited = formats.edited_bytes(target, [TextEdit(1, Span(0, 2), "97")])
    sheet = openpyxl.load_workbook(BytesIO(edited)).active
    assert [cell.value for cell in sheet["B"]] == ["Target", TARGET[0], "97", "12,5", 3]
    assert formats.edited_bytes(target, []) == path.read_bytes()


def test_what_a_formula_says_in_words_is_a_text(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [SOURCE[0], "=T(1)"],
        [SOURCE[1], "=T(2)"],
        results={"B2": TARGET[0], "B3": "#N/A"},
    )
    [target] = formats.read_bilingual(path).translations
    assert [block.text for block in target.blocks] == [TARGET[0], "#N/A"]
    assert [block.reason for block in target.blocks] == ["", "no text"]
