"""Where the program's own files lie: beside the source tree, or inside the installed package."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder `resources`."""
    package = Path(__file__).resolve().parent.parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
