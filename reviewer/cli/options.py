"""How a command is made, and the options that several of them have."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reviewer.domain import ReviewerError
from reviewer.messages import message

Run = Callable[[argparse.Namespace], int]


def add_command(
    commands: Any,
    name: str,
    run: Run,
    *,
    help: str,  # noqa: A002 - argparse's own name for it
    description: str,
    examples: Sequence[str] = (),
) -> Any:
    """Add a command to the parser's commands; `run` gives its exit code. Returns its parser."""
    lines = "\n".join(f"  {line}" for line in examples)
    parser = commands.add_parser(
        name,
        help=help,
        description=description,
        epilog=f"examples:\n{lines}" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def add_translations(parser: Any, help: str) -> None:  # noqa: A002
    """Add the translations of the source."""
    parser.add_argument("translations", type=Path, nargs="*", metavar="TRANSLATION", help=help)


def add_source_language(parser: Any) -> None:
    """Add the language of the source."""
    parser.add_argument("--source-language", default="", metavar="L", help="detected if not given")


def add_languages(parser: Any, help: str) -> None:  # noqa: A002
    """Add the languages of the translations, one option for each."""
    parser.add_argument("--language", action="append", default=[], metavar="L", help=help)


def add_author(parser: Any, what: str) -> None:
    """Add whose name stands in `what` is written."""
    parser.add_argument("--author", default="", metavar="NAME", help=f"who signs {what}")


def add_output(parser: Any, help: str, **more: Any) -> None:  # noqa: A002
    """Add the file that is written."""
    parser.add_argument("--output", type=Path, metavar="FILE", help=help, **more)


def add_force(parser: Any) -> None:
    """Add the leave to replace files."""
    parser.add_argument("--force", action="store_true", help="replace files that are there")


def refuse_to_replace(paths: Sequence[Path], *, force: bool) -> None:
    """Raise ReviewerError where one of the files to write is there, unless `force`."""
    there = [path for path in paths if path.exists()]
    if there and not force:
        raise ReviewerError(
            message("{there} exists already. --force replaces it.", there=str(there[0]))
        )


def refuse_file_as_folder(path: Path) -> None:
    """Raise ReviewerError where a file is, or lies on the way to, the folder to write into."""
    there = next((each for each in (path, *path.parents) if each.exists()), None)
    if there is not None and not there.is_dir():
        raise ReviewerError(
            message("“{path}” is no folder. Name a folder to write into.", path=str(there))
        )
