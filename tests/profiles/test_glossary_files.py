"""A term goes into a glossary that the profile names, or names from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.profiles import read_profile
from reviewer.profiles.glossary_files import GlossaryPlace, add_to, places_for_terms

BOTH = ("en", "de")


def test_a_profile_that_is_not_there_is_made_with_its_glossary(tmp_path: Path) -> None:
    profile = tmp_path / "profiles" / "Client.toml"
    [place] = places_for_terms(profile)
    assert place == GlossaryPlace(profile.with_name("Client terms.csv"), profile)
    assert add_to(place, BOTH, ("quay", "Kai"))
    made = read_profile(profile)
    assert made.name == "Client"
    assert [term.words("de") for glossary in made.glossaries for term in glossary.terms] == [
        ("Kai",)
    ]
    assert not add_to(place, BOTH, ("quay", "Kai"))


def test_what_a_profile_names_and_can_be_written_is_offered(tmp_path: Path) -> None:
    (tmp_path / "house.csv").write_text("en,de\npier,Mole\n", "utf-8")
    house, client = tmp_path / "house.toml", tmp_path / "client.toml"
    house.write_text('glossaries = ["house.csv"]\n', "utf-8")
    client.write_text('# ours\nbased_on = "house.toml"\n[checks]\nnames = "off"\n', "utf-8")
    own, lower = places_for_terms(client)
    assert own == GlossaryPlace(tmp_path / "client terms.csv", client)
    assert lower == GlossaryPlace(tmp_path / "house.csv", house)
    add_to(own, BOTH, ("quay", "Kai"))
    add_to(lower, BOTH, ("light", "Feuer"))
    assert client.read_text("utf-8").startswith("# ours\nbased_on")
    assert sum(len(one.terms) for one in read_profile(client).glossaries) == 3
    assert [one.file.name for one in places_for_terms(client)] == ["client terms.csv", "house.csv"]


@pytest.mark.parametrize("name", ["terms.csv", "TERMS.CSV"])
def test_a_glossary_can_be_written_by_any_writing_of_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("en,de\npier,Mole\n", "utf-8")
    profile = tmp_path / "client.toml"
    profile.write_text(f'glossaries = ["{name}"]\n', "utf-8")
    assert places_for_terms(profile) == [GlossaryPlace(tmp_path / name, profile)]


def test_a_file_apart_changes_no_profile(tmp_path: Path) -> None:
    assert add_to(GlossaryPlace(tmp_path / "apart.csv"), BOTH, ("quay", "Kai"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["apart.csv"]
