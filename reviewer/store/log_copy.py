"""What we have written into the log of an open review, so that it can be put right."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reviewer.store.beside import Beside

_HEADER, _FRAME = 32, 24
"""Bytes before the first page of a log, and before each page."""

_KEPT_OPEN = sys.platform != "win32"
"""Windows lets nobody delete a file that is open, as SQLite does with the log at the end."""


class LogCopy:
    """The bytes of the log since it was emptied last (at most some megabytes).

    SQLite trusts the log that it has open: one that another program cuts off or writes over
    in place would go into the review when the log is emptied, and destroy it. The log is held as
    SQLite holds it, so that it is the same one whatever becomes of its name and its folder.
    """

    def __init__(self, beside: Beside) -> None:
        """Hold the log that lies there. Raises OSError."""
        self._beside = beside
        self._content = bytearray()
        self._stand: tuple[int, int, int] | None = None
        self._is_behind = False
        self._descriptor = beside.open("-wal") if _KEPT_OPEN else -1

    def close(self) -> None:
        """Let go of the log; its content stays known. A second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    @property
    def size(self) -> int:
        """How long the log is, in bytes."""
        return len(self._content)

    @property
    def content(self) -> bytes:
        """All of the log."""
        return bytes(self._content)

    def expect(self, more: bool = True) -> None:
        """Say that we are adding to the log, until `took`; or that nothing came of it.

        What it has grown by is ours then, should anything keep us from taking note of it.
        """
        self._is_behind = more

    def took(self) -> None:
        """Take note of what we have added."""
        with contextlib.suppress(FileNotFoundError), self._opened() as descriptor:
            known = len(self._content)
            self._content += _read(descriptor, known)
            del self._content[_end_of_frames(self._content, known) :]
            self._stand = _stand(descriptor)
            self._is_behind = False

    def mend(self, *, surely: bool = False) -> bool:
        """Put the log right if another program has changed it; whether that was needed. `surely`
        all of it is compared: it may have been changed while we added to it, and looks like ours.

        One that was removed or replaced is not ours any more, and is left.
        """
        if self._is_behind:
            self.took()
        # What a disk that has failed says of a file that is open already is no longer true.
        with contextlib.suppress(FileNotFoundError, PermissionError):
            os.close(self._beside.open("-wal"))
        try:
            with self._opened() as descriptor:
                if not surely and _stand(descriptor) == self._stand:
                    return False
                harmed = _read(descriptor, 0) != self._content
                if harmed:
                    _write(descriptor, self._content)
                self._stand = _stand(descriptor)
                return harmed
        except FileNotFoundError:
            return False

    @contextmanager
    def _opened(self) -> Iterator[int]:
        if self._descriptor >= 0:
            yield self._descriptor
            return
        descriptor = self._beside.open("-wal")
        try:
            yield descriptor
        finally:
            os.close(descriptor)


def _read(descriptor: int, start: int) -> bytes:
    os.lseek(descriptor, start, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _write(descriptor: int, content: bytearray) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    os.ftruncate(descriptor, len(content))
    os.fsync(descriptor)


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
