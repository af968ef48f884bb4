"""What a killed program left of a file that it was making."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from reviewer.formats.atomic import write_bytes
from reviewer.formats.unfinished import remove_old, unfinished
from reviewer.review import Review

DAY = 24 * 3600
FROZEN = Path(__file__).parents[1] / "store/frozen"


def left(path: Path, *, age: float = DAY + 60, mode: int = 0o600) -> Path:
    path.write_bytes(b"private")
    path.chmod(mode)
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_a_day_later_it_is_removed(tmp_path: Path) -> None:
    part = left(unfinished(tmp_path / "a.txt", "part"))
    review = left(unfinished(tmp_path / "a.review", "review.new"))
    journal = left(review.with_name(f"{review.name}-journal"))
    remove_old(tmp_path)
    assert not any(one.exists() for one in (part, review, journal))


@pytest.mark.parametrize("age", [0, DAY - 60])
def test_what_may_still_be_written_stays(tmp_path: Path, age: float) -> None:
    part = left(unfinished(tmp_path / "a.txt", "part"), age=age)
    remove_old(tmp_path)
    assert part.exists()


@pytest.mark.parametrize(
    "name",
    [
        "a.part",
        ".0123456789abcdef.part",
        ".reviewer-0123456789abcdef.txt",
        ".reviewer-0123456789abcde.part",
        ".reviewer-0123456789abcdef.part.txt",
        "x.reviewer-0123456789abcdef.part",
        ".reviewer-notes.part",
    ],
)
def test_a_file_of_the_users_stays(tmp_path: Path, name: str) -> None:
    mine = left(tmp_path / name)
    remove_old(tmp_path)
    assert mine.exists()


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_what_others_can_read_is_not_ours(tmp_path: Path) -> None:
    shared = left(unfinished(tmp_path / "a.txt", "part"), mode=0o644)
    remove_old(tmp_path)
    assert shared.exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_and_a_folder_of_such_a_name_stay(tmp_path: Path) -> None:
    target = left(tmp_path / "mine.txt")
    link, folder = unfinished(tmp_path / "a", "part"), unfinished(tmp_path / "b", "part")
    link.symlink_to(target)
    folder.mkdir()
    os.utime(folder, (0, 0))
    remove_old(tmp_path)
    assert (link.exists(), folder.exists(), target.exists()) == (True, True, True)


def test_the_next_export_and_the_next_opening_remove_it(tmp_path: Path) -> None:
    part = left(unfinished(tmp_path / "a.txt", "part"))
    write_bytes(tmp_path / "b.txt", b"new")
    assert not part.exists()
    shutil.copyfile(next(FROZEN.glob("*.review")), tmp_path / "r.review")
    part = left(unfinished(tmp_path / "a.txt", "part"))
    Review.open(tmp_path / "r.review").close()
    assert not part.exists()
