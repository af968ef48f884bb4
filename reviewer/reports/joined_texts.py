"""Which sentences that were typed have no place of their own in the file that is exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import formats
from reviewer.messages import Message, message

if TYPE_CHECKING:
    from reviewer.reports.kinds import Kind
    from reviewer.review import Review

_LONGEST = 60


def joined_in(review: Review, translation_ids: Sequence[int], kind: Kind) -> tuple[Message, ...]:
    """What is to be said of each of them before files of this kind are written. Raises a
    `ReviewerError`."""
    if kind.name != "text" or kind.suffix:
        # With tracked changes, and in a text made anew, there is a place for every paragraph.
        return ()
    return tuple(
        message(
            "“{text}” has no place of its own in “{path}”: it stands in the text beside it.",
            text=new.text if len(new.text) <= _LONGEST else f"{new.text[:_LONGEST]}…",
            path=Path(document.path).name,
        )
        for number in translation_ids
        for document in [review.document(number)]
        for new in formats.joined(document, review.corrected_edits(number))
    )
