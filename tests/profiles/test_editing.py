"""The file of a profile is changed without touching what else stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checks.own_rules import OwnRule
from reviewer.profiles import ProfileError
from reviewer.profiles.editing import ProfileFile

TEXT = """# Agreed with Ms Ferrand in May.
name = "Harbour"   # short
approved = ["Oss"]

[checks]
# They write it so.
whitespace = "off"

[checks.de]
names = "minor"

[[rules]]
name = "Percent"
target = "Prozent"
"""


@pytest.fixture
def file(tmp_path: Path) -> ProfileFile:
    path = tmp_path / "harbour.toml"
    path.write_text(TEXT, "utf-8")
    return ProfileFile(path)


def test_what_is_not_changed_stays_byte_for_byte(file: ProfileFile) -> None:
    file.set_texts("approved", ["Oss"])
    assert file.text() == TEXT


def test_comments_stay_where_they_are(file: ProfileFile) -> None:
    file.set_weight("whitespace", "info")
    file.set_weight("question", "off")
    file.set_texts("approved", ["Oss", "Tessarin"])
    text = file.text()
    assert "# Agreed with Ms Ferrand in May." in text
    assert "# They write it so." in text
    profile = file.profile()
    assert profile.weight("whitespace", "fr") == "info"
    assert profile.weight("question", "fr") == "off"
    assert profile.weight("names", "de") == "minor"
    assert profile.approved == {"Oss", "Tessarin"}


def test_a_weight_can_be_taken_back(file: ProfileFile) -> None:
    file.set_weight("whitespace", None)
    assert file.weight("whitespace") is None
    assert file.profile().weight("whitespace", "fr") is None


def test_a_new_list_stands_before_the_tables(file: ProfileFile) -> None:
    (file.path.parent / "terms.csv").write_text("en,de\nstrike,Streik\n")
    file.set_texts("glossaries", ["terms.csv"])
    assert [one.name for one in file.profile().glossaries] == ["terms"]


def test_rules_are_written_with_what_differs_from_the_usual(file: ProfileFile) -> None:
    rules = [OwnRule("A", target="x", words="Said.", languages=("de",)), OwnRule("B", source="y")]
    file.set_rules(rules)
    assert file.profile().rules == tuple(rules)
    assert "severity" not in file.text()
    file.set_rules([])
    assert not file.profile().rules


def test_a_new_profile_is_there_once_it_is_saved(tmp_path: Path) -> None:
    made = ProfileFile.new(tmp_path / "new.toml")
    assert not made.path.exists()
    made.set_weight("names", "off")
    made.save()
    assert ProfileFile(made.path).profile().weight("names", "id") == "off"
    assert made.path.read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"name = ", b"[a\n"])
def test_what_is_no_profile_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    with pytest.raises(ProfileError, match="cannot be read"):
        ProfileFile(tmp_path / "x.toml")


def test_what_was_typed_wrong_is_said_before_it_is_written(file: ProfileFile) -> None:
    file.set_rules([OwnRule("A", target="x", bad="y")])
    with pytest.raises(ProfileError, match="does not find its bad example"):
        file.profile()
    assert file.path.read_text("utf-8") == TEXT


def test_the_first_profile_finds_its_glossary_before_its_folder_is_made(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("en,de\nharbour,Hafen\n")
    file = ProfileFile.new(tmp_path / "none" / "profiles" / "client.toml")
    file.set_texts("glossaries", ["../../terms.csv"])
    assert [glossary.name for glossary in file.profile().glossaries] == ["terms"]
    file.save()
    assert [glossary.name for glossary in file.profile().glossaries] == ["terms"]


def test_what_a_check_counts_is_said_for_all_languages_or_for_one(file: ProfileFile) -> None:
    assert [file.weight(check) for check in ("whitespace", "names")] == ["off", None]
    assert [file.weight(check, "de") for check in ("whitespace", "names")] == [None, "minor"]
    assert file.weight("names", "fr") is None
    assert file.weighed_by_language() == [("de", "names")]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("", []),
        ('[style]\nquotes = "„…“"', ["*"]),
        ('[style.de]\nquotes = "„…“"', ["de"]),
        ('[style]\nquotes = "„…“"\n[style.de]\nquotes = "»…«"\n[style.fr]', ["*", "de", "fr"]),
    ],
)
def test_the_languages_that_have_a_style(tmp_path: Path, text: str, languages: list[str]) -> None:
    assert ProfileFile(tmp_path / "a.toml", text).styles() == languages
