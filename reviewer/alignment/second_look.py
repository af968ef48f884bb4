"""What was set aside, looked at again beside the translation: what has a counterpart is text.

A page alone cannot always tell. Text of one side that nothing on the other answers is put
beside what was taken there for page furniture: what is the translation of it is text after all.
And what is in doubt (a block with a reason that is no chrome) and has no counterpart in any
translation is furniture; a box is looked at as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.alignment.align import align
from reviewer.domain import BOXED, BackTranslation, Bead, Block, Segment
from reviewer.text.lengths import substance
from reviewer.text.line_shapes import count_words

_NEVER = frozenset({"hidden", "comment", "code", "window"})
_BOXES = frozenset({"named", "form", "dialog", "footer", "navigation"})
"""Reasons of what may stand in one box with what reads as text."""

_LEAST_WORDS = 5
"""Words of a line that can be told to be the translation of another; a label cannot."""

_BY_CHANCE = 0.2
"""The share of a box's sentences that may have been aligned with something by chance."""

_HALF = 0.5
"""The share of a run that is answered, from which on the rest of it is text as well."""

_NEAR = 2
"""Segments from one to the next of a run; a label may stand between."""

_SURE = 0.5
_WIDEST_RATIO = 2.5
_TITLES = frozenset({"title", "heading"})


@dataclass(frozen=True)
class Text:
    """One side: its segments, its language, and why each segment that is furniture is."""

    segments: tuple[Segment, ...]
    language: str
    reasons: Mapping[int, str]


def recalled(
    source: Text,
    targets: Sequence[tuple[Text, Sequence[Bead], Mapping[int, BackTranslation]]],
) -> tuple[Text, list[Text]] | None:
    """The source and its translations with what is text after all; None where nothing is."""
    up: set[int] = set()
    made = []
    for target, beads, back in targets:
        lone_source = [i for bead in beads if bead.relation == "missing" for i in bead.source]
        lone_target = [i for bead in beads if bead.relation == "added" for i in bead.target]
        up |= {left for left, _ in _pairs(source, _set_aside(source), target, lone_target, back)}
        down = {right for _, right in _pairs(source, lone_source, target, _set_aside(target), back)}
        made.append(_as_text(target, _with_neighbours(target, down)))
    up = _with_neighbours(source, up)
    if not up and all(new is old for new, (old, _, _) in zip(made, targets, strict=True)):
        return None
    return _as_text(source, up), made


def without_unanswered(text: Text, blocks: Sequence[Block], matched: set[int]) -> Text:
    """`text` with the segments in doubt that are in no pair (`matched` are) as furniture.

    What was called back is in doubt as well.
    """
    doubtful = {n for n, block in enumerate(blocks) if block.reason and block.reason not in _NEVER}
    whole = Counter(segment.block for segment in text.segments)
    answered = Counter(text.segments[index].block for index in matched)
    for box in _runs(blocks, doubtful):
        share = sum(map(answered.__getitem__, box)) / max(sum(map(whole.__getitem__, box)), 1)
        boxed = any(blocks[number].reason == BOXED for number in box)
        if share > _BY_CHANCE if boxed else share >= _HALF:
            doubtful -= box
    out = {
        index
        for index, segment in enumerate(text.segments)
        if segment.kind != "furniture" and segment.block in doubtful and index not in matched
    }
    if not out:
        return text
    segments = tuple(
        replace(segment, kind="furniture") if index in out else segment
        for index, segment in enumerate(text.segments)
    )
    return replace(
        text, segments=segments, reasons={**text.reasons, **dict.fromkeys(out, "unanswered")}
    )


def _runs(blocks: Sequence[Block], numbers: set[int]) -> list[set[int]]:
    """The blocks with these numbers that follow each other for the same reason."""
    runs: list[set[int]] = []
    for number in sorted(numbers):
        if number - 1 not in numbers or _kind(blocks[number - 1]) != _kind(blocks[number]):
            runs.append(set())
        runs[-1].add(number)
    return runs


def _kind(block: Block) -> str:
    return BOXED if block.reason in _BOXES else block.reason


def _as_text(text: Text, indices: set[int]) -> Text:
    if not indices:
        return text
    segments = tuple(
        replace(segment, kind="heading" if segment.role in _TITLES else "body")
        if index in indices
        else segment
        for index, segment in enumerate(text.segments)
    )
    left = {index: why for index, why in text.reasons.items() if index not in indices}
    return replace(text, segments=segments, reasons=left)


def _set_aside(text: Text) -> list[int]:
    return [
        index
        for index, why in text.reasons.items()
        if why not in _NEVER and count_words(text.segments[index].text) >= _LEAST_WORDS
    ]


def _with_neighbours(text: Text, called: set[int]) -> set[int]:
    """`called`, and what was set aside beside them for the same reason, where at least half of
    it is called back: what lacks a counterpart there is missing."""
    found = set(called)
    run: list[int] = []
    for index in [*sorted(_set_aside(text)), len(text.segments) + 2]:
        if run and not (
            index - run[-1] <= _NEAR and text.reasons.get(index) == text.reasons[run[-1]]
        ):
            if sum(each in called for each in run) >= _HALF * len(run):
                found |= set(run)
            run = []
        run.append(index)
    return found


def _pairs(
    source: Text,
    left: Sequence[int],
    target: Text,
    right: Sequence[int],
    back: Mapping[int, BackTranslation],
) -> list[tuple[int, int]]:
    """The pairs of indices of `left` and `right` that translate each other."""
    if not left or not right:
        return []
    known = [back.get(index) for index in right]
    beads = align(
        [source.segments[index].text for index in left],
        [target.segments[index].text for index in right],
        source_language=source.language,
        target_language=target.language,
        back_translation=[each.text if each and each.reliable else None for each in known]
        if any(known)
        else None,
    )
    return [
        (left[one], right[other])
        for bead in beads
        if bead.confidence >= _SURE
        for one in bead.source
        for other in bead.target
        if _as_long(source.segments[left[one]].text, target.segments[right[other]].text)
    ]


def _as_long(one: str, other: str) -> bool:
    long, short = sorted((substance(one), substance(other)), reverse=True)
    return long <= _WIDEST_RATIO * max(short, 1.0)
