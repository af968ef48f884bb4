"""Names of files that are made of other names."""

from __future__ import annotations

import os

import pytest

from reviewer.reports.file_names import MOST, fitting


@pytest.mark.parametrize("letter", ["x", "ü", "漢", "😀"])
@pytest.mark.parametrize("length", [MOST - 15, MOST - 14, MOST - 13, 400])
def test_a_name_has_room_for_its_end(letter: str, length: int) -> None:
    stem = letter * (length // len(letter.encode()))
    name = fitting(stem, ".findings.json")
    assert name.endswith(".findings.json")
    assert len(name.encode()) <= MOST
    assert stem.startswith(name.removesuffix(".findings.json"))
    if len(stem.encode()) <= MOST - 14:
        assert name == f"{stem}.findings.json"


def test_a_name_that_is_no_utf8_is_cut_as_well() -> None:
    name = fitting(os.fsdecode(b"\xdc" + b"x" * 300), ".txt")
    assert len(os.fsencode(name)) <= MOST


def test_an_end_that_leaves_no_room_keeps_a_letter() -> None:
    assert fitting("abc", "." + "y" * MOST)[0] == "a"
