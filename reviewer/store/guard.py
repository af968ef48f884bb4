"""What keeps a review from someone else from doing anything but being read."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reviewer.messages import message
from reviewer.store.errors import ForeignReview

if TYPE_CHECKING:
    from reviewer.store.migrations import Step

_LONGEST = 300 << 20  # bytes of one text or blob; the largest document has 100 MB
_STEPS_BETWEEN = 100_000
_MOST_CALLS = 3_000  # 300 million steps: fifty times what reading 50,000 rows takes
_HARMLESS = re.compile(r"sqlite_(autoindex_.*|stat\d)|(idx_)?_sqlite_migrations\w*")
_COMMENT = re.compile(r"--[^\n]*")


class Guard:
    """SQLite's own defences, set on one connection. See https://www.sqlite.org/security.html."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._calls = 0
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA mmap_size = 0")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM INTO needs one
        connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
        connection.set_progress_handler(self._tick, _STEPS_BETWEEN)

    def begin(self) -> None:
        """A new statement may take its time anew."""
        self._calls = 0

    def _tick(self) -> int:
        self._calls += 1
        return self._calls > _MOST_CALLS


def check_schema(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> None:
    """Raise ForeignReview unless the file has exactly the tables that `steps` make."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    wanted = _expected(tuple(steps[:version]))
    found = _schema(connection)
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            kind = (found.get(name) or wanted[name])[0]
            raise ForeignReview(
                message(
                    "{path} is no review that Reviewer has made: its {kind} “{name}” is {what}. "
                    "It was not opened. Ask for the file again where it came from.",
                    path=path,
                    kind=kind,
                    name=name,
                    what=message("not known")
                    if name not in wanted
                    else message("another one or missing"),
                )
            )


@cache
def _expected(steps: tuple[Step, ...]) -> dict[str, tuple[str, str]]:
    connection = sqlite3.connect(":memory:")
    try:
        for step in steps:
            step(cast("Any", connection))
        return _schema(connection)
    finally:
        connection.close()


def _schema(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """By name: what it is, and how it was made, without comments and white space."""
    return {
        str(name): (str(kind), "".join(_COMMENT.sub("", str(sql)).split()))
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")
        if kind not in ("table", "index") or not _HARMLESS.fullmatch(str(name))
    }
