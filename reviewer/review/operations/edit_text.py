"""What an edit writes: the sentences it changes and the bead that stands on them."""

from __future__ import annotations

from dataclasses import replace

from reviewer.messages import message
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.translation import TranslationState
from reviewer.review.operations.insert_sentence import insert_sentence
from reviewer.review.operations.manual_alignment import relation_of
from reviewer.review.operations.runner import MakeBeads
from reviewer.review.operations.split_row_text import split_row_text
from reviewer.store.records import BeadVersion, SegmentVersion

LONGEST_TEXT = 50_000
"""Characters of one row's translation. The longest sentences of literature have a tenth."""


def edit_text(
    state: TranslationState, key: str, text: str
) -> tuple[tuple[SegmentVersion, ...], MakeBeads]:
    """The new sentences of row `key` when its translation becomes `text`, and its new bead.

    A row without a translation gets a sentence; "" leaves a row with none.
    """
    bead = state.beads.get(key)
    if bead is None:
        if key not in state.text:
            raise NotPossible(message("This part of the source page needs no translation."))
        return (_with_text(state, key, text),), lambda _: ()
    live = state.text.live(bead.target)
    if not live and not bead.target:
        new = insert_sentence(state, key, text)
        return (new,), _rewritten(replace(bead, target=(new.segment.id,)))
    names = live or bead.target[:1]
    old = [state.text.segment(name).text for name in names]
    texts = split_row_text(old, text) if live else [text]
    segments = tuple(
        _with_text(state, name, new)
        for name, before, new in zip(names, old, texts, strict=True)
        if new != before
    )
    return segments, _rewritten(bead)


def _with_text(state: TranslationState, name: str, text: str) -> SegmentVersion:
    version = state.text.version(name)
    return replace(version, segment=replace(version.segment, text=text if text.strip() else ""))


def _rewritten(bead: BeadVersion) -> MakeBeads:
    """The bead after an edit: a sentence that a person wrote or emptied is certain."""

    def make(draft: TranslationState) -> tuple[BeadVersion, ...]:
        empty = not draft.text.live(bead.target)
        if not bead.source or empty == (bead.relation == "missing"):
            return (bead,)
        relation = relation_of(draft, bead.source, bead.target, (bead.key,))
        return (replace(bead, relation=relation, confidence=1.0, fixed=True),)

    return make
