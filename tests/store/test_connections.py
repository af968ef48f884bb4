"""How a connection to a review is made, what it may do, and how it is closed."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.store import connections, guard
from reviewer.store.connections import close_untouched, connected, empty_log, last_operation
from reviewer.store.errors import NameTooLong
from reviewer.store.migrations import STEPS
from reviewer.store.open_file import OpenFile
from reviewer.store.project import ProjectFile


def empty(path: Path) -> Path:
    path.touch()
    return path


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = connected(empty(tmp_path / "a.review"))
    connections.migrated(connection, STEPS)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        # What waits for the disk, what is checked, and that only the program empties the log.
        ("journal_mode", "wal"), ("wal_autocheckpoint", 0), ("foreign_keys", 1), ("synchronous", 2),
        ("busy_timeout", 2000),
        # What a file from elsewhere may not do.
        ("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0),
    ],
)  # fmt: skip
def test_what_holds_for_a_connection(
    connection: sqlite3.Connection, pragma: str, value: object
) -> None:
    guard.Guard(connection)
    connections.prepare(connection)
    assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    assert not connection.in_transaction


def test_an_open_review_has_a_connection_of_this_kind(project: ProjectFile) -> None:
    found = [
        project._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys", "trusted_schema", "journal_mode")
    ]
    assert found == [2, 1, 0, "wal"]


def test_an_empty_log_would_say_that_something_was_lost(project: ProjectFile, path: Path) -> None:
    assert path.with_name("a.review-wal").stat().st_size > 0


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        (sqlite3.SQLITE_LIMIT_LENGTH, 300 << 20),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 1),
        (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    ],
)
def test_what_a_file_may_ask_for(connection: sqlite3.Connection, limit: int, value: int) -> None:
    guard.Guard(connection)
    assert connection.getlimit(limit) == value


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python cannot set these before 3.12")
def test_what_sqlite_itself_keeps_a_file_from(connection: sqlite3.Connection) -> None:
    guard.Guard(connection)
    kinds = ("DEFENSIVE", "ENABLE_TRIGGER", "ENABLE_VIEW")
    found = [connection.getconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{kind}")) for kind in kinds]
    assert found == [True, False, False]


def test_a_statement_that_never_ends_is_ended(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_MOST_CALLS", 3)
    guard.Guard(connection)
    endless = "WITH RECURSIVE c(a) AS (SELECT 1 UNION ALL SELECT a FROM c) SELECT count(*) FROM c"
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(endless)


def test_a_connection_serves_the_thread_that_closes_a_review(
    connection: sqlite3.Connection,
) -> None:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(last_operation(connection)))
    thread.start()
    thread.join()
    assert found == [0]


def test_a_name_that_is_too_long_is_told_by_how_it_begins() -> None:
    with pytest.raises(NameTooLong, match=f"^The name {'a' * 40}… is"):
        connections.check_name(Path("a" * 300))


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (2 << 20) + 5])
def test_a_copy_without_a_name_is_the_whole_file(tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    (tmp_path / "a").write_bytes(data)
    held = OpenFile(tmp_path / "a")
    with closing(connections._without_name(held)) as copy:
        copy.seek(0)
        assert copy.read() == data
    held.close()
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def older(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as made:
        connections.migrated(made, STEPS[:version])


def test_a_review_of_today_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    older(path, len(STEPS))
    with closing(connected(path)) as opened:
        connections.bring_up_to_date(path, opened, STEPS)
    assert [one.name for one in tmp_path.iterdir()] == ["a.review"]


def test_the_older_file_is_kept_beside_the_new_one_for_its_owner(tmp_path: Path) -> None:
    for times in (1, 2, 3):
        path = tmp_path / f"{times}" / "a.review"
        path.parent.mkdir()
        for number in range(1, times):
            name = "a.version-1" if number == 1 else f"a.version-1-{number}"
            path.with_name(f"{name}.review").write_text("another")
        older(path, 1)
        before = {one.name for one in path.parent.iterdir()}
        with closing(connected(path)) as opened:
            connections.bring_up_to_date(path, opened, STEPS)
            assert opened.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        [kept] = [one for one in path.parent.iterdir() if one.name not in before]
        assert kept.name == ("a.version-1.review" if times == 1 else f"a.version-1-{times}.review")
        with closing(sqlite3.connect(kept)) as old:
            assert old.execute("PRAGMA user_version").fetchone() == (1,)
        if os.name != "nt":
            assert kept.stat().st_mode & 0o777 == 0o600


class Failing:
    """Stands for a connection whose disk has this to say."""

    def __init__(self, code: int) -> None:
        self.code = code

    def execute(self, _sql: str) -> None:
        error = sqlite3.OperationalError("it cannot be done")
        error.sqlite_errorcode = self.code
        raise error


def test_a_full_disk_keeps_the_log_and_every_other_fault_is_told() -> None:
    empty_log(Failing(sqlite3.SQLITE_FULL))  # type: ignore[arg-type]
    for code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
        with pytest.raises(sqlite3.OperationalError):
            empty_log(Failing(code))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("close", "stays"), [(close_untouched, True), (sqlite3.Connection.close, False)]
)
def test_what_is_closed_untouched_keeps_its_log(
    tmp_path: Path, close: Callable[[sqlite3.Connection], None], stays: bool
) -> None:
    path = empty(tmp_path / "a.review")
    opened = connected(path)
    connections.migrated(opened, STEPS)
    connections.prepare(opened)
    opened.execute("CREATE TABLE other (a)")
    before = path.read_bytes()
    opened.execute("BEGIN")
    if not stays:
        opened.execute("ROLLBACK")
    close(opened)
    assert (path.read_bytes() == before) is stays
    assert path.with_name("a.review-wal").exists() is stays


def test_what_may_go_wrong_in_passing_is_noted(caplog: pytest.LogCaptureFixture) -> None:
    with connections.logged("The index was not written"):
        raise OSError("no room")
    assert "The index was not written: no room" in caplog.text


def test_the_number_of_the_last_operation(connection: sqlite3.Connection) -> None:
    assert last_operation(connection) == 0
