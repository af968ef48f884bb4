"""Edits of many rows as one."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.messages import Message, message
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.translation import TranslationState
from reviewer.review.model.views import ReviewChange
from reviewer.review.operations.edit_text import LONGEST_TEXT, edit_text
from reviewer.review.operations.runner import MakeBeads, OperationRunner
from reviewer.review.operations.split_row_text import one_line
from reviewer.store.records import BeadVersion, Operation, Patch, SegmentVersion


def edit_everywhere(
    runner: OperationRunner,
    texts: Mapping[int, Mapping[str, str]],
    detail: Message | str = "",
) -> ReviewChange:
    """Set the translations of several rows, by key, in several translations, by number: one step,
    of the first of them. `detail` says what was done. Raises NotPossible."""
    patches = {
        number: patch
        for number, some in texts.items()
        if (patch := edits_of(runner, runner.translations[number], some))
    }
    if not patches:
        return ReviewChange("edit", next(iter(texts), 0), ())
    number = next(iter(patches))
    first = next(
        key
        for key, text in texts[number].items()
        if runner.translations[number].row(key).target not in ("", one_line(text))
    )
    operation = Operation("edit", message("Replace"), number, first, detail)
    return runner.perform(operation, Patch.of(patches.values()))


def edits_of(runner: OperationRunner, state: TranslationState, texts: Mapping[str, str]) -> Patch:
    """What is written when the translations of some rows, by key, become these texts; empty when
    they say so already.

    Only rows that have a translation, and only to a text. Raises NotPossible.
    """
    changed = {
        key: one_line(text)
        for key, text in texts.items()
        if state.row(key).target not in ("", one_line(text))
    }
    if any(not text.strip() or len(text) > LONGEST_TEXT for text in changed.values()):
        raise NotPossible(message("A sentence would be left without words, or be far too long."))
    if not changed:
        return Patch()
    return runner.checked(state.record.translation, *edit_texts(state, changed))


def edit_texts(
    state: TranslationState, texts: Mapping[str, str]
) -> tuple[tuple[SegmentVersion, ...], MakeBeads]:
    """What `edit_text` gives for each row, by its key, together. The rows must have a translation:
    new sentences could not be told where to stand among each other."""
    parts = [edit_text(state, key, text) for key, text in texts.items()]

    def make(draft: TranslationState) -> tuple[BeadVersion, ...]:
        return tuple(bead for _, make_one in parts for bead in make_one(draft))

    return tuple(version for segments, _ in parts for version in segments), make
