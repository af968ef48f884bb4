"""Whoever kills the program at any moment takes no decision away that it has acknowledged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.review import Review
from reviewer.store.project import ProjectFile

DECIDE = """
import itertools, sys
from pathlib import Path
from reviewer.review import Review
from reviewer.store.project import ProjectFile
from reviewer.store.records import DecisionVersion, Operation, Patch
project = ProjectFile.open(Path(sys.argv[1]))
for number in itertools.count():
    name = f"{sys.argv[2]}-{number}"
    decision = DecisionVersion(1, name, "dismiss", "dismissed", "because " * 20)
    project.commit(Operation("decision", "Dismiss", 1, "s1"), Patch(decisions=(decision,)))
    print(name, flush=True)
"""


EDIT = """
import itertools, sys
from pathlib import Path
from reviewer.review import Review
review = Review.open(Path(sys.argv[1]), check=lambda pair: [])
for number in itertools.count():
    review.edit(1, "s3", f"Er öffnete {number}.")
    review.comment(1, "s3", str(number))
    print(number, flush=True)
"""


def killed_after(path: Path, edits: int) -> int:
    """A review of version 1 whose program was killed: the number of its last edit that was said."""
    shutil.copyfile(Path(__file__).with_name("frozen") / "version-1.review", path)
    program = subprocess.Popen(
        [sys.executable, "-c", EDIT, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout
        for _ in range(edits):
            said = int(program.stdout.readline())
        program.kill()
    return said


def test_a_review_goes_on_where_it_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "a.review"
    said = killed_after(path, 50)
    with Review.open(path, check=lambda pair: []) as review:
        row = review.row(1, "s3")
        assert int(row.target.removeprefix("Er öffnete ").removesuffix(".")) >= said
        assert int(row.comment) >= said
        while review.undo():
            pass
        assert review.row(1, "s3").target == "Er öffnete im Mai."


@pytest.mark.parametrize("index_is_there", [True, False])
def test_a_review_that_was_renamed_after_the_kill_keeps_its_log(
    tmp_path: Path, index_is_there: bool
) -> None:
    path, renamed = tmp_path / "a.review", tmp_path / "b.review"
    said = killed_after(path, 20)
    path.rename(renamed)
    if not index_is_there:
        path.with_name("a.review-shm").unlink()
    with Review.open(renamed, check=lambda pair: []) as review:
        assert int(review.row(1, "s3").comment) >= said
    assert not [one for one in tmp_path.iterdir() if one.suffix != ".review"]


@pytest.mark.parametrize("acknowledged", [1, 40, 150])
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
