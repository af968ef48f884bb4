"""What is said of a review when it is opened: what it has lost, and what was done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from reviewer.messages import Message, message, plural

_MOST_TOLD = 4


def log_of_others(log: Path) -> Message:
    """Of a log that this file has not begun."""
    return message("its log {log} belongs to another review or state", log=log.name)


def log_missing(log: Path) -> Message:
    """Of a log that is not there."""
    return message("its log {log} is missing", log=log.name)


def log_unreadable(log: Path) -> Message:
    """Of a log of which nothing can be read."""
    return message("its log {log} cannot be read", log=log.name)


def log_damaged(log: Path) -> Message:
    """Of a log of which a part can be read."""
    return message("its log {log} is damaged", log=log.name)


def log_cut(log: Path) -> Message:
    """Of steps that no log holds, whatever became of it."""
    return message("its log {log} is damaged or missing", log=log.name)


def not_whole(path: Path, why: Message, missing: int | None) -> Message:
    """Of a review whose last steps cannot be read; `missing` is None when nobody can count them."""
    what = (
        plural(
            "1 of the last steps cannot be read", "{n} of the last steps cannot be read", missing
        )
        if missing
        else message("what was done since it was opened last may be missing")
    )
    return message(
        "{path} was not closed, and {why}: {what}. Nothing was changed. Restore "
        "it from a copy, or open what is left (on the command line: "
        "--accept-losses).",
        path=path,
        why=why,
        what=what,
    )


def copied_while_open(path: Path) -> Message:
    """Of a copy without the log that lay beside its original."""
    return message(
        "{path} is a copy that was made while the review was open. "
        "What was done since that opening may be missing.",
        path=path.name,
    )


def damage_kept(kept: Sequence[Path]) -> Message:
    """Of what was put aside before what is left was opened."""
    names = ", ".join(one.name for one in kept)
    return message("What was damaged is kept as {names}.", names=names)


def not_read(beside: Path, kept: Path | None) -> Message:
    """Of a file beside a review that was put aside; `kept` is its name now."""
    return message(
        "{beside} belonged to another state of this review and was not read. It is kept as {kept}.",
        beside=beside.name,
        kept=kept.name if kept else "",
    )


def no_backup(error: Exception) -> Message:
    """Of a review that is worked in without a net."""
    return message(
        "No backup of this review can be kept: {error} "
        "What you do is written into the review itself; nothing else holds it.",
        error=error,
    )


def kept_elsewhere(path: Path, kept: Path) -> Message:
    """Of a review that had lost its place when it was closed, and no backup could be made."""
    return message(
        "{path} was not at its place any more when it was closed, and no backup could be made. "
        "The review with all its steps is kept as {kept}.",
        path=path,
        kept=kept,
    )


def not_kept(path: Path, error: Exception) -> Message:
    """Of a review that had lost its place and could be written nowhere."""
    return message(
        "{path} was not at its place any more when it was closed, and the review could be kept "
        "nowhere: {error}",
        path=path,
        error=error,
    )


def some_of(found: Sequence[Message]) -> Message:
    """What is wrong with a review, the first few one behind the other."""
    told = list(found[:_MOST_TOLD])
    if len(found) > _MOST_TOLD:
        told.append(message("and {count} more", count=len(found) - _MOST_TOLD))
    return reduce(lambda first, rest: message("{first}; {rest}", first=first, rest=rest), told)
