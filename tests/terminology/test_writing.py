"""Terms that are added to a glossary are read back, and all else in the file stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.terminology.glossary import GlossaryError
from reviewer.terminology.reading import read_glossary
from reviewer.terminology.writing import add_term

BOTH = ("en", "de")


def words_of(path: Path) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(term.words("en"), term.words("de")) for term in read_glossary(path).terms]


@pytest.mark.parametrize("name", ["terms.csv", "terms.tsv", "new/folder/terms.txt"])
def test_a_file_is_made(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert add_term(path, BOTH, ("harbour  dues", " Hafengebühr"))
    assert add_term(path, BOTH, ("quay, old", "Kai „alt“"))
    assert words_of(path) == [
        (("harbour dues",), ("Hafengebühr",)),
        (("quay, old",), ("Kai „alt“",)),
    ]


def test_what_is_there_is_not_added_again(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    add_term(path, BOTH, ("harbour", "Hafen"))
    before = path.read_bytes()
    assert not add_term(path, BOTH, ("Harbour", "hafen"))
    assert path.read_bytes() == before


def test_another_rendering_comes_beside_the_first(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    add_term(path, BOTH, ("harbour", "Hafen"))
    assert add_term(path, BOTH, ("harbour", "Seehafen"))
    assert words_of(path) == [(("harbour",), ("Hafen", "Seehafen"))]


def test_all_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    text = 'note;German;de forbidden;English\r\n"a ""b""";Kai;Dock;quay\r\n;;;pier'
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    add_term(path, BOTH, ("quay", "Ufermauer"))
    add_term(path, BOTH, ("pier", "Mole"))
    add_term(path, BOTH, ("light", "Feuer"))
    wanted = text.replace("Kai;", "Kai | Ufermauer;").replace("\r\n;;", "\r\n;Mole;")
    assert path.read_bytes().decode("utf-8-sig") == wanted + "\r\n;Feuer;;light\r\n"


def test_a_row_that_ends_early_gets_a_row_of_its_own_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("en,de\nquay\n", "utf-8")
    add_term(path, BOTH, ("quay", "Kai"))
    assert words_of(path)[-1] == (("quay",), ("Kai",))


def test_a_file_in_another_encoding_becomes_utf_8_where_it_must(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_bytes("en,ar,fr\nquay,,café\n".encode("cp1252"))
    add_term(path, ("en", "ar"), ("quay", "رصيف"))
    [term] = read_glossary(path).terms
    assert (term.words("ar"), term.words("fr")) == (("رصيف",), ("café",))


def test_a_column_of_another_country_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("en-GB,de-CH\nquay,Kai\n", "utf-8")
    assert add_term(path, ("en-US", "de-AT"), ("pier", "Mole"))
    assert words_of(path)[-1] == (("pier",), ("Mole",))


@pytest.mark.parametrize(
    ("name", "text", "words", "told"),
    [
        ("terms.xlsx", None, ("a", "b"), "CSV and TSV"),
        ("terms.csv", None, ("", "b"), "both languages"),
        ("terms.csv", None, ("a", "b | c"), "cannot have"),
        ("terms.csv", "en,fr\nquay,quai\n", ("a", "b"), "no column for German"),
    ],
)
def test_what_cannot_be_added_is_told(
    tmp_path: Path, name: str, text: str | None, words: tuple[str, str], told: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(GlossaryError, match=told):
        add_term(path, BOTH, words)
    assert path.exists() == (text is not None)


@pytest.mark.parametrize(
    ("name", "between"), [("a.csv", ","), ("A.CSV", ","), ("a.tsv", "\t"), ("a.TSV", "\t")]
)
def test_a_new_file_is_as_its_suffix_says(tmp_path: Path, name: str, between: str) -> None:
    add_term(tmp_path / name, BOTH, ("quay", "Kai"))
    assert (tmp_path / name).read_text("utf-8").splitlines() == [
        f"en{between}de",
        f"quay{between}Kai",
    ]


@pytest.mark.parametrize("word", ["KAI", "Mole", " mole "])
def test_a_rendering_that_stands_there_among_others(tmp_path: Path, word: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("en,de\nquay, Kai | Mole \n", "utf-8")
    assert not add_term(path, BOTH, ("Quay", word))


def test_space_around_what_stands_there_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("en,de\nquay, Kai  \npier,  \n", "utf-8")
    assert add_term(path, BOTH, ("quay", "Ufer"))
    assert add_term(path, BOTH, ("pier", "Mole"))
    assert path.read_text("utf-8") == "en,de\nquay,Kai | Ufer\npier,Mole\n"


@pytest.mark.parametrize(
    ("language", "column"), [("de-AT", 2), ("DE-at", 2), ("de-CH", 1), ("de-LI", 1)]
)
def test_the_column_of_a_country(tmp_path: Path, language: str, column: int) -> None:
    path = tmp_path / "a.csv"
    path.write_text("en,de-CH,de-AT\n", "utf-8")
    add_term(path, ("en", language), ("quay", "Kai"))
    assert path.read_text("utf-8").splitlines()[1].split(",").index("Kai") == column
