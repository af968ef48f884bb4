"""The file of a set: which reviews belong together, in their order.

`NAME.reviewset` is JSON, `{"reviewer set": 1, "reviews": ["news.review", "2026/fair.review"]}`; its
names are those of reviews in the folder that it lies in, or below. All that was found, decided and
corrected is in the reviews, so the file can be made again from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from reviewer.domain import ReviewerError
from reviewer.formats import atomic
from reviewer.formats.file_bytes import only_file
from reviewer.messages import message

SUFFIX = ".reviewset"
REVIEW = ".review"
VERSION = 1
_MARK = "reviewer set"
_LARGEST = 8 << 20
"""Bytes; a name of a review has some hundred at most."""

MOST_REVIEWS = 10_000


class NotASet(ReviewerError):
    """The file is no set of reviews, or one that this program cannot read."""


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """The file of the set, and the paths of its reviews, whether or not these are there."""

    path: Path
    reviews: tuple[Path, ...]

    @property
    def folder(self) -> Path:
        """Where the reviews lie."""
        return self.path.parent

    def name_of(self, review: Path) -> str:
        """What a review is called in the set: its path in the folder, without the suffix."""
        return review.relative_to(self.folder).with_suffix("").as_posix()


def is_set(path: Path) -> bool:
    """Whether `path` has the name of a set."""
    return path.suffix.lower() == SUFFIX


def read_set(path: Path) -> ReviewSet:
    """The set at `path`. Raises NotASet."""
    path = Path(path)
    try:
        with only_file(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise NotASet(
            message("{path} cannot be read: {error}", path=path, error=error.strerror or "")
        ) from error
    try:
        values: Any = json.loads(data) if len(data) <= _LARGEST else None
        version, names = values[_MARK], values["reviews"]
        if version == VERSION:
            reviews = tuple(_inside(path, name) for name in names)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _no_set(path) from error
    if type(version) is not int:
        raise _no_set(path)
    if version > VERSION:
        raise NotASet(
            message(
                "{path} was written by a newer version of Reviewer. Update Reviewer to open it, or "
                "open its reviews one by one.",
                path=path,
            )
        )
    if version < VERSION or len(reviews) > MOST_REVIEWS or not reviews:
        raise _no_set(path)
    return ReviewSet(path, tuple(dict.fromkeys(reviews)))


def write_set(path: Path, reviews: Iterable[Path]) -> ReviewSet:
    """Write a set of reviews, which lie in the folder of `path` or below. Raises FormatError."""
    made = ReviewSet(Path(path), tuple(reviews))
    names = [one.relative_to(made.folder).as_posix() for one in made.reviews]
    text = json.dumps({_MARK: VERSION, "reviews": names}, ensure_ascii=False, indent=1)
    atomic.write_text(made.path, text + "\n")
    return made


def _inside(path: Path, name: object) -> Path:
    """The path of a review; a set from elsewhere opens nothing outside of its own folder."""
    if not isinstance(name, str) or "\\" in name or ":" in name or "\0" in name:
        raise ValueError("no name")
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts or inside.suffix.lower() != REVIEW:
        raise ValueError("no review of this folder")
    return path.parent / inside


def _no_set(path: Path) -> NotASet:
    return NotASet(
        message(
            "{path} is no set of reviews, or it is damaged. Its reviews are whole: open them one "
            "by one, or make the set again from the same folders.",
            path=path,
        )
    )
