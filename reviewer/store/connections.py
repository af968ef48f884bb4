"""A connection to the file of a review: made, prepared, moved and closed."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from reviewer.messages import message
from reviewer.store import backups, opening_words, seal, wal
from reviewer.store.beside import Beside
from reviewer.store.errors import NameTooLong, NotTheSameFile
from reviewer.store.guard import Guard
from reviewer.store.held import BESIDE, Held
from reviewer.store.lock import FileLock
from reviewer.store.log_copy import LogCopy
from reviewer.store.migrations import Step, migrate
from reviewer.store.open_file import OpenFile

_LONGEST_NAME = 255 - len("-journal")
_CHUNK = 1 << 20
_LONGEST_PATH = 500  # SQLite's own limit is 512 bytes

_JOURNAL = slice(18, 20)
"""Of the header: 2 and 2 in a file with a log beside it, 1 and 1 in one that is complete. See
https://www.sqlite.org/fileformat.html#file_format_version_numbers."""

_log = logging.getLogger(__name__)


def check_name(path: Path) -> None:
    """Raise NameTooLong for a path that SQLite and its side files do not fit into."""
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise NameTooLong(
            message(
                "The name {path}… is too long for a review: at most {longest_name} "
                "bytes. Choose a shorter name.",
                path=path.name[:40],
                longest_name=_LONGEST_NAME,
            )
        )
    if len(os.fsencode(path.absolute())) > _LONGEST_PATH:
        raise NameTooLong(
            message(
                "The path of {path} is too long for a review: at most {longest_path} "
                "bytes with all its folders. Choose a folder with a shorter path.",
                path=path.name,
                longest_path=_LONGEST_PATH,
            )
        )


def connected(path: Path) -> sqlite3.Connection:
    """A connection to a review that is open, or was not closed. Makes no file where there is none
    any more."""
    if sys.platform == "win32":  # where SQLite knows no address of another computer's folder
        return sqlite3.connect(path, timeout=2.0, check_same_thread=False)
    address = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=2.0, check_same_thread=False)


def in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A connection to a copy of a review that lies on no disk."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    copy.deserialize(serialized(connection))
    return copy


def serialized(connection: sqlite3.Connection) -> bytes:
    """A review as it stands now, as the bytes of a file of its own."""
    data = bytearray(connection.serialize())
    data[_JOURNAL] = b"\x01\x01"
    return bytes(data)


