"""Where the program keeps its own data."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from reviewer.folders import DATA_VARIABLE, cache_folder, data_folder


def test_the_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert (data_folder(), cache_folder()) == (tmp_path, tmp_path / "cache")


@pytest.mark.parametrize("empty", [True, False])
def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch, empty: bool) -> None:
    monkeypatch.setenv(DATA_VARIABLE, "")
    if not empty:
        monkeypatch.delenv(DATA_VARIABLE)
    # No folder of a maker between it and the program's own.
    assert data_folder() == Path(platformdirs.user_data_dir("reviewer", appauthor=False))
    assert cache_folder() == Path(platformdirs.user_cache_dir("reviewer", appauthor=False))


def test_no_maker_stands_in_the_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def said(*given: object) -> str:
        asked.append(given)
        return "there"

    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    monkeypatch.setattr(platformdirs, "user_data_dir", said)
    monkeypatch.setattr(platformdirs, "user_cache_dir", said)
    assert [data_folder(), cache_folder()] == [Path("there")] * 2
    assert asked == [("reviewer", False)] * 2  # on Windows its name would stand there twice
