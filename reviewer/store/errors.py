"""What can be wrong with a file that the program keeps its data in, in words for its user."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from reviewer.domain import ReviewerError
from reviewer.messages import Message, message


class StoreError(ReviewerError):
    """A review, or the memory across reviews, cannot be read or written."""


class ReviewMissing(StoreError):
    """There is no such file."""


class ReviewExists(StoreError):
    """A new review would overwrite a file."""


class NotAReview(StoreError):
    """The file is something else."""


class ForeignReview(NotAReview):
    """The file holds tables, triggers or views that no review has."""


class NewerReview(StoreError):
    """The file was written by a later version of the program."""


class ReviewInUse(StoreError):
    """Another window or program has the file open."""


class NameTooLong(StoreError):
    """The file's name or path does not fit."""


class ReadOnlyPlace(StoreError):
    """The file or its folder cannot be written."""


class CopyOnly(ReadOnlyPlace):
    """The file cannot be written, and a note beside it says that somebody has it open."""


class DiskFull(StoreError):
    """There is no room left for what was to be written."""


class DamagedReview(StoreError):
    """The file's contents make no sense any more."""


class LostOperations(DamagedReview):
    """Operations that were acknowledged cannot be read; what is left can be opened.

    `found` operations are there; `missing` is how many are not, None when that is not known.
    """

    def __init__(self, text: str, found: int | None = None, missing: int | None = None) -> None:
        super().__init__(text)
        self.found = found
        self.missing = missing


class OpenElsewhere(ReviewInUse):
    """The file says that another computer has it open. It can be taken over."""


NoFile = Literal["folder", "pipe", "socket", "device", "dead link"]
"""What stands in the place of a file."""

Displacement = (
    Literal["replaced", "renamed", "removed", "out of reach", "no right", "cut off", "overwritten"]
    | NoFile
)


class NotTheSameFile(StoreError):
    """The path does not lead any more to the file that is open.

    Nothing is written until the review is saved elsewhere (`copy_to`), gone on with in the
    moved file, or opened again. `what` says what happened, `moved_to` where the file is now, and
    `in_bin` whether that is where deleted files are kept until somebody empties it.
    """

    def __init__(self, path: Path, what: Displacement, moved_to: Path | None = None) -> None:
        self.what = what
        self.moved_to = moved_to
        self.in_bin = moved_to is not None and _is_in_bin(moved_to)
        happened = _happened("in the bin" if self.in_bin else what, path)
        if moved_to:
            now = message("The file that is open is now {path}.", path=moved_to)
            said = message("{happened} {now} {left}", happened=happened, now=now, left=_NOT_KEPT)
        else:
            said = message("{happened} {left}", happened=happened, left=_NOT_KEPT)
        super().__init__(said)

    @property
    def ruined(self) -> bool:
        """Whether the file itself was changed, rather than what the path leads to."""
        return self.what in ("cut off", "overwritten")


_BINS = ("trash", ".trash", "$recycle.bin")


def _is_in_bin(path: Path) -> bool:
    """Whether a file lies where desktops keep what was deleted: ~/.local/share/Trash/files and
    .Trash-1000/files, ~/.Trash, and $Recycle.Bin."""
    folders = [part.lower() for part in path.parent.parts]
    return any(
        folder in _BINS[1:]
        or ((folder == _BINS[0] or folder.startswith(".trash-")) and "files" in folders[number:])
        for number, folder in enumerate(folders)
    )


def _happened(what: Displacement | Literal["in the bin"], path: Path) -> Message:
    match what:
        case "in the bin":
            return message("{path} was put into the bin while it was open.", path=path)
        case "replaced":
            return message(
                "Another file has taken the place of {path} while it was open "
                "(a folder that is synchronised does this).",
                path=path,
            )
        case "folder":
            return message("A folder has taken the place of {path} while it was open.", path=path)
        case "pipe":
            return message("A pipe has taken the place of {path} while it was open.", path=path)
        case "socket":
            return message("A socket has taken the place of {path} while it was open.", path=path)
        case "device":
            return message("A device has taken the place of {path} while it was open.", path=path)
        case "dead link":
            return message(
                "A link that leads nowhere has taken the place of {path} while it was open.",
                path=path,
            )
        case "no right":
            return message(
                "You have no right any more to reach {path}: the permissions of a folder have "
                "changed.",
                path=path,
            )
        case "renamed":
            return message("{path} was moved or renamed while it was open.", path=path)
        case "removed":
            return message("{path} was deleted while it was open.", path=path)
        case "out of reach":
            return message(
                "{path} cannot be reached any more: its drive was removed, or the connection to "
                "it ended.",
                path=path,
            )
        case "cut off":
            return message("{path} was cut off by another program while it was open.", path=path)
        case "overwritten":
            return message(
                "{path} was overwritten by another program while it was open.", path=path
            )


