"""`reviewer profiles`, and a check by a profile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.cli.profiles import EXAMPLE
from reviewer.profiles import read_profile


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    (tmp_path / "en.txt").write_text("The strike began on Monday. Three ships left the port.\n")
    (tmp_path / "de.txt").write_text("Der Ausstand begann am Montag. Drei Schiffe liefen aus.\n")
    (tmp_path / "terms.csv").write_text("en,de\nstrike,Streik\n")
    return [str(tmp_path / "en.txt"), str(tmp_path / "de.txt")]


def test_a_check_by_a_profile_reports_its_terms(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "client.toml"
    profile.write_text('glossaries = ["terms.csv"]\n')
    languages = ["--source-language", "en", "--language", "de"]
    assert main(["check", *texts, *languages, "--fail-on", "minor"]) == 0
    capsys.readouterr()
    asked = ["check", *texts, *languages, "--profile", str(profile), "--fail-on", "minor"]
    assert main(asked) == 1
    assert "the glossary's word “Streik” is not here" in capsys.readouterr().out


def test_a_wrong_profile_is_bad_input(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "client.toml").write_text("[checks]\nnone = 'off'\n")
    assert main(["check", *texts, "--profile", str(tmp_path / "client.toml")]) == 2
    assert "no check “none”" in capsys.readouterr().err


def test_a_new_profile_explains_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "client.toml"
    assert main(["profiles", "new", str(path)]) == 0
    assert main(["profiles", "show", str(path)]) == 0
    assert main(["profiles", "new", str(path)]) == 2
    assert "exists already" in capsys.readouterr().err


def test_every_line_of_the_example_is_right(tmp_path: Path) -> None:
    """Without the signs before its settings it is a profile."""
    settings = re.sub(r"^# (?=[\w\[]+ ?[=\].\[])", "", EXAMPLE, flags=re.MULTILINE)
    (tmp_path / "terms.csv").write_text("en,de\nstrike,Streik\n")
    (tmp_path / "house.toml").write_text("")
    (tmp_path / "client.toml").write_text(settings)
    profile = read_profile(tmp_path / "client.toml")
    assert [rule.name for rule in profile.rules] == ["Percent"]
    assert profile.weight("whitespace", "fr") == "off"
    assert profile.weight("names", "de") == "minor"
    assert profile.mqm == {"critical": 25.0}
    assert profile.approved == {"Tessarin"}


def test_a_profile_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "client.toml"
    path.write_text('name = "Harbour"\napproved = ["Oss"]\n[checks]\nwhitespace = "off"\n')
    assert main(["profiles", "show", str(path)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines() == ["Harbour", "  White space: off", "  approved: Oss"]


OKAPI = "#v1\n1\t2\t\\bport\\b\t\\bHafen\\b\tThe port is a Hafen\n0\t1\tx\ty\toff\n"


def test_rules_are_imported_from_tables_and_patterns_and_exported(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, table, patterns = (tmp_path / name for name in ("c.toml", "r.csv", "p.txt"))
    table.write_text("name,target,report,message\nStrike,Ausstand,in_target,Say Streik.\n")
    patterns.write_text(OKAPI)
    assert main(["profiles", "import", str(profile), str(table), str(patterns)]) == 0
    assert [rule.name for rule in read_profile(profile).rules] == ["Strike", "The port is a Hafen"]
    capsys.readouterr()
    languages = ["--source-language", "en", "--language", "de", "--fail-on", "minor"]
    assert main(["check", *texts, *languages, "--profile", str(profile)]) == 1
    assert "Say Streik." in capsys.readouterr().out
    assert main(["profiles", "export", str(profile), str(tmp_path / "out.csv")]) == 0
    again = tmp_path / "again.toml"
    assert main(["profiles", "import", str(again), str(tmp_path / "out.csv")]) == 0
    assert read_profile(again).rules == read_profile(profile).rules


def test_an_imported_rule_takes_the_place_of_one_of_its_name_and_comments_stay(
    tmp_path: Path,
) -> None:
    profile, table = tmp_path / "c.toml", tmp_path / "r.csv"
    profile.write_text(
        '# Ours.\n[[rules]]\nname = "Kept"\ntarget = "a"\n[[rules]]\nname = "N"\ntarget = "x"\n'
    )
    table.write_text("name;target\nN;y\n")
    assert main(["profiles", "import", str(profile), str(table)]) == 0
    assert [(one.name, one.target) for one in read_profile(profile).rules] == [
        ("Kept", "a"), ("N", "y"),
    ]  # fmt: skip
    assert profile.read_text().startswith("# Ours.")


@pytest.mark.parametrize("wrong", ["", "a,b\n1,2\n", "target,report\nx,never\n", "\x00"])
def test_files_without_rules_change_nothing(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile, good, bad = (tmp_path / name for name in ("c.toml", "good.csv", "bad.csv"))
    good.write_text("name,target\nN,y\n")
    bad.write_text(wrong)
    assert main(["profiles", "import", str(profile), str(good), str(bad)]) == 2
    assert not profile.exists()
    assert "Traceback" not in capsys.readouterr().err