def prepare(connection: sqlite3.Connection) -> None:
    """Let a connection write, and wait for the disk when it does."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # Opening a read-only file works until something is written.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def begin(connection: sqlite3.Connection, held: Held) -> None:
    """Keep a copy of the file while its log is empty, and begin a log.

    Raises sqlite3.Error, OSError or NotTheSameFile; it is to be called again then.
    """
    held.log_to_begin = True
    held.let_go_of_log()
    if held.base:
        held.base.close()
    held.base = None
    try:
        held.base = backups.make(held.file, held.real).open("rb")
    except Exception as error:  # whatever is wrong with the data folder
        _log.warning("No backup was made: %s", error)
        held.notices.append(opening_words.no_backup(error))
        with contextlib.suppress(OSError):
            held.base = _without_name(held.file)
    [version] = connection.execute("PRAGMA user_version").fetchone()
    # From now on a log that is empty or missing says that something was lost.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA user_version = {int(version)}")
    connection.execute("PRAGMA synchronous = FULL")
    held.log_key = held.beside.key("-wal")
    held.log_copy = LogCopy(held.beside)
    held.log_copy.took()
    if not wal.mark_of(held.log_copy.content):
        # SQLite has opened one in another folder, which had the name for a moment.
        raise NotTheSameFile(held.file.path, "renamed", held.file.moved_to())
    held.keep_index()
    held.sign()
    held.file.lock_again()
    held.file.wrote()
    held.log_to_begin = False


def reconnected(held: Held, path: Path) -> sqlite3.Connection:
    """A new connection to a file that is held, under the name that it has now.

    Raises sqlite3.Error, OSError or StoreError; what is held is then as it was.
    """
    check_name(path)
    before = held.beside, held.note, held.real, held.file.path, held.session
    beside = Beside(path)
    try:
        if beside.key("") != held.file.key:
            raise NotTheSameFile(path, "renamed", held.file.moved_to())
        session = seal.Session(uuid4().hex, str(path), *held.file.key)
        note = FileLock(path, session.token, take_over=True)
    except BaseException:
        beside.close()
        raise
    connection = None
    try:
        held.beside, held.note, held.real, held.session = beside, note, path, session
        held.file.path = path
        # What lies beside the new name is of another file: SQLite would take it in.
        for suffix in BESIDE:
            beside.set_aside(suffix, "kept")
        connection = connected(path)
        held.guard = Guard(connection)
        sure_of(connection, held.file)
        prepare(connection)
        if held.seal_at is not None:
            seal.open_seal(held.file, held.seal_at, session)
        note.acknowledge(last_operation(connection))
        begin(connection, held)
    except BaseException:
        if connection:
            close_untouched(connection)
        held.let_go_of_index()
        note.release(beside=beside)
        beside.close()
        held.beside, held.note, held.real, held.file.path, held.session = before
        with contextlib.suppress(OSError):
            held.file.wrote()
        raise
    before[0].close()
    return connection


def sure_of(connection: sqlite3.Connection, file: OpenFile) -> None:
    """Raise NotTheSameFile unless a new connection is one to the file that is held: the name may
    have led elsewhere for a moment."""
    last_operation(connection)  # from now on SQLite has all of its files open
    file.leads_here()


def _without_name(file: OpenFile) -> BinaryIO:
    """A copy of a file that is gone when it is closed."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115 (held as long as the review)
    for start in range(0, file.size(), _CHUNK):
        copy.write(file.read(_CHUNK, start))
    return copy


def last_operation(connection: sqlite3.Connection) -> int:
    """The number of the last operation in the file."""
    [number] = connection.execute("SELECT coalesce(max(id), 0) FROM operations").fetchone()
    return int(number)


def close_untouched(connection: sqlite3.Connection) -> None:
    """Close a connection, unless it is closed, so that neither the file nor its log is changed."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    except sqlite3.ProgrammingError:
        return
    except sqlite3.Error:
        pass
    # The flag stays until the next statement: the checkpoint that SQLite makes when the last
    # connection closes stops at it, and without the checkpoint the log is kept.
    connection.interrupt()
    connection.close()


def bring_up_to_date(path: Path, connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Run the steps that the file has not seen; a copy of it as it was is kept beside."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version == len(steps):
        return
    kept = _backup_name(path, version)
    connection.execute("VACUUM INTO ?", (str(kept),))
    kept.chmod(0o600)
    migrated(connection, steps)


def migrated(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Run the steps on a new or older file."""
    # Its import takes a fifth of a second, which an up-to-date file need not wait for.
    from sqlite_utils import Database

    migrate(Database(connection, execute_plugins=False), steps)


@contextlib.contextmanager
def logged(what: str) -> Iterator[None]:
    """Note a problem that must not keep anyone from working."""
    try:
        yield
    except Exception as error:  # whatever is wrong with the data folder
        _log.warning("%s: %s", what, error)


def emptied(connection: sqlite3.Connection) -> bool:
    """Bring the log into the file; False where another program that reads in it kept us from
    bringing all of it."""
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def empty_log(connection: sqlite3.Connection) -> None:
    """Bring the log into the file. On a full disk it stays where it is, and is read from there."""
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise


def _backup_name(path: Path, version: int) -> Path:
    name = f"{path.stem}.version-{version}"
    number = 1
    while (backup := path.with_name(f"{name}{path.suffix}")).exists():
        number += 1
        name = f"{path.stem}.version-{version}-{number}"
    return backup
