"""`reviewer backups`: the copies of reviews that the program keeps by itself."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from reviewer.messages import message
from reviewer.wording import megabytes, tr

NAME = "backups"


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    parser = commands.add_parser(
        NAME,
        help="list and restore the copies of reviews that are kept automatically",
        description="A copy is kept whenever a review is opened after a change, and while much "
        "is done in it; old ones are thinned out.",
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="the backups of a review, or of all")
    listing.add_argument("review", type=Path, nargs="?", metavar="REVIEW", help="a .review file")
    listing.set_defaults(run=_list)
    restoring = actions.add_parser(
        "restore",
        help="put a backup in the place of its review",
        description="The file that is there now is kept beside it under another name.",
    )
    restoring.add_argument("backup", type=Path, metavar="BACKUP", help="as `list` shows it")
    restoring.add_argument("--to", type=Path, metavar="FILE", help="put it there instead")
    restoring.set_defaults(run=_restore)


def _list(options: argparse.Namespace) -> int:
    from reviewer.store import backups

    found = backups.of(options.review) if options.review else backups.every()
    for backup in found:
        when = backup.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        size = megabytes(backup.size)
        print(f"{when}  {size}  {backup.origin}\n    {backup.path}")  # noqa: T201
    if not found:
        print(tr("There are no backups."))  # noqa: T201
    return 0


def _restore(options: argparse.Namespace) -> int:
    from reviewer.domain import ReviewerError
    from reviewer.store import backups

    known = {backup.path.absolute(): backup for backup in backups.every()}
    backup = known.get(options.backup.absolute())
    if backup is None:
        raise ReviewerError(
            message(
                "{backup} is none of the backups. `reviewer backups list` shows them.",
                backup=options.backup,
            )
        )
    target = options.to or backup.origin
    kept = backups.restore(backup.path, target)
    print(target)  # noqa: T201
    if kept:
        print(tr("The file that was there is kept as {path}.", path=kept))  # noqa: T201
    return 0
