"""What is remembered across reviews, in a small database in the user's data folder."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.folders import data_folder
from reviewer.messages import message
from reviewer.store.errors import NewerReview, StoreError, told_plainly
from reviewer.store.held import BESIDE, key_of, only_files
from reviewer.store.records import now

_VERSION = 1
_SCHEMA = """
CREATE TABLE dismissals (fingerprint TEXT PRIMARY KEY, comment TEXT NOT NULL, at TEXT NOT NULL)
WITHOUT ROWID;
CREATE TABLE confirmed_pairs (
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (source_language, target_language, source, target)
) WITHOUT ROWID;
"""
_WORDS = (
    "CREATE TABLE IF NOT EXISTS dismissal_words "
    "(fingerprint TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID"
)
"""What was dismissed, in words. Programs from before it leave it alone."""

_NO_DATABASE = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}

_AT_ONCE = 500  # values in one query; SQLite's own limit is 999 in old builds


@dataclass(frozen=True, slots=True)
class Remembered:
    """A dismissal: of what ("" from before this was kept), with which comment, and when (ISO 8601,
    UTC)."""

    fingerprint: str
    words: str
    comment: str
    at: str


class Memory:
    """Dismissals by fingerprint, and confirmed pairs of sentences.

    Several programs may use it at once, and any thread. Every method raises StoreError
    when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        """Open the database at `path`; it is made when it is not there."""
        self.path = path
        self._one_at_a_time = threading.Lock()
        with told_plainly(path):
            self._open()

    def _open(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        only_files(self.path)
        self._connection = sqlite3.connect(self.path, timeout=2.0, check_same_thread=False)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self._connection.close()
            if getattr(error, "sqlite_errorcode", 0) not in _NO_DATABASE:
                raise
            raise StoreError(
                message(
                    "{path} is damaged. Move it away: a new one is begun, which knows nothing "
                    "of what was dismissed before.",
                    path=self.path,
                )
            ) from error
        except BaseException:
            self._connection.close()
            raise
        self._key = key_of(self.path)
        self._beside = {one: key_of(one) for one in self._files_beside()}

    def _files_beside(self) -> list[Path]:
        return [self.path.with_name(self.path.name + suffix) for suffix in BESIDE]

    def _there(self) -> sqlite3.Connection:
        """The connection, to the file that is at the path now: what is written into one that was
        removed or replaced would be known to nobody."""
        if key_of(self.path) != self._key:
            # SQLite leaves the log of a file that is not there any more, and another one in its
            # place would take that for its own. One that another program has begun since stays.
            ours = [one for one, key in self._beside.items() if key and key_of(one) == key]
            self._connection.close()
            for one in ours:
                one.unlink(missing_ok=True)
            self._open()
        return self._connection

    @classmethod
    def of_this_user(cls) -> Memory:
        """The one in the user's own data folder."""
        return cls(data_folder() / "memory.sqlite")

    def close(self) -> None:
        """Close the file."""
        with self._one_at_a_time:
            self._connection.close()

    def remember_dismissals(self, comments: dict[str, str]) -> None:
        """Remember dismissed findings, comments by fingerprint."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO dismissals (fingerprint, comment, at) VALUES (?, ?, ?)",
                [(fingerprint, comment, now()) for fingerprint, comment in comments.items()],
            )

    def describe_dismissals(self, words: Mapping[str, str]) -> None:
        """Keep what was dismissed in words, by fingerprint."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO dismissal_words VALUES (?, ?)", list(words.items())
            )

    def all_dismissals(self) -> tuple[Remembered, ...]:
        """Everything that is dismissed in all reviews, the latest first."""
        found = self._rows(
            "SELECT fingerprint, coalesce(words, ''), comment, at FROM dismissals "
            "LEFT JOIN dismissal_words USING (fingerprint) ORDER BY at DESC, fingerprint",
            (),
        )
        return tuple(Remembered(*row) for row in found)

    def forget_dismissals(self, fingerprints: Iterable[str]) -> None:
        """The findings are not dismissed any more."""
        gone = [(one,) for one in fingerprints]
        with self._writing() as connection:
            for table in ("dismissals", "dismissal_words"):
                connection.executemany(f"DELETE FROM {table} WHERE fingerprint = ?", gone)

    def dismissed(self, fingerprints: Iterable[str]) -> dict[str, str]:
        """Those of `fingerprints` that were dismissed, with their comments."""
        wanted = list(dict.fromkeys(fingerprints))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(
                self._rows(
                    f"SELECT fingerprint, comment FROM dismissals WHERE fingerprint IN ({marks})",
                    some,
                )
            )
        return found

    def confirm_pair(
        self, source_language: str, target_language: str, source: str, target: str
    ) -> None:
        """Remember that a person put these two texts side by side."""
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO confirmed_pairs VALUES (?, ?, ?, ?, ?)",
                (source_language, target_language, source, target, now()),
            )

    def forget_pair(
        self, source_language: str, target_language: str, source: str, target: str
    ) -> None:
        """A person took these two texts apart."""
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM confirmed_pairs WHERE source_language = ? AND target_language = ? "
                "AND source = ? AND target = ?",
                (source_language, target_language, source, target),
            )

    def confirmed_pairs(
        self, source_language: str, target_language: str
    ) -> frozenset[tuple[str, str]]:
        """All pairs (source text, target text) of two languages, as `align` takes them."""
        found = self._rows(
            "SELECT source, target FROM confirmed_pairs "
            "WHERE source_language = ? AND target_language = ?",
            (source_language, target_language),
        )
        return frozenset((source, target) for source, target in found)

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        [version] = self._connection.execute("PRAGMA user_version").fetchone()
        if version > _VERSION:
            raise NewerReview(
                message(
                    "{path} was written by a newer version of Reviewer. Update Reviewer to "
                    "use what it remembers.",
                    path=self.path,
                )
            )
        if version == 0:
            # "BEGIN" in the script: another program may be making the tables just now.
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {_SCHEMA.replace('TABLE', 'TABLE IF NOT EXISTS')} "
                f"PRAGMA user_version = {_VERSION}; COMMIT;"
            )
        self._connection.execute(_WORDS)

    def _rows(self, sql: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
        with self._one_at_a_time, told_plainly(self.path):
            return self._there().execute(sql, tuple(values)).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._one_at_a_time, told_plainly(self.path):
            self._there().execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
