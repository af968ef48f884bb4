"""A copy of an open review, whatever has become of its file."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from uuid import uuid4

from reviewer.domain import message
from reviewer.store import backups
from reviewer.store.errors import StoreError
from reviewer.store.held import Held
from reviewer.store.new_file import new_and_empty, remove
from reviewer.store.open_file import OpenFile


def copy_of(connection: sqlite3.Connection, held: Held | None, path: Path) -> None:
    """Write the review as it stands to `path`, from its file or from what was kept of that."""
    if held is None:
        _vacuum_into(connection, path)
        return
    try:
        held.mend_log()
        displaced = held.displaced()
        if displaced is None or not displaced.ruined:
            _vacuum_into(connection, path)
            return
    except (OSError, sqlite3.OperationalError, StoreError):
        # The drive may be dead; what we have of it is not on it.
        if held.base is None:
            raise
        remove(path)
    _rebuild(path, held)


def keep_among_backups(connection: sqlite3.Connection, held: Held) -> Path:
    """Make a backup of the review as it stands, be its file gone or destroyed; returns it."""
    building = backups.backups_folder() / f"{uuid4().hex}.review.new"
    building.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        copy_of(connection, held, building)
        copied = OpenFile(building)
        try:
            return backups.make(copied, held.real)
        finally:
            copied.close()
    finally:
        remove(building)


def _vacuum_into(connection: sqlite3.Connection, path: Path) -> None:
    new_and_empty(path)
    connection.execute("VACUUM INTO ?", (str(path),))


def _rebuild(path: Path, held: Held) -> None:
    """The review from the copy that was kept of its file, and the log since."""
    if held.base is None:
        raise StoreError(
            message(
                "{path} cannot be saved: another program has destroyed the file, and no "
                "backup could be made of it.",
                path=held.file.path,
            )
        )
    new_and_empty(path)
    with path.open("wb") as copy:
        held.base.seek(0)
        shutil.copyfileobj(held.base, copy)
    log = path.with_name(path.name + "-wal")
    if held.log_copy:
        log.write_bytes(held.log_copy.content)
    else:
        shutil.copyfile(held.log, log)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
