"""Words looked for in all documents of a set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain import Message, ReviewerError, message
from reviewer.review import Review
from reviewer.sets.set_file import ReviewSet


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that says the words: the name of its document, the language of the translation, the
    row's number from 1 as the window shows it, and what its two sides say."""

    name: str
    language: str
    number: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be searched, and why."""

    name: str
    why: Message


def search(
    of: ReviewSet, words: str, *, opened: Callable[[Path], Review] = Review.open
) -> Iterator[Hit | Unread]:
    """The rows that say `words` in their source or translation as it stands now, whatever the
    case; document by document, each review closed before the next is opened."""
    wanted = " ".join(words.split()).casefold()
    for path in of.reviews:
        name = of.name_of(path)
        try:
            with opened(path) as review:
                yield from _hits(review, name, wanted)
        except ReviewerError as error:
            yield Unread(name, message("{why}", why=str(error)))


def _hits(review: Review, name: str, wanted: str) -> Iterator[Hit]:
    for info in review.translations:
        rows = (row for row in review.rows(info.id) if row.relation)
        for number, row in enumerate(rows, 1):
            if any(
                wanted in " ".join(text.split()).casefold() for text in (row.source, row.target)
            ):
                yield Hit(name, info.language, number, row.source, row.target)
