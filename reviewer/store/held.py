"""What an open review holds besides its connection: see `Held`."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from reviewer.formats.file_bytes import only_file
from reviewer.messages import Message
from reviewer.store import seal, wal
from reviewer.store.beside import Beside
from reviewer.store.errors import NotTheSameFile
from reviewer.store.guard import Guard
from reviewer.store.index_copy import IndexCopy
from reviewer.store.lock import FileLock
from reviewer.store.log_copy import LogCopy
from reviewer.store.open_file import OpenFile

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file, by the ends of the names."""


@dataclass
class Held:
    """What belongs to an open review beside its connection.

    `base` is a copy of the file as it was when its log was emptied last, held open: with the log
    it is the whole review, whatever happens to the file. `seal_at` is where the file says whose
    it is. `beside` are the files of its folder, under whatever name that goes on.
    """

    file: OpenFile
    beside: Beside
    note: FileLock
    guard: Guard
    real: Path
    session: seal.Session
    seal_at: int | None = None
    base: BinaryIO | None = None
    notices: list[Message] = field(default_factory=list)

    log_key: tuple[int, int] | None = None
    log_copy: LogCopy | None = None
    index_copy: IndexCopy | None = None
    log_to_begin: bool = False
    """Whether the log must be begun anew before the next step: all of it has been brought into the
    file, and SQLite would begin it without a word; or beginning it came to no end."""

    is_cut_off: bool = False
    """Whether the connection is one to a copy in memory: the file could not be connected with."""

    def log_size(self) -> int:
        """How long the log is, in bytes."""
        return self.log_copy.size if self.log_copy else 0

    def log_is_left(self) -> bool:
        """Whether the log lies there still, or may: nobody can look into a folder without a
        right."""
        try:
            return self.beside.found("-wal") is not None
        except OSError:
            return True

    def displaced(self) -> NotTheSameFile | None:
        """What is wrong with the path, or None."""
        try:
            self.file.check()
        except NotTheSameFile as error:
            return error
        return None

    def remove_log(self) -> None:
        """Delete our own log and its index, once all of the log is in the file."""
        ours = self.log_key is not None and self.beside.key("-wal") == self.log_key
        index = self.index_copy.key() if self.index_copy else None
        if ours:
            self.beside.remove("-wal")
        if self.beside.key("-shm") == index if index else ours:
            self.beside.remove("-shm")

    def mend_log(self, *, surely: bool = False) -> None:
        """Put our log right where another program has changed it in place, or its index; `surely`
        before it goes into the file."""
        if self.log_copy and not (sys.platform == "win32" and self.log_is_gone()):
            self.log_copy.mend(surely=surely)
        self.mend_index()

    def mend_index(self) -> bool:
        """Have the index of the log made anew where another program has changed it; whether it
        was."""
        return self.index_copy is not None and self.index_copy.mend()

    def took_index(self) -> None:
        """Take note of the index as we have left it."""
        if self.index_copy:
            self.index_copy.took()

    def keep_index(self) -> None:
        """Hold the index that SQLite has made."""
        if sys.platform != "win32" and self.index_copy is None:
            with contextlib.suppress(OSError):
                self.index_copy = IndexCopy(self.beside)
        self.took_index()

    def let_go_of_index(self) -> None:
        """After SQLite has closed it."""
        if self.index_copy:
            self.index_copy.close()
        self.index_copy = None

    def let_go_of_log(self) -> None:
        """Forget what was written into the log, once all of it is in the file."""
        if self.log_copy:
            self.log_copy.close()
        self.log_copy = None

    def let_go(self, *, leave_note: bool) -> None:
        """After SQLite has closed the file: give all of it back."""
        self.let_go_of_index()
        self.let_go_of_log()
        if self.base:
            self.base.close()
        self.note.release(leave=leave_note, beside=self.beside)
        self.beside.close()
        self.file.close()

    def sign(self) -> None:
        """Say in the file which log is its own."""
        if self.seal_at is not None and self.log_copy:
            self.session = replace(self.session, log=wal.mark_of(self.log_copy.content))
            seal.open_seal(self.file, self.seal_at, self.session)

    def log_is_gone(self) -> bool:
        """Whether the log that SQLite writes has been removed or replaced; False where nobody may
        look."""
        try:
            found = self.beside.found("-wal")
        except OSError:
            return False
        now = (found.st_dev, found.st_ino) if found else None
        return self.log_key is not None and now != self.log_key


def log_of(path: Path) -> Path:
    """Where the log of the review at `path` lies."""
    return path.with_name(path.name + "-wal")


def only_files(path: Path) -> None:
    """Raise OSError where `path`, or what SQLite keeps beside it, is a pipe, a device or a folder:
    SQLite would wait for it."""
    for suffix in ("", *BESIDE):
        with contextlib.suppress(FileNotFoundError):
            only_file(path.with_name(path.name + suffix))


def size_of(path: Path) -> int:
    """How long a file is, in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def key_of(path: Path) -> tuple[int, int] | None:
    """What a file is known by, whatever its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
