"""A project file with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
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
