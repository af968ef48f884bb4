"""Pipes and folders where a set, a profile, rules, a glossary or a file of the program's own is
expected: told at once, or passed over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from reviewer.cli.log import logging_to, usual_file
from reviewer.domain import ReviewerError
from reviewer.machine_translation.download import _resumable
from reviewer.machine_translation.encoder_packages import check_encoder_folder
from reviewer.machine_translation.packages import check_folder
from reviewer.mapped_arrays import mapped
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.reading import read_profile
from reviewer.profiles.rule_tables import read_rules
from reviewer.review import Review
from reviewer.sets.set_file import read_set
from reviewer.spelling.dictionaries import dictionary_for, own_folder
from reviewer.spelling.own_words import OwnWords
from reviewer.store import backups, last_state
from reviewer.store.memory import Memory
from reviewer.store.translation_cache import TranslationFile
from reviewer.terminology.reading import read_glossary
from reviewer.ui.state.settings import Settings

READERS: dict[str, Callable[[Path], object]] = {
    "a.reviewset": read_set,
    "a.toml": read_profile,
    "b.toml": ProfileFile,
    "rules.csv": read_rules,
    "terms.csv": read_glossary,
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("kind", ["pipe", "folder"])
@pytest.mark.parametrize("name", READERS)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(ReviewerError, match=r"cannot be read.*it is no file"):
        READERS[name](path)


def spelled(_folder: Path) -> object:
    return dictionary_for("de", [own_folder()])


def logged(_folder: Path) -> object:
    with logging_to(usual_file()):
        return None


def settings(_folder: Path) -> object:
    kept = Settings()
    kept.zoom = 2
    assert kept.problem
    raise ReviewerError(kept.problem)


def remembered(folder: Path) -> object:
    last_state.remember(folder / "a.review", last_state.LastState("", 1, ""), folder / "b.review")
    return None


def cached(_folder: Path) -> object:
    kept = TranslationFile.of_this_user()
    kept.put_many({"a": "b"}, "x", "1")
    return kept.get_many(["a"], "x", "1") or None


def downloaded(folder: Path) -> object:
    _resumable(folder / "downloads" / "a.part", "link")
    return None


OWN: dict[str, tuple[Callable[[Path], object], str]] = {
    "Reviewer/Reviewer.ini": (settings, "is no file"),
    "Reviewer/Reviewer.ini.lock": (settings, "is no file"),
    "log/reviewer.log": (logged, "it is no file"),
    "memory.sqlite": (lambda _: Memory.of_this_user(), "it is no file"),
    "memory.sqlite-wal": (lambda _: Memory.of_this_user(), "it is no file"),
    "memory.sqlite-shm": (lambda _: Memory.of_this_user(), "it is no file"),
    "memory.sqlite-journal": (lambda _: Memory.of_this_user(), "it is no file"),
    "translations.sqlite": (cached, ""),
    "translations.sqlite-wal": (cached, ""),
    "translations.sqlite-journal": (cached, ""),
    "words/de.txt": (lambda _: OwnWords("de").learn(["Kranbahn"]), "is not a file"),
    "dictionaries/de_DE.dic": (spelled, ""),
    "dictionaries/de_DE.aff": (spelled, ""),
    "profiles/Client.toml": (lambda one: read_profile(one / "profiles/Client.toml"), "no file"),
    "packages/a/metadata.json": (lambda one: check_folder(one / "packages/a"), "cannot be read"),
    "encoders/a/metadata.json": (
        lambda one: check_encoder_folder(one / "encoders/a"),
        "cannot be read",
    ),
    "downloads/a.part.json": (downloaded, ""),
    "backups/a/origin.txt": (lambda _: backups.every(), "cannot be read"),
    "backups/KEY/last.json": (lambda one: last_state.told(one, one / "a.review"), ""),
    "backups/KEY/last.json.new": (remembered, ""),
    "cache/a/parts.json": (lambda one: mapped(one / "cache/a"), "no copy"),
    "Sample.review": (lambda one: Review.open(one / "Sample.review"), "is not a review"),
}
"""What of the program's own opens it, by where it lies in the user's data folder; and what is said
then, "" where it is passed over."""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("name", OWN)
def test_a_pipe_among_the_program_s_own_files_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    key = backups.folder_of(tmp_path / "a.review").name
    pipe = tmp_path / name.replace("KEY", key)
    pipe.parent.mkdir(parents=True, exist_ok=True)
    (pipe.parent / "de_DE.dic").touch()
    (pipe.parent / "de_DE.aff").touch()
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    use, said = OWN[name]
    if said:
        with pytest.raises((ReviewerError, ValueError), match=said):
            use(tmp_path)
    else:
        assert use(tmp_path) is None
    assert not pipe.is_file() or name.endswith(".new")


def test_settings_are_read_and_kept_where_qt_keeps_them(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    usual = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Reviewer", "Reviewer")
    usual.setValue("window/zoom", 3)
    usual.sync()
    kept = Settings()
    assert (kept.zoom, kept.problem) == (3, None)
    kept.zoom = 2
    del kept
    usual.sync()
    assert int(str(usual.value("window/zoom"))) == 2
    assert [one.name for one in tmp_path.iterdir()] == ["Reviewer"]


@pytest.mark.parametrize("kind", ["folder", "link to a folder", "link to nothing"])
def test_settings_that_are_no_file_are_the_usual_ones(tmp_path: Path, kind: str) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    place = tmp_path / "Reviewer" / "Reviewer.ini"
    place.parent.mkdir()
    if kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(tmp_path if kind == "link to a folder" else tmp_path / "made later")
    kept = Settings()
    assert kept.scheme == "system"
    kept.zoom = 1
    assert kept.zoom == 1
    assert bool(kept.problem) == (kind != "link to nothing")
