"""The files that lie beside a review, reached by their folder and not by its name."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

_HOLDS_FOLDERS = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
"""Windows does not; there no folder of an open file can be renamed."""

_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
_ALWAYS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class Beside:
    """The files `NAME-wal` and others in the folder that a review lay in when this was made.

    The folder may be renamed then, and another one with a review of the same name may take its
    place: these are the files of ours all the same.
    """

    def __init__(self, path: Path) -> None:
        """Hold the folder of the review at `path`. Raises OSError."""
        self._path = path
        self._folder: int | None = None
        if _HOLDS_FOLDERS:
            # Where a folder may be used and not be listed, its name has to do on some systems.
            with contextlib.suppress(PermissionError):
                self._folder = os.open(path.parent, _FOLDER | _ALWAYS)

    def close(self) -> None:
        """Let go of the folder. A second call does nothing."""
        folder, self._folder = self._folder, None
        if folder is not None:
            os.close(folder)

    def _name(self, suffix: str) -> str:
        path = self._path.with_name(self._path.name + suffix)
        return str(path) if self._folder is None else path.name

    def open(self, suffix: str) -> int:
        """A descriptor to read and write a file with. Raises OSError."""
        return os.open(self._name(suffix), os.O_RDWR | _ALWAYS, dir_fd=self._folder)

    def found(self, suffix: str) -> os.stat_result | None:
        """What the system says of a file; None where there is none. Raises OSError where nobody
        may look."""
        try:
            return os.stat(self._name(suffix), dir_fd=self._folder, follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def key(self, suffix: str) -> tuple[int, int] | None:
        """What a file is known by, whatever its name; None where nothing can be told."""
        with contextlib.suppress(OSError):
            if found := self.found(suffix):
                return found.st_dev, found.st_ino
        return None

    def size(self, suffix: str) -> int:
        """How long a file is, in bytes; 0 where there is none."""
        found = self.found(suffix)
        return found.st_size if found and stat.S_ISREG(found.st_mode) else 0

    def remove(self, suffix: str) -> None:
        """Delete a file, if there is one. Raises OSError."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self._name(suffix), dir_fd=self._folder)

    def set_aside(self, suffix: str, word: str) -> None:
        """Rename a file, if there is one, so that SQLite does not take it in."""
        number = 1
        while self.found(f"{suffix}.{word}-{number}"):
            number += 1
        with contextlib.suppress(FileNotFoundError):
            os.rename(
                self._name(suffix),
                self._name(f"{suffix}.{word}-{number}"),
                src_dir_fd=self._folder,
                dst_dir_fd=self._folder,
            )
