"""The project file: one review, one SQLite database, one plain file when it is closed."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reviewer.domain import BackTranslation, Document
from reviewer.store import header, rows
from reviewer.store.errors import ReviewExists, ReviewMissing, told_plainly
from reviewer.store.lock import FileLock
from reviewer.store.messages import message_json
from reviewer.store.migrations import STEPS, Step, migrate
from reviewer.store.queries import Queries
from reviewer.store.records import Operation, Patch, now

_SUFFIXES_BESIDE = ("-wal", "-shm", "-journal")


class ProjectFile(Queries):
    """A review's file, open and locked. May be used from any thread, one at a time.

    What a method has written is on the disk when the method returns (WAL with
    synchronous=FULL). One that raises has written nothing.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock) -> None:
        super().__init__(path, connection)
        self._lock = lock
        self._depth = 0

    @classmethod
    def create(
        cls,
        path: Path,
        fill: Callable[[ProjectFile], None],
        *,
        replace: bool = False,
        steps: Sequence[Step] = STEPS,
    ) -> ProjectFile:
        """A new file holding what `fill` writes. It comes into being whole or not at all.

        Raises ReviewExists unless `replace`, ReviewInUse, ReadOnlyPlace, DiskFull.
        """
        if _is_there(path) and not replace:
            raise ReviewExists(f"{path} exists already. Open it, or choose another name.")
        lock = FileLock(path)
        building = path.with_name(path.name + ".new")
        try:
            _remove(building)
            with told_plainly(path):
                _build(building, lock, fill, steps)
                for suffix in _SUFFIXES_BESIDE:
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
                building.replace(path)
                _sync_folder(path.parent)
            return cls(path, _connected(path), lock)
        except BaseException:
            with contextlib.suppress(OSError):
                _remove(building)
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, steps: Sequence[Step] = STEPS) -> ProjectFile:
        """Open an existing file, bringing an older version up to date (a copy is kept).

        Raises ReviewMissing, NotAReview, NewerReview, ReviewInUse, ReadOnlyPlace, DiskFull
        or DamagedReview; the file is then as it was.
        """
        if not _is_there(path):
            raise ReviewMissing(f"There is no file {path}. Was it moved or renamed?")
        lock = FileLock(path)
        try:
            # Under our own lock: closing a file drops every lock that SQLite holds on it
            # in this process.
            header.check(path, len(steps))
            connection = _connected(path)
            try:
                with told_plainly(path):
                    _bring_up_to_date(path, connection, steps)
            except BaseException:
                connection.close()
                raise
            return cls(path, connection, lock)
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Make it one plain file again and give the lock back. A second call does nothing."""
        with self._one_at_a_time:
            # On a full disk the -wal file stays beside, whole; the next opening takes it in.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.close()
            self._lock.release()

    def commit(self, operation: Operation, patch: Patch = Patch()) -> int:  # noqa: B008
        """Write an operation and what it changed; returns its number."""
        with self.transaction():
            number = self.write_operation(operation)
            self.write_patch(patch, number)
        return number

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is written together or not at all. May be nested."""
        with self._guarded():
            if self._depth:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def write_document(
        self, translation: int, document: Document, language: str, evidence: str
    ) -> int:
        """Add a document, which becomes the one that holds for its translation."""
        return self._write(
            rows.insert(
                "documents",
                "translation, path, format, encoding, language, evidence, blocks, original, "
                "added_at",
            ),
            (
                translation,
                document.path,
                document.format,
                document.encoding,
                language,
                evidence,
                rows.blocks_json(document.blocks),
                document.original,
                now(),
            ),
        )

    def write_evidence(self, document: int, evidence: str) -> None:
        """Set what the alignment and the checks of a translation's document rest on."""
        self._write("UPDATE documents SET evidence = ? WHERE id = ?", (evidence, document))

    def write_operation(self, operation: Operation) -> int:
        """Add an operation with the time of now; returns its number."""
        return self._write(
            rows.insert(
                "operations",
                "at, kind, label, detail, translation, row_key, continues, undoes, redoes",
            ),
            (
                now(),
                operation.kind,
                message_json(operation.label),
                message_json(operation.detail),
                operation.translation,
                operation.row_key,
                operation.continues,
                operation.undoes,
                operation.redoes,
            ),
        )

    def write_patch(self, patch: Patch, operation: int) -> None:
        """Add the new versions of what `operation` changed."""
        with self.transaction():
            for table, columns, values in (
                (
                    "segments",
                    rows.SEGMENT_COLUMNS,
                    [rows.segment_row(version, operation) for version in patch.segments],
                ),
                (
                    "beads",
                    rows.BEAD_COLUMNS,
                    [rows.bead_row(version, operation) for version in patch.beads],
                ),
                (
                    "findings",
                    rows.FINDING_COLUMNS,
                    [row for bead in patch.beads for row in rows.finding_rows(bead, operation)],
                ),
                (
                    "decisions",
                    rows.DECISION_COLUMNS,
                    [rows.decision_row(version, operation) for version in patch.decisions],
                ),
            ):
                self._connection.executemany(rows.insert(table, columns), values)

    def write_back_translations(
        self, language: str, translations: Mapping[str, BackTranslation]
    ) -> None:
        """Remember what became of sentences in `language`."""
        with self.transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO back_translations "
                "(text, package, version, language, translated, reliable) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (text, back.package, back.version, language, back.text, back.reliable)
                    for text, back in translations.items()
                ],
            )

    def write_setting(self, key: str, value: object, *, durable: bool = True) -> None:
        """Keep a JSON value under `key`.

        One that is not durable outlives the program's death, but perhaps not a power cut;
        it does not wait for the disk.
        """
        with self._guarded():
            if not durable:
                self._connection.execute("PRAGMA synchronous = NORMAL")
            try:
                self._write(
                    "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
                    (key, rows.to_json(value)),
                )
            finally:
                if not durable:
                    self._connection.execute("PRAGMA synchronous = FULL")

    def write_ignore_rule(
        self, source_language: str, target_language: str, rule: Mapping[str, str]
    ) -> None:
        """Keep a rule for a language pair."""
        self._write(
            "INSERT OR IGNORE INTO ignore_rules (source_language, target_language, rule) "
            "VALUES (?, ?, ?)",
            (source_language, target_language, rows.to_json(rule)),
        )

    def remove_ignore_rule(
        self, source_language: str, target_language: str, rule: Mapping[str, str]
    ) -> None:
        """Forget a rule of a language pair."""
        self._write(
            "DELETE FROM ignore_rules "
            "WHERE source_language = ? AND target_language = ? AND rule = ?",
            (source_language, target_language, rows.to_json(rule)),
        )

    def copy_to(self, path: Path) -> None:
        """Write the review as it stands now to another file, which must not exist."""
        with self._one_at_a_time, told_plainly(path):
            if path.exists():
                raise ReviewExists(f"{path} exists already. Choose another name.")
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def _write(self, sql: str, values: Sequence[Any]) -> int:
        with self.transaction():
            return self._connection.execute(sql, values).lastrowid or 0


