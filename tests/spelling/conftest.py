"""A dictionary of a few words, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

AFFIXES = "SET UTF-8\nTRY enairstlo\nSFX S Y 1\nSFX S 0 s .\n"
WORDS = ["Hafen", "Kran", "Schiff", "kam", "nachts", "der", "die", "Ufer", "Straße", "l'eau"]


def make_dictionary(folder: Path, name: str, words: list[str] = WORDS) -> Path:
    """The .dic file of a new dictionary."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(AFFIXES, "utf-8")
    path = folder / f"{name}.dic"
    path.write_text(f"{len(words)}\n" + "".join(f"{word}\n" for word in words), "utf-8")
    return path


@pytest.fixture
def dictionary() -> Callable[..., Path]:
    """Makes a dictionary in a folder, of that name."""
    return make_dictionary


@pytest.fixture
def german(tmp_path: Path) -> Path:
    return make_dictionary(tmp_path / "dictionaries", "de_DE")
