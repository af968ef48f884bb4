"""Copies of a review that were made while it was open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.review import Review
from reviewer.store.errors import DiskFull


def correct(review: Review, text: str) -> None:
    review.edit(1, review.rows(1)[0].key, text)


def text(path: Path) -> str:
    with Review.open(path) as review:
        return review.rows(1)[0].target


def test_a_copy_made_by_the_program_is_whole(project: Path, tmp_path: Path) -> None:
    with Review.open(project) as review:
        correct(review, "Zuletzt.")
        review.copy_to(tmp_path / "copy.review")
        assert text(tmp_path / "copy.review") == "Zuletzt."


def test_a_copy_of_the_one_file_opens_as_it_was_before(project: Path, tmp_path: Path) -> None:
    before = text(project)
    with Review.open(project) as review:
        correct(review, "Zuletzt.")
        shutil.copyfile(project, tmp_path / "copy.review")
    assert text(tmp_path / "copy.review") in (before, "Zuletzt.")
    assert text(project) == "Zuletzt."


def test_a_copy_with_what_lies_beside_is_whole(project: Path, tmp_path: Path) -> None:
    with Review.open(project) as review:
        correct(review, "Zuletzt.")
        for path in tmp_path.glob("bridge.review*"):
            shutil.copyfile(path, tmp_path / path.name.replace("bridge", "copy"))
    assert text(tmp_path / "copy.review") == "Zuletzt."
    assert {path.name for path in tmp_path.glob("copy.review*")} == {"copy.review"}


def test_what_lies_beside_of_another_review_does_no_harm(project: Path, tmp_path: Path) -> None:
    """As when a review is put back from a copy while the -wal of a crash still lies there."""
    kept = tmp_path / "kept.review"
    shutil.copyfile(project, kept)
    before = text(kept)
    with Review.open(project) as review:
        correct(review, "Zuletzt.")
        wal = Path(f"{project}-wal").read_bytes()
    Path(f"{kept}-wal").write_bytes(wal)
    assert text(kept) in (before, "Zuletzt.")


def test_a_file_that_a_copy_would_replace_stays_when_the_copy_fails(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Path(shutil.copyfile(project, tmp_path / "old.mail.review"))
    before = there.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise DiskFull("There is no room left.")

    monkeypatch.setattr("reviewer.store.project.made_for_mail", full)
    assert main(["pack", str(project), "--output", str(there), "--force"]) == 2
    assert there.read_bytes() == before
    monkeypatch.undo()
    assert main(["pack", str(project), "--output", str(there), "--force"]) == 0
    assert there.read_bytes() != before


def test_a_review_that_is_open_is_not_replaced_by_a_copy(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = Path(shutil.copyfile(project, tmp_path / "open.review"))
    with Review.open(there) as review:
        assert main(["pack", str(project), "--output", str(there), "--force"]) == 2
        assert "is open in another window" in capsys.readouterr().err
        correct(review, "Zuletzt.")
    assert text(there) == "Zuletzt."


def test_a_copy_goes_where_a_link_leads(project: Path, tmp_path: Path) -> None:
    there, link = tmp_path / "there.review", tmp_path / "link.review"
    shutil.copyfile(project, there)
    link.symlink_to(there)
    with Review.open(project) as review:
        correct(review, "Zuletzt.")
        review.copy_to(link, replace=True)
    assert link.is_symlink()
    assert text(there) == "Zuletzt."
