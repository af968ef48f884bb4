"""What people type, and what other programs and systems write, is untidy: it is read the same.

Space around a word, capitals, a suffix in capitals, lines in no order: one table for each reader.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.machine_translation.degenerate import loops
from reviewer.machine_translation.routes import argos_codes
from reviewer.profiles.reading import read_profile
from reviewer.profiles.rule_tables import read_rules
from reviewer.reports.decision_words import decided
from reviewer.reports.file_names import MOST, fitting
from reviewer.reports.table_reading import read_plans
from reviewer.sets.folder_names import folder_name
from reviewer.sets.searching import saying
from reviewer.sets.set_file import is_set, read_set
from reviewer.spelling.own_words import OwnWords, learnt_words
from reviewer.terminology.reading import column_of, read_glossary
from reviewer.terminology.writing import add_term
from reviewer.wording.language import system_language


@pytest.mark.parametrize("name", ["terms.csv", "TERMS.CSV"])
@pytest.mark.parametrize(
    "table",
    ["en,de,note\nbridge,Brücke|Steg,old\n", " EN , De, Note \n bridge , Brücke | Steg , old \n"],
)
def test_a_glossary(tmp_path: Path, name: str, table: str) -> None:
    path = tmp_path / name
    path.write_text(table, "utf-8")
    [term] = read_glossary(path).terms
    assert (term.allowed, term.note) == ({"en": ("bridge",), "de": ("Brücke", "Steg")}, "old")


def test_a_glossary_of_tags_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "terms.TBX"
    path.write_text(
        '<tbx><text><body><conceptEntry><note> old </note><langSec xml:lang="EN"><termSec>'
        '<term> bridge </term></termSec></langSec><langSec xml:lang="de-AT"><termSec>'
        "<term>Brücke\n</term></termSec></langSec></conceptEntry></body></text></tbx>",
        "utf-8",
    )
    [term] = read_glossary(path).terms
    assert (term.allowed, term.note) == ({"en": ("bridge",), "de-at": ("Brücke",)}, "old")


@pytest.mark.parametrize("name", [" German ", "GERMAN", "de", "DE"])
def test_the_language_of_a_column(name: str) -> None:
    assert column_of(name) == ("de", "allowed")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bridge", "Brücke"), None),
        ((" Bridge ", "BRÜCKE"), None),
        (("BRIDGE", "Steg"), "en,de\nbridge , Brücke | Steg\n"),
    ],
)
def test_a_term_that_stands_in_a_glossary(
    tmp_path: Path, words: tuple[str, str], said: str | None
) -> None:
    path = tmp_path / "TERMS.CSV"
    path.write_text("en,de\nbridge , Brücke\n", "utf-8")
    assert add_term(path, ("EN", "de"), words) is (said is not None)
    if said is not None:
        assert [one.strip() for one in path.read_text("utf-8").splitlines()[1].split(",")] == [
            "bridge",
            "Brücke | Steg",
        ]


def test_a_term_beside_an_empty_cell(tmp_path: Path) -> None:
    path = tmp_path / "terms.TSV"
    path.write_text("en\tde\nbridge\t  \n", "utf-8")
    assert add_term(path, ("en", "de"), ("bridge", "Brücke"))
    assert path.read_text("utf-8").splitlines()[1] == "bridge\tBrücke"


@pytest.mark.parametrize(
    "table",
    [
        "name,target,regular,languages,severity\nPercent,Prozent,yes,de;fr,major\n",
        " Name , TARGET,Regular , languages,severity\n Percent , Prozent , YES , de ; fr , major\n",
    ],
)
def test_a_table_of_rules(tmp_path: Path, table: str) -> None:
    path = tmp_path / "RULES.CSV"
    path.write_text(table, "utf-8")
    [rule] = read_rules(path)
    assert (rule.name, rule.target, rule.regular) == ("Percent", "Prozent", True)
    assert (rule.languages, rule.severity) == (("de", "fr"), "major")


def test_a_file_of_patterns(tmp_path: Path) -> None:
    path = tmp_path / "rules.txt"
    path.write_text("# of Okapi\n   \n1\t 2 \ta+\t<same>\t  Letters \n1\t0\tb+\tc\t \n", "utf-8")
    first, second = read_rules(path)
    assert (first.name, first.severity, first.target) == ("Letters", "major", "a+")
    assert (second.name, second.severity) == ("Pattern 4", "info")


def test_the_languages_of_a_profile(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('[checks.DE]\nnumbers = "off"\n[style.De]\naddress = "formal"\n', "utf-8")
    profile = read_profile(path)
    assert profile.weights == {"de": {"numbers": "off"}}
    assert list(profile.style) == ["de"]


@pytest.mark.parametrize("tag", ["pt-BR", "PT_br", "pt-br"])
def test_a_tag_for_argos(tag: str) -> None:
    assert argos_codes(tag) == ("pb", "pt")


@pytest.mark.parametrize("named", ["de_AT.UTF-8", "DE", "de-at", "de"])
def test_the_language_of_the_system(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("LC_ALL", named)
    assert system_language() == "de"


@pytest.mark.parametrize("said", ["old  BRIDGE", " old bridge\n", "Old bridge"])
def test_words_that_are_looked_for(said: str) -> None:
    assert saying(said)(["The OLD\u00a0 bridge."])
    assert not saying(said)(["The old", "bridge."])


@pytest.mark.parametrize(
    ("name", "named"), [("a.reviewset", True), ("A.ReviewSet", True), ("a.review", False)]
)
def test_the_suffix_of_a_set(name: str, named: bool) -> None:
    assert is_set(Path(name)) is named


def test_the_suffix_of_the_reviews_of_a_set(tmp_path: Path) -> None:
    path = tmp_path / "a.reviewset"
    path.write_text('{"reviewset": 1, "reviews": ["One.REVIEW"]}', "utf-8")
    try:
        found = read_set(path).reviews
    except ReviewerError:
        from reviewer.sets import set_file

        path.write_text(f'{{"{set_file._MARK}": {set_file.VERSION}, "reviews": ["One.REVIEW"]}}')
        found = read_set(path).reviews
    assert found == (tmp_path / "One.REVIEW",)


@pytest.mark.parametrize("name", ["German", "GERMAN", "deutsch", "DE"])
def test_the_language_of_a_folder(name: str) -> None:
    found = folder_name(name)
    assert found is not None
    assert found.language == "de"


def test_learnt_words_are_by_the_alphabet_and_without_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "en.txt").write_text(" tower \nBridge\n\nAlder\nbridge\n  \n", "utf-8")
    (folder / "de.txt").write_text("  \n", "utf-8")
    words = ["Alder", "Bridge", "bridge", "tower"]
    assert {key: sorted(said) for key, said in learnt_words().items()} == {"en": sorted(words)}
    assert [one.casefold() for one in learnt_words()["en"]] == [one.casefold() for one in words]
    own = OwnWords("en-GB")
    assert [one.casefold() for one in own.words()] == [one.casefold() for one in words]
    assert own.knows("Tower")
    assert not own.knows("TOWER")
    assert not own.knows("alder")
    own.learn(["oak"])
    said = (folder / "en.txt").read_text("utf-8").splitlines()
    assert said == sorted([*words, "oak"])


@pytest.mark.parametrize("cell", ["1: accepted", " 1: ACCEPTED ", "accepted", "1: x\n1: Accepted "])
def test_what_a_table_says_of_findings(cell: str) -> None:
    assert decided(cell, 1)[0] == {0: "accepted"}


def test_a_table_in_capitals_is_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "A.TXT"
    path.write_text("x")
    with pytest.raises(ReviewerError, match="no table that can be read back"):
        read_plans(None, path)  # type: ignore[arg-type]
    for suffix in (".DOCX", ".XLSX"):
        with pytest.raises(ReviewerError) as caught:
            read_plans(None, path.rename(path.with_suffix(suffix)))  # type: ignore[arg-type]
        assert "no table that can be read back" not in str(caught.value)
        path = path.with_suffix(suffix)


def test_a_name_that_is_cut_ends_in_no_space() -> None:
    assert fitting("x" * (MOST - 6) + "     y", ".csv") == "x" * (MOST - 6) + ".csv"


@pytest.mark.parametrize("said", ["Na na na na na na na na na.", "na NA na Na na nA na na na"])
def test_a_loop_of_an_engine(said: str) -> None:
    assert loops(said) == loops(said.casefold())
