"""Which values each field of a review may hold, what each damaged byte of a log is taken for, and
as what each error of SQLite and of the system is told.

`held_fields.txt` has every field with values at and beside every limit. After a change on purpose:
HELD=write pytest tests/store/test_held_fields.py
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from reviewer.store import header, validation, wal
from reviewer.store.errors import StoreError, told_plainly
from reviewer.store.schema import APPLICATION_ID

FROZEN = Path(__file__).with_name("frozen")
TABLE = Path(__file__).with_name("held_fields.txt")

VALUES = (
    *(None, -2, -1, 0, 1, 2, 3, 100_000, 100_001, 1 << 31, (1 << 31) + 1, 0.5, 1.0, 1.5, -0.1),
    *(9.9e14, 1e15, -1e15, "", " ", "x", "x y", b"", b"x", "edit", "dismiss", "dismissed"),
    *("aligned", "major", "heading", "title", "body", "accepted", "1", "missing", "[]"),
)
TABLES = (
    *("documents", "operations", "segments", "beads", "findings", "decisions"),
    *("back_translations", "ignore_rules", "settings"),
)


def told_fields(path: Path) -> Iterator[str]:
    path.write_bytes((FROZEN / "version-2.review").read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table in TABLES:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            row = connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone() or (1,) * len(
                names
            )
            for version in (2, 3) if table == "operations" else (3,):
                condition = validation.condition(table, version)
                if "author" in condition and "author" not in names:
                    names, row = [*names, "author"], (*row, "")
                for at, name in enumerate(names):
                    holds = []
                    for value in VALUES:
                        fields = ", ".join(f"? AS {one}" for one in names)
                        values = (*row[:at], value, *row[at + 1 :])
                        asked = f"SELECT {condition} FROM (SELECT {fields})"
                        [said] = connection.execute(asked, values).fetchone()
                        holds += [repr(value)] if said else []
                    yield f"{table}.{name} {version} | {' '.join(holds)}"


def a_log(path: Path) -> bytes:
    """The log of a small database after three steps."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA page_size = 512")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE a (b)")
    for number in range(2):
        connection.execute("INSERT INTO a VALUES (?)", (number,))
    data = path.with_name(f"{path.name}-wal").read_bytes()
    connection.close()
    return data


def told_logs(path: Path) -> Iterator[str]:
    data = a_log(path)
    log = path.with_name("log")
    for size in (0, 1, 31, 32, 33, 500, 567, 568, 569, len(data) - 1, len(data)):
        log.write_bytes(data[:size])
        told = wal.read(log)
        yield f"log of {size} | {told} {wal.begins_well(log)} {bool(wal.mark_at(log))}"
    for at in (
        *range(32),
        *range(32, 57),
        80,
        567,
        568,
        570,
        575,
        600,
        len(data) - 540,
        len(data) - 1,
    ):
        changed = bytearray(data)
        changed[at] ^= 1
        log.write_bytes(changed)
        yield f"log changed at {at} | {wal.read(log)} {wal.mark_of(bytes(changed)) != ''}"
    mark = wal.mark_of(data)
    for step in (-1, 0, 1, 2):
        salt = (int(mark[8:16], 16) + step) & 0xFFFFFFFF
        yield f"follows {step} | {wal.follows(f'{mark[:8]}{salt:08x}{mark[16:]}', mark)}"
    yield f"follows the last | {wal.follows('0' * 24, '0' * 8 + 'f' * 8 + '0' * 8)}"
    yield f"no log | {wal.read(path.with_name('none'))} {wal.read(path.parent)}"


def told_left_over(path: Path) -> Iterator[str]:
    """What lies beside a review that was being opened, and goes."""
    journal, index = path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-shm")
    known = bytes.fromhex("d9d505f920a163d7")
    longest = 512 + 2 * (65_536 + 8)
    for begin in (b"", known, bytes(8), b"x" * 8, known[:7]):
        for size in (len(begin), 512, longest, longest + 1):
            journal.write_bytes(begin.ljust(size, b"\1" if begin else b"\0"))
            wal.remove_of_an_opening(path)
            yield f"journal {begin.hex()} {size} | {journal.exists()}"
    for size in (0, 1, 32_767, 32_768, 32_769):
        index.write_bytes(bytes(size))
        wal.remove_of_an_opening(path)
        yield f"index {size} | {index.exists()}"


def told_headers(path: Path) -> Iterator[str]:
    for size in (0, 16, 99, 100, 101):
        for start in (b"SQLite format 3\0", b"SQLite format 4\0"):
            for application in (APPLICATION_ID, APPLICATION_ID + 1):
                for version in (0, 2, 3, 4):
                    made = bytearray(start.ljust(200, b"\0"))
                    made[60:64] = version.to_bytes(4, "big")
                    made[68:72] = application.to_bytes(4, "big")
                    asked = (size, start[14:15], application - APPLICATION_ID, version)
                    check = partial(header.check, bytes(made[:size]), path, 3)
                    yield f"header {asked} | {refused(check)}"


def refused(work: Callable[[], object]) -> str:
    try:
        work()
    except StoreError as error:
        return type(error).__name__
    return ""


def told_errors(path: Path) -> Iterator[str]:
    primary = (
        *("BUSY", "LOCKED", "READONLY", "CANTOPEN", "PERM", "FULL", "NOTADB", "INTERRUPT"),
        *("IOERR", "CORRUPT", "ERROR", "TOOBIG", "NOMEM", "AUTH", "SCHEMA", "MISMATCH"),
    )
    for name in primary:
        for more in (0, 1 << 8, 9 << 8):
            error = sqlite3.OperationalError("it failed")
            error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{name}") + more
            yield f"sqlite {name} {more} | {told(error, path)}"
    yield f"sqlite without a code | {told(sqlite3.DatabaseError('it failed'), path)}"
    for number in (
        "ENOSPC",
        "EDQUOT",
        "EFBIG",
        "EACCES",
        "EPERM",
        "EROFS",
        "EIO",
        "ENOENT",
        "EBUSY",
    ):
        yield f"system {number} | {told(OSError(getattr(errno, number), 'no'), path)}"
    yield f"text | {told(UnicodeDecodeError('utf-8', b'x', 0, 1, 'no'), path)}"
    yield f"half | {told(UnicodeEncodeError('utf-8', chr(0xD83D), 0, 1, 'no'), path)}"


def told(error: Exception, path: Path) -> str:
    try:
        with told_plainly(path):
            raise error
    except StoreError as found:
        return f"{type(found).__name__}: {str(found).replace(str(path), 'PATH')}"


def test_they_are_told_as_before(tmp_path: Path) -> None:
    found = [
        *told_fields(tmp_path / "fields.review"), *told_logs(tmp_path / "log.db"),
        *told_left_over(tmp_path / "left.review"), *told_headers(tmp_path / "h.review"),
        *told_errors(tmp_path / "e.review"),
    ]  # fmt: skip
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
