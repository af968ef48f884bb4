"""The frozen folder that make package leaves in build/frozen, and the smoke test's own teeth."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import smoke
from elf import elf_files, needed
from project import ROOT

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(900)]

FROZEN = ROOT / "build" / "frozen" / "reviewer"
NOT_SHIPPED = ("libreadline", "libqgtk3", "libgtk", "libQt6Qml", "libQt6Quick", "libQt6Network")


@pytest.fixture(scope="module")
def frozen() -> Path:
    if not FROZEN.is_dir():
        pytest.skip("no frozen folder: run make package")
    return FROZEN


@pytest.fixture
def damaged(frozen: Path, tmp_path: Path) -> Path:
    """A copy to take something out of."""
    subprocess.run(["cp", "-al", str(frozen), str(tmp_path / "reviewer")], check=True)
    return tmp_path / "reviewer"


def outcome(folder: Path) -> smoke.Outcome:
    return smoke.outcome([str(folder / "reviewer")])


@pytest.fixture(scope="module")
def expected() -> smoke.Outcome:
    return smoke.outcome([sys.executable, "-P", "-m", "reviewer"])


def test_it_does_what_the_development_environment_does(
    frozen: Path, expected: smoke.Outcome
) -> None:
    assert smoke.problems(outcome(frozen), expected) == []


@pytest.mark.skipif(sys.platform != "linux", reason="names of libraries on Linux")
def test_a_folder_without_the_engine_does_not_pass(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smoke, "LONGEST", 60.0)
    for library in (damaged / "_internal" / "ctranslate2").glob("_ext*.so"):
        library.unlink()
    with pytest.raises(SystemExit):
        outcome(damaged)  # the window is open and holds no back-translation


@pytest.mark.skipif(sys.platform != "linux", reason="names of libraries on Linux")
def test_it_holds_nothing_that_must_not_be_shipped(frozen: Path) -> None:
    names = {path.name for path in frozen.rglob("*")}
    assert not [path for path in frozen.rglob("*") if path.is_symlink() and not path.exists()]
    assert not [name for name in names if name.startswith(NOT_SHIPPED)]
    asked = {name for path in elf_files(frozen) for name in needed(path)}
    assert not [name for name in asked if name.startswith(NOT_SHIPPED)]


def test_licences_and_what_is_inside_come_along(frozen: Path) -> None:
    folder = frozen / "_internal" / "reviewer" / "_resources" / "licences"
    page = (folder / "third-party.html").read_text("utf-8")
    for part in ("PySide6", "ctranslate2", "argostranslate", "Python", "GNU LESSER GENERAL PUBLIC"):
        assert part in page
    for builder in ("pyinstaller", "cyclonedx", "hatchling"):
        assert f"<td>{builder}" not in page.lower()
    assert {"GPL-3.0.txt", "LGPL-3.0.txt"} <= {path.name for path in folder.iterdir()}


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_it_opens_no_connection(frozen: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    watch = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect", "-o", str(trace)]
    with smoke.display() as shown:
        window = subprocess.Popen(
            [*watch, str(frozen / "reviewer"), "demo"],
            env={**os.environ, **shown, "REVIEWER_DATA": str(tmp_path / "data")},
        )
        smoke._wait(window, tmp_path / "data" / "Sample.review")
        # strace keeps the signal to itself: it goes to the program below it.
        below = Path(f"/proc/{window.pid}/task/{window.pid}/children").read_text("utf-8").split()
        os.kill(int(below[0]), signal.SIGINT)
        window.wait(60)
    seen = trace.read_text("utf-8", errors="replace")
    assert "AF_UNIX" in seen  # the display
    assert "AF_INET" not in seen
