"""Where the program keeps its own data for this user."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

DATA_VARIABLE = "REVIEWER_DATA"
"""Environment variable that moves everything the program keeps to another folder."""


def data_folder() -> Path:
    """The folder of the program's own data for this user; it need not exist yet."""
    return Path(os.environ.get(DATA_VARIABLE) or platformdirs.user_data_dir("reviewer", False))


def cache_folder() -> Path:
    """The folder of what can be made again at any time; it need not exist yet."""
    moved = os.environ.get(DATA_VARIABLE)
    return Path(moved) / "cache" if moved else Path(platformdirs.user_cache_dir("reviewer", False))


def log_folder() -> Path:
    """The folder of the log that is kept for this user; it need not exist yet."""
    return data_folder() / "log"
