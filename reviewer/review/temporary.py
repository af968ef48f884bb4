"""A review for a moment: of texts that are only compared, or the copy of one that is open."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from reviewer.review.review import Review
from reviewer.store import backups
from reviewer.store.held import log_of
from reviewer.store.open_file import OpenFile
from reviewer.store.seal import close_seal


@contextmanager
def temporary_review(name: str, make: Callable[[Path], Review]) -> Iterator[Review]:
    """What `make` makes of a path in a folder of its own, open; `name` is the path's stem.

    Nothing of it stays afterwards, no backup either.
    """
    with tempfile.TemporaryDirectory(prefix="reviewer-") as folder:
        path = Path(folder) / f"{name}.review"
        try:
            with make(path) as review:
                yield review
        finally:
            backups.forget(path)


def copied(path: Path, open_it: Callable[[Path], Review]) -> AbstractContextManager[Review]:
    """A copy of the review at `path`, where nothing can be written, for whoever only reads it;
    with its log, if it was not closed."""

    def put(copy: Path) -> Review:
        for one, other in ((path, copy), (log_of(path), log_of(copy))):
            if one.is_file():
                shutil.copyfile(one, other)
        return open_it(copy)

    return temporary_review(path.stem, put)


def copy_of(name: str, snapshot: bytes) -> AbstractContextManager[Review]:
    """A review that was open when `Review.snapshot` was taken of it, for whoever only reads it on
    another thread."""

    def put(path: Path) -> Review:
        path.write_bytes(snapshot)
        file = OpenFile(path)
        try:
            close_seal(file)
        finally:
            file.close()
        return Review.open(path)

    return temporary_review(name, put)
