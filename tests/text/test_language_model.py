"""The detector's model: mapped from an unpacked copy, whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer.text import language_model
from reviewer.text.language_model import identifier

Ranks = list[list[tuple[str, float]]]

LINES = [
    "The committee will meet again in the spring.",
    "Der Ausschuss tritt im Frühjahr wieder zusammen.",
    "Комітет знову збереться навесні.",
    "Komite akan bertemu lagi pada musim semi.",
    "تجتمع اللجنة مرة أخرى في الربيع.",
    "委员会将在春天再次开会。",
    "...",
    "",
]


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    identifier.cache_clear()
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ranks]:
    """A folder with the unpacked model, and how the packed one ranks: unpacking takes its time."""
    folder = tmp_path_factory.mktemp("unpacked")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("REVIEWER_DATA", str(folder))
        return folder / "cache", ranks()


@pytest.fixture
def packed(unpacked: tuple[Path, Ranks], own_folder: Path) -> Ranks:
    """How the packed model ranks; its unpacked copy lies in our own folder."""
    folder, found = unpacked
    shutil.copytree(folder, own_folder)
    return found


@pytest.fixture(autouse=True)
def forgotten() -> object:
    yield
    identifier.cache_clear()


def ranks() -> Ranks:
    identifier.cache_clear()
    return [identifier().rank(line) for line in LINES]


def model_folder(own_folder: Path) -> Path:
    (found,) = own_folder.iterdir()
    return found


def test_the_mapped_model_ranks_as_the_packed_one(
    own_folder: Path, packed: Ranks, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert model_folder(own_folder).is_dir()
    monkeypatch.setattr(language_model, "_unpacked", lambda: pytest.fail("it is unpacked again"))
    assert ranks() == packed


def test_nothing_but_the_model_is_left_in_the_folder(unpacked: tuple[Path, Ranks]) -> None:
    own_folder, _ = unpacked
    assert [path.name for path in own_folder.iterdir()] == [model_folder(own_folder).name]


@pytest.mark.parametrize("name", ["weights.npy", "next_states.npy", "parts.json"])
def test_a_cut_copy_is_not_believed(own_folder: Path, packed: Ranks, name: str) -> None:
    file = model_folder(own_folder) / name
    file.write_bytes(file.read_bytes()[:-7])
    assert ranks() == packed


@pytest.mark.parametrize("name", ["rows.npy", "parts.json"])
def test_a_missing_part_is_no_obstacle(own_folder: Path, packed: Ranks, name: str) -> None:
    (model_folder(own_folder) / name).unlink()
    assert ranks() == packed


def test_a_damaged_copy_is_made_anew(
    own_folder: Path, packed: Ranks, monkeypatch: pytest.MonkeyPatch
) -> None:
    (model_folder(own_folder) / "rows.npy").write_bytes(b"")
    ranks()
    unpacked: list[bool] = []
    monkeypatch.setattr(language_model, "_unpacked", lambda: unpacked.append(True))
    ranks()
    assert not unpacked


def test_a_folder_that_cannot_be_made_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "file"))
    assert ranks()[1][0][0] == "de"
