"""What the first bytes of a file tell about it, before anything is opened or written."""

from __future__ import annotations

from pathlib import Path

from reviewer.messages import message
from reviewer.store.errors import NewerReview, not_a_review
from reviewer.store.schema import APPLICATION_ID

# https://www.sqlite.org/fileformat.html#the_database_header
_MAGIC = b"SQLite format 3\x00"
LENGTH = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


def check(first: bytes, path: Path, newest: int) -> None:
    """Raise what keeps a file that begins with `first` from being a review.

    It must be of version `newest` or older.
    """
    if len(first) < LENGTH or not first.startswith(_MAGIC):
        raise not_a_review(path)
    if int.from_bytes(first[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise not_a_review(path)
    if int.from_bytes(first[_USER_VERSION], "big") > newest:
        raise NewerReview(
            message(
                "{path} was written by a newer version of Reviewer. Update Reviewer to open it.",
                path=path,
            )
        )
