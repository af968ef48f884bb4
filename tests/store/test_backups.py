"""Copies that the program keeps by itself."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer.store import backups
from reviewer.store.backups import ALWAYS_KEPT, MOST_BYTES, Backup, thinned
from reviewer.store.errors import DamagedReview, DiskFull, ReviewInUse, ReviewMissing
from reviewer.store.open_file import OpenFile
from reviewer.store.project import ProjectFile
from reviewer.store.records import Operation

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EDIT = Operation("edit", "Edit", 1, "s1", "what")


def kept(ages: list[timedelta], size: int = 1) -> list[timedelta]:
    made = [Backup(Path(str(age)), Path("a"), NOW - age, size) for age in sorted(ages)]
    gone = {one.path for one in thinned(made, NOW)}
    return [NOW - one.at for one in made if one.path not in gone]


def test_one_is_made_at_an_opening_when_something_has_changed(
    path: Path, project: ProjectFile
) -> None:
    project.close()
    assert len(backups.of(path)) == 1
    ProjectFile.open(path).close()
    assert len(backups.of(path)) == 1
    changed = ProjectFile.open(path)
    changed.commit(EDIT)
    changed.close()
    ProjectFile.open(path).close()
    newest, first = backups.of(path)
    assert newest.at >= first.at
    assert newest.origin == path
    assert backups.every() == [newest, first]


def test_one_is_made_whenever_much_was_done(path: Path, project: ProjectFile) -> None:
    before = len(backups.of(path))
    project.write_setting("much", "x" * 5_000_000)
    project.commit(EDIT)
    assert len(backups.of(path)) > before
    copy = ProjectFile.open(backups.of(path)[0].path)
    assert len(copy.setting("much")) == 5_000_000
    copy.close()


def test_a_backup_is_put_back_and_the_other_file_stays_beside(
    path: Path, project: ProjectFile
) -> None:
    backup = backups.of(path)[0]
    project.commit(EDIT)
    with pytest.raises(ReviewInUse):
        backups.restore(backup.path, path)
    project.close()
    aside = backups.restore(backup.path, path)
    assert aside is not None
    back, other = ProjectFile.open(path), ProjectFile.open(aside)
    assert (len(back.operations()), len(other.operations())) == (0, 1)
    back.close()
    other.close()
    path.unlink()
    assert backups.restore(backup.path, path) is None
    ProjectFile.open(path).close()


def test_a_backup_that_is_not_there(path: Path) -> None:
    with pytest.raises(ReviewMissing):
        backups.restore(path.with_name("none.review"), path)


def test_a_review_opens_without_a_folder_for_backups(path: Path, project: ProjectFile) -> None:
    project.close()
    for backup in backups.of(path):
        backup.path.unlink()
        (backup.path.parent / "origin.txt").unlink()
        backup.path.parent.rmdir()
    backups.backups_folder().rmdir()
    backups.backups_folder().write_text("not a folder")
    ProjectFile.open(path).close()


def test_the_newest_few_are_always_kept() -> None:
    seconds = [timedelta(seconds=number) for number in range(ALWAYS_KEPT + 1)]
    assert len(kept(seconds)) in (ALWAYS_KEPT, ALWAYS_KEPT + 1)
    assert kept(seconds)[:ALWAYS_KEPT] == seconds[:ALWAYS_KEPT]


def test_the_older_the_fewer() -> None:
    hours = [timedelta(minutes=10 * number) for number in range(6 * 24 * 60)]
    ages = kept(hours)
    of_a_day = [age for age in ages if age < timedelta(days=1)]
    of_a_month = [age for age in ages if timedelta(days=1) <= age < timedelta(days=30)]
    assert 24 <= len(of_a_day) <= 24 + ALWAYS_KEPT + 1
    assert 29 <= len(of_a_month) <= 31
    assert len(ages) - len(of_a_day) - len(of_a_month) <= 3


@pytest.mark.parametrize(("size", "many"), [(MOST_BYTES // 4, 4), (MOST_BYTES // 4 + 1, 3)])
def test_they_take_no_more_room_than_they_may(size: int, many: int) -> None:
    assert len(kept([timedelta(seconds=number) for number in range(9)], size)) == many


def test_two_are_kept_however_large() -> None:
    assert len(kept([timedelta(seconds=number) for number in range(9)], MOST_BYTES * 2)) == 2


def test_one_is_made_of_how_a_review_was_closed(path: Path, project: ProjectFile) -> None:
    project.commit(EDIT)
    project.close()
    newest = ProjectFile.open(backups.of(path)[0].path)
    assert len(newest.operations()) == 1
    newest.close()


def test_those_of_a_wrong_clock_hide_no_other(path: Path, project: ProjectFile) -> None:
    place = backups.of(path)[0].path.parent
    for number in range(ALWAYS_KEPT + 2):
        late = place / f"209001{number + 10}T000000000Z-{number:016x}.review"
        late.write_bytes(backups.of(path)[0].path.read_bytes())
    project.commit(EDIT)
    project.close()
    newest = backups.of(path)[0]
    assert newest.at <= datetime.now(UTC)
    copy = ProjectFile.open(newest.path)
    assert len(copy.operations()) == 1
    copy.close()


def test_the_one_just_made_is_never_thinned_out(
    path: Path, project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "MOST_BYTES", 1)
    monkeypatch.setattr(backups, "ALWAYS_KEPT", 0)
    project.commit(EDIT)
    project.close()
    held = OpenFile(path)
    made = backups.make(held, path)
    held.close()
    assert made.exists()


@pytest.mark.parametrize(("age", "stays"), [(23, True), (25, False)])
def test_what_was_left_half_made_is_removed_after_a_day(
    path: Path, project: ProjectFile, age: int, stays: bool
) -> None:
    place = backups.of(path)[0].path.parent
    name = ".reviewer-0123456789abcdef.review.new"
    left = [place / name, place / f"{name}-wal"]
    for one in left:
        one.touch(0o600)
        then = datetime.now(UTC).timestamp() - age * 3600
        os.utime(one, (then, then))
    project.commit(EDIT)
    project.close()
    assert [one.exists() for one in left] == [stays, stays]


def test_a_damaged_backup_is_not_put_back(path: Path, project: ProjectFile) -> None:
    project.commit(EDIT)
    project.close()
    backup = backups.of(path)[0].path
    content, there = bytearray(backup.read_bytes()), path.read_bytes()
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    with pytest.raises(DamagedReview, match="Choose another one"):
        backups.restore(backup, path)
    assert path.read_bytes() == there
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("links", [True, False])
def test_a_restoring_that_fails_leaves_the_review_where_it_was(
    path: Path, project: ProjectFile, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    project.commit(EDIT)
    project.close()
    there, backup = path.read_bytes(), backups.of(path)[-1].path

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", full)
    if not links:
        monkeypatch.setattr(os, "link", refused)
    with pytest.raises(DiskFull):
        backups.restore(backup, path)
    assert path.read_bytes() == there
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_backup_that_was_deleted_meanwhile_is_still_the_base(
    path: Path, tmp_path: Path, project: ProjectFile
) -> None:
    project.commit(EDIT)
    for backup in backups.of(path):
        backup.path.unlink()
    os.truncate(path, 0)
    project.copy_to(tmp_path / "saved.review")
    saved = ProjectFile.open(tmp_path / "saved.review")
    assert len(saved.operations()) == 1
    saved.close()
