"""What we have written into the log of an open review, so that it can be put right."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


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
            file.seek(len(self._content))
            self._content += file.read()
            self._stand = _stand(file.fileno())

    def mend(self) -> bool:
        """Put the log right if another program has changed it; whether that was needed.

        One that was removed or replaced is not ours any more, and is left.
        """
        try:
            with self._path.open("r+b") as file:
                if _stand(file.fileno()) == self._stand:
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


def _stand(descriptor: int) -> tuple[int, int, int]:
    now = os.fstat(descriptor)
    # Whoever copies a file may set its time of change, and not that of the last touch.
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns
