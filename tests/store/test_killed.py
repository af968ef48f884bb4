"""Whoever kills the program at any moment takes no decision away that it has acknowledged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.store.project import ProjectFile

DECIDE = """
import itertools, sys
from pathlib import Path
from reviewer.store.project import ProjectFile
from reviewer.store.records import DecisionVersion, Operation, Patch
project = ProjectFile.open(Path(sys.argv[1]))
for number in itertools.count():
    name = f"{sys.argv[2]}-{number}"
    decision = DecisionVersion(1, name, "dismiss", "dismissed", "because " * 20)
    project.commit(Operation("decision", "Dismiss", 1, "s1"), Patch(decisions=(decision,)))
    print(name, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 40, 333])
def test_every_acknowledged_decision_is_there(
    path: Path, project: ProjectFile, acknowledged: int
) -> None:
    project.close()
    said: list[str] = []
    for attempt in range(3):
        program = subprocess.Popen(
            [sys.executable, "-c", DECIDE, str(path), str(attempt)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONPATH": "."},
            stdout=subprocess.PIPE,
            text=True,
        )
        with program:
            assert program.stdout
            said += [program.stdout.readline().strip() for _ in range(acknowledged)]
            program.kill()
            # What was written into the pipe before the end counts as well.
            said += [line.strip() for line in program.stdout if line.endswith("\n")]
        assert program.returncode != 0
    project = ProjectFile.open(path)
    found = project.decisions(1)
    project.close()
    assert len(said) >= 3 * acknowledged
    assert set(said) <= found.keys()
    assert len(found) <= len(said) + 3
