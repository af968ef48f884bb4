"""Files that are made beside the place where they belong, and what a killed program left there."""

from __future__ import annotations

import os
import re
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"\.reviewer-[0-9a-f]{16}\.(?:part|review\.new(?:-wal|-shm|-journal)?)\Z")
_LONGEST_MAKING = 24 * 3600
"""Seconds without a write after which nobody can be at it any more."""


def unfinished(place: Path, end: str) -> Path:
    """A new hidden name beside `place`, for what is moved there once it is whole; `end` is "part"
    or "review.new". What lies there from a program that was killed is removed."""
    remove_old(place.parent)
    return place.with_name(f".reviewer-{secrets.token_hex(8)}.{end}")


def remove_old(folder: Path) -> None:
    """Remove from a folder what an earlier session of ours began and never finished: files with
    our names, of this user, which nobody else can read and nothing has written for a day."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _NAME.match(entry.name):
                with suppress(OSError):
                    if _is_left(entry.stat(follow_symlinks=False)):
                        Path(entry.path).unlink()


def _is_left(found: os.stat_result) -> bool:
    ours = not hasattr(os, "getuid") or (
        found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077
    )
    old = time.time() - found.st_mtime > _LONGEST_MAKING
    return ours and old and stat.S_ISREG(found.st_mode)
