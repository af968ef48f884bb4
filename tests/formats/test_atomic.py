"""A file is written whole or not at all, with the usual permissions."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from reviewer.formats import atomic
from reviewer.formats.errors import NotAFileError, UnwritableFileError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    atomic.write_bytes(tmp_path / "new", b"content")
    assert (tmp_path / "new").read_bytes() == b"content"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic.write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("link", [True, False])
@pytest.mark.parametrize("begins", [b"SQLite format 3\x00", b"SQLite format 3"])
def test_a_review_is_never_replaced(tmp_path: Path, link: bool, begins: bytes) -> None:
    review, path = tmp_path / "a.review", tmp_path / "link"
    review.write_bytes(begins)
    if link:
        path.symlink_to(review)
    else:
        path = review
    if begins.endswith(b"\x00"):
        with pytest.raises(NotAFileError, match="Choose another name"):
            atomic.write_bytes(path, b"new")
        assert review.read_bytes() == begins
    else:
        atomic.write_bytes(path, b"new")
        assert review.read_bytes() == b"new"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    atomic.write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_when_it_fails_the_old_file_stays_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFileError, match="disk is full"):
        atomic.write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["x"]


def test_a_disk_that_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnwritableFileError, match="read-only"):
        atomic.write_bytes(tmp_path / "x", b"new")


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(UnwritableFileError, match="read-only"):
        atomic.write_bytes(path, b"new")
    assert path.read_bytes() == b"old"


def test_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "x", "ä\n\r\n")
    assert (tmp_path / "x").read_bytes() == "ä\n\r\n".encode()


def test_the_folder_of_a_file_is_made_where_it_is_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "a", tmp_path / "new" / "er" / "a", tmp_path / "new" / "er" / "b"):
        atomic.make_folder_of(path)
        assert path.parent.is_dir()
    (tmp_path / "file").write_text("said")
    with pytest.raises(UnwritableFileError):
        atomic.make_folder_of(tmp_path / "file" / "a")
