"""What can be wrong with a file that the program keeps its data in, in words for its user."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.domain import ReviewerError


class StoreError(ReviewerError):
    """A review, or the memory across reviews, cannot be read or written."""


class ReviewMissing(StoreError):
    """There is no such file."""


class ReviewExists(StoreError):
    """A new review would overwrite a file."""


class NotAReview(StoreError):
    """The file is something else."""


class NewerReview(StoreError):
    """The file was written by a later version of the program."""


class ReviewInUse(StoreError):
    """Another window or program has the file open."""


class ReadOnlyPlace(StoreError):
    """The file or its folder cannot be written."""


class DiskFull(StoreError):
    """There is no room left for what was to be written."""


class DamagedReview(StoreError):
    """The file's contents make no sense any more."""


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_FULL_NUMBERS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY_NUMBERS = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says about `path` into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(error, path) from error
    except OSError as error:
        raise _from_system(error, path) from error


def in_use(path: Path) -> ReviewInUse:
    """The error for a file that is open elsewhere."""
    return ReviewInUse(f"{path} is open in another window or program. Close it there first.")


def not_a_review(path: Path) -> NotAReview:
    """The error for a file that is no review."""
    return NotAReview(f"{path} is not a review. Choose a .review file.")


def _from_sqlite(error: sqlite3.Error, path: Path) -> StoreError:
    # The low byte is the primary code; the rest tells variants of it apart.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _BUSY:
        return in_use(path)
    if code in _READ_ONLY:
        return _read_only(path)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code == sqlite3.SQLITE_NOTADB:
        return not_a_review(path)
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            f"{path} could not be read or written ({error}). Check the disk; "
            "what was decided before is kept."
        )
    return DamagedReview(
        f"{path} is damaged ({error}). Restore it from a copy, or start a new review."
    )


def _from_system(error: OSError, path: Path) -> StoreError:
    if error.errno in _READ_ONLY_NUMBERS:
        return _read_only(path)
    if error.errno in _FULL_NUMBERS:
        return _full(path)
    return StoreError(f"{path} could not be read or written: {error.strerror or error}.")


def _read_only(path: Path) -> ReadOnlyPlace:
    return ReadOnlyPlace(
        f"{path} cannot be written: the disk, the folder or the file is read-only. "
        "Copy it to a folder of your own and open it there."
    )


def _full(path: Path) -> DiskFull:
    return DiskFull(
        f"There is no room left on the disk of {path}. Nothing that was decided before is lost; "
        "make room and try again."
    )
