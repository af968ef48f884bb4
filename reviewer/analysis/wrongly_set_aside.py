"""What was wrongly set aside is called back, and what no translation has is not in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.alignment.second_look import (
    Encode,
    Text,
    answers,
    has_its_like,
    kinds_of_doubt,
    recalled,
    without_unanswered,
)
from reviewer.analysis.result import Comparison, SegmentedDocument
from reviewer.domain import Bead, Block


def called_back(
    source: SegmentedDocument, comparisons: Sequence[Comparison], encode: Encode
) -> tuple[SegmentedDocument, list[SegmentedDocument]] | None:
    """The source and its translations with what a first alignment shows to be text after all;
    None where there is nothing of that kind. `encode` tells what sentences mean."""
    looked = recalled(
        _text(source),
        [(_text(each.side), each.beads, each.back_translations) for each in comparisons],
        encode,
    )
    if looked is None:
        return None
    sides = [each.side for each in comparisons]
    return _with(source, looked[0]), [_with(*each) for each in zip(sides, looked[1], strict=True)]


def answered(
    source: SegmentedDocument, comparisons: Sequence[Comparison]
) -> tuple[SegmentedDocument, list[Comparison]]:
    """The same where nothing is in doubt that no translation has."""
    paired = [
        [bead for bead in each.beads if _is_answer(source, each, bead)] for each in comparisons
    ]
    matched = {index for beads in paired for bead in beads for index in bead.source}
    source = _with(source, without_unanswered(_text(source), source.document.blocks, matched))
    made = []
    for each, pairs in zip(comparisons, paired, strict=True):
        own = {index for bead in pairs for index in bead.target}
        text = without_unanswered(_text(each.side), each.side.document.blocks, own)
        side = _with(each.side, text)
        beads = tuple(kept for bead in each.beads if (kept := _left_of(bead, source, side)))
        made.append(replace(each, side=side, beads=beads, findings=((),) * len(beads)))
    return source, made


def _is_answer(source: SegmentedDocument, comparison: Comparison, bead: Bead) -> bool:
    if not bead.source or not bead.target:
        return False
    if bead.fixed or any(index in comparison.back_translations for index in bead.target):
        return True
    doubts = _in_doubt(source, bead.source), _in_doubt(comparison.side, bead.target)
    likeness = comparison.likeness.get((bead.source, bead.target))
    if not any(doubts):
        return True
    kinds = [
        kinds_of_doubt(side.segments, side.document.blocks) for side in (source, comparison.side)
    ]
    alike = [has_its_like(block, *kinds) for block in doubts[0]]
    alike += [has_its_like(block, *reversed(kinds)) for block in doubts[1]]
    return answers(likeness, one_in_doubt=not all(doubts), has_its_like=any(alike))


def _in_doubt(side: SegmentedDocument, indices: Sequence[int]) -> list[Block]:
    blocks = [side.document.blocks[side.segments[index].block] for index in indices]
    return [block for block in blocks if block.reason]


def _left_of(bead: Bead, source: SegmentedDocument, side: SegmentedDocument) -> Bead | None:
    """The bead without what is furniture; None where nothing is left of it."""
    left, right = _text_of(source, bead.source), _text_of(side, bead.target)
    if (left, right) == (bead.source, bead.target):
        return bead
    if left and right:
        return replace(bead, source=left, target=right)
    if left:
        return replace(bead, source=left, target=(), relation="missing")
    return replace(bead, source=(), target=right, relation="added") if right else None


def _text_of(side: SegmentedDocument, indices: Sequence[int]) -> tuple[int, ...]:
    return tuple(index for index in indices if side.segments[index].kind != "furniture")


def _text(side: SegmentedDocument) -> Text:
    """The side; only what its markup calls furniture can be called back."""
    blocks, parts = side.document.blocks, side.segments
    marked = {n: why for n, why in side.reasons.items() if blocks[parts[n].block].chrome}
    return Text(parts, side.language, marked)


def _with(side: SegmentedDocument, text: Text) -> SegmentedDocument:
    kept = {n: why for n, why in side.reasons.items() if text.segments[n].kind == "furniture"}
    return replace(side, segments=text.segments, reasons={**kept, **text.reasons})
