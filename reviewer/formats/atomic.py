"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reviewer.formats.errors import NotAFileError, UnwritableFileError
from reviewer.formats.unfinished import unfinished
from reviewer.messages import Message, message

_DATABASE = b"SQLite format 3\x00"


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path`: a temporary file beside it, made durable, then moved into place.

    The mode of a file that is replaced is kept; a new file is for its owner alone, since the
    texts may be confidential. A symbolic link stays one: its target is replaced. A review,
    and any other database, is never replaced. Raises
    `FormatError`s; whatever happens, `path` holds either its old content or the new, and
    nothing is left beside it.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise NotAFileError(
                path, message("“{path}” is not a file. Choose another name.", path=path)
            )
        if _is_database(target):
            raise NotAFileError(
                path,
                message(
                    "“{path}” is a review or another database. Choose another name.", path=path
                ),
            )
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        _replace(target, data)
    except (OSError, ValueError) as error:
        raise UnwritableFileError(path, _words(path, error)) from error


def make_folder_of(path: Path) -> None:
    """Make the folder that a file is to be written into. Raises UnwritableFileError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(path, _words(path, error)) from error


def _is_database(path: Path) -> bool:
    """Whether there is a file that nothing which is exported may take the place of."""
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def refuse_same(path: Path, others: Iterable[Path]) -> None:
    """Raise NotAFileError where `path` is one of `others`, whatever the ways to it are called: a
    report must not take the place of what it is about."""
    for other in others:
        with suppress(OSError, ValueError):
            if path.samefile(other):
                raise NotAFileError(
                    path,
                    message(
                        "“{path}” is one of the files that are being worked on. Choose another "
                        "name.",
                        path=path,
                    ),
                )


def write_text(path: Path, text: str) -> None:
    """Put `text` at `path` as UTF-8, its line ends as they are. See `write_bytes`."""
    write_bytes(path, text.encode("utf-8", "replace"))


def _replace(target: Path, data: bytes) -> None:
    temporary = unfinished(target, "part")
    try:
        with temporary.open("xb") as file:
            temporary.chmod(0o600)  # while it is still empty
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    make_durable(target.parent)


def make_durable(folder: Path) -> None:
    """Make a new name in `folder` outlast a power cut, where the system can."""
    # Windows cannot open a folder, and some network folders refuse: the file is in place.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _words(path: Path, error: OSError | ValueError) -> Message:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return message(
            "The folder of “{path}” does not exist. Create it or choose another folder.", path=path
        )
    if number == errno.ENOSPC:
        return message(
            "The disk is full: “{path}” was not written. Make room and try again.", path=path
        )
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return message(
            "“{path}” cannot be written: the file or its folder is read-only. "
            "Choose another folder.",
            path=path,
        )
    return message(
        "“{path}” cannot be written ({error}). Choose another name or folder.",
        path=path,
        error=error,
    )
