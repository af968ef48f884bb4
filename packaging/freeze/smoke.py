"""Whether a frozen program does all that the development environment does.

    python packaging/freeze/smoke.py dist/reviewer/reviewer

Both open the sample in a window, export from the review, and check the sample on the command line.
The reviews must hold the same back-translations and the same findings, the exported texts and the
reports must be the same: a build without
the engine, or without one language's data, opens a window that looks healthy.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
LONGEST = 180.0
"""Seconds that opening the sample may take."""
QUIET = 4.0
"""Seconds without a change after which the review counts as complete."""

BACK_TRANSLATIONS = "SELECT text, package, version, translated, reliable FROM back_translations"
FINDINGS = (
    "SELECT document, check_id, kind, severity, message, source_spans, target_spans FROM findings"
)


Enter = Callable[..., list[str]]


@dataclass(frozen=True)
class Outcome:
    """What one program made of the sample."""

    version: str
    back_translations: Counter[tuple[object, ...]]
    findings: Counter[tuple[object, ...]]
    report: bytes
    exported: dict[str, bytes]


def outcome(command: Sequence[str], enter: Enter | None = None, root: Path = Path("/")) -> Outcome:
    """Run a program on the sample, in folders of its own.

    `enter` gives the command line that runs a command with variables in another system, whose
    files lie below `root`.
    """
    place = Path(tempfile.gettempdir(), "reviewer-smoke")
    outside = root / place.relative_to(place.anchor) if enter else place
    shutil.rmtree(outside, ignore_errors=True)
    shutil.copytree(SAMPLE, outside / "sample")
    with display() as shown:
        variables = {**shown, "REVIEWER_DATA": str(place / "data"), "HOME": str(place)}

        def started(*arguments: str) -> tuple[list[str], dict[str, str]]:
            whole = [*command, *arguments]
            if enter:
                return enter(whole, **variables), dict(os.environ)
            return whole, {**os.environ, **variables}

        whole, environment = started("demo")
        window = subprocess.Popen(whole, env=environment)
        try:
            back, findings = _wait(window, outside / "data" / "Sample.review")
        finally:
            _close(window)
        made = Outcome(
            version=_output(*started("--version")).decode().strip(),
            back_translations=back,
            findings=findings,
            report=_output(*started("check", *_sample(place / "sample"))),
            exported=_exported(started, place / "data" / "Sample.review", outside / "exported"),
        )
    shutil.rmtree(outside, ignore_errors=True)
    return made


def problems(frozen: Outcome, expected: Outcome) -> list[str]:
    """What the frozen program does otherwise, in words."""
    found = []
    if frozen.version != expected.version:
        found.append(f"It calls itself {frozen.version}, not {expected.version}.")
    if frozen.report != expected.report:
        found.append("`check` prints another report.")
    if frozen.exported != expected.exported or not expected.exported:
        found.append("`export` writes other texts.")
    for what in ("back_translations", "findings"):
        theirs, ours = getattr(frozen, what), getattr(expected, what)
        if not ours:
            found.append(f"The development environment itself gives no {what}.")
        lost, more = (ours - theirs).total(), (theirs - ours).total()
        if lost or more:
            found.append(f"Of {ours.total()} {what} {lost} are missing; {more} are others.")
    return found


@contextlib.contextmanager
def display() -> Iterator[dict[str, str]]:
    """The variables of a display: an X server of our own on Linux, else none are needed."""
    if sys.platform != "linux":
        yield {}
        return
    if not shutil.which("Xvfb"):
        raise SystemExit("The smoke test needs Xvfb.")
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with os.fdopen(reads) as stream:
        number = stream.readline().strip()
    try:
        yield {"DISPLAY": f":{number}", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def _sample(folder: Path) -> list[str]:
    """The arguments of `check` that name the sample."""
    described = json.loads((SAMPLE / "sample.json").read_text("utf-8"))
    source, translations = described["source"], described["translations"]
    languages = [part for one in translations for part in ("--language", one["language"])]
    files = [str(folder / one["path"]) for one in (source, *translations)]
    return ["--source-language", source["language"], *languages, *files]


def _wait(window: subprocess.Popen[bytes], review: Path) -> tuple[Counter, Counter]:
    """The rows of the review once they change no more."""
    started = changed = time.monotonic()
    rows: tuple[Counter, Counter] = Counter(), Counter()
    while time.monotonic() - changed < QUIET or not rows[0]:
        if window.poll() is not None:
            raise SystemExit(f"The program ended by itself with code {window.returncode}.")
        if time.monotonic() - started > LONGEST:
            raise SystemExit(f"After {LONGEST:.0f} seconds the sample holds no back-translation.")
        time.sleep(0.25)
        now = _read(review)
        if now != rows:
            rows, changed = now, time.monotonic()
    return rows


def _read(review: Path) -> tuple[Counter, Counter]:
    try:
        with contextlib.closing(sqlite3.connect(f"{review.as_uri()}?mode=ro", uri=True)) as file:
            return Counter(file.execute(BACK_TRANSLATIONS)), Counter(file.execute(FINDINGS))
    except sqlite3.Error:  # not made yet
        return Counter(), Counter()


def _close(window: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        window.kill()
    else:
        window.send_signal(signal.SIGINT)
    try:
        window.wait(20)
    except subprocess.TimeoutExpired:
        window.kill()
        window.wait()


def _exported(
    started: Callable[..., tuple[list[str], dict[str, str]]], review: Path, folder: Path
) -> dict[str, bytes]:
    """The texts that `export` writes into a folder beside the review's, by their names."""
    folder.mkdir()
    _output(*started("export", str(review), "--output", str(review.parents[1] / folder.name)))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _output(command: Sequence[str], environment: dict[str, str]) -> bytes:
    done = subprocess.run(command, env=environment, capture_output=True, timeout=LONGEST)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def main() -> int:
    """Compare the two programs; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frozen", type=Path, help="the frozen program")
    parser.add_argument("--python", default=sys.executable, help="of the development environment")
    options = parser.parse_args()
    expected = outcome([options.python, "-P", "-m", "reviewer"])
    frozen = outcome([str(options.frozen.absolute())])
    found = problems(frozen, expected)
    for words in found:
        print(words)
    if not found:
        print(
            f"{frozen.version}: {frozen.back_translations.total()} back-translations and "
            f"{frozen.findings.total()} findings, as in the development environment."
        )
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
