"""The program as its user starts it, two small texts, and a review of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.review import Review

SOURCE = """The bridge cost 97 million euros.

It was opened by Anna Kessler on Monday, 14 months later than planned.
"""
GERMAN = """Die Brücke kostete 97 Milliarden Euro.

Sie wurde am Montag von Anna Kessler eröffnet, 14 Monate später als geplant.
"""

Started = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text(SOURCE, "utf-8")
    return path


@pytest.fixture
def german(tmp_path: Path) -> Path:
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, "utf-8")
    return path


@pytest.fixture
def project(source: Path, german: Path) -> Path:
    """A closed review with one sentence corrected and its finding accepted."""
    path = source.with_name("bridge.review")
    analysis = analyse(formats.read(source), [formats.read(german)])
    with Review.create(path, analysis) as review:
        [info] = review.translations
        row = next(row for row in review.rows(info.id) if "Milliarden" in row.target)
        review.decide(info.id, row.key, row.findings[0].fingerprint, "accept", "a slip")
        review.edit(info.id, row.key, row.target.replace("Milliarden", "Millionen"))
    return path


@pytest.fixture
def reviewer() -> Started:
    """Runs the program; `before` is a command that it is run under."""

    def run(*arguments: object, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, *command(), *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment(),
        )

    return run


def command() -> list[str]:
    return [sys.executable, "-m", "reviewer"]


def environment() -> dict[str, str]:
    # Without a buffer, Python does not notice that half of what it wrote found no reader.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture(name="command")
def given_command() -> list[str]:
    """What starts the program."""
    return command()


@pytest.fixture(name="environment")
def given_environment() -> dict[str, str]:
    """The environment that the program is started with."""
    return environment()
