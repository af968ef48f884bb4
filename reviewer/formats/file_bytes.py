"""The bytes of a file that is opened, or what is wrong with it in words."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from reviewer.formats.errors import (
    EmptyFileError,
    MissingFileError,
    NotAFileError,
    TooLargeError,
    UnreadableFileError,
)
from reviewer.formats.file_format import LARGEST_FILE
from reviewer.messages import Message, message

# What os.fsdecode puts in the place of bytes that are no UTF-8.
_NO_TEXT = re.compile("[\ud800-\udfff]")


def shown_name(path: Path) -> str:
    """A path as a text: what of its name is no text has a replacement mark instead."""
    return _NO_TEXT.sub("\ufffd", str(path))


def only_file(path: Path) -> Path:
    """`path`, if it leads to a file: reading a pipe or a device may never end. Raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no file")
    return path


def read_file(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """The bytes at `path`; raises a `FormatError` for what is missing, no file or too large."""
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and not status.st_size:
            # Also of the system's own files, some of which wait for ever when they are read.
            raise EmptyFileError(
                path, message("“{path}” is empty. Choose another file.", path=path)
            )
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError(path, message("“{path}” is not a file. Choose a file.", path=path))
        if status.st_size > largest:
            raise _too_large(path, largest)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(path, why_unreadable(path, error)) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path, why_unreadable(path, error)) from error
    if len(data) > largest:
        raise _too_large(path, largest)
    return data


def _too_large(path: Path, largest: int) -> TooLargeError:
    return TooLargeError(
        path,
        message(
            "“{path}” is larger than {value} MB. Split it into parts.",
            path=path,
            value=largest // 2**20,
        ),
    )


def why_unreadable(path: Path, error: OSError | ValueError) -> Message:
    """Why a file cannot be read and what to do, in words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return message("There is no file “{path}”. Check its name.", path=path)
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM):
        return message(
            "You have no right to read “{path}”. Change its permissions or copy it.", path=path
        )
    return message(
        "“{path}” cannot be read ({error}). Check the disk and the name.",
        path=path,
        error=getattr(error, "strerror", None) or error,
    )
