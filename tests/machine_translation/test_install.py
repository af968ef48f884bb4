"""Installing and removing: all or nothing, and no package for another's."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from reviewer.machine_translation.errors import Cancelled, EngineError, PackageError
from reviewer.machine_translation.install import install, remove
from reviewer.machine_translation.packages import installed_packages, usable_packages


def works(folder: Path) -> None:
    """Stands for the trial of the model where that is not the subject."""


def names(own: Path) -> list[str]:
    return [path.name for path in sorted(own.iterdir())] if own.exists() else []


def test_installed_package_is_listed_with_pair_version_size_and_folder(package_file, tmp_path):
    own = tmp_path / "own"
    package = install(package_file, own=own)
    assert installed_packages(own, []) == [package]
    assert package.metadata.pair == ("id", "en")
    assert package.metadata.version == "1.0"
    assert package.folder == own / "translate-id_en"
    assert package.size > 100_000
    assert package.evidence == "argos translate-id_en 1.0"


def test_progress_reaches_the_whole_size(package_file, tmp_path):
    seen: list[tuple[int, int]] = []
    install(package_file, own=tmp_path, verify=works, progress=lambda *step: seen.append(step))
    assert seen[-1][0] == seen[-1][1]


def test_cancelled_installation_leaves_nothing(package_file, tmp_path):
    with pytest.raises(Cancelled):
        install(package_file, own=tmp_path, verify=works, cancelled=lambda: True)
    assert names(tmp_path) == []


def test_model_that_does_not_open_is_not_installed(repack, tmp_path):
    top = "translate-id_en"
    package = repack(without="model.bin", plus={f"{top}/model/model.bin": b"no model" * 1000})
    with pytest.raises(EngineError):
        install(package, own=tmp_path / "own")
    assert names(tmp_path / "own") == []


def test_broken_archive_leaves_the_installed_one_working(package_file, repack, tmp_path):
    own = tmp_path / "own"
    install(package_file, own=own, verify=works)
    with pytest.raises(PackageError):
        install(repack(without="vocabulary"), own=own, verify=works)
    assert usable_packages(installed_packages(own, []))


def test_installing_again_replaces_the_package(package_file, tmp_path):
    install(package_file, own=tmp_path, verify=works)
    (tmp_path / "translate-id_en" / "stray").touch()
    install(package_file, own=tmp_path, verify=works)
    assert not (tmp_path / "translate-id_en" / "stray").exists()
    assert names(tmp_path) == ["translate-id_en"]


def test_package_never_takes_the_place_of_another(bpe_package_file, repack, tmp_path):
    own = tmp_path / "own"
    install(bpe_package_file, own=own, verify=works)
    with pytest.raises(PackageError, match="take the place"):
        install(repack(top="translate-en_de"), own=own, verify=works)
    assert installed_packages(own, [])[0].metadata.pair == ("en", "de")


def test_full_disk_is_told_before_anything_is_written(package_file, tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 0))
    with pytest.raises(PackageError, match="too full"):
        install(package_file, own=tmp_path / "own", verify=works)
    assert names(tmp_path / "own") == []


def test_disk_that_fills_up_meanwhile_leaves_nothing(package_file, tmp_path, monkeypatch):
    def full(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reviewer.machine_translation.install.unpack", full)
    with pytest.raises(PackageError, match="is full"):
        install(package_file, own=tmp_path / "own", verify=works)
    assert names(tmp_path / "own") == []


def test_removed_package_is_gone_and_others_stay(package_file, bpe_package_file, tmp_path):
    first = install(package_file, own=tmp_path, verify=works)
    second = install(bpe_package_file, own=tmp_path, verify=works)
    remove(first, own=tmp_path)
    assert installed_packages(tmp_path, []) == [second]
    assert names(tmp_path) == ["translate-en_de"]


def test_other_programs_packages_are_never_removed(unpacked, tmp_path):
    theirs = next(p for p in installed_packages(tmp_path, [unpacked]) if not p.ours)
    with pytest.raises(PackageError, match="another program"):
        remove(theirs, own=tmp_path)
    assert theirs.folder.is_dir()
