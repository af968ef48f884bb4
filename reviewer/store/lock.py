"""A lock beside a file that ends with the process that holds it."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from reviewer.store.errors import in_use, told_plainly


class FileLock:
    """Holds `NAME.lock` beside a file.

    The system keeps the lock, not the file's existence: a process that was killed leaves
    at most a file behind, which stops nobody. SQLite's own locks would keep every reader
    out as well, such as a backup that copies the review properly.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock of `path`. Raises ReviewInUse, ReadOnlyPlace or DiskFull."""
        self._path = path.with_name(path.name + ".lock")
        with told_plainly(path):
            descriptor = _taken(self._path)
        if descriptor is None:
            raise in_use(path)
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the lock back. A second call does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if sys.platform == "win32":
            # An open file cannot be removed there; another process may be faster, and
            # then it is its file.
            os.close(descriptor)
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(descriptor)


def _taken(path: Path) -> int | None:
    """A locked descriptor of `path`, or None when another one has the lock."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(descriptor):
            os.close(descriptor)
            return None
        if _is_still(path, descriptor):
            return descriptor
        # The holder removed the file between our open and our lock.
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
