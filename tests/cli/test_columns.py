"""Columns of tables on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.cli import main

TABLE = (
    "id,text,note,uebersetzt\n"
    "1,The bridge cost 97 million euros.,a sign of it,Die Brücke kostete 79 Millionen Euro.\n"
    "2,It was opened on Monday.,so they say,Sie wurde am Montag eröffnet.\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    return tmp_path / "t.csv"


def test_a_table_is_checked_in_the_columns_that_are_named(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    languages = ["--source-language", "en", "--language", "de"]
    assert main(["check", str(table), "--columns", "text:uebersetzt", *languages]) == 1
    said = capsys.readouterr().out
    assert "97" in said
    assert "[critical]" in said
    assert "note" not in said
    made = table.with_name("out.tmx")
    arguments = ["convert", str(table), "--columns", "B:D", "--to", "tmx", "--output", str(made)]
    assert main([*arguments, *languages]) == 0
    assert "Die Brücke kostete 79" in made.read_text("utf-8")


def test_a_column_of_each_of_two_tables(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = table.with_name("de.csv")
    other.write_text(
        "id,text\n1,Die Brücke kostete 79 Millionen Euro.\n2,Sie wurde am Montag eröffnet.\n",
        "utf-8",
    )
    languages = ["--source-language", "en", "--language", "de"]
    assert main(["check", str(table), str(other), "--columns", "text", *languages]) == 1
    assert "so they say" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("columns", "words"),
    [("B", "such as B:C"), ("B:X", "there are: A id, B text")],
)
def test_what_makes_no_pair_is_told(
    columns: str, words: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(table), "--columns", columns]) == 2
    assert words in capsys.readouterr().err


def test_files_that_are_no_tables_and_too_many_columns(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table.with_name("a.txt")
    text.write_text("Text.", "utf-8")
    assert main(["check", str(text), "--columns", "A:B"]) == 2
    assert "is no table" in capsys.readouterr().err
    assert main(["check", str(text), str(text), "--columns", "A"]) == 2
    assert "is no table" in capsys.readouterr().err
    assert main(["check", str(table), str(text), "--columns", "A:B"]) == 2
    assert "without a colon" in capsys.readouterr().err
