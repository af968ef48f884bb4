"""Pipes and folders where a set, a profile, rules or a glossary is expected: told at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.reading import read_profile
from reviewer.profiles.rule_tables import read_rules
from reviewer.sets.set_file import read_set
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
