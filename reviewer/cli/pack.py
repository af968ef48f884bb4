"""`reviewer pack`: a review, or a set of them, as one file that can be mailed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from reviewer.cli.options import add_command, add_force, add_output, refuse_to_replace
from reviewer.cli.telling import tell
from reviewer.reports.file_names import fitting
from reviewer.wording import in_words

NAME = "pack"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = add_command(
        commands,
        NAME,
        run,
        help="write a review, or a set of reviews, as one file to be mailed",
        description="A review is copied as it stands, with all decisions and their history, but "
        "without the folders that its texts lay in; a set "
        "becomes a zip that is the same set when it is unpacked. Exit code 2: a review of the set "
        "could not be opened, and the others are in the file.",
        examples=(
            "reviewer pack article.review --slim",
            "reviewer pack news.reviewset --output news.zip",
        ),
    )
    parser.add_argument(
        "review", type=Path, metavar="REVIEW", help="a .review file, or a .reviewset"
    )
    parser.add_argument(
        "--slim",
        action="store_true",
        help="leave out the back-translations, which an installed package makes again",
    )
    add_output(parser, "write to FILE; NAME.mail.review or NAME.mail.zip beside it if not given")
    add_force(parser)


def run(options: argparse.Namespace) -> int:
    """Pack, and print the path of the file written."""
    from reviewer.cli.reviews import read_only
    from reviewer.formats import atomic
    from reviewer.sets import is_set, pack_set, read_set

    source: Path = options.review
    suffix = ".zip" if is_set(source) else source.suffix
    path: Path = options.output or source.with_name(fitting(source.stem, f".mail{suffix}"))
    atomic.refuse_same(path, [source])
    refuse_to_replace([path], force=options.force)
    failed: list[tuple[str, str]] = []
    if is_set(source):
        from reviewer.cli.progress import Bar

        with Bar(sys.stderr) as bar:
            found = read_set(source)
            done = pack_set(found, path, without_caches=options.slim, progress=bar.show)
        failed = done.failed
    else:
        with read_only(source) as review:
            review.copy_to(path, replace=options.force, for_mail=True, without_caches=options.slim)
    for name, why in failed:
        tell(f"{name}: {in_words(why)}")
    print(path)  # noqa: T201
    return 2 if failed else 0
