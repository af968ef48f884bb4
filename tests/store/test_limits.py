"""The numbers that decide in the store: just below, at and just above each."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewer.messages import Message, message
from reviewer.store import backups, guard, lock, mailing, opening_words
from reviewer.store.backups import ALWAYS_KEPT, MOST_BYTES, Backup
from reviewer.store.connections import check_name
from reviewer.store.errors import NameTooLong, OpenElsewhere

NOW = datetime(2026, 11, 30, 12, 0, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def kept(*ages: timedelta, size: int = 1) -> list[timedelta]:
    """Which backups of these ages (beside the newest few) are kept."""
    newest = [timedelta(seconds=number) for number in range(ALWAYS_KEPT)]
    made = [Backup(Path(f"{age}"), Path("a"), NOW - age, size) for age in sorted([*newest, *ages])]
    gone = backups.thinned(made, NOW)
    return [age for age in ages if Backup(Path(f"{age}"), Path("a"), NOW - age, size) not in gone]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        # The newest of each hour of a day, of each day of a month, of each month of a year.
        (2 * HOUR, 2 * HOUR + timedelta(seconds=31), True),
        (2 * HOUR, 2 * HOUR + timedelta(seconds=30), False),
        (2 * HOUR, 3 * HOUR, True),
        (DAY - HOUR / 2, DAY - timedelta(seconds=1), False),
        (DAY - timedelta(seconds=1), DAY, True),
        (DAY, DAY + 12 * HOUR, False),
        (DAY, DAY + 12 * HOUR + timedelta(seconds=31), True),
        (29 * DAY, 30 * DAY - timedelta(seconds=1), True),
        (29 * DAY + 13 * HOUR, 30 * DAY - timedelta(seconds=1), False),
        (30 * DAY - timedelta(seconds=1), 30 * DAY, True),
        (31 * DAY, 57 * DAY, False),
        (31 * DAY, 58 * DAY, True),
    ],
)
def test_how_near_two_backups_may_be(one: timedelta, other: timedelta, both: bool) -> None:
    assert kept(one, other) == ([one, other] if both else [one])


@pytest.mark.parametrize(
    ("age", "stays"), [(365 * DAY - timedelta(seconds=1), True), (365 * DAY, False)]
)
def test_after_a_year_none_stays(age: timedelta, stays: bool) -> None:
    assert bool(kept(age)) is stays


@pytest.mark.parametrize("more", [0, 1])
def test_one_that_finds_no_room_leaves_its_room_to_the_next(more: int) -> None:
    sizes = [1, 1, MOST_BYTES - 2 + more, 1, 1]
    made = [
        Backup(Path(f"{n}"), Path("a"), NOW - timedelta(seconds=n), size)
        for n, size in enumerate(sizes)
    ]
    gone = [one.path.name for one in backups.thinned(made, NOW)]
    assert gone == (["2"] if more else ["3", "4"])


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-5, "less than a minute"),
        (0.9, "less than a minute"),
        (1.1, "1 minute ago"),
        (2.1, "2 minutes"),
        (59.5, "59 minutes"),
        (60.5, "1 hour ago"),
        (119.5, "1 hour ago"),
        (24 * 60 - 0.5, "23 hours"),
        (24 * 60 + 0.5, "1 day ago"),
        (48 * 60 + 0.5, "2 days"),
    ],
)
def test_how_long_ago_another_computer_was_there(minutes: float, words: str) -> None:
    seen = datetime.now(UTC).timestamp() - minutes * 60
    assert words in str(lock._ago(seen))


SAID = {"kind": "Reviewer lock", "session": "s", "computer": "c", "user": "u", "since": "t"}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (json.dumps(SAID) + "\n   12\n", True),
        (json.dumps(SAID) + "\n12", True),
        (json.dumps(SAID), False),
        (json.dumps(SAID) + "\nx\n", False),
        (json.dumps(SAID | {"kind": "lock"}) + "\n1\n", False),
        (json.dumps({"kind": "Reviewer lock"}) + "\n1\n", False),
        ("[]\n1\n", False),
        ("", False),
        (json.dumps(SAID) + "\n12\n" + " " * 5_000, True),
        (json.dumps(SAID | {"user": "u" * 5_000}) + "\n12\n", False),
    ],
)
def test_a_note_that_is_ours(tmp_path: Path, text: str, known: bool) -> None:
    (tmp_path / "a.review.lock").write_text(text, "utf-8")
    note = lock.read_note(tmp_path / "a.review")
    assert (note is not None) is known
    if note:
        told = (note.session, note.computer, note.user, note.since, note.acknowledged)
        assert told == ("s", "c", "u", "t", 12)


def test_a_link_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "other").write_text(json.dumps(SAID) + "\n12\n", "utf-8")
    (tmp_path / "a.review.lock").symlink_to(tmp_path / "other")
    assert lock.read_note(tmp_path / "a.review") is None


@pytest.mark.parametrize("user", ["u", ""])
def test_only_another_computer_s_note_keeps_a_review_shut(user: str) -> None:
    ours = lock.Note("s", platform.node(), user, "t", 1, 0.0)
    lock.refuse_other_computer(Path("a.review"), None)
    lock.refuse_other_computer(Path("a.review"), ours)
    with pytest.raises(OpenElsewhere) as told:
        lock.refuse_other_computer(Path("a.review"), lock.Note("s", "far", user, "t", 1, 0.0))
    assert ("user u" in str(told.value)) is bool(user)


def test_a_note_counts_and_is_taken_away_or_left(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    first = lock.FileLock(path, "one")
    for number in (7, 123_456, 8):
        first.acknowledge(number)
        note = lock.read_note(path)
        assert note
        assert (note.session, note.acknowledged) == ("one", number)
    first.release(leave=True)
    second = lock.FileLock(path, "two")
    assert second.left
    assert second.left.acknowledged == 8
    note = lock.read_note(path)
    assert note
    assert (note.session, note.acknowledged) == ("two", 8)
    second.release()
    assert not os.path.lexists(tmp_path / "a.review.lock")
    second.release()
    second.acknowledge(9)


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["/home/ann/a.txt"], ["a.txt"]),
        (["C:\\Users\\Ann\\a.txt"], ["a.txt"]),
        (["/x/a.txt", "/x/b.txt"], ["a.txt", "b.txt"]),
        (["/x/y/a.txt", "/x/z/a.txt"], ["y/a.txt", "z/a.txt"]),
        (["/x/y/w/a.txt", "/x/z/w/a.txt", "/q/b.txt"], ["y/w/a.txt", "z/w/a.txt", "b.txt"]),
        (["/x/a.txt", "/x/y/a.txt"], ["a.txt", "y/a.txt"]),
        (["/x/a.txt", "/x/a.txt"], ["a.txt", "a.txt"]),
        (["a.txt"], ["a.txt"]),
    ],
)
def test_of_a_path_as_much_is_kept_as_tells_files_apart(paths: list[str], names: list[str]) -> None:
    assert mailing._names(paths) == names


@pytest.mark.parametrize(("many", "said"), [(1, "0"), (4, "0; 1; 2; 3"), (5, "0; 1; 2; 3; and 1")])
def test_the_first_four_faults_are_told(many: int, said: str) -> None:
    told = str(opening_words.some_of([Message(str(number)) for number in range(many)]))
    assert told == said or (many > 4 and told == f"{said} more")


@pytest.mark.parametrize(
    ("missing", "words"),
    [(None, "may be missing"), (0, "may be missing"), (1, "1 of the last"), (2, "2 of the last")],
)
def test_lost_steps_are_counted_where_they_can_be(missing: int | None, words: str) -> None:
    assert words in str(opening_words.not_whole(Path("a"), message("x"), missing))


def test_a_statement_ends_after_so_many_steps() -> None:
    connection = sqlite3.connect(":memory:")
    watch = guard.Guard(connection)
    asked = [watch._tick() for _ in range(guard._MOST_CALLS + 1)]
    assert asked == [0] * guard._MOST_CALLS + [1]
    watch.begin()
    assert not watch._tick()
    connection.close()


@pytest.mark.parametrize(("bytes_", "fits"), [(247, True), (248, False)])
def test_how_long_a_name_may_be(bytes_: int, fits: bool) -> None:
    name = Path("/", "ä" + "a" * (bytes_ - 2))
    if fits:
        check_name(name)
    else:
        with pytest.raises(NameTooLong, match="name"):
            check_name(name)


@pytest.mark.parametrize(("bytes_", "fits"), [(500, True), (501, False)])
def test_how_long_a_path_may_be(bytes_: int, fits: bool) -> None:
    path = Path("/" + "ä" * 100, "a" * 150, "b" * (bytes_ - 353))
    assert len(os.fsencode(path)) == bytes_
    if fits:
        check_name(path)
    else:
        with pytest.raises(NameTooLong, match="path"):
            check_name(path)
