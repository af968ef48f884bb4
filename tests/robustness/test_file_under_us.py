"""The file is replaced, moved or destroyed while its review is open: nothing is lost unsaid."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.store import backups
from reviewer.store.errors import (
    NameTooLong,
    NotTheSameFile,
    OpenElsewhere,
    ReviewInUse,
    StoreError,
)

FROZEN = Path(__file__).parents[1] / "store" / "frozen"
NOT_ON_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody do this")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "place" / "r.review"
    path.parent.mkdir()
    shutil.copyfile(FROZEN / "version-3.review", path)
    return path


def remark(review: Review, text: str) -> None:
    review.comment(1, "s1", text)


def remark_in(path: Path) -> str:
    with Review.open(path) as review:
        return review.row(1, "s1").comment


def replaced(path: Path) -> None:
    """As a program that keeps folders in step does."""
    newer = path.with_name("t")
    shutil.copyfile(FROZEN / "version-3.review", newer)
    newer.replace(path)


def made_a_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(FROZEN / "version-3.review")


def overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    with path.open("r+b") as file:
        file.write(content)


HARMS: dict[str, tuple[Callable[[Path], object], str]] = {
    "replaced": (replaced, "replaced"),
    "by a link": (made_a_link, "replaced"),
    "by a folder": (lambda path: (path.unlink(), path.mkdir()), "folder"),
    "by a pipe": (lambda path: (path.unlink(), os.mkfifo(path)), "pipe"),
    "by a device": (lambda path: (path.unlink(), path.symlink_to(os.devnull)), "device"),
    "by a link to nothing": (
        lambda path: (path.unlink(), path.symlink_to(path.with_name("nowhere"))),
        "dead link",
    ),
    "by a link to itself": (lambda path: (path.unlink(), path.symlink_to(path)), "dead link"),
    "removed": (lambda path: path.unlink(), "removed"),
    "one of its names": (
        lambda path: (os.link(path, path.parent.parent / "other"), path.unlink()),
        "removed",
    ),
    "renamed": (lambda path: path.rename(path.with_name("moved.review")), "renamed"),
    "to another folder": (lambda path: path.rename(path.parent.parent / "m.review"), "renamed"),
    "with its folder": (lambda path: path.parent.rename(path.parent.with_name("b")), "renamed"),
    "emptied": (lambda path: os.truncate(path, 0), "cut off"),
    "cut": (lambda path: os.truncate(path, 40_000), "cut off"),
    "made longer": (lambda path: os.truncate(path, 400_000), "overwritten"),
    "overwritten": (overwritten, "overwritten"),
}


@NOT_ON_WINDOWS
@pytest.mark.parametrize(("harm", "what"), HARMS.values(), ids=HARMS)
def test_the_next_step_says_so_and_all_before_can_be_saved(
    path: Path, tmp_path: Path, harm: Callable[[Path], object], what: str
) -> None:
    review = Review.open(path)
    remark(review, "kept")
    harm(path)
    there = path.read_bytes() if path.is_file() else None
    for _ in range(2):
        with pytest.raises(NotTheSameFile, match="under another name") as caught:
            remark(review, "not kept")
        assert caught.value.what == what
    assert review.row(1, "s1").comment == "kept"
    review.copy_to(tmp_path / "saved.review")
    assert remark_in(tmp_path / "saved.review") == "kept"
    review.close()
    assert (path.read_bytes() if path.is_file() else None) == there
    if path.parent.is_dir():
        assert {one.name for one in path.parent.iterdir()} <= {"r.review", "moved.review"}
    if what != "renamed":
        assert remark_in(backups.of(path)[0].path) == "kept"


@NOT_ON_WINDOWS
@pytest.mark.parametrize("name", ["moved.review", "elsewhere/r.review"])
def test_work_goes_on_in_a_file_that_was_moved(path: Path, name: str) -> None:
    moved = path.with_name(name.split("/")[0]) / "r.review" if "/" in name else path.parent / name
    moved.parent.mkdir(exist_ok=True)
    review = Review.open(path)
    remark(review, "before")
    path.rename(moved)
    with pytest.raises(NotTheSameFile) as caught:
        remark(review, "between")
    assert caught.value.moved_to == moved
    assert review.go_on_in_moved_file() == moved == review.path
    remark(review, "after")
    review.close()
    assert remark_in(moved) == "after"
    assert not list(path.parent.glob("*.lock"))
    assert not list(path.parent.glob("*-wal"))


def test_there_is_nowhere_to_go_on_when_the_file_was_deleted(path: Path) -> None:
    review = Review.open(path)
    path.unlink()
    with pytest.raises(StoreError, match="not there any more"):
        review.go_on_in_moved_file()
    review.close()


RENAME_AND_DIE = """
import os, sys
from pathlib import Path
from reviewer.domain import ReviewerError
from reviewer.review import Review
path = Path(sys.argv[1])
review = Review.open(path)
review.comment(1, "s1", "kept")
path.rename(path.with_name("moved.review"))
if sys.argv[2] == "tried":
    try:
        review.comment(1, "s1", "not kept")
    except ReviewerError:
        pass
