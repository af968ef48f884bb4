"""The full form of the tests of kills, cuts, flips and forged fields; tables for the record."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.robustness import harm, killed_at, moved_about, random_window
from tests.screens import screen

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3000)]

KILLS, FLIPS, FORGED, ROOMS, MOMENTS = 500, 1_000, 2_000, 200, 20
MOVED, DAYS, LENGTH = 240, 24, 38
VALUES: list[object] = [
    *(None, 0, -1, 10**12, 1.5, float("inf"), "", "x", " ", "[[", "[]", "{}", "null", b"\x00\xff"),
    *("[[0,1]]", "[[-5,99999]]", "9" * 5_000, "[" * 100_000, '{"a":' * 50_000, "\x00", "a" * 10**6),
    *("s1 s1", "s99", "t3", "aligned", "body", "rot13", "base64", "xx-hostile", "../../etc/passwd"),
    *('[["a","title","p",0,false]]', '[["a",1,2,3,4]]', '[["a","title","p",1e400,false]]', "NaN"),
    *('{"pattern":"{n} {x}","holes":{"n":"a"}}', '{"pattern":1}', '{"check":5}', '{"x":"y"}'),
    *('{"translation":1,"row":5,"view":3}', '{"translation":"x"}', '{"pattern":"("}'),
]


Row = Callable[[str, int, Mapping[str, int]], None]
"""Takes what was done, how often, and how often it ended in what way."""


@pytest.fixture(scope="module")
def row() -> Iterator[Row]:
    """Adds a row to the table that is printed at the end."""
    lines = ["| what was done | times | what became of it |", "|---|---|---|"]

    def add(what: str, times: int, seen: Mapping[str, int]) -> None:
        ends = ", ".join(f"{name} {count:,}" for name, count in sorted(seen.items()))
        lines.append(f"| {what} | {times:,} | {ends} |")

    yield add
    print("\n" + "\n".join(lines))


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    return path


def test_kills(review: Path, row: Row) -> None:
    number = random.Random(1)
    seen: Counter[str] = Counter()
    acknowledged = 0
    for _ in range(KILLS):
        said = harm.work(review, number.randint(5, 12), number.random() * 0.02)
        acknowledged += len(said)
        seen[harm.after_kill(review, said)] += 1
    row(f"kill -9, {acknowledged:,} acknowledged steps", KILLS, seen)
    assert set(seen) <= {"whole", "one more"}


def test_flips_of_a_closed_review(review: Path, row: Row) -> None:
    number = random.Random(2)
    sound, content = harm.picture(review), review.read_bytes()
    seen: Counter[str] = Counter()
    for _ in range(FLIPS):
        review.write_bytes(harm.flipped(content, number))
        seen[harm.outcome(review, sound)] += 1
    row("one bit of a closed review flipped", FLIPS, seen)
    assert set(seen) <= {"as before", "told"}


@pytest.mark.parametrize("with_note", [True, False])
def test_flips_of_a_log(review: Path, tmp_path: Path, row: Row, with_note: bool) -> None:
    number = random.Random(3)
    said = harm.work(review, 40)
    log = Path(f"{review}-wal").read_bytes()
    sound = harm.picture(harm.moved_beside(review, tmp_path / "sound"))
    seen: Counter[str] = Counter()
    for attempt in range(FLIPS // 2):
        path = harm.moved_beside(review, tmp_path / str(attempt))
        if not with_note:
            Path(f"{path}.lock").unlink()
        Path(f"{path}-wal").write_bytes(harm.flipped(log, number))
        seen[of_a_log(path, sound, said)] += 1
        shutil.rmtree(path.parent)
    note = "with" if with_note else "without"
    row(f"one bit of a log flipped, {note} the note beside it", FLIPS // 2, seen)
    assert set(seen) <= {"as before", "as acknowledged", "told"}


def of_a_log(path: Path, sound: str, said: list[str]) -> str:
    """As `harm.outcome`; "as acknowledged" when only a step is gone that nobody was told of."""
    what = harm.outcome(path, sound)
    return (
        "as acknowledged" if what == "silent" and harm.after_kill(path, said) == "whole" else what
    )


def test_cuts_of_a_log(review: Path, tmp_path: Path, row: Row) -> None:
    said = harm.work(review, 40)
    log = Path(f"{review}-wal").read_bytes()
    sound = harm.picture(harm.moved_beside(review, tmp_path / "sound"))
    seen: Counter[str] = Counter()
    for length in range(0, len(log), 512):
        path = harm.moved_beside(review, tmp_path / str(length))
        Path(f"{path}-wal").write_bytes(log[:length])
        seen[of_a_log(path, sound, said)] += 1
        shutil.rmtree(path.parent)
    row("a log cut off at every 512 bytes", sum(seen.values()), seen)
    assert set(seen) <= {"as before", "as acknowledged", "told"}


def test_forged_fields(review: Path, row: Row) -> None:
    number = random.Random(4)
    content, fields = review.read_bytes(), list(harm.fields(review))
    seen: Counter[str] = Counter()
    for _ in range(FORGED):
        review.write_bytes(content)
        with closing(sqlite3.connect(review)) as connection, connection:
            for table, column in number.choices(fields, k=number.randint(1, 3)):
                try:
                    connection.execute(
                        f"UPDATE OR REPLACE {table} SET {column} = ?", (number.choice(VALUES),)
                    )
                except sqlite3.Error:
                    continue
        harm.told_as_ours(review)
        what = harm.outcome(review, "")
        seen["opened" if what == "silent" else what] += 1
        for beside in review.parent.glob("r.review-*"):
            beside.unlink()
    row("fields forged by SQL, checksums made right again", FORGED, seen)
    assert set(seen) <= {"opened", "told"}


DISK = 'D="$1"; mount -t tmpfs -o size=4m none "$D"; shift; "$@"'
"""Mounts a disk of its own, of four megabytes."""


def in_a_mount(disk: Path, *command: str) -> str:
    """What `command` prints where something of its own is mounted on `disk`."""
    private = ["unshare", "--map-root-user", "--mount"]
    if not shutil.which(private[0]) or subprocess.run([*private, "true"]).returncode:
        pytest.skip("this system lets us mount nothing")
    ended = subprocess.run(
        [*private, "sh", "-ec", DISK, "sh", str(disk), *command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_every_write_on_a_full_disk(tmp_path: Path, row: Row) -> None:
    program = [sys.executable, "-m", "tests.benchmarks.full_disk"]
    said = in_a_mount(tmp_path, *program, str(tmp_path), str(ROOMS))
    row(f"a disk with 0 to {ROOMS * 4} KB of room: {said}", ROOMS, {})
    assert "lost" not in said
    assert "raw" not in said
    assert "StoreError" not in said


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_kills_inside_what_keeps_files(tmp_path: Path, row: Row) -> None:
    moments = [str(number / MOMENTS) for number in range(MOMENTS)]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.robustness.killed_at", str(tmp_path), *moments],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": ".", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    wrong = [line for line in lines if not line.endswith(": ")]
    seen = {"whole, nothing left": len(lines) - len(wrong), "wrong": len(wrong)}
    row(f"killed inside {', '.join(killed_at.KINDS)}", len(lines), seen)
    assert not wrong


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody do this")
def test_folders_that_are_moved_about(tmp_path: Path, row: Row) -> None:
    ended = subprocess.run(
        [*moved_about.PROGRAM, str(tmp_path), str(MOVED)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    wrong = [line for line in lines if not line.endswith(": ")]
    seen = {"whole": len(lines) - len(wrong), "wrong": len(wrong)}
    row("the folder moved about while somebody works", MOVED, seen)
    assert not wrong


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_somebody_does_anything_in_the_real_window(tmp_path: Path, row: Row) -> None:
    seen: Counter[str] = Counter()
    wrong = []
    with screen("1280x800") as (name, _server):
        for seed in range(DAYS):
            end = ("close", "told", "killed")[seed % 3]
            found = random_window.ran(tmp_path / str(seed), seed, LENGTH, end, DISPLAY=name)
            seen["wrong" if found else "whole"] += 1
            wrong += found
    row(f"anything done in the window for {LENGTH} seconds", DAYS, seen)
    assert not wrong
