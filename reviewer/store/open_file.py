"""The file of an open review: held by what it is, not by its name."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import stat
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from reviewer.file_locks import locked
from reviewer.messages import message
from reviewer.store.errors import (
    NoFile,
    NotTheSameFile,
    ReviewMissing,
    in_use,
    not_a_review,
    told_plainly,
)

_FLAGS = (
    os.O_RDWR
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
)
_OUT_OF_REACH = {
    getattr(errno, name)
    for name in ("EIO", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH")
    if hasattr(errno, name)
}
"""What a system says of a drive that is not there any more."""

_CHUNK = 1 << 20
_MOST_COMPARED = 256 << 20

_open_here: set[tuple[int, int]] = set()
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class _Stand:
    """What the file looked like when it was written last by us."""

    size: int
    changed: int
    touched: int
    digest: bytes

    def is_as(self, found: os.stat_result) -> bool:
        """Whether nothing was written since. A program that copies a file gives it the time of
        change that it likes; the time of the last touch is the system's own."""
        return (self.size, self.changed, self.touched) == _times(found)


def _times(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def no_file(mode: int) -> NoFile | None:
    """What it is, by its mode as `os.stat` tells it, where it is no file."""
    kinds: tuple[tuple[NoFile, bool], ...] = (
        ("folder", stat.S_ISDIR(mode)),
        ("pipe", stat.S_ISFIFO(mode)),
        ("socket", stat.S_ISSOCK(mode)),
        ("device", not stat.S_ISREG(mode)),
    )
    return next((kind for kind, is_it in kinds if is_it), None)


def is_failed_drive(error: BaseException) -> bool:
    """Whether an error of the system, or of SQLite, says that a drive failed or is not there."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return (code & 0xFF) == sqlite3.SQLITE_IOERR
    return isinstance(error, OSError) and error.errno in _OUT_OF_REACH


class OpenFile:
    """A descriptor of the review's file and the only right to write it.

    The right belongs to the file itself (device and inode), so a second opening by another
    name, a link or another way to the same folder is refused. The descriptor stays open
    until SQLite has closed its own: closing any descriptor of a file drops every POSIX lock
    that the process has on it.
    """

    def __init__(self, path: Path) -> None:
        """Open and lock `path`. Raises ReviewMissing, NotAReview, ReviewInUse or ReadOnlyPlace."""
        self.path = path
        with told_plainly(path):
            try:
                found = os.stat(path)  # noqa: PTH116
            except (FileNotFoundError, NotADirectoryError):
                raise ReviewMissing(
                    message("There is no file {path}. Was it moved or renamed?", path=path)
                ) from None
            # Looked at before it is opened: opening a pipe or a device may wait for ever.
            if not stat.S_ISREG(found.st_mode):
                raise not_a_review(path)
            self.key = (found.st_dev, found.st_ino)
            with _one_at_a_time:
                if self.key in _open_here:
                    raise in_use(path)
                self.descriptor = os.open(path, _FLAGS)
                try:
                    now = os.fstat(self.descriptor)
                    if not stat.S_ISREG(now.st_mode):
                        raise not_a_review(path)
                    if (now.st_dev, now.st_ino) != self.key or not locked(self.descriptor):
                        raise in_use(path)
                except BaseException:
                    os.close(self.descriptor)
                    raise
                _open_here.add(self.key)
        self._stand: _Stand | None = None

    def close(self) -> None:
        """Give the file back. A second call does nothing."""
        with _one_at_a_time:
            if self.descriptor >= 0:
                _open_here.discard(self.key)
                os.close(self.descriptor)
                self.descriptor = -1

    def lock_again(self) -> None:
        """After another descriptor of the file was closed, which may have dropped the lock."""
        if self.descriptor >= 0:
            locked(self.descriptor)

    def read(self, size: int, offset: int) -> bytes:
        """A piece of the file."""
        if sys.platform == "win32":
            os.lseek(self.descriptor, offset, os.SEEK_SET)
            return os.read(self.descriptor, size)
        return os.pread(self.descriptor, size, offset)

    def write(self, data: bytes, offset: int) -> None:
        """Overwrite a piece of the file and wait for the disk."""
        if sys.platform == "win32":
            os.lseek(self.descriptor, offset, os.SEEK_SET)
            os.write(self.descriptor, data)
        else:
            os.pwrite(self.descriptor, data, offset)
        os.fsync(self.descriptor)

    def size(self) -> int:
        """How long the file is, in bytes."""
        return os.fstat(self.descriptor).st_size

    def wrote(self) -> None:
        """Take note of how the file stands, after we have written or opened it.

        The digest is always made anew: Windows may tell a new time of change only later.
        """
        now = os.fstat(self.descriptor)
        self._stand = _Stand(*_times(now), self._digest(now.st_size))

    def check(self) -> None:
        """Raise NotTheSameFile unless the path still leads to this file, as we left it."""
        now = self.leads_here()
        stand = self._stand
        if stand is None:
            return
        if now.st_size < stand.size:
            raise NotTheSameFile(self.path, "cut off")
        if not stand.is_as(now):
            if now.st_size != stand.size or self._digest(now.st_size) != stand.digest:
                raise NotTheSameFile(self.path, "overwritten")
            self._stand = _Stand(*_times(now), stand.digest)

    def leads_here(self) -> os.stat_result:
        """What the system says of this file; raises NotTheSameFile unless the path still leads to
        it."""
        try:
            there: os.stat_result | None = os.stat(self.path)  # noqa: PTH116
            now = os.fstat(self.descriptor)
        except OSError as error:
            if is_failed_drive(error):
                raise NotTheSameFile(self.path, "out of reach") from error
            if error.errno in (errno.EACCES, errno.EPERM):
                raise NotTheSameFile(self.path, "no right", self.moved_to()) from error
            if error.errno == errno.ELOOP or self.path.is_symlink():
                raise NotTheSameFile(self.path, "dead link", self.moved_to()) from error
            if error.errno not in (errno.ENOENT, errno.ENOTDIR):
                with told_plainly(self.path):
                    raise
            there, now = None, os.fstat(self.descriptor)
        if there is None or not os.path.samestat(there, now):
            self._gone(there)
        return now

    def moved_to(self) -> Path | None:
        """Where the file is now, when it is elsewhere and the system can tell."""
        found = _path_of(self.descriptor)
        if found is None or found == self.path:
            return None
        try:
            same = os.path.samestat(os.stat(found), os.fstat(self.descriptor))  # noqa: PTH116
        except OSError:
            return None
        return found if same else None

    def _gone(self, there: os.stat_result | None) -> None:
        moved = self.moved_to()
        if there:
            raise NotTheSameFile(self.path, no_file(there.st_mode) or "replaced", moved)
        if moved:
            raise NotTheSameFile(self.path, "renamed", moved)
        raise NotTheSameFile(self.path, "removed" if self._is_deleted() else "out of reach")

    def _is_deleted(self) -> bool:
        """Whether the file has no name left, or none in the folder that is still on its disk."""
        now = os.fstat(self.descriptor)
        try:
            folder = os.stat(self.path.parent)  # noqa: PTH116
        except OSError:
            return not now.st_nlink
        return not now.st_nlink or folder.st_dev == now.st_dev

    def _digest(self, size: int) -> bytes:
        """Of all that is in the file; of its header alone when it is very large."""
        digest = hashlib.blake2b(digest_size=16)
        end = size if size <= _MOST_COMPARED else 100
        for offset in range(0, end, _CHUNK):
            digest.update(self.read(min(_CHUNK, end - offset), offset))
        return digest.digest()


if sys.platform == "win32":
    import ctypes
    import msvcrt

    def _path_of(descriptor: int) -> Path | None:
        name = ctypes.create_unicode_buffer(32_768)
        length = ctypes.windll.kernel32.GetFinalPathNameByHandleW(
            ctypes.c_void_p(msvcrt.get_osfhandle(descriptor)), name, len(name), 0
        )
        return Path(name.value.removeprefix("\\\\?\\")) if 0 < length < len(name) else None

else:
    import fcntl

    def _path_of(descriptor: int) -> Path | None:
        try:
            if hasattr(fcntl, "F_GETPATH"):
                name = fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0")
                return Path(os.fsdecode(name))
            return Path(os.readlink(f"/proc/self/fd/{descriptor}"))  # noqa: PTH115
        except OSError:
            return None
