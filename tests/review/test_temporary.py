"""A review that cannot be written is read from a copy, which can be kept elsewhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.review import CopiedReview, Review
from reviewer.store import backups
from reviewer.store.errors import ReviewExists
from reviewer.store.lock import FileLock


@pytest.fixture
def origin(review: Review) -> Path:
    """A closed review with one comment."""
    review.comment(1, with_relation(review)[0], "before")
    review.close()
    return review.path


def with_relation(review: Review) -> list[str]:
    return [row.key for row in review.rows(1) if row.relation]


def comments(path: Path) -> list[str]:
    with Review.open(path) as review:
        return [row.comment for row in review.rows(1) if row.comment]


def test_nothing_of_a_copy_stays(origin: Path) -> None:
    with CopiedReview.of(origin) as copied:
        assert copied.copy_of == origin
        assert copied.row(1, with_relation(copied)[0]).comment == "before"
        copied.comment(1, with_relation(copied)[1], "in the copy")
        folder = copied.path.parent
    assert not folder.exists()
    assert not backups.known_of(folder / origin.name)
    assert comments(origin) == ["before"]


def test_a_copy_that_is_kept_goes_on_there(origin: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.review"
    with CopiedReview.of(origin) as copied:
        folder = copied.path.parent
        copied.keep_at(kept)
        assert not folder.exists()
        assert (copied.copy_of, copied.path) == (None, kept)
        copied.comment(1, with_relation(copied)[1], "after")
        copied.undo()
        copied.redo()
    assert comments(kept) == ["before", "after"]
    assert comments(origin) == ["before"]
    assert [path.name for path in tmp_path.glob("kept*")] == ["kept.review"]


def test_a_copy_that_cannot_be_kept_there_stays_a_copy(origin: Path, tmp_path: Path) -> None:
    before = origin.read_bytes()
    with CopiedReview.of(origin) as copied:
        with pytest.raises(ReviewExists):
            copied.keep_at(origin)
        assert copied.copy_of == origin
        copied.keep_at(tmp_path / "then.review")
    assert origin.read_bytes() == before
    assert comments(tmp_path / "then.review") == ["before"]


TRY = """
import os, sys
from pathlib import Path
from reviewer.review import open_or_copy
from reviewer.store.errors import StoreError
path = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
try:
    open_or_copy(path).close()
    print("opened")
except StoreError as error:
    print(type(error).__name__, error)
with open_or_copy(path, as_copy=True) as copied:
    print(copied.copy_of == path, [row.comment for row in copied.rows(1) if row.comment])
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has other rights")
@pytest.mark.parametrize("computer", ["", "this one", "desk-7"])
@pytest.mark.parametrize("written", ["nothing", "folder"])
def test_a_review_that_cannot_be_written_is_copied_on_demand_where_somebody_has_it_open(
    origin: Path,
    open_folder: Path,
    fresh_python: Callable[[str, Path], str],
    monkeypatch: pytest.MonkeyPatch,
    computer: str,
    written: str,
) -> None:
    path = open_folder / "a.review"
    shutil.copyfile(origin, path)
    note = path.with_name("a.review.lock")
    if computer:
        if computer != "this one":
            monkeypatch.setattr("platform.node", lambda: computer)
        FileLock(path).release(leave=True)
        note.chmod(0o444)
    path.chmod(0o444)
    if written == "folder":
        open_folder.chmod(0o777)
    monkeypatch.setenv("REVIEWER_DATA", str(open_folder / "data"))
    said, copied = fresh_python(TRY, path).splitlines()
    if computer:
        assert said.startswith("CopyOnly")
        assert note.name in said
        assert computer == "this one" or computer in said
    else:
        assert said == "opened"
    assert copied == "True ['before']"
    assert note.exists() == bool(computer)
