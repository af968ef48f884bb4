"""Pipes and folders where a set, a profile, rules, a glossary or a file of the program's own is
expected: told at once, or passed over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.machine_translation.packages import check_folder
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.reading import read_profile
from reviewer.profiles.rule_tables import read_rules
from reviewer.sets.set_file import read_set
from reviewer.spelling.own_words import OwnWords
from reviewer.store import backups
from reviewer.terminology.reading import read_glossary

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


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_among_the_program_s_own_files_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    for name in ("words/de.txt", "backups/a/origin.txt", "package/metadata.json"):
        (tmp_path / name).parent.mkdir(parents=True)
        os.mkfifo(tmp_path / name)
    words = OwnWords("de")
    with pytest.raises(ReviewerError, match="is not a file"):
        words.learn(["Kranbahn"])
    with pytest.raises(ReviewerError, match="cannot be read"):
        check_folder(tmp_path / "package")
    with pytest.raises(ReviewerError, match="cannot be read"):
        backups.every()
