"""What the command line does with its arguments."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from reviewer import __version__
from reviewer.cli import (
    apply,
    backups,
    check,
    completion,
    convert,
    export,
    interrupt,
    pack,
    packages,
    profiles,
    report,
    sets,
    window_needs,
)
from reviewer.cli.telling import tell
from reviewer.cli.terminal import shown
from reviewer.domain import ReviewerError
from reviewer.processes import look_for_garbage_seldom
from reviewer.wording import in_words, system_language, use_language

_log = logging.getLogger(__name__)
# Without this Python writes what is logged to a terminal that no log was asked for.
logging.getLogger("reviewer").addHandler(logging.NullHandler())

_COMMANDS = (
    check,
    sets,
    export,
    convert,
    report,
    apply,
    pack,
    packages,
    profiles,
    backups,
    completion,
)
_ALIKE = 0.75
"""How alike, by difflib, a mistyped command and its name are: "chek", not "cheese"."""

_NOBODY_READS = 141
"""What shells report for a program that SIGPIPE ended."""


def run(arguments: Sequence[str]) -> int:
    """Run a command, or the window; returns the exit code."""
    use_language(system_language())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout, sys.stderr = shown(sys.stdout), shown(sys.stderr)
    file, texts, rest = _log_options(arguments)
    begin = _begin(rest)
    if file is None and begin is _command:
        return begin(rest)
    from reviewer.cli import log

    # A log that nobody asked for is no reason to stop.
    with ExitStack() as stack:
        try:
            stack.enter_context(log.logging_to(file or log.usual_file(), texts))
        except ReviewerError as error:
            if file is not None:
                return _refused(error)
        return begin(rest)


def _log_options(arguments: Sequence[str]) -> tuple[Path | None, bool, Sequence[str]]:
    """The file of `--log`, whether texts go into it, and the arguments behind these options."""
    file, texts, rest = None, False, list(arguments)
    while rest and rest[0].split("=")[0] in ("--log", "--log-texts"):
        option, _, value = rest.pop(0).partition("=")
        if option == "--log-texts":
            texts = True
        elif value or rest:
            file = Path(value or rest.pop(0))
        else:
            _parser().error("argument --log: expected a FILE")
    return file, texts, rest


def _begin(arguments: Sequence[str]) -> Callable[[Sequence[str]], int]:
    names = {command.NAME for command in _COMMANDS}
    if arguments and (arguments[0] in names or arguments[0] in ("-h", "--help", "--version")):
        return _command
    return _window


def _command(arguments: Sequence[str]) -> int:
    look_for_garbage_seldom()
    options = _parser().parse_args(arguments)
    try:
        interrupt.end_in_order()
        code: int = options.run(options)
        if sys.stdout:
            sys.stdout.flush()
    except BaseException as error:
        # Whatever an interrupt has become on its way here, it is one.
        if interrupt.pressed():
            return interrupt.EXIT_CODE
        _log.error("The command %s failed", arguments[0], exc_info=error)
        if isinstance(error, ReviewerError | OSError):
            return _refused(error)
        raise
    return code


def _refused(error: ReviewerError | OSError) -> int:
    if isinstance(error, OSError):
        _drop_output()
        if isinstance(error, BrokenPipeError):
            return _NOBODY_READS
    words = in_words(error.args[0]) if error.args else ""
    if isinstance(error, OSError):
        words = ": ".join(filter(None, (error.filename, error.strerror or words)))
    tell(words)
    return 2


def _drop_output() -> None:
    """Keep the interpreter from trying again, at its end, to write what nobody takes."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _window(arguments: Sequence[str]) -> int:
    unknown = [argument for argument in arguments if argument.startswith("-")]
    if unknown:
        _parser().error(f"unknown option: {unknown[0]}")
    _refuse_mistyped(arguments)
    obstacle = window_needs.obstacle()
    if obstacle:
        tell(obstacle)
        _log.error(obstacle)
        return 2
    from reviewer.being_made import remove_left
    from reviewer.ui.app import run

    remove_left()
    demo = list(arguments) == ["demo"] and not Path("demo").exists()
    return run([] if demo else [Path(argument).absolute() for argument in arguments], demo=demo)


def _refuse_mistyped(arguments: Sequence[str]) -> None:
    """End the program where the first argument is no file, and nearly the name of a command: with
    a dot or a slash it can only be meant for a file."""
    from difflib import get_close_matches

    if not arguments or not arguments[0].isalpha():
        return
    names = [command.NAME for command in _COMMANDS]
    near = get_close_matches(arguments[0].casefold(), names, 1, _ALIKE)
    if near and not Path(arguments[0]).exists():
        _parser().error(f"no command or file “{arguments[0]}”; did you mean `reviewer {near[0]}`?")


def command_parsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command by its name; of one with actions, by both ("packages list")."""
    return dict(_below(_parser(), ""))


def _below(
    parser: argparse.ArgumentParser, name: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for own, child in action.choices.items():
                yield f"{name} {own}".strip(), child
                yield from _below(child, f"{name} {own}".strip())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="Review translations offline: what is missing, what was added, which "
        "figures diverge. Without a command it opens the window, on the FILEs if any are given; "
        "`reviewer demo` opens the sample.",
    )
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    parser.add_argument(
        "--log",
        metavar="FILE",
        help="write a log to FILE, without the texts; in front of the command. The window keeps "
        "one of its own, which the Help menu shows",
    )
    parser.add_argument(
        "--log-texts", action="store_true", help="the log may quote the texts and name the files"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
