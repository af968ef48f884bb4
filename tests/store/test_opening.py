"""What cannot be opened is said in plain words, and is left as it was."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.store.errors import (
    DamagedReview,
    NewerReview,
    NotAReview,
    ReviewInUse,
    ReviewMissing,
)
from reviewer.store.lock import FileLock
from reviewer.store.project import ProjectFile


def unchanged(path: Path, error: type[ReviewerError]) -> str:
    """Opening fails with `error` and writes nothing; gives back what is said."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir())
    with pytest.raises(error) as caught:
        ProjectFile.open(path)
    assert sorted(path.parent.iterdir()) == beside
    assert before is None or path.read_bytes() == before
    return str(caught.value)


def test_a_missing_file(path: Path) -> None:
    assert "no file" in unchanged(path, ReviewMissing)


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder.review"
    folder.mkdir()
    unchanged(folder, NotAReview)


@pytest.mark.parametrize("content", [b"", b"hello", b"x" * 5000, b"SQLite format 3\x00"])
def test_something_that_is_no_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is not a review" in unchanged(path, NotAReview)


def test_a_database_of_another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE documents (id)")
    connection.close()
    unchanged(path, NotAReview)


def test_a_review_of_a_newer_version(path: Path, project: ProjectFile) -> None:
    project.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "newer version" in unchanged(path, NewerReview)


def test_a_damaged_review(path: Path, project: ProjectFile) -> None:
    project.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)
    assert "is damaged" in unchanged(path, DamagedReview)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_review_that_was_cut_off_says_so_in_plain_words(
    path: Path, project: ProjectFile, share: float
) -> None:
    project.close()
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])
    said = unchanged(path, DamagedReview)
    assert "a part of it is missing" in said
    assert "malformed" not in said
    assert "+00:00" not in said


def test_a_review_that_is_open_in_this_window(path: Path, project: ProjectFile) -> None:
    with pytest.raises(ReviewInUse, match="Close it there first"):
        ProjectFile.open(path)
    project.close()
    ProjectFile.open(path).close()


HOLD = """
import sys
from pathlib import Path
from reviewer.store.project import ProjectFile
project = ProjectFile.open(Path(sys.argv[1]))
project.write_setting("x", 1)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_review_that_is_open_in_another_program_until_that_dies(
    path: Path, project: ProjectFile
) -> None:
    project.close()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        with pytest.raises(ReviewInUse):
            ProjectFile.open(path)
        other.kill()
    assert path.with_name(path.name + ".lock").exists()
    project = ProjectFile.open(path)
    assert project.setting("x") == 1
    project.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_lock_left_behind_stops_nobody(path: Path) -> None:
    path.with_name(path.name + ".lock").write_text("")
    FileLock(path).release()


TRY = """
import os, sys
from pathlib import Path
import sqlite_utils.migrations
from reviewer.store.errors import ReadOnlyPlace
from reviewer.store.project import ProjectFile
if os.getuid() == 0:
    os.setuid(65534)
for attempt in (
    lambda: ProjectFile.open(Path(sys.argv[1])),
    lambda: ProjectFile.create(Path(sys.argv[1]).with_name("new.review"), lambda project: None),
):
    try:
        attempt()
    except ReadOnlyPlace as error:
        print(error)
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has other rights")
@pytest.mark.parametrize("read_only", ["folder", "file"])
def test_a_review_that_cannot_be_written(
    open_folder: Path, fresh_python: Callable[[str, Path], str], read_only: str
) -> None:
    path = open_folder / "a.review"
    ProjectFile.create(path, lambda project: None).close()
    path.chmod(0o444)
    if read_only == "file":
        open_folder.chmod(0o777)
    before = path.read_bytes()
    said = fresh_python(TRY, path).splitlines()
    assert "read-only" in said[0]
    assert len(said) == (2 if read_only == "folder" else 1)
    assert path.read_bytes() == before
    assert not path.with_name("a.review.lock").exists()
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
