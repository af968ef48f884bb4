"""Reading a file ends when nobody waits for it any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block
from reviewer.processes import Cancelled
from reviewer.stopping import look, stopped_by
from reviewer.text import languages

FILES = sorted(
    path
    for path in (Path(__file__).parent / "files").iterdir()
    if path.suffix != ".md" or path.stem == "marks"
)


def is_stopped(path: Path) -> bool:
    """Whether the reading is, in its midst."""
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    with stopped_by(cancelled), pytest.raises(Cancelled):
        formats.read(path)
    return len(asked) == 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reading_is_stopped(path: Path) -> None:
    if path.stem == "locked":
        pytest.skip("there is nothing to read")
    assert is_stopped(path)


@pytest.mark.parametrize("form", formats.made_forms(), ids=lambda form: form[1])
def test_reading_what_was_exported_is_stopped(form: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / f"new{form[1]}"
    blocks = [Block("Neun Kräne."), Block("Zehn Kähne.")]
    path.write_bytes(formats.made(path, blocks, "de"))
    assert is_stopped(path)


def test_telling_a_language_is_stopped() -> None:
    with stopped_by(lambda: True), pytest.raises(Cancelled):
        languages.detect("Neun Kräne stehen am Hafen.")
    look()
    assert languages.detect("Neun Kräne stehen am Hafen.")[0] == "de"


def test_who_called_last_is_asked() -> None:
    with stopped_by(lambda: True):
        with stopped_by(lambda: False):
            look()
        with pytest.raises(Cancelled):
            look()
