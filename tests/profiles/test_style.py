"""What a client wants of the writing: a deviation is one finding in a translation."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checks.mixed_address import MixedAddress
from reviewer.checks.mixed_grouping import MixedGrouping
from reviewer.checks.mixed_quotes import MixedQuotes
from reviewer.checks.style import written
from reviewer.domain import Finding, Pair
from reviewer.profiles import Profile, ProfileError, read_profile
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.stored import as_data, digest_of, from_data


def profile(tmp_path: Path, text: str) -> Profile:
    path = tmp_path / "client.toml"
    path.write_text(text, "utf-8")
    return read_profile(path)


def told(wanted: Profile, language: str, *rows: tuple[str, str] | str) -> dict[int, list[Finding]]:
    pairs = [
        Pair(*row, "en", language)
        if isinstance(row, tuple)
        else Pair("It is.", row, "en", language)
        for row in rows
    ]
    return wanted.checks().of_document(pairs)


STYLES = [
    ("de", 'quotes = "„…“"', "Er sagte „ja“.", "Er sagte «ja».", "Er sagte „ja“."),
    ("de-CH", 'quotes = "«…»"', "Er sagte «ja».", "Er sagte „ja“.", "Er sagte «ja»."),
    ("fr", 'quotes = "« … »"', "Il dit «\u00a0oui\u00a0».", "Il dit “oui”.", "Il dit «oui»."),
    ("ar", 'quotes = "“…”"', "قال “نعم”.", "قال «نعم».", "قال “نعم”."),
    ("ja", 'quotes = "「…」"', "彼は「はい」と。", "彼は“はい”と。", "彼は「はい」と。"),
    ("de", 'numbers = "12.345"', "Es sind 25.000.", "Es sind 36 000.", "Es sind 36.000."),
    ("uk", 'numbers = "12 345"', "Їх 25 000.", "Їх 36.000.", "Їх 36\u00a0000."),
    ("id", 'numbers = "12345"', "Ada 25000.", "Ada 36.000.", "Ada 36000."),
    ("de-CH", 'numbers = "12\'345"', "Es sind 25’000.", "Es sind 36.000.", "Es sind 36’000."),
]


@pytest.mark.parametrize(("language", "style", "right", "wrong", "mended"), STYLES)
def test_marks_and_numbers_are_as_the_client_wants_them(
    tmp_path: Path, language: str, style: str, right: str, wrong: str, mended: str
) -> None:
    wanted = profile(tmp_path, f"[style]\n{style}\n")
    assert told(wanted, language, *[right] * 5) == {}
    found = told(wanted, language, right, wrong, right, wrong)
    assert list(found) == [1]
    (finding,) = found[1]
    assert (finding.kind, finding.severity) == ("style", "minor")
    check = wanted.checks().of_id(finding.check)
    assert isinstance(check, MixedQuotes | MixedGrouping)
    pairs = [Pair("It is.", wrong, "en", language)] * 2
    assert check.mended(pairs, "style") == {0: mended, 1: mended}


ADDRESS = [
    ("de", "Dann sehen Sie ihn.", "Dann siehst du ihn."),
    ("es", "Luego usted ve la torre.", "Luego tú ves la torre."),
    ("nl", "Daarna ziet u de toren.", "Daarna zie jij de toren."),
    ("id", "Lalu Anda melihat menara.", "Lalu kamu melihat menara."),
]


@pytest.mark.parametrize(("language", "formal", "informal"), ADDRESS)
def test_the_reader_is_addressed_as_the_client_wants(
    tmp_path: Path, language: str, formal: str, informal: str
) -> None:
    for way, right, wrong in (("formal", formal, informal), ("informal", informal, formal)):
        wanted = profile(tmp_path, f'[style]\naddress = "{way}"\n')
        assert told(wanted, language, right, right) == {}
        assert list(told(wanted, language, right, wrong, wrong)) == [1]


def test_formal_words_that_may_be_said_to_several_people_are_quiet(tmp_path: Path) -> None:
    wanted = profile(tmp_path, '[style]\naddress = "informal"\n')
    assert told(wanted, "fr", "Ensuite vous voyez la tour.") == {}
    wanted = profile(tmp_path, '[style]\naddress = "formal"\n')
    assert list(told(wanted, "fr", "Ensuite tu vois la tour.")) == [0]


def test_a_fraction_with_three_digits_is_no_long_number(tmp_path: Path) -> None:
    wanted = profile(tmp_path, '[style]\nnumbers = "12.345"\n')
    assert told(wanted, "de", ("It weighs 12.345 kg.", "Es wiegt 12,345 kg.")) == {}
    assert told(wanted, "de", ("It costs 12,345 crowns.", "Es kostet 12,345 Kronen.")) != {}
    wanted = profile(tmp_path, '[style]\nnumbers = "12,345"\n')
    assert told(wanted, "en", ("It weighs 12.345 kg.", "It weighs 12.345 kg.")) == {}


def test_a_language_has_a_style_of_its_own(tmp_path: Path) -> None:
    wanted = profile(tmp_path, '[style]\nquotes = "“…”"\n[style.de]\nquotes = "„…“"\n')
    assert wanted.wanted("quotes", "de-AT") == "„“"
    assert wanted.wanted("quotes", "vi") == "“”"
    assert wanted.wanted("address", "de") == ""
    assert told(wanted, "de", "Er sagte „ja“.") == told(wanted, "vi", "Anh nói “vâng”.") == {}


def test_a_style_stands_over_that_of_the_profile_below(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('[style]\nquotes = "«…»"\nnumbers = "12 345"\n', "utf-8")
    wanted = profile(tmp_path, 'based_on = "house.toml"\n[style]\nquotes = "„…“"\n')
    assert (wanted.wanted("quotes", "de"), wanted.wanted("numbers", "de")) == ("„“", "12 345")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[style]\nquotes = "x"\n', "„…“"),
        ('[style]\nnumbers = "1.0"\n', "12.345"),
        ('[style.de]\naddress = "polite"\n', "formal"),
        ('[style]\ncommas = "many"\n', "no style “commas”"),
        ("[style]\nquotes = 3\n", "cannot be “3”"),
        ("style = 3\n", "another kind"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ProfileError) as wrong:
        profile(tmp_path, text)
    assert said in str(wrong.value)


def test_a_review_keeps_the_style(tmp_path: Path) -> None:
    wanted = profile(tmp_path, '[style]\nnumbers = "1 234"\n[style.de]\nquotes = "»…«"\n')
    assert from_data(as_data(wanted)) == wanted
    plain = as_data(Profile("Plain"))
    assert "style" not in plain
    assert from_data(plain) == Profile("Plain")
    assert digest_of(wanted) != digest_of(profile(tmp_path, ""))


def test_the_dialog_writes_a_style_beside_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "client.toml"
    path.write_text('# Ours\n[style]\nnumbers = "12 345" # the house has it so\n', "utf-8")
    file = ProfileFile(path)
    assert file.styles() == ["*"]
    file.set_style("quotes", "de", "„“")
    file.set_style("address", "*", "formal")
    file.set_style("numbers", "*", "12 345")
    assert "# the house has it so" in file.text()
    assert file.styles() == ["*", "de"]
    assert file.profile().wanted("quotes", "de") == "„“"
    file.set_style("quotes", "de", "")
    assert file.profile().wanted("quotes", "de") == ""


@pytest.mark.parametrize("text", ["", " ", "«", "«»«", "12", "…", "formal informal"])
def test_no_sense_is_none(text: str) -> None:
    assert not any(written(key, text) for key in ("quotes", "numbers", "address"))  # type: ignore[arg-type]


def test_speech_is_nobodys_address(tmp_path: Path) -> None:
    wanted = profile(tmp_path, '[style]\naddress = "formal"\n')
    assert told(wanted, "de", "„Wo bist du?“, fragte sie.") == {}
    assert MixedAddress(wanted.wanted).find_all([]) == {}


DIGEST = "18006942f37c551120071ebdc9ac5bcbb8f325a93606044551a4e63f0640f1fc"


def test_what_a_review_keeps_of_a_profile_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("en,de\nquay,Kai\n", "utf-8")
    kept = profile(
        tmp_path,
        'name = "Hafen-Zeitung"\napproved = ["Oss", "Österö"]\nglossaries = ["terms.csv"]\n'
        '[checks]\nnames = "info"\nwhitespace = "off"\n[[rules]]\nname = "Percent"\n'
        'target = "Prozent"\nlanguages = ["de", "pt-BR"]\nseverity = "major"\n',
    )
    data = as_data(kept)
    assert json.loads(json.dumps(data)) == data
    assert data["rules"] == [
        {"name": "Percent", "target": "Prozent", "languages": ["de", "pt-BR"], "severity": "major"}
    ]
    assert from_data(data) == kept
    # Reviews know the digest: with another one, each would say that its profile has changed.
    assert digest_of(kept) == DIGEST
    other = replace(kept, weights={"*": {"whitespace": "off", "names": "info"}})
    assert digest_of(other) == DIGEST
