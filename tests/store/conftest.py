"""A project file with nothing in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.store.project import ProjectFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


@pytest.fixture
def project(path: Path) -> Iterator[ProjectFile]:
    project = ProjectFile.create(path, lambda project: None)
    yield project
    project.close()


@pytest.fixture
def fresh_python() -> Callable[[str, Path], str]:
    """Runs a program on a file in a Python of its own; gives back what it prints."""

    def run(program: str, path: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, str(path)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
