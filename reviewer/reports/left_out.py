"""What goes from a corrected text, or stays in it, because its sentence was deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reviewer import formats
from reviewer.domain import Document, LeftOut
from reviewer.messages import Message

if TYPE_CHECKING:
    from reviewer.reports.kinds import Kind
    from reviewer.review import Review


def what_hung(
    document: Document, deleted: Mapping[str, Sequence[LeftOut]], *, tracked: bool = False
) -> dict[str, tuple[Message, ...]]:
    """For each row with deleted sentences what becomes of the marks of notes, links, comments
    and pictures that hang on them, each said once; rows without any are left out.

    `tracked` asks for a file that shows what was deleted as a tracked change; a text that becomes
    a Word document for that has none of them.
    """
    if tracked and not formats.can_track(document):
        return {}
    wanted = [(key, each) for key, of_row in deleted.items() for each in of_row]
    if not wanted:
        return {}
    found: dict[str, dict[Message, None]] = {}
    for (key, _), hanging in zip(
        wanted, formats.hanging(document, [each for _, each in wanted]), strict=True
    ):
        for each in hanging:
            found.setdefault(key, {})[each.what_becomes_of_it()] = None
    return {key: tuple(messages) for key, messages in found.items()}


class Hung(NamedTuple):
    """How many deleted sentences carried more than words, and what became of that, each said
    once."""

    sentences: int
    messages: tuple[Message, ...]


def hung_in(review: Review, translation_ids: Sequence[int], kind: Kind) -> Hung:
    """What hung on the sentences that files of this kind are without."""
    found = [
        of_row
        for number in translation_ids
        if kind.corrects and (deleted := review.left_out(number))
        for of_row in what_hung(
            review.document(number), deleted, tracked=kind.name == "tracked"
        ).values()
    ]
    return Hung(len(found), tuple(dict.fromkeys(each for of_row in found for each in of_row)))
