"""SQLite's index of the log of an open review, so that it can be made anew."""

from __future__ import annotations

import contextlib
import os

from reviewer.store.beside import Beside

# https://www.sqlite.org/walformat.html#the_wal_index_file_format
_HEADS = 96
"""Bytes: the header of the index, twice. Zeros there have SQLite read the log again."""

_MARKS = slice(_HEADS, 136)
"""What every reader of the file writes: marks, locks, and how far the log was emptied."""


class IndexCopy:
    """What lies in `NAME-shm` since we have used it last.

    SQLite believes this file: one that another program puts back as it was hides the steps since,
    and they are written over; one that it cuts off ends the program. POSIX only: Windows lets
    nobody cut off a file that is in use.
    """

    def __init__(self, beside: Beside) -> None:
        """Hold the index that lies there. It is to be closed after SQLite has closed its own:
        closing any descriptor of it drops the locks that the process has on it."""
        self._descriptor = beside.open("-shm")
        self._content = b""

    def key(self) -> tuple[int, int]:
        """What the file is known by, whatever its name. Raises OSError."""
        found = os.fstat(self._descriptor)
        return found.st_dev, found.st_ino

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def took(self) -> None:
        """Take note of the index as it is now."""
        with contextlib.suppress(OSError):
            self._content = self._read()

    def mend(self) -> bool:
        """Have SQLite make the index anew if another program has changed it; whether it was."""
        try:
            now = self._read()
        except OSError:
            # The disk is gone: what is wrong is told where the review itself is looked at.
            return False
        if now == self._content or _without_marks(now) == _without_marks(self._content):
            return False
        if len(now) < len(self._content):
            os.ftruncate(self._descriptor, len(self._content))
        os.pwrite(self._descriptor, bytes(_HEADS), 0)
        return True

    def _read(self) -> bytes:
        return os.pread(self._descriptor, os.fstat(self._descriptor).st_size, 0)


def _without_marks(content: bytes) -> bytes:
    return content[: _MARKS.start] + content[_MARKS.stop :]
