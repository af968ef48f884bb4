"""The builders of packaging/ as modules, and what only runs when it is asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
for folder in ("packaging/release", "packaging/freeze", "tests/packaging"):
    sys.path.insert(0, str(ROOT / folder))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Builds and bare systems take minutes: only with `-m packaging` (make test-package)."""
    if "packaging" in (config.option.markexpr or "").replace("not packaging", ""):
        return
    skip = pytest.mark.skip(reason="run with make test-package")
    for item in items:
        if item.get_closest_marker("packaging"):
            item.add_marker(skip)
