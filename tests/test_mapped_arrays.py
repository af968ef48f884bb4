"""Arrays kept in a folder: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reviewer.mapped_arrays import UNUSABLE, keep, mapped

ARRAYS = {"table": np.arange(12, dtype=np.uint8).reshape(3, 4), "rest": np.ones(2, np.float32)}


def test_what_is_kept_is_mapped_again(tmp_path: Path) -> None:
    keep(tmp_path / "kept", ARRAYS, {"labels": ["a", "b"]})
    arrays, facts = mapped(tmp_path / "kept")
    assert facts == {"labels": ["a", "b"]}
    assert {name: array.tolist() for name, array in arrays.items()} == {
        name: array.tolist() for name, array in ARRAYS.items()
    }
    assert isinstance(arrays["table"], np.memmap)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_what_was_kept_before_is_replaced(tmp_path: Path) -> None:
    keep(tmp_path / "kept", ARRAYS, {})
    keep(tmp_path / "kept", {"other": np.zeros(1)}, {"new": 1})
    arrays, facts = mapped(tmp_path / "kept")
    assert (list(arrays), facts) == (["other"], {"new": 1})


@pytest.mark.parametrize("name", ["table.npy", "rest.npy", "parts.json"])
@pytest.mark.parametrize("cut", [1, 7])
def test_a_copy_that_is_not_whole_is_refused(tmp_path: Path, name: str, cut: int) -> None:
    keep(tmp_path / "kept", ARRAYS, {})
    file = tmp_path / "kept" / name
    file.write_bytes(file.read_bytes()[:-cut])
    with pytest.raises(UNUSABLE):
        mapped(tmp_path / "kept")


def test_where_nothing_is_kept_nothing_is_mapped(tmp_path: Path) -> None:
    with pytest.raises(UNUSABLE):
        mapped(tmp_path / "kept")


def test_a_folder_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        keep(tmp_path / "file" / "kept", ARRAYS, {})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_folders_above_are_made(tmp_path: Path) -> None:
    keep(tmp_path / "a" / "b" / "kept", ARRAYS, {})
    assert set(mapped(tmp_path / "a" / "b" / "kept")[0]) == set(ARRAYS)


def test_objects_are_not_kept_and_leave_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Object arrays"):
        keep(tmp_path / "kept", {"any": np.array([object()])}, {})
    assert list(tmp_path.iterdir()) == []
