"""Finding packages: ours, other Argos programs', and what a stray folder may not do."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reviewer.machine_translation.package_folders import other_packages_folders
from reviewer.machine_translation.packages import installed_packages, usable_packages
from reviewer.machine_translation.routes import argos_codes, find_route


def test_nothing_installed_is_an_empty_list(tmp_path):
    assert installed_packages(tmp_path / "none", []) == []


def test_stray_and_broken_folders_take_no_other_with_them(unpacked, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "translate-id_en").symlink_to(unpacked / "translate-id_en")
    (own / "stray").mkdir()
    (own / "broken").mkdir()
    (own / "broken" / "metadata.json").write_text("{")
    (own / "a file").touch()
    packages = installed_packages(own, [])
    assert [p.metadata.pair for p in usable_packages(packages)] == [("id", "en")]
    assert all(p.problem for p in packages if p.folder.name in ("stray", "broken"))


def test_other_programs_packages_are_found_read_only(unpacked):
    packages = installed_packages(Path("none"), [unpacked])
    assert len(packages) == 3
    assert not any(package.ours for package in packages)


@pytest.mark.parametrize("variable", ["XDG_DATA_HOME", "ARGOS_PACKAGES_DIR"])
def test_folders_of_other_argos_programs(tmp_path, variable):
    folder = tmp_path / "share" / "argos-translate" / "packages"
    folder.mkdir(parents=True)
    value = tmp_path / "share" if variable == "XDG_DATA_HOME" else folder
    assert other_packages_folders({variable: str(value)}, tmp_path) == [folder]


def test_folder_named_in_argos_own_settings(tmp_path):
    settings = tmp_path / ".config" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    (tmp_path / "else").mkdir()
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "else")}))
    assert other_packages_folders({}, tmp_path) == [tmp_path / "else"]


def test_newest_of_a_pair_is_used(builder, unpacked, tmp_path):
    newer = builder.write_package_folder(tmp_path / "new", "id", "en", version="1.10")
    older = builder.write_package_folder(tmp_path / "old", "id", "en", version="1.9")
    packages = usable_packages(installed_packages(tmp_path, [unpacked]))
    assert next(p for p in packages if p.metadata.pair == ("id", "en")).folder == newer
    assert older not in [package.folder for package in packages]


def test_route_is_one_package_or_two_through_a_pivot(unpacked, tmp_path):
    packages = usable_packages(installed_packages(tmp_path, [unpacked]))
    direct = find_route(packages, "id-ID", "en-GB")
    assert direct
    assert (str(direct), direct.pivot) == ("id → en", "")
    pivoted = find_route(packages, "uk", "de-CH")
    assert pivoted
    assert (str(pivoted), pivoted.pivot) == ("uk → en → de", "en")
    assert pivoted.evidence == "argos translate-uk_en+translate-en_de 1.0+1.0"
    assert find_route(packages, "vi", "en") is None
    assert find_route(packages, "de", "en") is None
    assert find_route(packages, "en", "en") is None


@pytest.mark.parametrize(
    ("tag", "codes"),
    [
        ("de", ("de",)),
        ("de-CH", ("de",)),
        ("pt-BR", ("pb", "pt")),
        ("zh-Hant-TW", ("zt",)),
        ("zh_CN", ("zh",)),
        ("nb", ("nb", "no")),
    ],
)
def test_argos_codes_of_language_tags(tag, codes):
    assert argos_codes(tag) == codes


def test_argos_makes_no_folder_in_the_home(own_home):
    from reviewer.machine_translation.argos import argos_package

    before = dict(os.environ)
    argos_package()
    assert dict(os.environ) == before
    assert not (own_home / "data" / "argos-translate").exists()
    assert not (own_home / "config" / "argos-translate").exists()
