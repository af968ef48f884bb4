"""What the system or SQLite answers is told as what the user can put right."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.store import digests
from reviewer.store.errors import (
    DamagedReview,
    DiskFull,
    NotAReview,
    NotTheSameFile,
    ReadOnlyPlace,
    ReviewInUse,
    StoreError,
    told_plainly,
)

FROZEN = Path(__file__).with_name("frozen")


def _sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (_sqlite(sqlite3.SQLITE_BUSY), ReviewInUse),
        (_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), ReviewInUse),
        (_sqlite(sqlite3.SQLITE_LOCKED), ReviewInUse),
        (_sqlite(sqlite3.SQLITE_READONLY), ReadOnlyPlace),
        (_sqlite(sqlite3.SQLITE_CANTOPEN), ReadOnlyPlace),
        (_sqlite(sqlite3.SQLITE_FULL), DiskFull),
        (_sqlite(sqlite3.SQLITE_NOTADB), NotAReview),
        (_sqlite(sqlite3.SQLITE_CORRUPT), DamagedReview),
        (_sqlite(sqlite3.SQLITE_IOERR_READ), StoreError),
        (OSError(errno.EROFS, "no"), ReadOnlyPlace),
        (OSError(errno.ENOSPC, "no"), DiskFull),
        (OSError(errno.EIO, "no"), StoreError),
    ],
)
def test_an_error_is_told_as_what_it_is(error: Exception, kind: type[StoreError]) -> None:
    with pytest.raises(StoreError) as told, told_plainly(Path("h.review")):
        raise error
    assert type(told.value) is kind
    assert "h.review" in str(told.value)


@pytest.mark.parametrize("which", ["min", "max"])
def test_an_operation_that_was_taken_out_whole_is_missed(tmp_path: Path, which: str) -> None:
    path = tmp_path / "h.review"
    path.write_bytes((FROZEN / "version-2.review").read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        assert list(digests.problems(connection)) == []
        [gone] = connection.execute(f"SELECT {which}(id) FROM operations").fetchone()
        for table in ("findings", "beads", "segments", "decisions"):
            connection.execute(f"DELETE FROM {table} WHERE operation = ?", (gone,))
        connection.execute("DELETE FROM operations WHERE id = ?", (gone,))
        found = list(digests.problems(connection))
    # The last one is told by the seal of the file, see test_guard.
    assert ("operations are missing" in found) is (which == "min")


@pytest.mark.parametrize(
    ("now", "in_bin"),
    [
        ("/home/ann/.local/share/Trash/files/h.review", True),
        ("/home/ann/.local/share/Trash/h.review", False),
        ("/home/ann/files/Trash/h.review", False),
        ("/media/disk/.Trash-1000/files/news/h.review", True),
        ("/media/disk/.Trash-1000/h.review", False),
        ("/Users/ann/.Trash/h.review", True),
        ("/mnt/c/$RECYCLE.BIN/S-1-5/h.review", True),
        ("/home/ann/Trash.review", False),
        ("/home/ann/$recycle.bin", False),
    ],
)
def test_whether_a_file_was_put_into_the_bin(now: str, in_bin: bool) -> None:
    told = NotTheSameFile(Path("h.review"), "renamed", Path(now))
    assert told.in_bin == in_bin
    assert ("into the bin" in str(told)) == in_bin
    assert not NotTheSameFile(Path("/.Trash/h.review"), "removed").in_bin
