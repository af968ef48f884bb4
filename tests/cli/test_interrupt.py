"""Ctrl+C at any moment: exit code 130, no traceback, no process left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.review import Review

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

ROOT = Path(__file__).parents[2]
TOY = ROOT / "resources" / "packages" / "translate-uk_en-toy.argosmodel"
SAMPLE = ROOT / "resources" / "sample"

# Says when Python itself is through, whose own first moments are in nobody's hand: nor are those
# between these lines, on a busy computer.
PROGRAM = """
import sys, reviewer.cli
reviewer.cli.interrupt.end_at_once()
print("begun", file=sys.stderr, flush=True)
sys.exit(reviewer.cli.main())
"""

Started = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def started() -> Iterator[Started]:
    """Starts the program in a process group of its own and waits until it has begun."""
    running = []

    def start(*arguments: object, errors: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
            cwd=ROOT,
        )
        running.append(program)
        if program.stderr:
            assert program.stderr.readline() == b"begun\n"
        return program

    yield start
    for program in running:
        with program:  # which closes its pipes, also where they were read to their end
            program.kill()


def ended(program: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Exit code and what it had to say, after all that it started has ended."""
    _, errors = program.communicate()
    for _ in range(600):
        try:
            os.killpg(program.pid, 0)
        except ProcessLookupError:
            return program.returncode, (errors or b"").decode()
        time.sleep(0.05)
    pytest.fail("a process is left")


@pytest.mark.parametrize("delay", [0.0, 0.012, 0.06, 0.2, 0.5])
def test_while_it_starts(delay: float, started: Started, tmp_path: Path) -> None:
    texts = sorted(SAMPLE.glob("article.*.md"))
    files = [shutil.copy(text, tmp_path / f"{n}.{text.name}") for n in range(3) for text in texts]
    program = started("check", SAMPLE / "article.en.html", *files)
    time.sleep(delay)
    os.killpg(program.pid, signal.SIGINT)
    assert ended(program) == (130, "")


@pytest.mark.parametrize(("whom", "delay"), [(os.kill, 0.0), (os.killpg, 0.0), (os.kill, 0.3)])
def test_while_the_engine_runs(
    delay: float, whom: Callable[[int, int], None], started: Started, tmp_path: Path
) -> None:
    assert main(["packages", "install", str(TOY)]) == 0
    source, ukrainian = tmp_path / "source.txt", tmp_path / "ukrainian.txt"
    source.write_text("".join(f"The harbour has {n} cranes.\n\n" for n in range(3_000)), "utf-8")
    ukrainian.write_text("".join(f"У порту {n} кранів.\n\n" for n in range(3_000)), "utf-8")
    report = tmp_path / "report.json"
    ours, theirs = os.openpty()
    program = started(
        *("check", "--format", "json", "--output", report, source, ukrainian), errors=theirs
    )
    os.close(theirs)
    seen = b""
    while b"Translating" not in seen:
        seen += os.read(ours, 4096)
    time.sleep(delay)
    whom(program.pid, signal.SIGINT)
    while True:
        try:
            some = os.read(ours, 4096)
        except OSError:  # Linux's end of a terminal that nobody has open
            break
        if not some:
            break
        seen += some
    os.close(ours)
    assert ended(program) == (130, "")
    assert b"Traceback" not in seen
    assert {path.name for path in tmp_path.iterdir()} == {"source.txt", "ukrainian.txt"}


@pytest.mark.parametrize("delay", [0.0, 0.06, 0.3])
@pytest.mark.parametrize("command", [["packages", "list"], ["packages", "install", TOY]])
def test_packages(delay: float, command: list[object], started: Started, own_home: Path) -> None:
    program = started(*command)
    time.sleep(delay)
    os.killpg(program.pid, signal.SIGINT)
    code, errors = ended(program)
    # It may have been through before the key.
    assert (code in (0, 130, -signal.SIGINT), errors) == (True, "")
    packages = own_home / "data" / "reviewer" / "packages"
    assert all((folder / "metadata.json").exists() for folder in packages.glob("*"))
    assert main(["packages", "install", str(TOY)]) == 0


@pytest.mark.parametrize("delay", [0.0, 0.06, 0.3])
def test_export(delay: float, started: Started, tmp_path: Path) -> None:
    source, translation = SAMPLE / "article.en.html", SAMPLE / "article.uk.md"
    project = tmp_path / "sample.review"
    Review.create(project, analyse(formats.read(source), [formats.read(translation)])).close()
    output = tmp_path / "output"
    output.mkdir()
    program = started("export", project, "--output", output)
    time.sleep(delay)
    os.killpg(program.pid, signal.SIGINT)
    code, errors = ended(program)
    assert code in (0, 130, -signal.SIGINT)
    # It may have come as far as to say what is still open.
    assert all(line.startswith("reviewer: ") for line in errors.splitlines())
    with Review.open(project) as review:
        assert review.translations
    assert not list(output.glob(".*"))


def test_who_ignores_the_key_goes_on_ignoring_it() -> None:
    # As a shell has it for what it starts in the background.
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "from reviewer.cli import main; sys.argv[1:] = ['packages', 'list']; code = main()\n"
        "signal.raise_signal(signal.SIGINT); sys.exit(code)"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True).returncode == 0
