"""How the command line behaves on a terminal, in a pipe and when it is interrupted."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")


def on_a_terminal(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Exit code and everything that a terminal of 80 columns got to see."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as program:
        os.close(theirs)
        seen = b""
        while True:
            try:
                some = os.read(ours, 4096)
            except OSError:  # Linux's end of a terminal that nobody has open
                break
            if not some:
                break
            seen += some
    os.close(ours)
    return program.returncode, seen.decode()


def test_a_terminal_shows_progress_and_then_the_findings_alone(
    source: Path, german: Path, command: list[str], environment: dict[str, str]
) -> None:
    code, seen = on_a_terminal([*command, "check", str(source), str(german)], environment)
    assert code == 1
    assert "#" in seen
    assert "%" in seen
    bars, result = seen.rsplit("\r\x1b[K", 1)
    assert "[" in bars
    assert "97 Milliarden" in result
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", result)  # but for colours


HOSTILE = "\x1b[2J\x1b]0;title\x07\x9b8m\r\u202e\x1b[1;31m"


def test_a_terminal_obeys_nothing_that_stands_in_a_name_or_a_text(
    source: Path, german: Path, command: list[str], environment: dict[str, str]
) -> None:
    # With many of these a file is no text to us.
    source.write_text("The long bridge \x1b[2J over the river cost 97 million euros.", "utf-8")
    german.write_text("Die lange Brücke\u202e über den \x1b[8mFluss kostete 98 Millionen.", "utf-8")
    odd = german.rename(german.with_name(f"odd{HOSTILE}\n.txt"))
    languages = ["--source-language", "en", "--language", "de"]
    code, seen = on_a_terminal(
        [*command, "check", "--explain", *languages, str(source), str(odd)], environment
    )
    assert code == 1, seen
    assert "\\x1b[2J\\x1b]0;title\\x07" in seen
    assert "Brücke\\u202e über den \\x1b[8mFluss" in seen
    _no_sequences(seen)


@pytest.mark.parametrize("command_of", [["check"], ["export"], ["--unknown"]])
def test_a_terminal_obeys_nothing_in_what_is_refused(
    source: Path, command: list[str], environment: dict[str, str], command_of: list[str]
) -> None:
    missing = source.with_name(f"missing{HOSTILE}.review")
    _, seen = on_a_terminal([*command, *command_of, str(missing), str(source)], environment)
    _no_sequences(seen)


def _no_sequences(seen: str) -> None:
    """Nothing but our own colours, and the line of progress."""
    rest = re.sub(r"\x1b\[(0|1;31|33|36|2)m|\r\x1b\[K|\r\n", "\n", seen)
    assert not re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest), seen


def test_a_pipe_gets_the_findings_alone(source: Path, german: Path, reviewer: Any) -> None:
    ended = reviewer("check", source, german)
    assert ended.returncode == 1
    assert "\r" not in ended.stdout
    assert "German to English" in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("before_anything_is_read", [True, False])
def test_a_reader_that_leaves_is_no_error(
    before_anything_is_read: bool,
    source: Path,
    german: Path,
    tmp_path: Path,
    command: list[str],
    environment: dict[str, str],
) -> None:
    # More than a pipe holds, so that writing meets the closed end.
    german.write_text("Das kostet 5 Euro, 6 Euro und 7 Euro. " * 2_000, "utf-8")
    with subprocess.Popen(
        [*command, "check", "--format", "json", str(source), str(german)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as program:
        assert program.stdout
        assert program.stderr
        if not before_anything_is_read:
            assert program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


def test_a_full_disk_behind_the_output(
    source: Path, german: Path, command: list[str], environment: dict[str, str]
) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb") as out:
        ended = subprocess.run(
            [*command, "check", str(source), str(german)],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
    assert ended.returncode == 2
    assert ended.stderr == "reviewer: No space left on device\n"


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_error(
    closed: str, source: Path, german: Path, tmp_path: Path, command: list[str], environment: Any
) -> None:
    report = tmp_path / "report.json"
    arguments = ["check", "--format", "json", "--output", str(report), str(source), str(german)]
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *command, *arguments]
    ended = subprocess.run(shell, capture_output=True, text=True, env=environment)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert report.stat().st_size > 0


def test_what_has_no_place_to_be_said_does_not_get_into_the_output(
    source: Path, german: Path, command: list[str], environment: Any
) -> None:
    shell = ["sh", "-c", 'exec "$@" 2>&-', "sh", *command, "check", "--format", "json"]
    ended = subprocess.run([*shell, source, german], capture_output=True, env=environment)
    assert json.loads(ended.stdout)["translations"]


def test_ctrl_c_ends_it_and_nothing_is_written(
    source: Path, tmp_path: Path, command: list[str], environment: dict[str, str]
) -> None:
    # Long enough that it cannot be through when the signal comes.
    german, report = tmp_path / "long.txt", tmp_path / "report.json"
    german.write_text("".join(f"Der Hafen hat {n} Kräne.\n\n" for n in range(20_000)), "utf-8")
    arguments = ["check", "--format", "json", "--output", str(report), str(source), str(german)]
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    ) as program:
        os.close(theirs)
        seen = b""
        while b"Aligning" not in seen:  # importing is through: it is at work
            seen += os.read(ours, 4096)
        os.killpg(program.pid, signal.SIGINT)
        while True:
            try:
                some = os.read(ours, 4096)
            except OSError:
                break
            if not some:
                break
            seen += some
    os.close(ours)
    assert b"Traceback" not in seen, seen.decode()
    assert program.returncode == 130
    assert not report.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["long.txt", "source.txt"]
