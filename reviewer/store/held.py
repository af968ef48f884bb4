"""What belongs to an open review beside its connection."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reviewer.store.errors import NotTheSameFile
from reviewer.store.guard import Guard
from reviewer.store.lock import FileLock
from reviewer.store.log_copy import LogCopy
from reviewer.store.open_file import OpenFile

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file, by the ends of the names."""


@dataclass
class Held:
    """What belongs to an open review beside its connection.

    `base` is a copy of the file as it was when its log was emptied last: with the log it
    is the whole review, whatever happens to the file.
    """

    file: OpenFile
    note: FileLock
    guard: Guard
    real: Path
    base: Path | None = None
    notices: list[str] = field(default_factory=list)

    log_key: tuple[int, int] | None = None
    log_copy: LogCopy | None = None

    @property
    def log(self) -> Path:
        """Where the log lies."""
        return log_of(self.real)

    def log_size(self) -> int:
        """How long the log is, in bytes."""
        try:
            return self.log.stat().st_size
        except FileNotFoundError:
            return 0

    def displaced(self) -> NotTheSameFile | None:
        """What is wrong with the path, or None."""
        try:
            self.file.check()
        except NotTheSameFile as error:
            return error
        return None

    def remove_log(self) -> None:
        """Delete our own log and its index, whose name leads to them still."""
        if self.log_key and key_of(self.log) == self.log_key:
            self.log.unlink(missing_ok=True)
            self.log.with_name(self.real.name + "-shm").unlink(missing_ok=True)

    def mend_log(self) -> None:
        """Put our log right where another program has changed it in place."""
        if self.log_copy and not self.log_is_gone():
            self.log_copy.mend()

    def log_is_gone(self) -> bool:
        """Whether the log that SQLite writes has been removed or replaced."""
        return self.log_key is not None and key_of(self.log) != self.log_key


def log_of(path: Path) -> Path:
    """Where the log of the review at `path` lies."""
    return path.with_name(path.name + "-wal")


def key_of(path: Path) -> tuple[int, int] | None:
    """What a file is known by, whatever its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
