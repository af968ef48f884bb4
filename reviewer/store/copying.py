"""A copy of an open review, whatever has become of its file."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path

from reviewer.formats.unfinished import unfinished
from reviewer.messages import Message, message
from reviewer.store import backups, opening_words
from reviewer.store.errors import StoreError
from reviewer.store.held import Held
from reviewer.store.new_file import new_and_empty, remove
from reviewer.store.open_file import OpenFile
from reviewer.store.seal import close_seal

_log = logging.getLogger(__name__)


def copy_of(connection: sqlite3.Connection, held: Held | None, path: Path) -> None:
    """Write the review as it stands to `path`, from its file or from what was kept of that."""
    if held is None or held.is_cut_off:
        _vacuum_into(connection, path)
        return
    try:
        held.mend_log()
        displaced = held.displaced()
        if displaced is None or not displaced.ruined:
            _vacuum_into(connection, path)
            return
    except (OSError, sqlite3.Error, StoreError):
        # The drive may be dead; what we have of it is not on it.
        if held.base is None:
            raise
        remove(path)
    _rebuild(path, held)


def keep_somewhere(connection: sqlite3.Connection, held: Held) -> tuple[Path, Message | None]:
    """Keep the review as it stands, be its file gone or destroyed: among the backups, or where
    none can be made beside its own path, or in the folder for temporary files.

    Returns where, and what is to be said of it when it is not among the backups. Raises the
    error of the backups when nothing can be written anywhere.
    """
    try:
        return _among_backups(connection, held), None
    except Exception as error:  # whatever is wrong there
        _log.warning("The review was not kept among the backups: %s", error)
        for folder in (held.real.parent, Path(tempfile.gettempdir())):
            with suppress(sqlite3.Error, OSError, StoreError):
                kept = _beside(connection, held, folder)
                return kept, opening_words.kept_elsewhere(held.real, kept)
        raise


def _beside(connection: sqlite3.Connection, held: Held, folder: Path) -> Path:
    number = 1
    stem = held.real.stem[:100]
    while os.path.lexists(kept := folder / f"{stem}.kept-{number}{held.real.suffix}"):
        number += 1
    try:
        copy_of(connection, held, kept)
        copied = OpenFile(kept)
        try:
            close_seal(copied)
        finally:
            copied.close()
    except BaseException:
        remove(kept)
        raise
    return kept


def _among_backups(connection: sqlite3.Connection, held: Held) -> Path:
    place = backups.backups_folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    building = unfinished(place / held.real.name, "review.new")
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
    if held.log_copy:  # without one the log had just been emptied
        log.write_bytes(held.log_copy.content)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