os._exit(9)
"""


@NOT_ON_WINDOWS
@pytest.mark.parametrize("tried", ["tried", "at once"])
def test_a_file_that_was_renamed_before_a_crash_has_everything(path: Path, tried: str) -> None:
    subprocess.run(
        [sys.executable, "-c", RENAME_AND_DIE, str(path), tried],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        check=False,
    )
    moved = path.with_name("moved.review")
    assert remark_in(moved) == "kept"
    assert {one.name for one in path.parent.iterdir()} == {"moved.review"}


@NOT_ON_WINDOWS
def test_a_log_that_is_deleted_under_the_program_costs_nothing(path: Path, tmp_path: Path) -> None:
    review = Review.open(path)
    remark(review, "first")
    Path(f"{path}-wal").unlink()
    remark(review, "second")
    for one in path.parent.iterdir():
        shutil.copyfile(one, tmp_path / one.name)
    review.close()
    assert remark_in(path) == remark_in(tmp_path / "r.review") == "second"


def written_over(log: Path) -> None:
    with log.open("r+b") as file:
        file.write(os.urandom(5_000))


def one_bit_over(log: Path) -> None:
    content = bytearray(log.read_bytes())
    content[-100] ^= 1
    with log.open("r+b") as file:
        file.write(content)


def cut_off(log: Path) -> None:
    os.truncate(log, 100)


def emptied(log: Path) -> None:
    os.truncate(log, 0)


def made_longer(log: Path) -> None:
    with log.open("ab") as file:
        file.write(log.read_bytes())


@NOT_ON_WINDOWS
@pytest.mark.parametrize("harm", [written_over, one_bit_over, cut_off, emptied, made_longer])
@pytest.mark.parametrize("next_step", [True, False])
def test_a_log_that_is_changed_in_place_is_put_right(
    path: Path, tmp_path: Path, harm: Callable[[Path], None], next_step: bool
) -> None:
    review = Review.open(path)
    remark(review, "first")
    remark(review, "second")
    harm(Path(f"{path}-wal"))
    if next_step:
        remark(review, "third")
    review.copy_to(tmp_path / "copy.review")
    review.close()
    said = "third" if next_step else "second"
    assert remark_in(path) == remark_in(tmp_path / "copy.review") == said
    assert {one.name for one in path.parent.iterdir()} == {"r.review"}


@NOT_ON_WINDOWS
@pytest.mark.parametrize("harm", [written_over, one_bit_over, cut_off, emptied, made_longer])
def test_a_log_that_is_changed_during_a_step_is_put_right(
    path: Path, harm: Callable[[Path], None]
) -> None:
    """What is added to it then makes it look like ours."""
    review = Review.open(path)
    remark(review, "first")
    with review._runner.project.transaction():
        remark(review, "second")
        harm(Path(f"{path}-wal"))
    review.close()
    assert remark_in(path) == "second"


def test_a_log_that_is_changed_in_place_again_and_again(path: Path) -> None:
    with Review.open(path) as review:
        for number in range(20):
            remark(review, f"remark {number}")
            cut_off(Path(f"{path}-wal"))
    assert remark_in(path) == "remark 19"


def test_a_file_that_was_only_touched_is_the_same(path: Path) -> None:
    with Review.open(path) as review:
        os.utime(path, (1, 1))
        remark(review, "kept")
    assert remark_in(path) == "kept"


@pytest.mark.parametrize(
    "name", ["link.review", "hard.review", "../place/r.review", "way/r.review"]
)
def test_one_file_is_open_once_whatever_it_is_called(path: Path, name: str) -> None:
    (path.parent / "link.review").symlink_to("r.review")
    os.link(path, path.parent / "hard.review")
    (path.parent / "way").symlink_to(path.parent)
    other = path.parent / name
    with Review.open(path):
        with pytest.raises(ReviewInUse):
            Review.open(other)
        said = subprocess.run(
            [sys.executable, "-m", "reviewer", "export", str(other)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
        )
        assert said.returncode == 2
        assert "is open in another window" in said.stderr
    Review.open(other).close()


@pytest.mark.parametrize("kind", ["text", "empty", "folder", "dangling link", "link"])
def test_a_lock_file_that_is_not_ours_stays(path: Path, kind: str) -> None:
    lock, target = path.with_name("r.review.lock"), path.with_name("target")
    if kind == "text":
        lock.write_text("mine")
    elif kind == "empty":
        lock.touch()
    elif kind == "folder":
        lock.mkdir()
    else:
        lock.symlink_to(target)
        if kind == "link":
            target.write_text("mine")
    with Review.open(path) as review:
        remark(review, "kept")
    assert os.path.lexists(lock)
    assert kind != "text" or lock.read_text() == "mine"
    assert target.exists() == (kind == "link")
    assert remark_in(path) == "kept"


def test_a_lock_of_another_computer_is_told_with_its_name_and_age(path: Path) -> None:
    review = Review.open(path)
    lock = path.with_name("r.review.lock")
    left = lock.read_text()
    review.close()
    import platform

    lock.write_text(left.replace(f'"{platform.node()}"', '"desk-7"'))
    os.utime(lock, (1_000_000_000, 1_000_000_000))
    with pytest.raises(OpenElsewhere, match=r"desk-7 .*\d+ days ago"):
        Review.open(path)
    assert lock.exists()
    Review.open(path, take_over=True).close()
    assert not lock.exists()


def test_a_users_file_named_like_one_of_ours_stays(path: Path) -> None:
    mine = [path.with_name(name) for name in ("r.review.new", "r.review-shm", "r.review-wal")]
    for one in mine:
        one.write_text(f"{one.name} is mine")
    with Review.open(path) as review:
        remark(review, "kept")
    texts = {one.read_text() for one in path.parent.iterdir() if one.suffix != ".review"}
    assert {f"{one.name} is mine" for one in mine} <= texts
    assert remark_in(path) == "kept"


@pytest.mark.parametrize(
    "name", ["x" * 241 + ".review", "/".join(["folder" * 30] * 4) + "/a.review"]
)
def test_a_name_that_is_too_long_is_said(path: Path, tmp_path: Path, name: str) -> None:
    long = tmp_path / name
    long.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, long)
    with pytest.raises(NameTooLong, match="too long for a review"):
        Review.open(long)
    with Review.open(path) as review, pytest.raises(NameTooLong):
        review.copy_to(long.with_name("b" + long.name))


@NOT_ON_WINDOWS
def test_what_the_program_writes_is_for_its_owner_alone(path: Path, tmp_path: Path) -> None:
    with Review.open(path) as review:
        review.copy_to(tmp_path / "copy.review")
        modes = [one.stat().st_mode & 0o077 for one in path.parent.glob("*.lock")]
    modes.append((tmp_path / "copy.review").stat().st_mode & 0o077)
    for backup in backups.every():
        modes += [backup.path.stat().st_mode & 0o077, backup.path.parent.stat().st_mode & 0o077]
    assert len(modes) >= 4
    assert set(modes) == {0}
