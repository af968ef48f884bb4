"""`reviewer convert`: a review, or texts that are compared for it, into another form."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reviewer.cli.options import add_author, add_command, add_force, add_output, refuse_to_replace
from reviewer.cli.reviews import add_texts, review_of
from reviewer.domain import ReviewerError
from reviewer.messages import message
from reviewer.reports.kinds import KINDS

NAME = "convert"

_FORMS = [kind for kind in KINDS if kind.name != "text" and not kind.drawn]


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = add_command(
        commands,
        NAME,
        run,
        help="write a review, or a comparison of texts, as XLIFF, TMX, SARIF, a table, ...",
        description="Texts are aligned and checked first, as `reviewer check` does. A form with a "
        "file for each translation wants one language (--language). Prints to standard output "
        "unless --output names a file.",
        examples=(
            "reviewer convert article.review --to tmx --output memory.tmx",
            "reviewer convert en.txt de.txt --to sarif > findings.sarif",
            "reviewer convert en.txt de.txt --to junit --output findings.xml",
        ),
    )
    add_texts(parser)
    parser.add_argument(
        "--to",
        required=True,
        choices=[kind.name for kind in _FORMS],
        help="; ".join(f"{kind.name}: {kind.title}" for kind in _FORMS),
    )
    add_output(parser, "write to FILE")
    add_author(parser, "what is written")
    add_force(parser)


def run(options: argparse.Namespace) -> int:
    """Convert, and print the result or the path of the file written."""
    from reviewer.formats import atomic
    from reviewer.reports.author import this_person
    from reviewer.reports.kinds import Options, kind

    path: Path | None = options.output
    if path is not None:
        refuse_to_replace([path], force=options.force)
    wanted = kind(options.to)
    signed = Options(options.author or this_person(), datetime.now(UTC).isoformat())
    with review_of(options) as (review, translations):
        if not wanted.whole and len(translations) > 1:
            raise ReviewerError(
                message(
                    "This form holds one translation: choose one by --language, or use "
                    "`reviewer export` for a file each."
                )
            )
        content = wanted.make(review, [info.id for info in translations], signed)
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write_bytes(path, content)
    print(path)  # noqa: T201
    return 0
