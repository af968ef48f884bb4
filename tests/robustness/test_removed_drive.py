"""The drive of an open review is removed, or fails: it is said, and all can be saved elsewhere."""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.store import backups
from reviewer.store.errors import NotTheSameFile

FROZEN = Path(__file__).parents[1] / "store" / "frozen"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="drives are made as on Linux")
_SHUT_DOWN = 0x8004587D
"""What tells ext4 to behave as if its disk had failed (EXT4_IOC_SHUTDOWN)."""


def _ran(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of its own, in memory."""
    place = tmp_path / "drive"
    place.mkdir()
    if not _ran("mount", "-t", "tmpfs", "-o", "size=20m", "reviewer-test", str(place)):
        pytest.skip("this user may mount nothing")
    yield place
    while os.path.ismount(place) and _ran("umount", "-l", str(place)):
        pass


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, with ext4."""
    place, image = tmp_path / "disk", tmp_path / "image"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(20 << 20)
    if not _ran("mkfs.ext4", "-q", str(image)) or not _ran(
        "mount", "-o", "loop", str(image), str(place)
    ):
        pytest.skip("this user may mount nothing")
    yield place
    _ran("umount", "-l", str(place))


def opened_in(place: Path) -> Review:
    path = place / "r.review"
    shutil.copyfile(FROZEN / "version-3.review", path)
    review = Review.open(path)
    review.comment(1, "s1", "kept")
    return review


def remark_in(path: Path) -> str:
    with Review.open(path) as review:
        return review.row(1, "s1").comment


@pytest.mark.parametrize("another", [False, True])
def test_a_drive_that_was_removed(drive: Path, tmp_path: Path, another: bool) -> None:
    review = opened_in(drive)
    path = review.path
    assert _ran("umount", "-l", str(drive))
    if another:
        assert _ran("mount", "-t", "tmpfs", "-o", "size=1m", "reviewer-test", str(drive))
    for _ in range(2):
        with pytest.raises(NotTheSameFile, match="its drive was removed") as caught:
            review.comment(1, "s1", "not kept")
        assert caught.value.what == "out of reach"
    assert review.row(1, "s1").comment == "kept"
    review.copy_to(tmp_path / "saved.review")
    assert remark_in(tmp_path / "saved.review") == "kept"
    review.close()
    assert list(drive.iterdir()) == []
    assert remark_in(backups.of(path)[0].path) == "kept"


def test_a_disk_that_failed(disk: Path, tmp_path: Path) -> None:
    """Not even what has been written can be read from it."""
    review = opened_in(disk)
    path = review.path
    descriptor = os.open(disk, os.O_RDONLY)
    fcntl.ioctl(descriptor, _SHUT_DOWN, struct.pack("I", 2))
    os.close(descriptor)
    with pytest.raises(NotTheSameFile) as caught:
        review.comment(1, "s1", "not kept")
    assert caught.value.what == "out of reach"
    review.copy_to(tmp_path / "saved.review")
    assert remark_in(tmp_path / "saved.review") == "kept"
    review.close()
    assert remark_in(backups.of(path)[0].path) == "kept"
