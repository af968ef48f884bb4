"""How the engine's process is started, and whose fault it is when it does not work."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from reviewer.machine_translation import WORKER_ARGUMENT, process
from reviewer.machine_translation.errors import EngineError, ProgramIncomplete
from reviewer.machine_translation.process import WorkerProcess, worker_command
from reviewer.machine_translation.sample import sample_packages

BROKEN = """
import sys

class Missing:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
from reviewer.machine_translation.worker import main
main()
"""


def without(module: str) -> list[str]:
    """The worker of a program that lacks a module."""
    return [sys.executable, "-c", BROKEN.format(module=module)]


def test_the_program_itself_is_the_worker_when_it_is_asked_to_be(unpacked: Path) -> None:
    answers: list[tuple[int, str]] = []
    with WorkerProcess([sys.executable, "-m", "reviewer", WORKER_ARGUMENT]) as worker:
        worker.translate(unpacked / "translate-id_en", ["satu dua"], on_results=answers.extend)
    assert [index for index, _ in answers] == [0]


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "reviewer-desktop.exe"))
    assert worker_command() == [str(tmp_path / "reviewer-desktop.exe"), WORKER_ARGUMENT]
    (tmp_path / "reviewer.exe").touch()
    assert worker_command() == [str(tmp_path / "reviewer.exe"), WORKER_ARGUMENT]


@pytest.mark.parametrize(
    "module", ["ctranslate2", "sentencepiece", "reviewer.machine_translation.engine"]
)
def test_a_missing_part_is_the_programs_fault(module: str, unpacked: Path) -> None:
    with WorkerProcess(without(module)) as worker:
        for _ in range(2):  # it goes on saying so
            with pytest.raises(ProgramIncomplete, match=f"{module}.*Install Reviewer again"):
                worker.open(unpacked / "translate-id_en")


def test_a_damaged_package_is_not(unpacked: Path, tmp_path: Path) -> None:
    with WorkerProcess() as worker, pytest.raises(EngineError) as raised:
        worker.open(tmp_path)
    assert not isinstance(raised.value, ProgramIncomplete)


def test_the_sample_goes_without_no_package_when_the_program_is_broken(
    package_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "worker_command", lambda: without("ctranslate2"))
    with pytest.raises(ProgramIncomplete):
        sample_packages([package_file], tmp_path / "sample")


def test_a_package_that_the_sample_goes_without_is_logged(
    repack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = repack(without="model.bin", plus={"translate-id_en/model/model.bin": b"nothing"})
    with caplog.at_level(logging.WARNING, "reviewer"):
        assert sample_packages([broken], tmp_path / "sample") == []
    assert broken.name in caplog.text


LATE = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    for job, text in ((asked["job"] - 1, "old"), (asked["job"], "new")):
        print(json.dumps({"job": job, "results": [[0, text]]}), flush=True)
        print(json.dumps({"job": job, "end": "done"}), flush=True)
"""


def test_late_answers_to_an_earlier_job_are_not_taken_for_this_one(tmp_path: Path) -> None:
    answers: list[tuple[int, str]] = []
    with WorkerProcess([sys.executable, "-c", LATE]) as worker:
        for _ in range(2):
            worker.translate(tmp_path, ["one"], on_results=answers.extend)
    assert answers == [(0, "new"), (0, "new")]
