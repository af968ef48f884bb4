"""The operations on rows: link, unlink, merge, split, move, and what is page furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.messages import Message, message
from reviewer.review.model.views import (
    ReviewChange,
    SideName,
)
from reviewer.review.operations import manual_alignment, page_furniture
from reviewer.review.operations.realign_around_correction import newly_matched, realign_around
from reviewer.review.reading import ReviewReader
from reviewer.store.records import Operation, SegmentVersion

if TYPE_CHECKING:
    pass


class ReviewAlignment(ReviewReader):
    """The part of `Review` that says what belongs together.

    Every method raises as `Review` says.
    """

    def link(self, translation_id: int, row_keys: Sequence[str]) -> ReviewChange:
        """Make one row of several. The change's first row is where to go on, as below.

        After this and each of the following corrections the rows beside it are aligned again,
        but for those that show a person's work; `ReviewChange.matched` has those that found another
        partner. It is one step with them.
        """
        rearranged = manual_alignment.linked(self._state(translation_id), row_keys)
        return self._rearrange(message("Link"), translation_id, rearranged)

    def unlink(self, translation_id: int, row_key: str) -> ReviewChange:
        """Take the two sides of a row apart: one is missing then, the other added."""
        rearranged = manual_alignment.unlinked(self._state(translation_id), row_key)
        self._runner.across.forget_link(self._state(translation_id), row_key)
        return self._rearrange(message("Unlink"), translation_id, rearranged)

    def merge_with_next(
        self, translation_id: int, row_key: str, side: SideName | None = None
    ) -> ReviewChange:
        """Merge a row with the next one, or draw only one side of that into it."""
        rearranged = manual_alignment.merged_with_next(self._state(translation_id), row_key, side)
        return self._rearrange(message("Merge"), translation_id, rearranged)

    def split(self, translation_id: int, row_key: str, side: SideName, cursor: int) -> ReviewChange:
        """Split a row at an offset in the text of one side, inside a sentence if need be."""
        rearranged = manual_alignment.split(self._state(translation_id), row_key, side, cursor)
        return self._rearrange(message("Split"), translation_id, rearranged)

    def move(self, translation_id: int, row_key: str, side: SideName, *, up: bool) -> ReviewChange:
        """Hand the first sentence of one side to the row above, or the last to that below."""
        rearranged = manual_alignment.moved(self._state(translation_id), row_key, side, up=up)
        label = message("Move up") if up else message("Move down")
        return self._rearrange(label, translation_id, rearranged)

    def set_aside(self, translation_id: int, row_keys: Sequence[str]) -> ReviewChange:
        """Call the sentences of these rows page furniture: they are compared no more.

        A sentence of the source is furniture in all translations.
        """
        segments = page_furniture.set_aside(self._state(translation_id), row_keys)
        return self._told_apart(
            message("Set aside as page furniture"), translation_id, row_keys[0], segments
        )

    def take_as_text(self, translation_id: int, row_keys: Sequence[str]) -> ReviewChange:
        """Call the page furniture of these rows text: it is compared, or missing, or added."""
        segments = page_furniture.taken_as_text(self._state(translation_id), row_keys)
        return self._told_apart(message("Taken as text"), translation_id, row_keys[0], segments)

    def rows_of_block(self, translation_id: int, row_key: str) -> tuple[str, ...]:
        """The keys of the rows in the same paragraph of the file as this one."""
        return page_furniture.of_one_block(self._state(translation_id), row_key)

    def _rearrange(
        self, label: Message, translation_id: int, rearranged: manual_alignment.Rearranged
    ) -> ReviewChange:
        patch = self._runner.checked(
            translation_id,
            rearranged.segments,
            lambda draft: realign_around(draft, rearranged),
        )
        found = newly_matched(self._state(translation_id), patch.beads)
        key = patch.beads[0].key
        change = self._runner.perform(Operation("alignment", label, translation_id, key), patch)
        self._runner.across.remember_links(self._state(translation_id), patch)
        return replace(change, matched=found)

    def _told_apart(
        self,
        label: Message,
        translation_id: int,
        row_key: str,
        segments: tuple[SegmentVersion, ...],
    ) -> ReviewChange:
        make = page_furniture.following(segments)
        patch = self._runner.checked(translation_id, segments, make, make)
        return self._runner.perform(Operation("alignment", label, translation_id, row_key), patch)
