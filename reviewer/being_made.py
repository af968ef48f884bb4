"""Files and folders that are there only for a while, and what a killed program left of them.

Each program that makes one keeps a note of them in the user's data folder, locked as long as it
lives. Who finds a note that nobody holds removes what it names: by a name that only this program
gives, this user's, and open to nobody else.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.file_locks import locked
from reviewer.folders import data_folder

FILE = re.compile(r"\.reviewer-[0-9a-f]{16}\.(?:part|review\.new(?:-wal|-shm|-journal)?)\Z")
"""Names of files that are moved to their place once they are whole."""

_FOLDER = re.compile(r"reviewer-[0-9a-f]{16}\Z")
_NOTE = re.compile(r"[0-9a-f]{16}\Z")
_BESIDE = ("", "-wal", "-shm", "-journal")
_READING = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND
_LONGEST_NOTE = 1 << 20

_own: dict[Path, tuple[Path, int]] = {}
"""The note of this process in each folder of notes, and its open descriptor."""

_one_at_a_time = threading.Lock()


@contextmanager
def working_folder(inside: Path | None = None) -> Iterator[Path]:
    """A folder for a while, which goes with all that is in it. See `new_folder`."""
    folder = new_folder(inside)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_folder(inside: Path | None = None) -> Path:
    """A new folder that only its user can look into, for whoever removes it: in the folder
    `inside`, or among the system's temporary files. Raises OSError."""
    import tempfile

    folder = Path(inside or tempfile.gettempdir()) / f"reviewer-{os.urandom(8).hex()}"
    note(folder)
    folder.mkdir(mode=0o700)
    return folder


def note(path: Path) -> None:
    """Note that `path` is being made, before it is. Where no note can be kept, none is."""
    with suppress(OSError), _one_at_a_time:
        notes = data_folder() / "unfinished"
        if notes not in _own:
            _own[notes] = _new_note(notes)
            _remove_left(notes)
        os.write(_own[notes][1], os.fsencode(path.absolute()) + b"\0")


def remove_left() -> None:
    """Remove what programs that were killed had noted."""
    with suppress(OSError), _one_at_a_time:
        _remove_left(data_folder() / "unfinished")


def end() -> None:
    """Do now what is done at the end of this process: it ends without."""
    # Without the lock, which a thread may hold for long; what it notes now is removed next time.
    for path, descriptor in list(_own.values()):
        _end(path, descriptor, os.getpid())
    _own.clear()


def _new_note(notes: Path) -> tuple[Path, int]:
    notes.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = notes / os.urandom(8).hex()
    # Nobody may find it before it is locked.
    building = path.with_suffix(".new")
    descriptor = os.open(building, _NEW, 0o600)
    try:
        locked(descriptor)
        building.rename(path)
    except OSError:
        os.close(descriptor)
        building.unlink()
        raise
    atexit.register(_end, path, descriptor, os.getpid())
    return path, descriptor


def _end(path: Path, descriptor: int, process: int) -> None:
    """Remove a note with what is still there of it, at the end of the process that made it."""
    if os.getpid() == process:
        with suppress(OSError):
            _remove_noted(descriptor)
            os.close(descriptor)
            path.unlink()


def _remove_left(notes: Path) -> None:
    with suppress(FileNotFoundError):
        for entry in os.scandir(notes):
            if _NOTE.match(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _remove_if_left(Path(entry.path))


def _remove_if_left(path: Path) -> None:
    descriptor = os.open(path, _READING)
    try:
        if not locked(descriptor):
            return
        _remove_noted(descriptor)
    finally:
        os.close(descriptor)
    path.unlink()


def _remove_noted(descriptor: int) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    for name in os.read(descriptor, _LONGEST_NOTE).split(b"\0")[:-1]:
        path = Path(os.fsdecode(name))
        if FILE.match(path.name):
            for end in _BESIDE:
                _remove(path.with_name(path.name + end))
        elif _FOLDER.match(path.name):
            _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        found = path.lstat()
        if not is_private(found):
            return
        if stat.S_ISREG(found.st_mode):
            path.unlink()
        elif stat.S_ISDIR(found.st_mode):
            shutil.rmtree(path, ignore_errors=True)


def is_private(found: os.stat_result) -> bool:
    """Whether a file or folder is this user's, and nobody else can look into it."""
    return not hasattr(os, "getuid") or (
        found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077
    )
