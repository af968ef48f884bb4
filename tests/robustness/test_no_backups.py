"""No backup can be made or read: it is said, and what was acknowledged is kept all the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.review import Review
from reviewer.store import backups
from reviewer.store.errors import NotTheSameFile, StoreError

FROZEN = Path(__file__).parents[1] / "store" / "frozen" / "version-3.review"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody do this")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review; where the backups would lie there is a file."""
    path = tmp_path / "place" / "r.review"
    path.parent.mkdir()
    shutil.copyfile(FROZEN, path)
    shutil.rmtree(backups.backups_folder(), ignore_errors=True)
    backups.backups_folder().parent.mkdir(parents=True, exist_ok=True)
    backups.backups_folder().write_bytes(b"")
    return path


def worked_in(path: Path) -> Review:
    review = Review.open(path)
    review.comment(1, "s1", "kept")
    return review


def remark_in(path: Path) -> str:
    with Review.open(path) as review:
        return review.row(1, "s1").comment


def test_it_is_said_when_the_review_is_opened(path: Path) -> None:
    review = worked_in(path)
    [said] = review.notices
    assert said.startswith("No backup of this review can be kept: The folder ")
    assert str(backups.backups_folder()) in said
    assert review.close() is None
    assert remark_in(path) == "kept"


def taken_away(path: Path) -> None:
    shutil.copyfile(FROZEN, path.with_name("t"))
    path.with_name("t").replace(path)


def cut_off(path: Path) -> None:
    os.truncate(path, 10)


@pytest.mark.parametrize("harm", [taken_away, cut_off])
def test_a_review_that_lost_its_place_is_kept_beside_it(path: Path, harm: object) -> None:
    review = worked_in(path)
    harm(path)
    said = review.close()
    kept = path.with_name("r.kept-1.review")
    assert said.endswith(f"is kept as {kept}.")
    assert remark_in(kept) == "kept"
    assert kept.stat().st_mode & 0o077 == 0


def test_what_is_kept_takes_no_file_away(path: Path) -> None:
    there = path.with_name("r.kept-1.review")
    there.symlink_to("nothing")
    review = worked_in(path)
    taken_away(path)
    review.close()
    assert there.is_symlink()
    assert remark_in(path.with_name("r.kept-2.review")) == "kept"


def test_it_is_kept_among_temporary_files_when_its_folder_is_gone(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    review = worked_in(path)
    shutil.rmtree(path.parent)
    assert str(tmp_path / "r.kept-1.review") in review.close()
    assert remark_in(tmp_path / "r.kept-1.review") == "kept"


def test_it_is_said_when_it_can_be_kept_nowhere(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    review = worked_in(path)
    shutil.rmtree(path.parent)
    assert "could be kept nowhere" in review.close()


def test_a_command_ends_with_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(StoreError, match="could be kept nowhere"), Review.open(path):
        shutil.rmtree(path.parent)


def test_an_error_is_not_hidden_by_what_is_said_at_the_end(path: Path) -> None:
    def work() -> None:
        with Review.open(path) as review:
            taken_away(path)
            review.comment(1, "s1", "not kept")

    with pytest.raises(NotTheSameFile):
        work()


def test_that_they_cannot_be_listed_is_not_that_there_are_none(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backups", "list"]) == 2
    assert "cannot be read: Not a directory" in capsys.readouterr().err
