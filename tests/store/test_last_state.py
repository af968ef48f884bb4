"""An older state of a review, or another one, that has come to its place between two openings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer.store import backups
from reviewer.store.project import ProjectFile
from reviewer.store.records import Operation


@pytest.fixture
def path(path: Path) -> Path:
    """A closed review with one step."""
    ProjectFile.create(path, lambda project: None).close()
    done(path, "imported")
    return path


def done(path: Path, *labels: str) -> tuple[str, ...]:
    """Open a review, do these steps, close it; what was said at the opening."""
    project = ProjectFile.open(path)
    for label in labels:
        project.commit(Operation("edit", label, 1, "s1", ""))
    said = project.notices
    project.close()
    return said


def steps_in(path: Path) -> list[Operation]:
    project = ProjectFile.open(path)
    found = project.operations()
    project.close()
    return found


@pytest.mark.parametrize("steps", [1, 2])
def test_an_older_state_is_told_with_where_the_newer_is(
    path: Path, tmp_path: Path, steps: int
) -> None:
    older = shutil.copyfile(path, tmp_path / "older")
    done(path, *(f"step {number}" for number in range(steps)))
    newer = path.read_bytes()
    older.replace(path)
    [said] = done(path)
    assert f"{'one step' if steps == 1 else '2 steps'} that" in said
    kept = next(one.path for one in backups.of(path) if str(one.path) in said)
    shutil.copyfile(kept, path)
    assert len(steps_in(path)) == len(steps_of(newer, tmp_path))


def steps_of(content: bytes, folder: Path) -> list[Operation]:
    path = folder / "whole.review"
    path.write_bytes(content)
    return steps_in(path)


def test_it_is_told_once(path: Path, tmp_path: Path) -> None:
    older = shutil.copyfile(path, tmp_path / "older")
    done(path, "more")
    older.replace(path)
    assert done(path)
    assert not done(path)


def test_what_another_computer_went_on_with_is_nothing_to_tell(path: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copyfile(path, tmp_path / "elsewhere.review")
    done(elsewhere, "there", "there as well")
    elsewhere.replace(path)
    assert not done(path)


def test_what_two_computers_did_at_once_is_told(path: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copyfile(path, tmp_path / "elsewhere.review")
    done(elsewhere, "there", "there as well")
    done(path, "here")
    elsewhere.replace(path)
    [said] = done(path)
    assert "other steps are in it" in said
    kept = next(one.path for one in backups.of(path) if str(one.path) in said)
    assert [one.label for one in steps_in(kept)][-1] == "here"


def test_another_review_of_the_same_name_is_nothing_to_tell(path: Path, tmp_path: Path) -> None:
    done(path, "one", "two", "three")
    other = tmp_path / "other.review"
    ProjectFile.create(other, lambda project: None).close()
    done(other, "of the other")
    other.replace(path)
    assert not done(path)
    ProjectFile.create(path, lambda project: None, replace=True).close()
    assert not done(path, "anew")


def test_a_backup_that_was_restored_is_meant_to_be_there(path: Path) -> None:
    done(path, "one")
    done(path, "two")
    backups.restore(backups.of(path)[1].path, path)
    assert not done(path)


def test_a_restoring_that_was_killed_when_it_was_done_is_meant_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(path, "one")
    done(path, "two")

    def killed(_folder: Path) -> None:
        raise SystemExit

    monkeypatch.setattr(backups, "make_durable", killed)
    with pytest.raises(SystemExit):
        backups.restore(backups.of(path)[1].path, path)
    monkeypatch.undo()
    assert not done(path)


def test_a_copy_is_meant_to_be_there(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.review"
    project = ProjectFile.open(path)
    project.copy_to(copy)
    done(copy, "more")
    copy.unlink()
    project.copy_to(copy)
    project.close()
    assert not done(copy)


def test_a_state_that_was_put_there_while_it_was_open(path: Path, tmp_path: Path) -> None:
    older = shutil.copyfile(path, tmp_path / "older")
    project = ProjectFile.open(path)
    project.commit(Operation("edit", "kept", 1, "s1", ""))
    older.replace(path)
    project.close()
    [said] = done(path)
    assert "one step" in said


@pytest.mark.parametrize("content", ["", "[", "[]", '{"first": 1}', "[" * 100_000, "\ud800"])
def test_a_record_that_makes_no_sense_stops_nobody(path: Path, content: str) -> None:
    done(path, "more")
    record = backups.folder_of(path) / backups.LAST
    record.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert not done(path)


def test_no_record_can_be_kept(path: Path) -> None:
    place = backups.folder_of(path)
    (place / backups.LAST).unlink()
    (place / backups.LAST).mkdir()
    assert not done(path, "more")
    assert not done(path)
