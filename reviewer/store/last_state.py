"""How far a review was when it was closed here last: an older file may take its place unseen."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from reviewer.formats.file_bytes import only_file
from reviewer.messages import Message, message, plural
from reviewer.store import backups


@dataclass(frozen=True)
class LastState:
    """The first and the last step that are in a review, by their times; `operation` is the number
    of the last."""

    first: str
    operation: int
    last: str


def state_of(connection: sqlite3.Connection) -> LastState | None:
    """What an open review is known by; None before its first step."""
    rows = connection.execute(
        "SELECT id, at FROM operations WHERE id IN "
        "(SELECT min(id) FROM operations UNION SELECT max(id) FROM operations) ORDER BY id"
    ).fetchall()
    return LastState(str(rows[0][1]), int(rows[-1][0]), str(rows[-1][1])) if rows else None


def remember(origin: Path, state: LastState, backup: Path) -> None:
    """Keep how the review at `origin` was closed, and where a copy of it lies. Raises OSError."""
    file = backups.folder_of(origin) / backups.LAST
    building = file.with_name(f"{backups.LAST}.new")
    building.unlink(missing_ok=True)
    building.write_text(json.dumps({**asdict(state), "backup": backup.name}), "utf-8")
    building.replace(file)


def forget(origin: Path) -> None:
    """What comes to `origin` next is meant to be there."""
    with suppress(OSError):
        (backups.folder_of(origin) / backups.LAST).unlink()


def told(connection: sqlite3.Connection, origin: Path) -> Message | None:
    """What to say of a review that lacks what was done in it here, in words; None of others."""
    place = backups.folder_of(origin)
    try:
        said = json.loads(only_file(place / backups.LAST).read_text("utf-8"))
        known = LastState(str(said["first"]), int(said["operation"]), str(said["last"]))
        backup = place / os.path.basename(str(said["backup"]))  # noqa: PTH119
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    found = state_of(connection)
    if found is None or found.first != known.first:
        return None
    at = connection.execute("SELECT at FROM operations WHERE id = ?", (known.operation,)).fetchone()
    if at is not None and at[0] == known.last:
        return None
    if at is None:
        what = plural(
            "{path} is older than when it was closed here last: one step that was done since is "
            "not in it.",
            "{path} is older than when it was closed here last: {n} steps that were done since "
            "are not in it.",
            known.operation - found.operation,
            path=origin,
        )
    else:
        what = message(
            "{path} is not the one that was closed here last: other steps are in it, and some of "
            "those that were done here are not.",
            path=origin,
        )
    why = message("A program that keeps folders in step may have put it there.")
    if not backup.is_file():
        return message("{what} {why}", what=what, why=why)
    kept = message("A copy of how it was closed here is kept: {backup}", backup=backup)
    return message("{what} {why} {kept}", what=what, why=why, kept=kept)
