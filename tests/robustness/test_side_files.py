"""What lies beside a review is changed, or is another program's: no step is lost or made up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.store.errors import LostOperations, NotTheSameFile
from tests.robustness import harm

NOT_ON_WINDOWS = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody do this")

KILLED = """
import os, sys
from pathlib import Path
from reviewer.review import Review
review = Review.open(Path(sys.argv[1]))
for words in sys.stdin.read().splitlines():
    review.comment(1, "s1", words)
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "place" / "r.review"
    path.parent.mkdir()
    shutil.copyfile(harm.FROZEN, path)
    return path


def beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def killed(path: Path, *remarks: str) -> None:
    """Open it in a program of its own, which dies after these remarks."""
    subprocess.run(
        [sys.executable, "-c", KILLED, str(path)],
        input="\n".join(remarks),
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        check=False,
    )


def other_log(folder: Path) -> bytes:
    """A whole log, of a review that began as ours did: as it comes from another computer."""
    path = folder / "other.review"
    shutil.copyfile(harm.FROZEN, path)
    with Review.open(path) as review:
        harm.remark(review, "of the other")
        harm.remark(review, "of the other still")
        return beside(path, "-wal").read_bytes()


def put(path: Path, content: bytes) -> None:
    """As a program that keeps folders in step does."""
    new = path.with_name("t")
    new.write_bytes(content)
    new.replace(path)


INDEX_HARMS: dict[str, Callable[[Path, bytes], object]] = {
    "cut off": lambda index, _: os.truncate(index, 0),
    "cut": lambda index, _: os.truncate(index, 5_000),
    "zeros": lambda index, _: over(index, bytes(32_768)),
    "rubbish": lambda index, _: over(index, os.urandom(32_768)),
    "as it was": lambda index, before: over(index, before),
    "pages of the log": lambda index, _: over(index, os.urandom(8_192), 16_384),
    "removed": lambda index, _: index.unlink(),
    "replaced": lambda index, before: put(index, before),
}


def over(path: Path, content: bytes, at: int = 0) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def harm_and_go_on(path: Path, what: str, then: str) -> tuple[int, str]:
    """What is kept of a review whose index was harmed: its steps, and its remark."""
    review = Review.open(path)
    harm.remark(review, "first")
    index = beside(path, "-shm")
    before = index.read_bytes()
    harm.remark(review, "second")
    INDEX_HARMS[what](index, before)
    if then == "reading":
        assert len(review.history(1, "s1")) >= 2
    elif then == "a step":
        harm.remark(review, "third")
    elif then == "a copy":
        review.copy_to(path.with_name("copy.review"))
        assert harm.remark_in(path.with_name("copy.review")) == "second"
    review.close()
    with Review.open(path) as review:
        assert review.notices == ()
        return len(review.history(1, "s1")), review.row(1, "s1").comment


KEPT = {"a step": (4, "third"), "reading": (3, "second"), "a copy": (3, "second")}
"""One of the steps was there before."""


@NOT_ON_WINDOWS
@pytest.mark.parametrize("then", ["reading", "a step", "a copy", "closing"])
@pytest.mark.parametrize("what", [harm for harm in INDEX_HARMS if not harm.startswith("cut")])
def test_the_index_of_the_log_is_changed_under_the_program(
    path: Path, what: str, then: str
) -> None:
    assert harm_and_go_on(path, what, then) == KEPT.get(then, (3, "second"))


CUT_OFF = """
import sys
from pathlib import Path
from tests.robustness import test_side_files as this
print(*this.harm_and_go_on(Path(sys.argv[1]), *sys.argv[2:]))
"""


@NOT_ON_WINDOWS
@pytest.mark.parametrize(
    ("what", "then"), [("cut off", "reading"), ("cut", "a step"), ("cut off", "closing")]
)
def test_the_index_of_the_log_is_cut_off_under_the_program(
    path: Path, what: str, then: str
) -> None:
    # In a program of its own: the system ends one that reads where there is no file any more.
    ended = subprocess.run(
        [sys.executable, "-c", CUT_OFF, str(path), what, then],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
    )
    steps, said = KEPT.get(then, (3, "second"))
    assert (ended.returncode, ended.stdout) == (0, f"{steps} {said}\n"), ended.stderr


