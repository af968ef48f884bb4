"""Whoever kills the window, or the engine behind it, takes away nothing that was acknowledged."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.analysis import analyse
from reviewer.domain import Document
from reviewer.formats import read
from reviewer.machine_translation.install import install
from reviewer.machine_translation.process import WorkerProcess
from reviewer.machine_translation.translator import Translator
from reviewer.review import Review

WINDOW = Path(__file__).with_name("driven_window.py")
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review with a finding in each of its 100 sentences."""
    folder = tmp_path_factory.mktemp("made")
    source, german = folder / "a.txt", folder / "b.txt"
    numbers = range(101, 201)
    source.write_text("".join(f"House {n} has {n * 7} windows.\n\n" for n in numbers), "utf-8")
    german.write_text("".join(f"Haus {n} hat {n * 8} Fenster.\n\n" for n in numbers), "utf-8")
    path = folder / "bridge.review"
    Review.create(path, analyse(read(source), [read(german)])).close()
    return path


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of it to work in."""
    return Path(shutil.copy(made, tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("after", [1, 20])
def test_the_window_is_killed_at_work(
    after: int, project: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    with subprocess.Popen(
        [sys.executable, WINDOW, project],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as program:
        assert program.stdout
        assert program.stderr
        said = [json.loads(program.stdout.readline() or program.stderr.read())]
        said += [json.loads(program.stdout.readline()) for _ in range(after - 1)]
        program.kill()
        said += [json.loads(line) for line in program.stdout if line.endswith("\n")]
    assert program.returncode == -signal.SIGKILL
    assert sorted(path.name for path in tmp_path.glob("bridge.review*")) != ["bridge.review"]
    copy = tmp_path / "copy.review"
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{project}{suffix}", f"{copy}{suffix}")

    targets = {one["row"]: one["target"] for one in said if "target" in one}
    for path in (project, copy):
        with Review.open(path) as review:
            for row, target in targets.items():
                # What was done just before the end may not have been said any more.
                assert review.row(1, row).target.startswith(target)
            steps = 0
            while review.undo():
                steps += 1
            assert len(said) <= steps <= len(said) + 1
        assert not list(tmp_path.glob(f"{path.name}-*"))


@pytest.fixture
def documents() -> tuple[Document, list[Document]]:
    sample = RESOURCES / "sample"
    return read(sample / "article.en.html"), [read(sample / "article.uk.md")]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("times", [1, 5])
def test_the_engine_is_killed_at_work(
    times: int, documents: tuple[Document, list[Document]], tmp_path: Path
) -> None:
    package = install(RESOURCES / "packages" / "translate-uk_en-toy.argosmodel", own=tmp_path)
    worker = WorkerProcess()
    left = times

    def kill(_what: str, _share: float) -> None:
        nonlocal left
        if left and worker.pid:
            left -= 1
            os.kill(worker.pid, signal.SIGKILL)

    source, translations = documents
    with closing(Translator(packages=[package], worker=worker)) as translator:
        analysis = analyse(source, translations, translator=translator, progress=kill)
        told = translator.problems
        again = analyse(source, translations, translator=translator)
        assert again.translations[0].evidence.startswith("argos")
        assert all(back.text for back in again.translations[0].back_translations.values())
    [comparison] = analysis.translations
    assert sum(bead.relation == "aligned" for bead in comparison.beads) > 30
    assert all("ended unexpectedly (SIGKILL)" in problem for problem in told)
