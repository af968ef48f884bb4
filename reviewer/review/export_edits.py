"""From the reviewed sentences to the edits that a format writes into its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from reviewer.domain import Block, Segment, Span, TextEdit


def corrected_edits(blocks: Sequence[Block], segments: Sequence[Segment]) -> list[TextEdit]:
    """One edit for each of `blocks` that says other words than its `segments` do; the formats
    find the words in it that change.

    `segments` come in the order of the text, one with "" for text has been deleted, one
    with an empty span inserted. What stands between two sentences stays there; an inserted
    sentence is parted from its neighbours as sentences of this document usually are.
    """
    usual = _usual_gap(blocks, segments)
    edits: list[TextEdit] = []
    for number, group in groupby(segments, key=lambda segment: segment.block):
        old = blocks[number].text
        new = _corrected(old, list(group), usual)
        if new != old:
            edits.append(TextEdit(number, Span(0, len(old)), new))
    return edits


def _corrected(old: str, segments: Sequence[Segment], usual: str) -> str:
    if all(segment.text == segment.span.of(old) for segment in segments):
        return old
    standing = [segment for segment in segments if segment.span.start < segment.span.end]
    before, after = {}, {}
    for left, right in pairwise(standing):
        gap = old[left.span.end : right.span.start]
        after[left.id], before[right.id] = gap, gap
    live = [segment for segment in segments if segment.text.strip()]
    pieces = [_text(segment, old) for segment in live]
    for number, (left, right) in enumerate(pairwise(live)):
        pieces[number] += after.get(left.id, before.get(right.id, usual))
    begin, end = segments[0].span.start, segments[-1].span.end
    return old[:begin] + "".join(pieces) + old[end:]


def _text(segment: Segment, old: str) -> str:
    unchanged = segment.text == segment.span.of(old)
    return segment.text if unchanged else segment.text.strip()


def _usual_gap(blocks: Sequence[Block], segments: Sequence[Segment]) -> str:
    gaps = Counter(
        blocks[left.block].text[left.span.end : right.span.start]
        for left, right in pairwise(
            segment for segment in segments if segment.span.start < segment.span.end
        )
        if left.block == right.block
    )
    return gaps.most_common(1)[0][0] if gaps else " "
