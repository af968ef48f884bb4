"""What we have written into the log of an open review, so that it can be put right."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_HEADER, _FRAME = 32, 24
"""Bytes before the first page of a log, and before each page."""


class LogCopy:
    """The bytes of the log since it was emptied last (at most some megabytes).

    SQLite trusts the log that it has open: one that another program cuts off or writes over
    in place would go into the review when the log is emptied, and destroy it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._content = bytearray()
        self._stand: tuple[int, int, int] | None = None

    @property
    def content(self) -> bytes:
        """All of the log."""
        return bytes(self._content)

    def took(self) -> None:
        """Take note of what we have added."""
        with contextlib.suppress(FileNotFoundError), self._path.open("rb") as file:
            known = len(self._content)
            file.seek(known)
            self._content += file.read()
            del self._content[_end_of_frames(self._content, known) :]
            self._stand = _stand(file.fileno())

    def mend(self, *, surely: bool = False) -> bool:
        """Put the log right if another program has changed it; whether that was needed. `surely`
        all of it is compared: it may have been changed while we added to it, and looks like ours.

        One that was removed or replaced is not ours any more, and is left.
        """
        try:
            with self._path.open("r+b") as file:
                if not surely and _stand(file.fileno()) == self._stand:
                    return False
                harmed = file.read() != self._content
                if harmed:
                    file.seek(0)
                    file.write(self._content)
                    file.truncate()
                    file.flush()
                    os.fsync(file.fileno())
                self._stand = _stand(file.fileno())
                return harmed
        except FileNotFoundError:
            return False


def _end_of_frames(log: bytearray, known: int) -> int:
    """Where the pages end that SQLite has added behind `known`: each says which log it is of. What
    another program has added is written over by the next page, and is none of ours."""
    size = int.from_bytes(log[8:12], "big") + _FRAME
    end = max(known, _HEADER)
    while log[end + 8 : end + 16] == log[16:24] and end + size <= len(log):
        end += size
    return min(end, len(log))


def _stand(descriptor: int) -> tuple[int, int, int]:
    now = os.fstat(descriptor)
    # Whoever copies a file may set its time of change, and not that of the last touch.
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns
