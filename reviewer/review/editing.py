"""What a reviewer can do with the text of a translation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reviewer.messages import Message, message
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.views import (
    ReviewChange,
)
from reviewer.review.operations.absorb_missing import absorb_missing
from reviewer.review.operations.draft_missing import draft_key, require_missing
from reviewer.review.operations.edit_text import LONGEST_TEXT, edit_text
from reviewer.review.operations.edit_texts import edit_everywhere
from reviewer.review.operations.split_row_text import one_line
from reviewer.review.reading import ReviewReader
from reviewer.store.records import Operation


class ReviewEdits(ReviewReader):
    """The part of `Review` that changes texts.

    Every method raises as `Review` says.
    """

    def edit(
        self, translation_id: int, row_key: str, text: str, *, continued: bool = False
    ) -> ReviewChange:
        """Set the whole translation of a row; its findings are checked again.

        A row without a translation gets a new sentence, "" deletes what is there, and a
        line break becomes a space. `continued` makes it one undo step with the edit of the
        same row just before, for typing with pauses.
        """
        return self._edit(message("Edit"), translation_id, row_key, text, continued=continued)

    def draft(self, translation_id: int, row_key: str, text: str) -> ReviewChange:
        """Put what a machine has made of it in the place of a missing sentence: `Row.is_draft`.

        Raises NotPossible where the sentence is not missing, and where there are no words.
        """
        state = self._state(translation_id)
        require_missing(state.row(row_key))
        if not text.strip():
            raise NotPossible(message("The package has no words for this sentence."))
        text = one_line(text).strip()
        drafts = state.drafts | {text}
        key = draft_key(state.record.translation)
        self._runner.project.write_setting(key, sorted(drafts))
        state.drafts = drafts
        return self._edit(message("Machine draft"), translation_id, row_key, text)

    def _edit(
        self,
        label: Message,
        translation_id: int,
        row_key: str,
        text: str,
        *,
        continued: bool = False,
    ) -> ReviewChange:
        state = self._state(translation_id)
        if len(text) > LONGEST_TEXT:
            raise NotPossible(
                message(
                    "The text has {length} characters; a sentence has {most} at most.",
                    length=len(text),
                    most=LONGEST_TEXT,
                )
            )
        text = one_line(text) if text.strip() else ""
        if state.row(row_key).target == text:
            return ReviewChange("edit", translation_id, ())
        segments, make = edit_text(state, row_key, text)
        patch = self._runner.checked(translation_id, segments, make)
        first = (
            self._runner.history.continued("edit", translation_id, row_key) if continued else None
        )
        operation = Operation("edit", label, translation_id, row_key, text, continues=first)
        return self._runner.perform(operation, patch)

    def edit_all(
        self, translation_id: int, texts: Mapping[str, str], *, detail: Message | str = ""
    ) -> ReviewChange:
        """Set the translations of several rows, by key, in one step; `detail` says what was done.

        Only rows that have a translation, and only to a text: what a replacement would empty is
        for the reviewer to delete.
        """
        return self.edit_everywhere({translation_id: texts}, detail=detail)

    def edit_everywhere(
        self, texts: Mapping[int, Mapping[str, str]], *, detail: Message | str = ""
    ) -> ReviewChange:
        """`edit_all` in several translations, by their numbers: one step, of the first of them."""
        return edit_everywhere(self._runner, texts, detail)

    def replace(
        self, translation_id: int, row_key: str, start: int, end: int, text: str
    ) -> ReviewChange:
        """Replace `[start:end]` of a row's translation, as a suggested fix does."""
        old = self.row(translation_id, row_key).target
        return self.edit(translation_id, row_key, old[:start] + text + old[end:])

    def match_edited(self, translation_id: int, row_key: str) -> ReviewChange:
        """Let the row that was just edited take in the missing sentences that it says now.

        For when the typing is over, and again when the new text has been translated back.
        It belongs to the step of the edit, and does nothing when something else was done since.
        `ReviewChange.matched` has the row's key when it took something in.
        """
        first = self._runner.history.continued("edit", translation_id, row_key)
        state = self._state(translation_id)
        beads = absorb_missing(state, row_key) if first is not None else ()
        if not beads:
            return ReviewChange("edit", translation_id, ())
        patch = self._runner.checked(translation_id, (), lambda _: beads)
        key = beads[0].key
        operation = Operation(
            "edit",
            message("Edit"),
            translation_id,
            key,
            state.row(row_key).target,
            continues=first,
        )
        return replace(self._runner.perform(operation, patch), matched=(key,))
