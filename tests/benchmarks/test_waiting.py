"""What a person waits for, in the real window on a real X server (Xvfb), each in a process of its
own: opening, keys, checking again, a finished analysis, memory.

Run with `python -m pytest -m benchmark -s tests/benchmarks/test_waiting.py`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import screens
from tests.benchmarks import big_reviews

HERE = Path(__file__).resolve().parent

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """The name of an X server of our own; the measurements need nothing of the desktop."""
    with screens.screen("1400x900") as (name, _):
        yield name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reviews")


def run(screen: str, folder: Path, scene: str, name: str) -> list[dict[str, Any]]:
    """Run one scene of `waiting.py` and print what it measured."""
    path = folder / f"{name}.review"
    if not path.exists():
        big_reviews.make(folder, name)
    finished = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.waiting", str(folder), scene, name],
        env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        check=True,
    )
    found = [json.loads(line) for line in finished.stdout.splitlines()]
    for one in found:
        unit = one["unit"]
        words = f"median {one['median']:.0f} {unit}"
        if one["times"] > 1:
            words += f", p95 {one['p95']:.0f} {unit}"
        if one["processor"]:
            words += f"; processor {one['processor']:.0f}, p95 {one['processor p95']:.0f} {unit}"
        print(f"{one['name']:.<66} {words}  (load {one['load']:.1f})")
    return found


@pytest.mark.parametrize(
    "name", ["1,000 rows", "10,000 rows", "50,000 rows", "10,000 rows in five translations"]
)
def test_opening_a_saved_review(screen: str, folder: Path, name: str) -> None:
    assert run(screen, folder, "open", name)


@pytest.mark.parametrize("name", ["10,000 rows", "50,000 rows"])
def test_opening_a_review_that_was_not_closed(screen: str, folder: Path, name: str) -> None:
    assert run(screen, folder, "unclosed", name)


@pytest.mark.parametrize("name", ["10,000 rows", "50,000 rows"])
def test_keys(screen: str, folder: Path, name: str) -> None:
    assert run(screen, folder, "keys", name)


def test_checking_a_row_again(screen: str, folder: Path) -> None:
    assert run(screen, folder, "enter", "10,000 rows")


def test_a_finished_analysis(screen: str, folder: Path) -> None:
    assert run(screen, folder, "make", "10,000 rows")


def test_memory(screen: str, folder: Path) -> None:
    [[empty], [full]] = [
        run(screen, folder, "memory", name) for name in ("an empty review", "10,000 rows")
    ]
    more = full["median"] - empty["median"]
    print(f"{'more with 10,000 rows than with an empty review':.<66} {more:.0f} MB")
