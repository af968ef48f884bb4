"""From the reviewed sentences to the edits that a format writes into its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reviewer.domain import Block, Edit, LeftOut, NewBlock, Segment, Span, TextEdit


@dataclass(frozen=True, slots=True)
class Home:
    """The block of the source that a sentence translates, and its number."""

    number: int
    block: Block


def corrected_edits(
    blocks: Sequence[Block], segments: Sequence[Segment], homes: Mapping[str, Home] | None = None
) -> list[Edit]:
    """One edit for each of `blocks` that says other words than its `segments` do; the formats
    find the words in it that change.

    `segments` come in the order of the text, one with "" for text has been deleted, one
    with an empty span inserted. What stands between two sentences stays there; an inserted
    sentence is parted from its neighbours as sentences of this document usually are. `homes`
    says by the ids of segments what they translate: those that were inserted at the edge of a
    block which translates other blocks of the source stand in a new block for each of theirs.
    """
    usual = _usual_gap(blocks, segments)
    edits: list[Edit] = []
    for number, group in groupby(segments, key=lambda segment: segment.block):
        old = blocks[number].text
        of_block = list(group)
        before, own, behind = _parted(of_block, homes or {}) if old else ([], of_block, [])
        edits += _new_blocks(number, before, homes or {}, usual, behind=False)
        new = _corrected(old, own, usual) if own else old
        if new != old:
            edits.append(TextEdit(number, Span(0, len(old)), new, _inserted(old, own, usual)))
            edits += (LeftOut(number, each.span) for each in own if _is_left_out(each))
        edits += _new_blocks(number, behind, homes or {}, usual, behind=True)
    return edits


def _parted(
    segments: list[Segment], homes: Mapping[str, Home]
) -> tuple[list[Segment], list[Segment], list[Segment]]:
    """The sentences of a block, and those before and behind it that are none of its own."""
    there = {
        homes[each.id].number for each in segments if each.id in homes and not _is_inserted(each)
    }

    def is_own(segment: Segment) -> bool:
        home = homes.get(segment.id)
        return not _is_inserted(segment) or home is None or home.number in there

    if not there:
        # Nothing here translates anything: what was typed stands behind it.
        return [], segments, []
    first = next((n for n, each in enumerate(segments) if is_own(each)), len(segments))
    last = next((n for n in range(len(segments), first, -1) if is_own(segments[n - 1])), first)
    return segments[:first], segments[first:last], segments[last:]


def _is_left_out(segment: Segment) -> bool:
    return not segment.text.strip() and not _is_inserted(segment)


def _is_inserted(segment: Segment) -> bool:
    return segment.span.start == segment.span.end


def _new_blocks(
    number: int,
    segments: Sequence[Segment],
    homes: Mapping[str, Home],
    gap: str,
    *,
    behind: bool,
) -> Iterator[NewBlock]:
    typed = [segment for segment in segments if segment.text.strip()]
    for _, group in groupby(typed, key=lambda segment: homes[segment.id].number):
        sentences = list(group)
        home = homes[sentences[0].id].block
        text = gap.join(segment.text.strip() for segment in sentences)
        yield NewBlock(number, text, home.role, home.level, behind, home)


def sentence_places(
    blocks: Sequence[Block], segments: Sequence[Segment], homes: Mapping[str, Home] | None = None
) -> dict[str, tuple[int, Span]]:
    """For each sentence that has text: its block, and where it stands in what that says after
    `corrected_edits`. One in a new block stands at the edge of the block beside it."""
    usual = _usual_gap(blocks, segments)
    places: dict[str, tuple[int, Span]] = {}
    for number, group in groupby(segments, key=lambda segment: segment.block):
        old, of_block = blocks[number].text, list(group)
        before, own, behind = _parted(of_block, homes or {}) if old else ([], of_block, [])
        end = len(old)
        if own and not _is_unchanged(old, own):
            at = own[0].span.start
            for one, text, gap in _pieces(old, own, usual):
                places[one.id] = (number, Span(at, at + len(text)))
                at += len(text) + len(gap)
            end = at + len(old) - own[-1].span.end
        else:
            places |= {one.id: (number, one.span) for one in own}
        places |= {one.id: (number, Span(0, 0)) for one in before}
        places |= {one.id: (number, Span(end, end)) for one in behind}
    return places


def _is_unchanged(old: str, segments: Sequence[Segment]) -> bool:
    return all(segment.text == segment.span.of(old) for segment in segments)


def _corrected(old: str, segments: Sequence[Segment], usual: str) -> str:
    if _is_unchanged(old, segments):
        return old
    pieces = [text + gap for _, text, gap in _pieces(old, segments, usual)]
    begin, end = segments[0].span.start, segments[-1].span.end
    return old[:begin] + "".join(pieces) + old[end:]


def _inserted(old: str, segments: Sequence[Segment], usual: str) -> tuple[tuple[int, Span], ...]:
    """The sentences that were inserted between others, each with the gap to the one beside it."""
    if all(map(_is_inserted, segments)) or any(map(_is_left_out, segments)):
        return ()
    at = begin = segments[0].span.start
    found: list[tuple[int, Span]] = []
    open_from, stands = begin, False
    for one, text, gap in _pieces(old, segments, usual):
        end = begin + len(text)
        if not _is_inserted(one):
            at, open_from, stands = one.span.end, end, True
        else:
            # What comes before all others has its gap behind it.
            until = end if stands else end + len(gap)
            found.append((at, Span(open_from, until)))
            open_from = until
        begin = end + len(gap)
    return tuple(found)


def _pieces(old: str, segments: Sequence[Segment], usual: str) -> list[tuple[Segment, str, str]]:
    """The sentences of a block that have text, each with that and what stands behind it."""
    standing = [segment for segment in segments if segment.span.start < segment.span.end]
    before, after = {}, {}
    for left, right in pairwise(standing):
        gap = old[left.span.end : right.span.start]
        after[left.id], before[right.id] = gap, gap
    live = [segment for segment in segments if segment.text.strip()]
    gaps = [after.get(left.id, before.get(right.id, usual)) for left, right in pairwise(live)]
    texts = (_text(segment, old) for segment in live)
    return list(zip(live, texts, [*gaps, ""][: len(live)], strict=True))


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
