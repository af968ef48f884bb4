"""Dictionaries in profiles of Firefox."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from reviewer.spelling import dictionaries, firefox
from reviewer.spelling.dictionaries import dictionary_for


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))


def packed(path: Path, **files: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as file:
        for name, text in files.items():
            file.writestr(name, text)
    return path


def test_a_dictionary_is_found_in_a_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profiles" / "abc.default" / "extensions" / "de-DE@dictionaries.xpi"
    packed(path, **{"dictionaries/de-DE.dic": "1\nHafen\n", "dictionaries/de-DE.aff": "SET UTF-8"})
    monkeypatch.setattr(firefox, "_ON_LINUX", (str(tmp_path / "profiles/*/extensions/*.xpi"),))
    monkeypatch.setattr(firefox, "_PROFILES", {})
    monkeypatch.setattr(dictionaries, "folders", list)
    found = dictionary_for("de")
    assert found is not None
    assert found.path.read_text("utf-8") == "1\nHafen\n"
    assert found.path.with_suffix(".aff").is_file()
    assert dictionary_for("de") == found
    assert dictionary_for("fr") is None


def test_what_is_no_dictionary_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xpi"
    broken.write_bytes(b"PK\x03\x04 no archive")
    other = packed(tmp_path / "other.xpi", **{"manifest.json": "{}"})
    outside = packed(tmp_path / "outside.xpi", **{"dictionaries/../../x.dic": "1\nx\n"})
    assert firefox.unpacked([broken, other, outside, tmp_path / "gone.xpi"]) == []
    assert not list(tmp_path.rglob("x.dic"))


def test_a_newer_archive_is_unpacked_anew(tmp_path: Path) -> None:
    path = tmp_path / "de.xpi"
    packed(path, **{"dictionaries/de.dic": "1\nHafen\n", "dictionaries/de.aff": ""})
    [first] = firefox.unpacked([path])
    packed(path, **{"dictionaries/de.dic": "2\nHafen\nKran\n", "dictionaries/de.aff": ""})
    [second] = firefox.unpacked([path])
    assert first != second
    assert (second / "de.dic").read_text("utf-8") == "2\nHafen\nKran\n"


def test_archives_come_in_the_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["k", "c", "x", "a", "m", "b", "z"]
    for name in names:
        packed(tmp_path / name / "extensions" / "de.xpi")
    monkeypatch.setattr(firefox, "_PROFILES", {})
    monkeypatch.setattr(firefox, "_ON_LINUX", (str(tmp_path / "*/extensions/*.xpi"),))
    assert [path.parts[-3] for path in firefox.archives()] == sorted(names)


@pytest.mark.parametrize(("size", "is_taken"), [(64 << 20, True), ((64 << 20) + 1, False)])
def test_how_large_a_dictionary_may_be(tmp_path: Path, size: int, is_taken: bool) -> None:
    with ZipFile(tmp_path / "de.xpi", "w", ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("dictionaries/de.dic", bytes(size))
    assert bool(firefox.unpacked([tmp_path / "de.xpi"])) is is_taken
