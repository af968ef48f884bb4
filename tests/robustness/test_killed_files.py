"""Whoever kills the program while it makes a backup, restores one, packs or exports finds what was
there or what was to be there, whole; and can go on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness import killed_at

MOMENTS = ["0.45", "0.75"]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_program_that_keeps_files_is_killed(tmp_path: Path) -> None:
    assert found_by_kills(tmp_path, MOMENTS) == [
        f"{kind} at {moment}: " for kind in killed_at.KINDS for moment in MOMENTS
    ]


def found_by_kills(folder: Path, moments: list[str]) -> list[str]:
    """What is wrong after each of the kills."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.robustness.killed_at", str(folder), *moments],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": ".", "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()
