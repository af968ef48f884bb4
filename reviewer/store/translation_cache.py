"""The user's own cache of what the engine said, across reviews: a machine_translation cache."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.store.held import only_files

_SCHEMA = """
CREATE TABLE IF NOT EXISTS outputs (
    package TEXT NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL,
    output TEXT NOT NULL,
    PRIMARY KEY (package, version, text)
);
"""
_AT_ONCE = 500  # values in one query; SQLite's own limit is 999 in old builds
_MOST = 200_000  # sentences, some 60 MB


class TranslationFile:
    """A `TranslationCache` in an SQLite file that any thread and several programs may use.

    It is only a cache: a file that cannot be read or written counts as an empty one, and
    nothing is raised. A crash may lose what was put last, which is then made again.
    """

    def __init__(self, path: Path, most: int = _MOST) -> None:
        """Open the file at `path`, or make it; `most` bounds the sentences that it keeps."""
        self._most = most
        self._one_at_a_time = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        with suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            only_files(path)
            self._connection = sqlite3.connect(path, timeout=1.0, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.executescript(_SCHEMA)

    @classmethod
    def of_this_user(cls) -> TranslationFile:
        """The one in the user's own data folder."""
        return cls(data_folder() / "translations.sqlite")

    def close(self) -> None:
        """Close the file; afterwards the cache is an empty one."""
        with self._one_at_a_time:
            if self._connection:
                self._connection.close()
            self._connection = None

    def get_many(self, texts: Sequence[str], package: str, version: str) -> Mapping[str, str]:
        """The outputs that are known, by text."""
        found: dict[str, str] = {}
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(
                self._rows(
                    "SELECT text, output FROM outputs "
                    f"WHERE package = ? AND version = ? AND text IN ({marks})",
                    (package, version, *some),
                )
            )
        return found

    def put_many(self, outputs: Mapping[str, str], package: str, version: str) -> None:
        """Remember outputs by text; the oldest make room."""
        with self._one_at_a_time, suppress(sqlite3.Error):
            if self._connection is None:
                return
            with self._connection as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO outputs (package, version, text, output) "
                    "VALUES (?, ?, ?, ?)",
                    [(package, version, text, output) for text, output in outputs.items()],
                )
                connection.execute(
                    "DELETE FROM outputs WHERE rowid <= (SELECT max(rowid) FROM outputs) - ?",
                    (self._most,),
                )

    def _rows(self, sql: str, values: Iterable[str]) -> list[tuple[str, str]]:
        with self._one_at_a_time, suppress(sqlite3.Error):
            if self._connection:
                return self._connection.execute(sql, tuple(values)).fetchall()
        return []
