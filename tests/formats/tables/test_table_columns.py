"""Columns of a table that somebody chooses."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats import table_start
from reviewer.formats.shared.units import BilingualFile
from reviewer.formats.tables.columns import (
    Columns,
    WrongColumnsError,
    guessed,
    letter,
    parsed,
)

ROWS = [
    ["Key", "English", "Context", "German", "French"],
    ["a1", "The bridge is open.", "on the sign", "Die Brücke ist offen.", "Le pont est ouvert."],
    ["a2", "It rained all day.", "in the news", "", "Il a plu."],
]


@pytest.fixture(params=[".xlsx", ".csv", ".tsv"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    made = tmp_path / f"table{request.param}"
    if request.param == ".xlsx":
        book = openpyxl.Workbook()
        for row in ROWS:
            book.active.append([cell or None for cell in row])
        buffer = BytesIO()
        book.save(buffer)
        made.write_bytes(buffer.getvalue())
    else:
        between = "," if request.param == ".csv" else "\t"
        made.write_text("\n".join(between.join(row) for row in ROWS) + "\n", "utf-8")
    return made


def both(path: Path, written: str) -> BilingualFile:
    found = formats.read_columns(path, parsed(written, table_start(path), path))
    assert isinstance(found, BilingualFile)
    return found


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("written", ["B:D", "b : d", "2:4", "English:German", "english:D"])
def test_columns_by_letter_number_or_name(written: str, path: Path) -> None:
    found = both(path, written)
    assert texts(found.source) == ["The bridge is open.", "It rained all day."]
    assert [texts(each) for each in found.translations] == [["Die Brücke ist offen.", ""]]
    assert (found.source.language, found.translations[0].language) == ("en", "de")


def test_a_column_that_names_no_language_and_several_translations(path: Path) -> None:
    found = both(path, "C:E,D")
    assert texts(found.source) == ["on the sign", "in the news"]
    assert [each.language for each in found.translations] == ["fr", "de"]
    assert found.source.language == ""


def test_the_correction_goes_into_the_column_that_was_chosen(path: Path) -> None:
    target = both(path, "C:D").translations[0]
    edits = [TextEdit(0, Span(0, 3), "Eine"), TextEdit(1, Span(0, 0), "Es regnete.")]
    path.write_bytes(formats.edited_bytes(target, edits))
    assert texts(both(path, "B:D").translations[0]) == ["Eine Brücke ist offen.", "Es regnete."]
    assert texts(both(path, "B:E").translations[0])[1] == "Il a plu."


def test_columns_of_one_text(path: Path) -> None:
    found = formats.read_columns(path, parsed("D,E", table_start(path), path))
    assert isinstance(found, Document)
    assert texts(found)[-3:] == ["Die Brücke ist offen.", "Le pont est ouvert.", "Il a plu."]
    edited = formats.edited_bytes(found, [TextEdit(len(found.blocks) - 1, Span(0, 2), "Elle")])
    path.write_bytes(edited)
    assert texts(both(path, "B:E").translations[0])[1] == "Elle a plu."


@pytest.mark.parametrize(
    "written", ["", ":", "B:", ":D", "B:B", "Z:D", "0:1", "6:1", "A,B:D", "B:D,D", "Spanish:D"]
)
def test_what_names_no_columns_says_which_there_are(written: str, path: Path) -> None:
    with pytest.raises(WrongColumnsError, match="A Key, B English, C Context, D German, E French"):
        parsed(written, table_start(path), path)


def test_a_column_without_text(path: Path) -> None:
    rows = [["", *row] for row in ROWS]
    if path.suffix == ".csv":
        path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
        with pytest.raises(WrongColumnsError, match="no text"):
            formats.read_columns(path, Columns((0,)))


def test_the_guess_is_what_is_read_without_a_choice(path: Path) -> None:
    found = guessed(table_start(path))
    assert found == Columns((1,), (3, 4))
    assert guessed([["1", "2"], ["3", "4"]]) is None


def test_a_table_without_a_header(tmp_path: Path) -> None:
    made = tmp_path / "x.tsv"
    made.write_text("x\tThe bridge is open.\tDie Brücke ist offen.\n", "utf-8")
    assert texts(both(made, "B:C").source) == ["The bridge is open."]


@pytest.mark.parametrize(
    ("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_of_columns(number: int, name: str) -> None:
    assert letter(number) == name


def test_what_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Text.", "utf-8")
    assert not formats.has_columns(tmp_path / "x.txt")
    assert table_start(tmp_path / "x.txt") == []
