"""A day's work in one review: memory, handles, the log and the time of an operation stay."""

from __future__ import annotations

import os
import shutil
import statistics
import threading
import time
from pathlib import Path

import pytest

from reviewer.review import Review
from tests.robustness import harm

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

OPERATIONS, OPENINGS = 2_000, 200


def used() -> tuple[int, int, int]:
    """Megabytes, open files and threads of this process."""
    if not Path("/proc/self").exists():
        pytest.skip("this system does not say what a process uses")
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    files = len(list(Path("/proc/self/fd").iterdir()))
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20, files, threading.active_count()


def test_operations(tmp_path: Path) -> None:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    with Review.open(path, check=lambda pair: []) as review:
        rows = [row.key for row in review.rows(1) if row.relation]
        print("\n| operations | median | 95 % within | memory | files | threads | log |")
        print("|---|---|---|---|---|---|---|")
        times = []
        for number in range(1, OPERATIONS + 1):
            began = time.process_time()
            if number % 7 == 0:
                review.undo()
            elif number % 2:
                review.edit(1, rows[number % len(rows)], f"Er kam {number} Mal.")
            else:
                review.comment(1, rows[number % len(rows)], f"remark {number}")
            times.append(time.process_time() - began)
            if number % 500 == 0:
                ordered = sorted(times)
                memory, files, threads = used()
                log = Path(f"{path}-wal").stat().st_size / 2**20
                print(
                    f"| {number:,} | {statistics.median(ordered) * 1000:.1f} ms "
                    f"| {ordered[len(ordered) * 95 // 100] * 1000:.1f} ms | {memory} MB "
                    f"| {files} | {threads} | {log:.1f} MB |"
                )
                times = []
    began = time.process_time()
    with Review.open(path, check=lambda pair: []) as review:
        opened = time.process_time() - began
        assert review.rows(1)
    size = path.stat().st_size / 2**10
    print(f"file {size:.0f} KB, opened again in {opened * 1000:.0f} ms of processor")


def test_openings(tmp_path: Path) -> None:
    path = tmp_path / "r.review"
    shutil.copyfile(harm.FROZEN, path)
    figures = []
    for number in range(OPENINGS):
        with Review.open(path, check=lambda pair: []) as review:
            assert review.rows(1)
        if number in (9, OPENINGS - 1):
            figures.append(used())
    (memory, files, threads), (then, files_then, threads_then) = figures
    print(
        f"\n{OPENINGS} openings: memory {memory} to {then} MB, files {files} to {files_then}, "
        f"threads {threads} to {threads_then}"
    )
    assert files_then == files
    assert threads_then == threads
