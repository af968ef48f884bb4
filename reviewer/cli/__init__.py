"""The command line. Exit codes: 0 clean, 1 findings at or above --fail-on, 2 bad input or usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer import __version__
from reviewer.cli import check, export, packages
from reviewer.domain import ReviewerError

_COMMANDS = (check, export, packages)
# What shells report for a program that SIGINT or SIGPIPE ended.
_INTERRUPTED = 130
_NOBODY_READS = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    names = {command.NAME for command in _COMMANDS}
    if arguments and (arguments[0] in names or arguments[0] in ("-h", "--help", "--version")):
        return _command(arguments)
    return _window(arguments)


def desktop() -> int:
    """The entry point without a terminal."""
    return main()


def _command(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        if sys.stdout:
            sys.stdout.flush()
    except ReviewerError as error:
        return _refused(str(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _NOBODY_READS
    except OSError as error:
        _drop_output()
        return _refused(": ".join(filter(None, (error.filename, error.strerror or str(error)))))
    return code


def _refused(words: str) -> int:
    print(f"reviewer: {words}", file=sys.stderr)  # noqa: T201
    return 2


def _drop_output() -> None:
    """Keep the interpreter from trying again, at its end, to write what nobody takes."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _window(arguments: Sequence[str]) -> int:
    unknown = [argument for argument in arguments if argument.startswith("-")]
    if unknown:
        _parser().error(f"unknown option: {unknown[0]}")
    from reviewer.ui.app import run

    demo = list(arguments) == ["demo"] and not Path("demo").exists()
    return run([] if demo else [Path(argument).absolute() for argument in arguments], demo=demo)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Review translations offline: what is missing, what was added, which "
        "figures diverge. Without a command it opens the window, on the FILEs if any are given; "
        "`reviewer demo` opens the sample.",
    )
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
