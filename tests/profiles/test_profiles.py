"""Profiles: layers, what they make of findings, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checks.own_rules import OwnRule
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.profiles import Profile, ProfileError, read_profile
from reviewer.profiles.profile import lighter
from reviewer.profiles.reading import _example

CLIENT = """
name = "Harbour News"
based_on = "house.toml"
glossaries = ["terms.csv"]
approved = ["Tessarin"]

[checks]
whitespace = "off"
names = "minor"

[checks.de]
whitespace = "info"

[[rules]]
name = "Percent"
target = "Prozent"
languages = ["de"]
replacement = "%"
severity = "major"
message = "The client writes %."
good = "3 %"
bad = "3 Prozent"

[mqm]
critical = 25
"""

HOUSE = """
approved = ["Oss"]
[checks]
names = "off"
question = "off"
[mqm]
critical = 10
minor = 1
[[rules]]
name = "Percent"
target = "percent"
[[rules]]
name = "Ferry"
source = "ferry"
report = "target_lacks"
"""


@pytest.fixture
def client(tmp_path: Path) -> Path:
    (tmp_path / "client.toml").write_text(CLIENT, "utf-8")
    (tmp_path / "house.toml").write_text(HOUSE, "utf-8")
    (tmp_path / "terms.csv").write_text("en,de\nstrike,Streik\n", "utf-8")
    return tmp_path / "client.toml"


def finding(check: str, severity: str = "major", subject: str = "") -> Finding:
    return Finding(check, "kind", severity, message("said"), subject=subject)  # type: ignore[arg-type]


def test_a_profile_stands_over_the_one_it_is_based_on(client: Path) -> None:
    profile = read_profile(client)
    assert profile.name == "Harbour News"
    assert profile.approved == {"Tessarin", "Oss"}
    assert profile.weight("names", "de") == "minor"
    assert profile.weight("question", "de") == "off"
    assert profile.mqm == {"critical": 25.0, "minor": 1.0}
    assert [rule.name for rule in profile.rules] == ["Ferry", "Percent"]
    assert profile.rules[1].target == "Prozent"
    assert [glossary.name for glossary in profile.glossaries] == ["terms"]


@pytest.mark.parametrize(
    ("language", "weight"), [("de", "info"), ("de-AT", "info"), ("fr", "off"), ("DE", "info")]
)
def test_a_language_has_a_weight_of_its_own(client: Path, language: str, weight: str) -> None:
    assert read_profile(client).weight("whitespace", language) == weight


def test_findings_count_as_the_profile_says(client: Path) -> None:
    profile = read_profile(client)
    found = [finding("whitespace"), finding("names"), finding("missing", "critical")]
    kept = profile.weighed(found, "fr")
    assert [(one.check, one.severity) for one in kept] == [
        ("names", "minor"),
        ("missing", "critical"),
    ]


def test_a_weight_never_makes_a_finding_graver() -> None:
    profile = Profile(weights={"*": {"names": "critical"}})
    assert profile.weighed([finding("names", "minor")], "de")[0].severity == "minor"
    assert lighter("critical", "major") == "major"
    assert lighter("info", "major") == "info"


def test_an_approved_name_is_never_told(client: Path) -> None:
    assert not read_profile(client).weighed([finding("names", subject="Tessarin")], "de")


def test_an_empty_profile_changes_nothing() -> None:
    found = (finding("names"), finding("whitespace", "info"))
    assert Profile().weighed(found, "de") == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "no TOML"),
        ('colour = "red"', "no setting “colour”"),
        ("name = 3", "“name” is of another kind"),
        ('[checks]\nwhitspace = "off"', "no check “whitspace”"),
        ('[checks]\nwhitespace = "loud"', "cannot be “loud”"),
        ('[[rules]]\ntarget = "x"', "a rule has no name"),
        ('[[rules]]\nname = "A"', "looks for nothing"),
        ('[[rules]]\nname = "A"\ntarget = "x"\nwhen = "now"', "no “when”"),
        ('[[rules]]\nname = "A"\ntarget = "x"\nreport = "often"', "report is one of"),
        ('[[rules]]\nname = "A"\ntarget = "x"\nseverity = "grave"', "severity is one of"),
        ('[[rules]]\nname = "A"\ntarget = "["\nregular = true', "no regular expression"),
        ('[[rules]]\nname = "A"\ntarget = "x"\ngood = "an x"', "not quiet on its good example"),
        ('[[rules]]\nname = "A"\ntarget = "x"\nbad = "a y"', "does not find its bad example"),
        ('[[rules]]\nname = "A"\ntarget = 3', "“target” is of another kind"),
        ("[mqm]\ngrave = 3", "points of “grave”"),
        ("[mqm]\nminor = true", "points of “minor”"),
        ('glossaries = ["none.csv"]', "none.csv"),
        ("approved = [1]", "a list of texts"),
        ("rules = [1]", "a list of tables"),
        ('based_on = "bad.toml"', "based on itself"),
        ('based_on = "not there.toml"', "There is no file"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Exception, match=said) as raised:
        read_profile(path)
    assert type(raised.value).__name__ in ("ProfileError", "GlossaryError")


def test_a_profile_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match="cannot be read"):
        read_profile(tmp_path / "x.toml")


@pytest.mark.parametrize(
    ("language", "weight"),
    [("de-AT", "off"), ("de-at", "off"), ("de-CH", "info"), ("de", "info"), ("fr", None)],
)
def test_a_variant_stands_before_its_language(
    tmp_path: Path, language: str, weight: str | None
) -> None:
    path = tmp_path / "a.toml"
    path.write_text('[checks.de-AT]\nnames = "off"\n[checks.de]\nnames = "info"\n', "utf-8")
    assert read_profile(path).weight("names", language) == weight


def test_layers_may_be_many_but_not_in_a_circle(tmp_path: Path) -> None:
    for number in range(12):
        text = f'based_on = "{number + 1}.toml"\n' if number < 11 else 'approved = ["Oss"]\n'
        (tmp_path / f"{number}.toml").write_text(text, "utf-8")
    assert read_profile(tmp_path / "0.toml").approved == {"Oss"}
    (tmp_path / "11.toml").write_text('based_on = "5.toml"\n', "utf-8")
    with pytest.raises(ProfileError, match=r"^5.toml: it is based on itself"):
        read_profile(tmp_path / "0.toml")


def test_a_rule_is_only_for_its_languages() -> None:
    rule = OwnRule("A", target="x", languages=("de", "pt-BR"))
    assert [rule.is_for(tag) for tag in ("de", "de-CH", "pt-BR", "pt-PT", "fr")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_check_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    file = tmp_path / "client.toml"
    file.write_text('name = "A"\n[checks]\nnone_such = "off"\n', "utf-8")
    with pytest.raises(ProfileError) as told:
        read_profile(file)
    named = str(told.value).partition("there are ")[2].rstrip(".").split(", ")
    assert {"names", "numbers", "whitespace"} <= set(named)
    assert named == sorted(named)


@pytest.mark.parametrize(
    ("text", "source", "target", "language"),
    [
        ("3 Prozent", "", "3 Prozent", "en"),
        ("3 % => 3 Prozent", "3 %", "3 Prozent", "de"),
        ("  3 %=>  ", "3 %", "", "de"),
        (" => 3 ", "", "3", "en"),
    ],
)
def test_an_example_has_a_source_before_an_arrow(
    text: str, source: str, target: str, language: str
) -> None:
    rule = OwnRule("A", target="x", languages=("de",) if language == "de" else ())
    pair = _example(rule, text)
    assert (pair.source, pair.target, pair.target_language) == (source, target, language)
    assert pair.source_language == "en"