@NOT_ON_WINDOWS
@pytest.mark.parametrize("file", ["", "-wal"])
@pytest.mark.parametrize("next_step", [True, False])
def test_a_file_written_over_with_its_size_and_time_kept(
    path: Path, file: str, next_step: bool
) -> None:
    review = Review.open(path)
    harm.remark(review, "first")
    harm.remark(review, "second")
    one = beside(path, file)
    content, times = bytearray(one.read_bytes()), one.stat()
    content[len(content) // 2] ^= 1
    over(one, bytes(content))
    os.utime(one, ns=(times.st_atime_ns, times.st_mtime_ns))
    if not file:
        with pytest.raises(NotTheSameFile):
            harm.remark(review, "third")
        review.copy_to(path.with_name("copy.review"))
        review.close()
        assert harm.remark_in(path.with_name("copy.review")) == "second"
        return
    if next_step:
        harm.remark(review, "third")
    review.close()
    assert harm.remark_in(path) == ("third" if next_step else "second")


@NOT_ON_WINDOWS
@pytest.mark.parametrize("whose", ["its own, older", "another review's"])
@pytest.mark.parametrize("next_step", [True, False])
def test_another_log_is_put_in_the_place_of_the_one_in_use(
    path: Path, tmp_path: Path, whose: str, next_step: bool
) -> None:
    review = Review.open(path)
    harm.remark(review, "first")
    log = beside(path, "-wal")
    older = log.read_bytes()
    harm.remark(review, "second")
    put(log, older if whose == "its own, older" else other_log(tmp_path))
    if next_step:
        harm.remark(review, "third")
    review.close()
    assert harm.remark_in(path) == ("third" if next_step else "second")


@pytest.mark.parametrize("note", [True, False])
@pytest.mark.parametrize("whose", ["its own, older", "another review's"])
def test_another_log_beside_a_review_that_was_not_closed(
    path: Path, tmp_path: Path, whose: str, note: bool
) -> None:
    killed(path, "before")
    older = beside(path, "-wal").read_bytes()
    killed(path, "first", "second")
    log = beside(path, "-wal")
    log.write_bytes(older if whose == "its own, older" else other_log(tmp_path))
    if not note:
        beside(path, ".lock").unlink()
    content, other = path.read_bytes(), log.read_bytes()
    with pytest.raises(LostOperations, match="belongs to another review or state") as caught:
        Review.open(path)
    assert caught.value.missing == (2 if note else None)
    assert (path.read_bytes(), log.read_bytes()) == (content, other)
    with Review.open(path, accept_losses=True) as review:
        assert review.row(1, "s1").comment == "before"
        assert [beside(path, "-wal.damaged-1").name in one for one in review.notices] == [True]
    assert beside(path, "-wal.damaged-1").read_bytes() == other


def test_a_log_that_was_begun_anew_is_our_own(path: Path) -> None:
    killed(path, *("x" * 100_000 for _ in range(60)))
    assert beside(path, "-wal").stat().st_size < 5_000_000
    assert len(harm.remark_in(path)) == 100_000


def renamed_and_another_put_there(path: Path) -> Path:
    killed(path, "kept")
    moved = path.with_name("moved.review")
    path.rename(moved)
    shutil.copyfile(harm.FROZEN, path)
    return moved


@NOT_ON_WINDOWS
@pytest.mark.parametrize("first", ["the other", "ours"])
def test_a_log_is_found_whose_name_another_review_has_by_now(path: Path, first: str) -> None:
    moved = renamed_and_another_put_there(path)
    if first == "the other":
        assert harm.remark_in(path) == ""
    assert harm.remark_in(moved) == "kept"
    assert harm.remark_in(path) == ""


@NOT_ON_WINDOWS
def test_going_on_where_the_log_of_another_review_lies(path: Path, tmp_path: Path) -> None:
    review = Review.open(path)
    harm.remark(review, "first")
    moved = path.with_name("moved.review")
    beside(moved, "-wal").write_bytes(other_log(tmp_path))
    path.rename(moved)
    with pytest.raises(NotTheSameFile):
        harm.remark(review, "not kept")
    review.go_on_in_moved_file()
    harm.remark(review, "second")
    review.close()
    assert harm.remark_in(moved) == "second"
    assert beside(moved, "-wal.kept-1").exists()


@NOT_ON_WINDOWS
def test_two_open_reviews_change_their_names(path: Path) -> None:
    names = {"one": path, "two": path.with_name("two.review")}
    shutil.copyfile(path, names["two"])
    reviews = {name: Review.open(of) for name, of in names.items()}
    for name, review in reviews.items():
        harm.remark(review, f"{name} before")
    path.rename(path.with_name("t"))
    names["two"].rename(path)
    path.with_name("t").rename(names["two"])
    for name, review in reviews.items():
        with pytest.raises(NotTheSameFile):
            harm.remark(review, "not kept")
        review.go_on_in_moved_file()
        harm.remark(review, f"{name} after")
    for review in reviews.values():
        review.close()
    assert harm.remark_in(path) == "two after"
    assert harm.remark_in(names["two"]) == "one after"


@NOT_ON_WINDOWS
def test_a_file_that_was_away_and_is_back(path: Path) -> None:
    review = Review.open(path)
    away = path.with_name("away")
    for number in range(3):
        harm.remark(review, f"before {number}")
        path.rename(away)
        with pytest.raises(NotTheSameFile):
            harm.remark(review, "not kept")
        away.rename(path)
        harm.remark(review, f"after {number}")
        os.utime(beside(path, "-wal"))
        harm.remark(review, f"and on {number}")
    review.copy_to(path.with_name("copy.review"))
    review.close()
    assert harm.remark_in(path) == harm.remark_in(path.with_name("copy.review")) == "and on 2"


@NOT_ON_WINDOWS
@pytest.mark.parametrize("state", ["closed", "killed"])
@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nothing"])
def test_what_is_no_file_lies_beside(path: Path, suffix: str, kind: str, state: str) -> None:
    if state == "killed":
        killed(path, "kept")
    odd = beside(path, suffix)
    odd.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "folder":
        odd.mkdir()
    else:
        odd.symlink_to(path.with_name("nothing"))
    if (state, suffix) == ("killed", "-wal"):
        with pytest.raises(LostOperations, match="1 of the last step"):
            Review.open(path)
        Review.open(path, accept_losses=True).close()
    else:
        assert harm.remark_in(path) == ("kept" if state == "killed" else "")
    assert os.path.lexists(f"{odd}.kept-1")
    assert not path.with_name("nothing").exists()
