"""The script in the archive installs for one person, and removes again all that it put there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import icons
import pytest
from linux_files import write_share
from project import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script of POSIX")


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The archive with a program of one line."""
    top = tmp_path / "un packed"
    program = top / "reviewer" / "reviewer"
    (top / "reviewer" / "_internal").mkdir(parents=True)
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o755)
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "reviewer-16.png").write_bytes(icons.png(16))
    write_share(top / "share", tmp_path / "icons")
    shutil.copy(ROOT / "packaging" / "linux" / "install.sh", top)
    return top


def run(unpacked: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(unpacked / "install.sh"), *map(str, arguments)], capture_output=True, text=True
    )


def files(folder: Path) -> set[Path]:
    made_by_the_desktop = ("mimeinfo.cache", "icon-theme.cache")
    return {
        path.relative_to(folder)
        for path in folder.rglob("*")
        if not path.is_dir() or path.is_symlink()
        if path.name not in made_by_the_desktop and "mime" not in path.parts[:-1]
    }


def test_it_installs_a_program_that_starts(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "home of me" / ".local"
    done = run(unpacked, "--prefix", prefix)
    assert done.returncode == 0, done.stderr
    started = subprocess.run([str(prefix / "bin" / "reviewer")], capture_output=True, text=True)
    assert started.stdout == "started\n"
    entry = (prefix / "share" / "applications" / "reviewer.desktop").read_text("utf-8")
    assert f'Exec="{prefix}/bin/reviewer" %F' in entry


def test_installing_again_replaces(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "prefix"
    run(unpacked, "--prefix", prefix)
    (prefix / "lib" / "reviewer" / "of-an-older-version").touch()
    assert run(unpacked, "--prefix", prefix).returncode == 0
    assert not (prefix / "lib" / "reviewer" / "of-an-older-version").exists()


def test_removing_leaves_what_is_not_ours(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "prefix"
    other = prefix / "share" / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.touch()
    run(unpacked, "--prefix", prefix)
    assert run(unpacked, "--remove", "--prefix", prefix).returncode == 0
    assert files(prefix) == {other.relative_to(prefix)}


def test_an_unknown_option_changes_nothing(unpacked: Path, tmp_path: Path) -> None:
    assert run(unpacked, "--prefx", tmp_path / "prefix").returncode == 2
    assert not (tmp_path / "prefix").exists()
