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