_NOT_KEPT = message(
    "The last step was not kept, and nothing more is written there. "
    "Save the review under another name: all steps before are in it."
)


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_ROOM = 256 * 1024
"""Bytes: on a disk with less an error of the disk is one of its room."""

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
    except UnicodeDecodeError as error:
        # SQLite quotes the file in what it says, whatever bytes stand there.
        raise damaged(path, message("a name in it is no text")) from error
    except UnicodeEncodeError as error:
        half = hex(ord(error.object[error.start]))[2:].upper() if error.object else ""
        raise StoreError(
            message(
                "Half of a character (U+{half}) stands in the text, and no file can hold "
                "it. Delete it, or type the whole character.",
                half=half,
            )
        ) from error


@contextmanager
def making_sense(path: Path) -> Iterator[None]:
    """Turn what goes wrong while the contents of `path` are made sense of into DamagedReview."""
    try:
        yield
    except ReviewerError:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise damaged(path, message("a field makes no sense: {why}", why=_short(error))) from error
    except RecursionError as error:
        raise damaged(path, message("a field is nested too deeply")) from error


def _short(error: Exception) -> str:
    said = f"{type(error).__name__} {error}"
    return said if len(said) <= 80 else f"{said[:80]}…"


def in_use(path: Path) -> ReviewInUse:
    """The error for a file that is open elsewhere."""
    return ReviewInUse(
        message("{path} is open in another window or program. Close it there first.", path=path)
    )


def not_a_review(path: Path) -> NotAReview:
    """The error for a file that is no review."""
    return NotAReview(message("{path} is not a review. Choose a .review file.", path=path))


def damaged(path: Path, what: str) -> DamagedReview:
    """The error for a file whose contents make no sense."""
    return DamagedReview(
        message("{path} is damaged ({what}). {restore}", path=path, what=what, restore=_RESTORE)
    )


_RESTORE = message("Restore it from a copy, or start a new review.")


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
    if code == sqlite3.SQLITE_INTERRUPT:
        return DamagedReview(
            message(
                "{path} takes too long to read, so it is damaged. {restore}",
                path=path,
                restore=_RESTORE,
            )
        )
    if code == sqlite3.SQLITE_IOERR:
        if _is_nearly_full(path):
            # What lies beside the file could not grow; SQLite does not say why.
            return _full(path)
        return StoreError(
            message(
                "{path} could not be read or written ({error}). Check the disk; what was "
                "decided before is kept.",
                path=path,
                error=error,
            )
        )
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path, message("a part of it is missing or makes no sense"))
    return damaged(path, str(error))


def _from_system(error: OSError, path: Path) -> StoreError:
    if error.errno in _READ_ONLY_NUMBERS:
        return _read_only(path)
    if error.errno in _FULL_NUMBERS:
        return _full(path)
    return StoreError(
        message(
            "{path} could not be read or written: {value}.",
            path=path,
            value=error.strerror or error,
        )
    )


def _is_nearly_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False


def _read_only(path: Path) -> ReadOnlyPlace:
    return ReadOnlyPlace(
        message(
            "{path} cannot be written: the disk, the folder or the file is "
            "read-only. Copy it to a folder of your own and open it there.",
            path=path,
        )
    )


def _full(path: Path) -> DiskFull:
    return DiskFull(
        message(
            "There is no room left on the disk of {path}. Nothing that was decided "
            "before is lost; make room and try again.",
            path=path,
        )
    )
