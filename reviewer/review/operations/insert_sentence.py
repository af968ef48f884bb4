"""Where in the translated text a sentence goes that was missing."""

from __future__ import annotations

from reviewer.domain import Block, Segment, Span
from reviewer.messages import message
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.translation import TranslationState
from reviewer.store.records import BeadVersion, SegmentVersion


def insert_sentence(state: TranslationState, key: str, text: str) -> SegmentVersion:
    """A new segment with `text` for row `key`, which has none.

    It stands after the translation of the sentence before, or before that of the sentence
    after: whichever shares its source paragraph, or else its place in the source (the body, a
    cell, a note) and its role. What shares no paragraph becomes a block of its own when the
    text is exported (`export_edits`).
    """
    own = _in_its_unit(state, state.beads[key], text)
    if own:
        return own
    keys = state.order().keys
    number = keys.index(key)
    before = _nearest(state, keys[:number][::-1])
    after = _nearest(state, keys[number + 1 :])
    sides = [(bead, behind) for bead, behind in ((before, True), (after, False)) if bead]
    if sides:
        bead, behind = max(sides, key=lambda side: _nearness(state, side[0], state.beads[key]))
        return _beside(state, bead, text, behind=behind)
    segments = state.text.ordered()
    if not segments:
        raise NotPossible(message("The translation has no text that the sentence could follow."))
    return _new(state, segments[-1], text, behind=True)


def _in_its_unit(state: TranslationState, bead: BeadVersion, text: str) -> SegmentVersion | None:
    """In a bilingual file a sentence goes into the unit of its source, if that is empty."""
    if not state.source.has_units:
        return None
    number = _paragraph(state, bead)
    blocks = state.text.blocks
    unit = state.source.blocks[number].unit
    if not unit or number >= len(blocks) or blocks[number].unit != unit or blocks[number].text:
        return None
    segments = state.text.ordered()
    segment = Segment(state.text.new_id(), text, number, Span(0, 0), "body")
    before = [each for each in segments if each.block <= number]
    if before:
        rank = state.text.rank_after(before[-1].id)
    elif segments:
        rank = state.text.rank_before(segments[0].id)
    else:
        rank = 0.0
    return SegmentVersion(state.text.document, segment, rank)


def _nearness(state: TranslationState, bead: BeadVersion, own: BeadVersion) -> tuple[bool, ...]:
    """How much a row has in common with the one that has no translation."""
    number, wanted = _paragraph(state, bead), _paragraph(state, own)
    near, home = state.source.blocks[number], state.source.blocks[wanted]
    return (
        number == wanted,
        _part(near) == _part(home),
        (near.role == "table_cell") == (home.role == "table_cell"),
        near.role == home.role,
        not state.is_heading(bead),
    )


def _part(block: Block) -> str:
    """The part of its file that a block stands in (notes, a slide)."""
    return block.place.rpartition(":")[0]


def _nearest(state: TranslationState, keys: tuple[str, ...]) -> BeadVersion | None:
    for key in keys:
        bead = state.beads.get(key)
        # A sentence that was emptied still marks its place.
        if bead and bead.source and bead.target and bead.relation != "moved":
            return bead
    return None


def _paragraph(state: TranslationState, bead: BeadVersion) -> int:
    return state.source.segment(bead.source[0]).block


def _beside(
    state: TranslationState, bead: BeadVersion, text: str, *, behind: bool
) -> SegmentVersion:
    names = state.text.in_order(bead.target)
    return _new(state, state.text.segment(names[-1 if behind else 0]), text, behind=behind)


def _new(state: TranslationState, near: Segment, text: str, *, behind: bool) -> SegmentVersion:
    side = state.text
    offset = near.span.end if behind else near.span.start
    rank = side.rank_after(near.id) if behind else side.rank_before(near.id)
    segment = Segment(side.new_id(), text, near.block, Span(offset, offset), "body", near.role)
    return SegmentVersion(side.document, segment, rank)
