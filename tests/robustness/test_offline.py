"""Nothing goes online unasked: what the system sees of the program holds no internet socket."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
WINDOW = Path(__file__).with_name("driven_window.py")

Traced = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / "trace"


@pytest.fixture
def traced(trace: Path, environment: dict[str, str]) -> Traced:
    """Runs a command; its sockets, and those of all it starts, are written to `trace`."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    # Stopping at these calls alone keeps the rest as quick as ever.
    watch = [
        "strace",
        "-f",
        "-qq",
        "-A",
        "--seccomp-bpf",
        "-e",
        "trace=socket,connect,sendto",
        "-o",
        str(trace),
    ]
    works = subprocess.run([*watch, "true"], capture_output=True)
    if works.returncode:
        pytest.skip("strace may not watch here")

    def run(*command: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*watch, *map(str, command)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
        )

    return run


def online(trace: Path) -> list[str]:
    """The traced calls that have to do with a network."""
    return [line for line in trace.read_text().splitlines() if re.search(r"\b[AP]F_INET", line)]


def test_a_program_that_goes_online_is_seen(traced: Traced, trace: Path) -> None:
    look_up = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    traced(sys.executable, "-c", look_up)
    assert online(trace)


def test_the_commands_stay_offline(
    traced: Traced, trace: Path, command: list[str], project: Path, tmp_path: Path
) -> None:
    package = ROOT / "resources" / "packages" / "translate-uk_en-toy.argosmodel"
    check = ["check", SAMPLE / "article.en.html", SAMPLE / "article.uk.md"]
    for arguments, code in (
        (["packages", "list"], 0),
        (["packages", "install", package], 0),
        (check, 1),
        ([*check, "--format", "xlsx", "--output", tmp_path / "r.xlsx"], 1),
        ([*check, "--format", "html", "--output", tmp_path / "r.html"], 1),
        (["export", project, "--output", tmp_path], 0),
        (["packages", "remove", "uk-en"], 0),
    ):
        ended = traced(*command, *arguments)
        assert (ended.returncode, ended.stderr) == (code, "")
    assert not online(trace)


def test_the_window_stays_offline(traced: Traced, trace: Path, tmp_path: Path) -> None:
    ended = traced(sys.executable, WINDOW, "demo", tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert '"undo": "Edit"' in ended.stdout
    assert (tmp_path / "text.docx").stat().st_size
    assert (tmp_path / "findings.csv").stat().st_size
    assert not online(trace)
