"""A program that is killed while it opens a review leaves nothing behind that asks for anybody."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.review import Review
from tests.robustness import harm

KILLED = {
    "before anything is changed": "prepare = lambda connection: os._exit(9)",
    "while the file is given a log": (
        "prepare = lambda connection: [connection.execute('BEGIN IMMEDIATE'),"
        " connection.execute('PRAGMA user_version = 3'), os._exit(9)]"
    ),
    "when the file has a log": "bring_up_to_date = lambda *_: os._exit(9)",
    "when its log has been begun": "begin = lambda *_: os._exit(9)",
}


@pytest.mark.parametrize("where", KILLED.values(), ids=KILLED)
def test_the_next_opening_takes_away_what_it_left(tmp_path: Path, where: str) -> None:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    with Review.open(path) as review:
        review.comment(1, "s1", "kept")
    program = (
        "import os, sys; from pathlib import Path; from reviewer.store import opening, project\n"
    )
    program += f"opening.{where}\nproject.ProjectFile.open(Path(sys.argv[1]))"
    ended = subprocess.run([sys.executable, "-c", program, str(path)], cwd=harm.FROZEN.parents[3])
    assert ended.returncode == 9
    with Review.open(path) as review:
        assert not review.notices
        assert review.row(1, "s1").comment == "kept"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["r.review"]


@pytest.mark.parametrize("content", [b"notes of somebody", b"x" * 200_000])
def test_what_sqlite_has_not_written_is_put_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    Review.open(path).close()
    said = '{"kind": "Reviewer lock", "session": "a", "computer": "%s", "user": "", "since": ""}'
    path.with_name("r.review.lock").write_text(f"{said % platform.node()}\n{0:20d}\n")
    path.with_name("r.review-journal").write_bytes(content)
    with Review.open(path) as review:
        assert "r.review-journal belonged" in review.notices[0]
    assert path.with_name("r.review-journal.kept-1").read_bytes() == content
