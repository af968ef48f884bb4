"""The note beside an open review: what it says, and what it never touches."""

from __future__ import annotations

import getpass
import json
import os
import platform
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer.store import lock
from reviewer.store.errors import OpenElsewhere
from reviewer.store.lock import FileLock, Note, copy_only, read_note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


def beside(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def foreign(path: Path, computer: str = "another") -> None:
    """A note of a review that another computer has open."""
    held = FileLock(path, "theirs")
    held.acknowledge(7)
    held.release(leave=True)
    first, second = beside(path).read_text("utf-8").split("\n", 1)
    said = json.dumps(json.loads(first) | {"computer": computer})
    beside(path).write_text(f"{said}\n{second}", "utf-8")


def test_what_a_note_says(path: Path) -> None:
    held = FileLock(path, "mine")
    note = read_note(path)
    assert note is not None
    assert held.left is None
    assert (note.session, note.computer, note.user) == ("mine", platform.node(), getpass.getuser())
    assert note.acknowledged == 0
    since = datetime.fromisoformat(note.since)
    assert abs(datetime.now(UTC) - since) < timedelta(days=1)
    assert since.utcoffset() == timedelta(0)
    assert since.microsecond == 0
    assert note.seen == beside(path).stat().st_mtime
    if os.name != "nt":
        assert beside(path).stat().st_mode & 0o777 == 0o600
    held.release()


def test_a_user_without_a_name_has_a_note_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for fault in (OSError, KeyError, ImportError):

        def nobody(fault: type[Exception] = fault) -> str:
            raise fault("nobody")

        monkeypatch.setattr(getpass, "getuser", nobody)
        held = FileLock(path, "mine")
        note = read_note(path)
        assert note is not None
        assert note.user == ""
        held.release()


@pytest.mark.parametrize("number", [0, 9, 10**19, 3])
def test_as_many_operations_as_there_can_be_fit_into_it(path: Path, number: int) -> None:
    held = FileLock(path, "mine")
    size = beside(path).stat().st_size
    held.acknowledge(number)
    note = read_note(path)
    assert note is not None
    assert note.acknowledged == number
    assert beside(path).stat().st_size == size
    held.release()


def test_another_computer_is_asked_first_and_taken_over_if_wanted(path: Path) -> None:
    foreign(path)
    before = beside(path).read_bytes()
    with pytest.raises(OpenElsewhere, match=r"a\.review\.lock"):
        FileLock(path, "mine")
    assert beside(path).read_bytes() == before
    held = FileLock(path, "mine", take_over=True)
    assert held.left is not None
    assert (held.left.session, held.left.acknowledged) == ("theirs", 7)
    note = read_note(path)
    assert note is not None
    assert (note.session, note.computer, note.acknowledged) == ("mine", platform.node(), 7)
    held.release()


@pytest.mark.parametrize("theirs", ["a file", "a folder", "a link to nowhere"])
def test_what_is_no_note_of_ours_stays(path: Path, theirs: str) -> None:
    if theirs == "a file":
        beside(path).write_text("mine")
    elif theirs == "a folder":
        beside(path).mkdir()
    else:
        beside(path).symlink_to("nowhere")
    held = FileLock(path, "mine")
    assert held.left is None
    held.acknowledge(5)
    held.release()
    assert os.path.lexists(beside(path))
    assert theirs != "a file" or beside(path).read_text() == "mine"


def test_a_note_that_another_has_put_there_stays(path: Path) -> None:
    held = FileLock(path, "mine")
    beside(path).rename(path.with_name("before"))
    beside(path).write_text("another")
    held.release()
    assert beside(path).read_text() == "another"


def test_a_note_that_is_gone_already_is_no_fault(path: Path) -> None:
    held = FileLock(path, "mine")
    beside(path).unlink()
    held.acknowledge(1)
    held.release()
    assert not beside(path).exists()


def test_a_full_disk_leaves_no_half_note(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _data: bytes) -> int:
        raise ValueError("no room")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ValueError, match="no room"):
        FileLock(path, "mine")
    monkeypatch.undo()
    assert not beside(path).exists()


@pytest.mark.parametrize(("user", "who"), [("ann", "far (user ann), since"), ("", "far, since")])
def test_a_copy_says_whose_note_it_was(path: Path, user: str, who: str) -> None:
    told = str(copy_only(path, Note("s", "far", user, "monday", 1, 0.0)))
    assert "a.review.lock beside it" in told
    assert f"{who} monday" in told


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "less than a minute ago"), (1, "1 minute ago"), (60, "1 hour ago"), (2880, "2 days ago")],
)
def test_when_the_other_computer_changed_it_last_is_told(
    path: Path, minutes: int, said: str
) -> None:
    seen = datetime.now(UTC).timestamp() - 60 * minutes - 5
    with pytest.raises(OpenElsewhere, match=f"its last change was {said}"):
        lock.refuse_other_computer(path, Note("s", "far", "", "monday", 1, seen))