def _is_there(path: Path) -> bool:
    with told_plainly(path):
        return path.exists()


def _connected(path: Path) -> sqlite3.Connection:
    with told_plainly(path):
        connection = sqlite3.connect(path, timeout=2.0, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            # Opening a read-only file works until something is written.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
        return connection


def _build(
    path: Path, lock: FileLock, fill: Callable[[ProjectFile], None], steps: Sequence[Step]
) -> None:
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        _migrate(connection, steps)
        project = ProjectFile(path, connection, lock)
        with project.transaction():
            fill(project)
    finally:
        connection.close()


def _bring_up_to_date(path: Path, connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version == len(steps):
        return
    connection.execute("VACUUM INTO ?", (str(_backup_name(path, version)),))
    _migrate(connection, steps)


def _migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    # Its import takes a fifth of a second, which an up-to-date file need not wait for.
    from sqlite_utils import Database

    migrate(Database(connection, execute_plugins=False), steps)


def _backup_name(path: Path, version: int) -> Path:
    name = f"{path.stem}.version-{version}"
    number = 1
    while (backup := path.with_name(f"{name}{path.suffix}")).exists():
        number += 1
        name = f"{path.stem}.version-{version}-{number}"
    return backup


def _remove(path: Path) -> None:
    for suffix in ("", *_SUFFIXES_BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a renaming in `folder` outlast a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
