"""A review that is damaged says so; it never shows what is not so."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.store import backups
from reviewer.store.errors import DamagedReview, LostOperations
from reviewer.wording import error_in_words, use_language
from tests.robustness import harm

STEPS = 20


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    return path


@pytest.fixture(scope="module")
def work_that_was_killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review whose program was killed after some steps, with its log beside it."""
    path = tmp_path_factory.mktemp("killed") / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    harm.work(path, STEPS)
    return path


@pytest.fixture
def killed(work_that_was_killed: Path, tmp_path: Path) -> Path:
    """The same with all its files, to do harm to."""
    return harm.moved_beside(work_that_was_killed, tmp_path / "killed")


def test_a_flipped_bit_is_told_or_changes_nothing(closed: Path) -> None:
    sound, content = harm.picture(closed), closed.read_bytes()
    number = random.Random(11)
    seen = Counter()
    for _ in range(60):
        closed.write_bytes(harm.flipped(content, number))
        seen[harm.outcome(closed, sound)] += 1
    assert set(seen) <= {"as before", "told"}
    assert seen["told"]


@pytest.mark.parametrize("name", [b"settings", b"segments", b"sqlite_autoindex_decisions_1"])
def test_a_name_that_is_no_text_any_more_is_told(closed: Path, name: bytes) -> None:
    sound, content = harm.picture(closed), closed.read_bytes()
    for place in range(content.count(name)):
        at = -1
        for _ in range(place + 1):
            at = content.index(name, at + 1)
        closed.write_bytes(content[: at + 3] + b"\xc1" + content[at + 4 :])
        assert harm.outcome(closed, sound) in ("told", "as before")


@pytest.mark.parametrize("lost", [1, 100, 4096, 40_000])
def test_a_file_that_was_cut_is_told(closed: Path, lost: int) -> None:
    sound = harm.picture(closed)
    closed.write_bytes(closed.read_bytes()[:-lost])
    seen = harm.outcome(closed, sound)
    # The very end of the last page may hold nothing.
    assert seen == "told" or (seen == "as before" and lost < 4096)


def test_what_is_damaged_is_named_and_a_backup_too(closed: Path) -> None:
    with Review.open(closed) as review:
        review.comment(1, "s1", "a remark that is found in the file")
    Review.open(closed).close()
    content = closed.read_bytes()
    assert content.count(b"a remark that is found") == 2  # of the decision and of the history
    closed.write_bytes(content.replace(b"a remark that is found", b"a remark that is f0und"))
    with pytest.raises(DamagedReview) as caught:
        Review.open(closed)
    assert "“Comment”" in str(caught.value)
    assert "row s1" in str(caught.value)
    newest = backups.of(closed)[0]
    assert str(newest.path) in str(caught.value)
    with Review.open(newest.path) as review:
        assert review.row(1, "s1").comment.startswith("a remark")


@pytest.mark.parametrize("with_note", [True, False])
def test_a_flipped_bit_in_the_log_is_told(killed: Path, tmp_path: Path, with_note: bool) -> None:
    number = random.Random(12)
    log = Path(f"{killed}-wal").read_bytes()
    sound = harm.picture(harm.moved_beside(killed, tmp_path / "sound"))
    for attempt in range(10):
        path = harm.moved_beside(killed, tmp_path / str(attempt))
        if not with_note:
            Path(f"{path}.lock").unlink()
        Path(f"{path}-wal").write_bytes(harm.flipped(log, number))
        assert harm.outcome(path, sound) == "told"


HARMS = {
    "deleted": lambda log: log.unlink(),
    "emptied": lambda log: log.write_bytes(b""),
    "garbage": lambda log: log.write_bytes(b"\x55" * 100_000),
    "cut": lambda log: log.write_bytes(log.read_bytes()[:60_000]),
}


@pytest.mark.parametrize("harm_done", HARMS.values(), ids=HARMS)
def test_what_a_log_has_lost_is_counted_and_the_rest_can_be_opened(
    killed: Path, harm_done: object
) -> None:
    harm_done(Path(f"{killed}-wal"))
    before = {one.name: one.read_bytes() for one in killed.parent.iterdir()}
    before.pop("r.review-shm", None)
    with pytest.raises(LostOperations, match="cannot be read") as caught:
        Review.open(killed)
    lost = caught.value
    use_language("de")
    assert "der letzten Schritte" in error_in_words(lost)
    assert "ihr Protokoll r.review-wal" in error_in_words(lost)
    use_language("en")
    assert lost.missing
    assert lost.found is not None
    assert lost.missing + lost.found >= STEPS
    after = {one.name: one.read_bytes() for one in killed.parent.iterdir()}
    assert {name: after.get(name) for name in before} == before
    with Review.open(killed, accept_losses=True) as review:
        assert "is kept as" in review.notices[0]
        review.comment(1, "s1", "it goes on")
    kept = {one.name for one in killed.parent.iterdir()}
    assert {"r.review", "r.review.damaged-1"} <= kept
    with Review.open(killed) as review:
        assert review.row(1, "s1").comment == "it goes on"


@pytest.mark.parametrize("length", [0, 1, 31, 32, 512, 4152, 40_000])
def test_a_log_that_was_cut_shows_a_beginning_of_the_work_or_is_told(
    killed: Path, tmp_path: Path, length: int
) -> None:
    path = harm.moved_beside(killed, tmp_path / "cut")
    log = Path(f"{path}-wal")
    log.write_bytes(log.read_bytes()[:length])
    assert harm.outcome(path, "") == "told"


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    for steps in (5, 9, 14):
        said = harm.work(path, steps)
        assert harm.after_kill(path, said) in ("whole", "one more")
        assert {one.name for one in tmp_path.iterdir()} == {"r.review"}
