"""A translation with the changes of the reviewer: deleted words stand among the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reviewer.domain import Span


@dataclass(frozen=True, slots=True)
class ChangedText:
    """`text` has the deleted words as well; `deleted` and `inserted` are places in it.

    `kept` are the pieces of the present text, in order: (place in `text`, place in the present
    text).
    """

    text: str
    deleted: tuple[Span, ...]
    inserted: tuple[Span, ...]
    kept: tuple[tuple[Span, Span], ...]

    def shown(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Where pieces of the present text stand in `text`; one that was changed inside is several
        pieces there."""
        found = []
        for span in spans:
            for there, here in self.kept:
                start, end = max(span.start, here.start), min(span.end, here.end)
                if start < end:
                    offset = there.start - here.start
                    found.append(Span(start + offset, end + offset))
        return tuple(found)

    def present(self, offset: int) -> int:
        """The offset in the present text of an offset in `text`."""
        at = 0
        for there, here in self.kept:
            if offset < there.start:
                break
            at = here.start + min(offset - there.start, here.end - here.start)
        return at


@lru_cache(maxsize=400)
def changed_text(before: str, after: str, language: str) -> ChangedText:
    """How `before` became `after`, both in `language`."""
    from reviewer.text.edit_pieces import edit_pieces

    text, now = "", 0
    deleted, inserted, kept = [], [], []
    for piece in edit_pieces(before, after, language):
        there = Span(len(text), len(text) + len(piece.text))
        text += piece.text
        if piece.kind == "deleted":
            deleted.append(there)
            continue
        if piece.kind == "inserted":
            inserted.append(there)
        kept.append((there, Span(now, now + len(piece.text))))
        now += len(piece.text)
    return ChangedText(text, tuple(deleted), tuple(inserted), tuple(kept))
