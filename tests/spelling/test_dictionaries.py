"""Which dictionary of those on the computer is taken for a language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.spelling import dictionaries
from reviewer.spelling.dictionaries import dictionary_for, folders


@pytest.mark.parametrize(
    ("language", "names", "wanted"),
    [
        ("de", ["de_AT", "de_CH", "de_DE"], "de_DE"),
        ("de-CH", ["de_AT", "de_CH", "de_DE"], "de_CH"),
        ("de-LI", ["de_AT", "de_DE"], "de_AT"),
        ("de", ["de_DE_frami", "en_US"], "de_DE_frami"),
        ("en", ["en_AU", "en_GB", "en_US"], "en_US"),
        ("en-GB", ["en-GB", "en_US"], "en-GB"),
        ("pt", ["pt_BR", "pt_PT"], "pt_BR"),
        ("pt-PT", ["pt_BR", "pt_PT"], "pt_PT"),
        ("uk", ["ru_RU", "uk_UA"], "uk_UA"),
        ("ar", ["ar", "ar_AE"], "ar"),
        ("ca", ["ca-valencia", "ca"], "ca"),
        ("sr-Latn", ["sr", "sr-Latn"], "sr-Latn"),
        ("sr", ["sr", "sr-Latn"], "sr"),
        ("sr-Latn", ["sr"], None),
        ("sr-Cyrl", ["sr"], "sr"),
        ("de", ["de-frami", "de_DE"], "de_DE"),
        ("sr", ["sr-Latn"], None),
        ("sr-Latn-RS", ["sr-Latn_ME", "sr-Latn_RS"], "sr-Latn_RS"),
        ("en-GB", ["en_OXENDICT_GB", "en_US"], "en_OXENDICT_GB"),
        ("nb", ["no_NO"], "no_NO"),
        ("fr", ["de_DE"], None),
        ("vi", [], None),
    ],
)
def test_the_region_counts_then_what_is_likely(
    tmp_path: Path,
    dictionary: Callable[..., Path],
    language: str,
    names: list[str],
    wanted: str | None,
) -> None:
    for name in names:
        dictionary(tmp_path, name)
    found = dictionary_for(language, [tmp_path])
    assert (found.path.stem if found else None) == wanted


def test_lists_of_hyphens_and_synonyms_are_no_dictionaries(tmp_path: Path) -> None:
    (tmp_path / "hyph_de_DE.dic").write_text("UTF-8\n", "utf-8")
    assert dictionary_for("de", [tmp_path]) is None


def test_hunspells_own_variable_and_the_users_folder_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dictionary: Callable[..., Path]
) -> None:
    named, own = tmp_path / "named", tmp_path / "data" / "dictionaries"
    monkeypatch.setenv("DICPATH", str(named))
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    dictionary(own, "de_DE")
    assert folders()[0] == own
    dictionary(named, "de_DE")
    assert folders()[:2] == [named, own]
    found = dictionary_for("de")
    assert found is not None
    assert found.path.parent == named


def test_folders_of_other_programs_are_found_by_their_pattern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dictionary: Callable[..., Path]
) -> None:
    inside = tmp_path / "libreoffice" / "share" / "extensions" / "dict-uk"
    dictionary(inside, "uk_UA")
    pattern = str(tmp_path / "libreoffice" / "share" / "extensions" / "dict-*")
    monkeypatch.setattr(dictionaries, "_LINUX", (pattern,))
    monkeypatch.setattr(dictionaries.sys, "platform", "linux")
    assert inside in folders()


def test_of_folders_with_the_same_the_first_is_taken(
    tmp_path: Path, dictionary: Callable[..., Path]
) -> None:
    for name in ("z", "a"):
        dictionary(tmp_path / name, "de_DE")
    among = [tmp_path / "none", tmp_path / "z", tmp_path / "a"]
    found = dictionary_for("de", among)
    assert found
    assert found.path.parent.name == "z"
