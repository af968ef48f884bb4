"""Words looked for in all documents of a set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain import ReviewerError
from reviewer.messages import Message, message
from reviewer.review import Review, open_or_copy
from reviewer.sets.set_file import ReviewSet

StandsIn = Callable[[Sequence[str]], bool]
"""Whether what is looked for stands in one of some texts."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that says the words: the name of its document, the language of the translation, the
    row's number from 1 as the window shows it, and what its two sides say. `beside` is the comment
    or back-translation with the words where neither side has them; `review`, `translation` and
    `key` say where the row is."""

    name: str
    language: str
    number: int
    source: str
    target: str
    beside: str
    review: Path
    translation: int
    key: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be searched, and why."""

    name: str
    why: Message


def saying(words: str) -> StandsIn:
    """Finds words as they stand, whatever the case and the space between them."""
    wanted = " ".join(words.split()).casefold()
    return lambda texts: any(wanted in " ".join(text.split()).casefold() for text in texts)


def search(
    of: ReviewSet,
    stands_in: StandsIn,
    *,
    opened: Callable[[Path], Review] = open_or_copy,
    told: Callable[[int], object] = lambda _number: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Hit | Unread]:
    """The rows that say it as they stand now: in a side, the back-translation or a comment.

    Document by document, each review closed before the next is opened; `told` hears how many
    were looked through.
    """
    for looked, path in enumerate(of.reviews, 1):
        if cancelled():
            return
        name = of.name_of(path)
        try:
            with opened(path) as review:
                yield from _hits(review, name, stands_in)
        except ReviewerError as error:
            yield Unread(name, message("{why}", why=error))
        told(looked)


def _hits(review: Review, name: str, stands_in: StandsIn) -> Iterator[Hit]:
    for info in review.translations:
        rows, index = review.rows_of(info.id), review.index(info.id)
        for place, key in enumerate(index.keys):
            number = index.number(place)
            if number is None or not stands_in(rows.readable(key)):
                continue
            row = rows.row(key)
            beside = ""
            if not stands_in((row.source, row.target)):
                back = row.back_translation.text if row.back_translation else ""
                others = [row.comment, *(one.comment for one in row.findings), back]
                beside = next((text for text in others if stands_in((text,))), "")
            yield Hit(
                name,
                info.language,
                number,
                row.source,
                row.target,
                beside,
                review.path,
                info.id,
                key,
            )
