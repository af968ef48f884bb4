"""The folder of an open review is moved away and back while somebody works in it."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.store import project
from reviewer.store.errors import NotTheSameFile, StoreError
from reviewer.store.log_copy import LogCopy
from tests.robustness import harm, moved_about

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody do this")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "place" / "r.review"
    path.parent.mkdir()
    shutil.copyfile(harm.FROZEN, path)
    return path


def folder_away_and_back(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    other = path.parent.with_name("b")
    return lambda: path.parent.rename(other), lambda: other.rename(path.parent)


def file_away_and_back(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    other = path.with_name("b.review")
    return lambda: path.rename(other), lambda: other.rename(path)


def replaced_and_back(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """A copy takes the place of the folder for a while, as a program makes it that keeps folders
    in step."""
    other, copy = path.parent.with_name("b"), path.parent.with_name("c")

    def away() -> None:
        shutil.copytree(path.parent, copy)
        path.parent.rename(other)
        copy.rename(path.parent)

    def back() -> None:
        path.parent.rename(copy)
        other.rename(path.parent)

    return away, back


@pytest.mark.parametrize("way", [folder_away_and_back, file_away_and_back, replaced_and_back])
@pytest.mark.parametrize("tried", [True, False])
@pytest.mark.parametrize("steps", [1, 30])
def test_what_is_moved_away_during_a_step_and_back_again(
    path: Path,
    way: Callable[[Path], tuple[Callable[[], object], Callable[[], object]]],
    tried: bool,
    steps: int,
) -> None:
    """The step is in the file, wherever that is by then: it is done, and the next one is told."""
    review = Review.open(path)
    away, back = way(path)
    for number in range(steps):
        harm.remark(review, f"before {number}")
    with review._runner.project.transaction():
        harm.remark(review, "during")
        away()
    assert review.row(1, "s1").comment == "during"
    if tried:
        with pytest.raises(NotTheSameFile):
            harm.remark(review, "not kept")
    back()
    assert review.row(1, "s1").comment == "during"
    harm.remark(review, "after")
    review.close()
    assert harm.remark_in(path) == "after"
    with Review.open(path) as again:
        said = []
        while step := again.undo_step:
            said.append(step)
            again.undo()
    assert len(said) >= steps + 2
    assert {one.name for one in path.parent.iterdir()} == {"r.review"}


def test_nothing_is_written_into_a_copy_that_took_the_place_of_the_folder(path: Path) -> None:
    review = Review.open(path)
    harm.remark(review, "first")
    away, back = replaced_and_back(path)
    with review._runner.project.transaction():
        harm.remark(review, "second")
        away()
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    with pytest.raises(NotTheSameFile, match="taken the place"):
        harm.remark(review, "third")
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before
    back()
    review.close()
    assert harm.remark_in(path) == "second"


def test_going_on_in_a_folder_that_was_renamed_leaves_nothing_beside(path: Path) -> None:
    review = Review.open(path)
    harm.remark(review, "before")
    path.parent.rename(path.parent.with_name("b"))
    with pytest.raises(NotTheSameFile):
        harm.remark(review, "between")
    moved = review.go_on_in_moved_file()
    harm.remark(review, "after")
    review.close()
    assert {one.name for one in moved.parent.iterdir()} == {"r.review"}
    assert harm.remark_in(moved) == "after"


def test_what_moves_again_before_it_can_be_gone_on_with_is_still_all_there(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is back when the program looks for the file where it was told that it is."""
    review = Review.open(path)
    harm.remark(review, "before")
    away, back = folder_away_and_back(path)
    away()
    with pytest.raises(NotTheSameFile) as caught:
        harm.remark(review, "between")
    moved = caught.value.moved_to
    monkeypatch.setattr(type(review._runner.project._held.file), "moved_to", lambda _: moved)
    back()
    with pytest.raises(StoreError):
        review.go_on_in_moved_file()
    monkeypatch.undo()
    assert not path.parent.with_name("b").exists()
    assert review.row(1, "s1").comment == "before"
    review.copy_to(tmp_path / "saved.review")
    assert harm.remark_in(tmp_path / "saved.review") == "before"
    harm.remark(review, "after")
    review.close()
    assert harm.remark_in(path) == "after"
    assert {one.name for one in path.parent.iterdir()} == {"r.review"}


@pytest.mark.parametrize("moved", [False, True])
def test_a_program_that_reads_in_a_review_that_is_closed_costs_nothing(
    path: Path, moved: bool
) -> None:
    """What it has not let us bring into the file stays in the log."""
    review = Review.open(path)
    harm.remark(review, "before")
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM operations").fetchone()
    harm.remark(review, "after")
    if moved:
        path.rename(path.with_name("b.review"))
    review.close()
    reader.close()
    assert harm.remark_in(path.with_name("b.review") if moved else path) == "after"


def test_a_log_that_cannot_be_begun_anew_is_begun_before_the_next_step(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that is full just then."""
    monkeypatch.setattr(project, "_LONGEST_LOG", 0)
    review = Review.open(path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patched:
        patched.setattr(LogCopy, "took", full)
        harm.remark(review, "first")
        with pytest.raises(StoreError, match="no room"):
            harm.remark(review, "second")
    harm.remark(review, "third")
    review.close()
    assert harm.remark_in(path) == "third"


def test_it_is_moved_about_at_random_moments(tmp_path: Path) -> None:
    ended = subprocess.run(
        [*moved_about.PROGRAM, str(tmp_path), "8"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert len(lines) == 8
    assert [line for line in lines if not line.endswith(": ")] == []


GO_ON_AND_DIE = """
import os, sys
from pathlib import Path
from reviewer.domain import ReviewerError
from reviewer.review import Review
from reviewer.store import connections
from reviewer.store.held import Held
die = lambda *_, **__: os._exit(9)
path = Path(sys.argv[1])
review = Review.open(path)
review.comment(1, "s1", "kept")
path.rename(path.with_name("moved.review"))
if sys.argv[2] == "closing":
    Held.let_go = die
    review.close()
try:
    review.comment(1, "s1", "not kept")
except ReviewerError:
    pass
setattr(connections, {"connecting": "connected", "beginning": "begin"}[sys.argv[2]], die)
review.go_on_in_moved_file()
"""


@pytest.mark.parametrize("moment", ["connecting", "beginning", "closing"])
def test_a_program_that_ends_while_it_takes_up_a_moved_file_loses_nothing(
    path: Path, moment: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", GO_ON_AND_DIE, str(path), moment],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        check=False,
    )
    assert ended.returncode == 9
    with Review.open(path.with_name("moved.review")) as review:
        assert review.row(1, "s1").comment == "kept"
        assert not review.notices
