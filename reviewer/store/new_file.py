"""Making a file beside its place, and putting it there when it is finished."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.messages import message
from reviewer.store.errors import ReviewExists
from reviewer.store.held import BESIDE
from reviewer.store.open_file import OpenFile


def new_and_empty(path: Path) -> None:
    """A file that only its owner can read: the texts in it may be confidential."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def put_in_place(building: Path, path: Path) -> None:
    """Give a finished file its name, which no other file may have by now."""
    try:
        os.link(building, path)
    except FileExistsError:
        raise ReviewExists(
            message("{path} exists already. Choose another name.", path=path)
        ) from None
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise ReviewExists(
                message("{path} exists already. Choose another name.", path=path)
            ) from None
        building.rename(path)


@contextmanager
def taking_the_place_of(path: Path) -> Iterator[Callable[[Path], None]]:
    """Hold what is at `path`, if there is anything, so that nobody works in it meanwhile.

    Gives what puts a finished file there instead. Raises ReviewInUse for a review that is open,
    NotAReview for what is no file, ReadOnlyPlace.
    """
    held = OpenFile(path) if os.path.lexists(path) else None

    def put(building: Path) -> None:
        if held is None:
            put_in_place(building, path)
            return
        if sys.platform == "win32":  # where no open file can be replaced
            held.close()
        building.replace(path)

    try:
        yield put
    finally:
        if held:
            held.close()


def remove(path: Path) -> None:
    """Remove a file that did not come into being, with what SQLite keeps beside it."""
    for suffix in ("", *BESIDE):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
