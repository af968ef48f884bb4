"""`reviewer backups` lists and restores what the program has kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.review import Review

FROZEN = Path(__file__).parents[1] / "store" / "frozen" / "version-2.review"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.review"
    shutil.copyfile(FROZEN, path)
    with Review.open(path) as review:
        review.comment(1, "s1", "kept")
    Review.open(path).close()
    return path


def test_a_damaged_review_is_brought_back(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(path.read_bytes()[:20_000])
    assert main(["export", str(path)]) == 2
    backup = capsys.readouterr().err.split(": ")[-1].strip()
    assert main(["backups", "list", str(path)]) == 0
    listed = capsys.readouterr().out
    assert backup in listed
    assert listed.count(str(path)) == 2
    assert main(["backups", "restore", backup]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == str(path)
    assert "is kept as" in told[1]
    with Review.open(path) as review:
        assert review.row(1, "s1").comment == "kept"


def test_a_backup_can_be_put_elsewhere(path: Path, tmp_path: Path) -> None:
    from reviewer.store import backups

    first = backups.of(path)[-1].path
    assert main(["backups", "restore", str(first), "--to", str(tmp_path / "b.review")]) == 0
    with Review.open(tmp_path / "b.review") as review:
        assert review.row(1, "s1").comment == ""


def test_only_a_backup_is_restored(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert main(["backups", "restore", str(FROZEN), "--to", str(path)]) == 2
    assert "none of the backups" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_there_may_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backups", "list", str(tmp_path / "none.review")]) == 0
    assert "no backups" in capsys.readouterr().out
