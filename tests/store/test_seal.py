"""What a file says of itself: closed or open, and whether it is as it was then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.store import seal
from reviewer.store.open_file import OpenFile

BEFORE, AFTER = b"a" * 300, b"z" * 300
SESSION = seal.Session("token", "Ann", 3, 4, "mark")


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[OpenFile]:
    path = tmp_path / "sealed"
    path.write_bytes(BEFORE + seal.blank() + AFTER)
    held = OpenFile(path)
    yield held
    held.close()


def test_a_closed_file_is_whole(sealed: OpenFile) -> None:
    seal.close_seal(sealed)
    assert seal.is_closed(sealed)
    assert seal.read(sealed) == seal.Seal(len(BEFORE), whole=True, broken=False, session=None)


@pytest.mark.parametrize("place", [0, 299, 300 + seal.SIZE - 1, 300 + seal.SIZE, 599 + seal.SIZE])
def test_one_other_byte_anywhere_breaks_it(sealed: OpenFile, place: int) -> None:
    seal.close_seal(sealed)
    sealed.write(b"x", place)
    assert seal.is_closed(sealed)
    assert seal.read(sealed) == seal.Seal(len(BEFORE), whole=False, broken=True, session=None)


@pytest.mark.parametrize("name", ["Ann", "A" * 1100])
def test_an_open_file_says_who_has_it(sealed: OpenFile, name: str) -> None:
    seal.close_seal(sealed)
    session = seal.Session("token", name, 3, 4, "mark")
    seal.open_seal(sealed, len(BEFORE), session)
    assert not seal.is_closed(sealed)
    said = seal.read(sealed)
    assert said
    assert (said.whole, said.broken) == (False, False)
    assert said.session == seal.Session("token", name if name == "Ann" else "", 3, 4, "mark")
    assert sealed.size() == len(BEFORE) + seal.SIZE + len(AFTER)


@pytest.mark.parametrize("size", [0, 300, 300 + seal.SIZE - 1])
def test_a_file_without_a_whole_seal_has_none(tmp_path: Path, size: int) -> None:
    path = tmp_path / "none"
    path.write_bytes((BEFORE + seal.blank())[:size])
    held = OpenFile(path)
    assert seal.read(held) is None
    assert not seal.is_closed(held)
    seal.close_seal(held)
    assert path.read_bytes() == (BEFORE + seal.blank())[:size]
    held.close()


def test_what_is_short_of_a_file_is_all_but_its_header_and_its_seal(sealed: OpenFile) -> None:
    digest = seal.digest_of(sealed)
    sealed.write(b"x", 99)
    sealed.write(b"x", 300 + seal.SIZE - 1)
    assert seal.digest_of(sealed) == digest
    for place in (100, 299, 300 + seal.SIZE, 599 + seal.SIZE):
        kept = sealed.read(1, place)
        sealed.write(b"x", place)
        assert seal.digest_of(sealed) != digest
        sealed.write(kept, place)
    assert seal.digest_of(sealed) == digest
