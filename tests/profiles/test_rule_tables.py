"""Rules from other tools come in, and go out as a table that is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checks.own_rules import OwnRule, found_by
from reviewer.domain import Pair
from reviewer.profiles import ProfileError
from reviewer.profiles.rule_tables import read_rules, with_rules, write_rules

RULES = (
    OwnRule("Percent", target="Prozent", languages=("de", "de-AT"), replacement="%",
            good="3 %", bad="3 Prozent", words="The client writes %."),
    OwnRule("Codes", source=r"[A-Z]{3}\d", target=r"[A-Z]{3}\d", report="target_lacks",
            severity="major", regular=True, mqm="omission"),
    OwnRule("Say, \"no\"", target="no | non", unless="not", report="in_target"),
)  # fmt: skip


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_rules(tmp_path / "rules.csv", RULES)
    assert read_rules(tmp_path / "rules.csv") == RULES


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_needs_no_more_than_one_side(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "rules.csv"
    path.write_text(f"Target{sign}Note\nProzent{sign}x\n{sign}y\n", "utf-8")
    (rule,) = read_rules(path)
    assert (rule.target, rule.report, rule.regular) == ("Prozent", "in_target", False)
    assert rule.name


def test_a_workbook_is_a_table(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(tmp_path / "rules.xlsx"))
    sheet = book.add_worksheet()
    for row, cells in enumerate([("name", "target", "severity"), ("No", "Gate", "major")]):
        sheet.write_row(row, 0, cells)
    book.close()
    assert read_rules(tmp_path / "rules.xlsx") == (OwnRule("No", target="Gate", severity="major"),)


def test_a_pattern_file_of_okapi(tmp_path: Path) -> None:
    path = tmp_path / "patterns.txt"
    path.write_text(
        "# a remark\n\n"
        "1\t2\t\\d+ km\t\\d+ km\tDistances\n"
        "1\t0\t[A-Z]{3}\t<same>\tCodes\n"
        "0\t1\ta\tb\tOff\n",
        "utf-8",
    )
    distances, codes = read_rules(path)
    assert (distances.name, distances.severity, distances.regular) == ("Distances", "major", True)
    assert list(found_by(distances, Pair("Only 30 km.", "Nur 30 Kilometer.", "en", "de")))
    assert not list(found_by(distances, Pair("Only 30 km.", "Nur 30 km.", "en", "de")))
    assert codes.target == codes.source == "[A-Z]{3}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no rules"),
        ("a,b\n1,2\n", "holds no rules"),
        ("1\t2\tx\n", "holds no rules"),
        ("name,target,report\nA,x,sometimes\n", "report is one of"),
        ("name,target,regular\nA,(,1\n", "rules.csv 1"),
        ("name,target,bad\nA,x,y\n", "does not find its bad example"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "rules.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ProfileError, match=said):
        read_rules(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="There is no file"):
        read_rules(tmp_path / "none.csv")


def read(tmp_path: Path, text: str, name: str = "rules.csv") -> tuple[OwnRule, ...]:
    (tmp_path / name).write_text(text, "utf-8")
    return read_rules(tmp_path / name)


def test_a_rule_without_a_name_is_called_by_its_words_and_its_row(tmp_path: Path) -> None:
    rules = read(tmp_path, "name,source,target\n,quay,Kai\nNo,quay,\n,,Kai\n,quay,\n")
    assert [rule.name for rule in rules] == ["quay 1", "No", "Kai 3", "quay 4"]


def test_space_around_a_cell_counts_for_nothing(tmp_path: Path) -> None:
    [rule] = read(tmp_path, " Target ,Languages, SEVERITY\n  Kai ,de ; fr;; , major \n")
    assert (rule.target, rule.languages, rule.severity) == ("Kai", ("de", "fr"), "major")


@pytest.mark.parametrize(
    ("said", "is_regular"),
    [("1", True), ("YES", True), ("True", True), ("x", True), ("no", False), ("0", False)],
)
def test_whether_a_rule_is_an_expression(tmp_path: Path, said: str, is_regular: bool) -> None:
    [rule] = read(tmp_path, f"target,regular\nKai,{said}\n")
    assert rule.regular is is_regular


def test_what_counts_in_a_pattern_file(tmp_path: Path) -> None:
    rules = read(
        tmp_path,
        "   \n1\t0\ta\t\tonly a source\n1\t 1 \t\tb\t\n1\t9\t\t\tnothing\n0\t2\tc\td\toff\n"
        "1\t9\te\tf\t e for f \n",
        "patterns.txt",
    )
    assert [(one.name, one.source, one.target, one.report, one.severity) for one in rules] == [
        ("only a source", "a", "", "target_lacks", "info"),
        ("Pattern 3", "", "b", "in_target", "minor"),
        ("e for f", "e", "f", "target_lacks", "minor"),
    ]


def test_a_workbook_is_known_by_any_writing_of_its_suffix(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(tmp_path / "rules.xlsx"))
    book.add_worksheet().write_column(0, 0, ["target", "Gate"])
    book.close()
    (tmp_path / "rules.xlsx").rename(tmp_path / "rules.XLSX")
    assert [rule.target for rule in read_rules(tmp_path / "rules.XLSX")] == ["Gate"]


@pytest.mark.parametrize(
    ("size", "said"), [(10 * 2**20, "is not a text file"), (10 * 2**20 + 1, "too large")]
)
def test_how_large_a_table_may_be(tmp_path: Path, size: int, said: str) -> None:
    (tmp_path / "rules.csv").write_bytes(b"a\n" + bytes(size - 2))
    with pytest.raises(ProfileError, match=said):
        read_rules(tmp_path / "rules.csv")


def test_a_new_rule_takes_the_place_of_one_of_its_name() -> None:
    old, new = [OwnRule("A", target="x"), OwnRule("B", target="y")], [OwnRule("A", target="z")]
    assert with_rules(old, new) == [old[1], new[0]]
