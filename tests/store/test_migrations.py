"""Older versions of the file are brought up to date, with a copy kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reviewer.store import digests
from reviewer.store.errors import NewerReview
from reviewer.store.migrations import STEPS
from reviewer.store.project import ProjectFile

if TYPE_CHECKING:
    from sqlite_utils import Database


FROZEN = Path(__file__).with_name("frozen")


def adds_a_column(database: Database) -> None:
    database.execute("ALTER TABLE settings ADD COLUMN more TEXT")


def fails_half_way(database: Database) -> None:
    database.execute("ALTER TABLE settings ADD COLUMN more TEXT")
    raise RuntimeError("half way")


@pytest.fixture
def old(path: Path, project: ProjectFile) -> Path:
    project.write_setting("x", 1)
    project.close()
    return path


def version(path: Path) -> tuple[int, list[str], list[str]]:
    """Of a file: its version, the steps recorded in it, the columns of its settings."""
    connection = sqlite3.connect(path)
    [number] = connection.execute("PRAGMA user_version").fetchone()
    steps = [
        row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")
    ]
    columns = [row[1] for row in connection.execute("PRAGMA table_info(settings)")]
    connection.close()
    return number, steps, columns


def test_a_step_is_done_once_and_recorded(old: Path) -> None:
    steps = [*STEPS, adds_a_column]
    for _ in range(2):
        project = ProjectFile.open(old, steps=steps)
        assert project.setting("x") == 1
        project.close()
    assert version(old) == (
        len(steps),
        [step.__name__ for step in steps],
        ["key", "value", "digest", "more"],
    )
    with pytest.raises(NewerReview):
        ProjectFile.open(old)


def test_the_file_as_it_was_is_kept_beside(old: Path) -> None:
    before = version(old)
    ProjectFile.open(old, steps=[*STEPS, adds_a_column]).close()
    kept = old.with_name(f"a.version-{len(STEPS)}.review")
    assert sorted(one.name for one in old.parent.iterdir()) == sorted([old.name, kept.name])
    assert version(kept) == before
    project = ProjectFile.open(kept)
    assert project.setting("x") == 1
    project.close()


def test_no_copy_is_overwritten(old: Path) -> None:
    kept = old.with_name(f"a.version-{len(STEPS)}.review")
    kept.write_text("an earlier copy")
    ProjectFile.open(old, steps=[*STEPS, adds_a_column]).close()
    assert kept.read_text() == "an earlier copy"
    assert old.with_name(f"a.version-{len(STEPS)}-2.review").exists()


def test_a_file_without_checksums_gets_them_of_all_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    path.write_bytes((FROZEN / "version-1.review").read_bytes())
    ProjectFile.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert list(digests.problems(connection)) == []
        connection.execute("UPDATE operations SET detail = 'other' WHERE id = 2")
        assert len(list(digests.problems(connection))) == 1


def test_a_step_that_fails_is_not_done_at_all(old: Path) -> None:
    before = version(old)
    with pytest.raises(RuntimeError, match="half way"):
        ProjectFile.open(old, steps=[*STEPS, fails_half_way])
    assert version(old) == before
    ProjectFile.open(old).close()
