"""A review for a moment: of texts that are only compared, or the copy of one that is open or that
cannot be written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Self

from reviewer.being_made import new_folder, working_folder
from reviewer.messages import Message, message
from reviewer.review.review import Review
from reviewer.store import backups
from reviewer.store.at_rest import Look
from reviewer.store.errors import OpenElsewhere, ReadOnlyPlace, StoreError, told_plainly
from reviewer.store.held import log_of
from reviewer.store.lock import copy_only, read_note
from reviewer.store.open_file import OpenFile
from reviewer.store.seal import close_seal


@contextmanager
def temporary_review(name: str, make: Callable[[Path], Review]) -> Iterator[Review]:
    """What `make` makes of a path in a folder of its own, open; `name` is the path's stem.

    Nothing of it stays afterwards, no backup either.
    """
    with working_folder() as folder:
        path = folder / f"{name}.review"
        try:
            review = make(path)
            try:
                yield review
            finally:
                review.discard()
        finally:
            backups.forget(path)


class CopiedReview(Review):
    """A review read from a copy in a folder of its own, which goes when it is closed: `copy_of`
    is its file, which cannot be written. `keep_at` makes it one like any other."""

    _folder: Path | None = None

    @classmethod
    def of(cls, path: Path, **how: Any) -> Self:
        """A copy of the review at `path`, with its log if it was not closed; opened as
        `Review.open` says."""
        folder = new_folder()
        copy = folder / path.name
        try:
            for one, other in ((path, copy), (log_of(path), log_of(copy))):
                if one.is_file():
                    _copy_what_can_be_read(one, other)
            review = cls.open(copy, **how)
        except BaseException:
            _forget(copy)
            raise
        review.copy_of, review._folder = path, folder
        return review

    def keep_at(self, path: Path) -> None:
        """Write the copy to `path` and go on there. Raises StoreError, and goes on as before."""
        copy = self.path
        self._runner.project.go_on_in_copy(path)
        self.copy_of = self._folder = None
        _forget(copy)

    def close(self) -> Message | None:
        """See `Review.close`. What was not kept elsewhere is gone."""
        copy, folder, self._folder = self.path, self._folder, None
        if folder is None:
            return super().close()
        self.discard()
        _forget(copy)
        return None


def open_or_copy(
    path: Path, *, as_copy: bool = False, look: Look | None = None, **how: Any
) -> Review:
    """As `Review.open`, and a CopiedReview where nothing can be written, or if it is wanted
    (`as_copy`). Raises CopyOnly where nothing can be written and somebody may have it open."""
    if as_copy:
        return CopiedReview.of(path, **how)
    try:
        return Review.open(path, look=look, **how)
    except (ReadOnlyPlace, OpenElsewhere) as error:
        note = read_note(path)
        if isinstance(error, OpenElsewhere) and _can_be_written(path):
            raise
        if note:
            raise copy_only(path, note) from error
    return CopiedReview.of(path, **how)


def _can_be_written(path: Path) -> bool:
    return all(os.access(one, os.W_OK) for one in (path, path.resolve().parent))


def _copy_what_can_be_read(path: Path, copy: Path) -> None:
    try:
        data = path.open("rb")
    except PermissionError as error:
        raise StoreError(
            message(
                "You have no right to read “{path}”. Change its permissions or copy it.", path=path
            )
        ) from error
    with data, told_plainly(copy), copy.open("wb") as there:
        shutil.copyfileobj(data, there)


def _forget(copy: Path) -> None:
    shutil.rmtree(copy.parent, ignore_errors=True)
    backups.forget(copy)


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
