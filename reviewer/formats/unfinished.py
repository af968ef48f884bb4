"""Files that are made beside the place where they belong, and what a killed program left there."""

from __future__ import annotations

import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from reviewer.being_made import FILE, is_private, note

_LONGEST_MAKING = 24 * 3600
"""Seconds without a write after which nobody can be at it any more."""


def unfinished(place: Path, end: str) -> Path:
    """A new hidden name beside `place`, for what is moved there once it is whole; `end` is "part"
    or "review.new". What lies there from a program that was killed is removed, by whoever noted it
    or a day later."""
    remove_old(place.parent)
    path = place.with_name(f".reviewer-{secrets.token_hex(8)}.{end}")
    note(path)
    return path


def remove_old(folder: Path) -> None:
    """Remove from a folder what an earlier session of ours began and never finished: files with
    our names, of this user, which nobody else can read and nothing has written for a day."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if FILE.match(entry.name):
                with suppress(OSError):
                    if _is_left(entry.stat(follow_symlinks=False)):
                        Path(entry.path).unlink()


def _is_left(found: os.stat_result) -> bool:
    old = time.time() - found.st_mtime > _LONGEST_MAKING
    return is_private(found) and old and stat.S_ISREG(found.st_mode)
