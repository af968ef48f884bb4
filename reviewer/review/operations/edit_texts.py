"""Edits of many rows as one."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.edit_text import edit_text
from reviewer.review.operations.runner import MakeBeads
from reviewer.store.records import BeadVersion, SegmentVersion


def edit_texts(
    state: TranslationState, texts: Mapping[str, str]
) -> tuple[tuple[SegmentVersion, ...], MakeBeads]:
    """What `edit_text` gives for each row, by its key, together. The rows must have a translation:
    new sentences could not be told where to stand among each other."""
    parts = [edit_text(state, key, text) for key, text in texts.items()]

    def make(draft: TranslationState) -> tuple[BeadVersion, ...]:
        return tuple(bead for _, make_one in parts for bead in make_one(draft))

    return tuple(version for segments, _ in parts for version in segments), make
