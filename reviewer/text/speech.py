"""Speech of several sentences that a clause carries: which sentences stand together in it, and on
which side of it the clause stands.

Translators move the clause: “A. B,” she said becomes She said: “A. B.” There the sentences have no
partners of their own; where both texts have the clause in the same place, they have.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reviewer.domain import Document, Segment
from reviewer.text.quotations import LONG_QUOTATION, is_carried, may_quote, quotations


@dataclass(frozen=True, slots=True)
class Speech:
    """The first and the last of the segments (their indices) that a clause carries together, and
    for each pair of quotation marks whether the clause begins before it.

    Where it does, some of it may stand behind as well (Japanese 市長は「…」と述べた). A `long` one
    is no single row, wherever its clause stands.
    """

    first: int
    last: int
    begun: tuple[bool, ...]
    long: bool = False


def speeches(document: Document, segments: Sequence[Segment], language: str) -> Iterator[Speech]:
    """Speech in the document's segments, in order; each segment is in one at most."""
    for first, last in _of_one_block(segments):
        text = document.blocks[segments[first].block].text
        if may_quote(text):
            yield from _in_block(text, segments, first, last, language)


def answering(
    source: Sequence[Segment],
    spoken: Sequence[Speech],
    target: Sequence[Segment],
    answers: Sequence[Speech],
) -> tuple[set[Speech], set[Speech]]:
    """The speeches of both texts whose sentences are aligned one by one: those whose clause begins
    on the same side of the marks in both, and long ones.

    They are told by their order, where both texts have as many, else by how far into its text
    each stands.
    """
    if len(spoken) == len(answers):
        pairs = list(zip(spoken, answers, strict=True))
    else:
        here, there = _depths(source, spoken), _depths(target, answers)
        pairs = [
            (spoken[i], answers[j])
            for i, depth in enumerate(here)
            if (j := _nearest(there, depth)) is not None and _nearest(here, there[j]) == i
        ]
    alike = [
        (own, other) for own, other in pairs if own.begun == other.begun or own.long or other.long
    ]
    return {own for own, _ in alike}, {other for _, other in alike}


def _depths(segments: Sequence[Segment], spoken: Sequence[Speech]) -> list[float]:
    """How far into the text each speech begins, as a share of it."""
    begins = list(accumulate((len(segment.text) for segment in segments), initial=0))
    return [begins[speech.first] / max(begins[-1], 1) for speech in spoken]


def _nearest(depths: Sequence[float], depth: float) -> int | None:
    at = bisect_left(depths, depth)
    near = [index for index in (at - 1, at) if 0 <= index < len(depths)]
    return min(near, key=lambda index: abs(depths[index] - depth), default=None)


def _of_one_block(segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of several segments that are of one block."""
    first = 0
    for index in range(1, len(segments) + 1):
        if index == len(segments) or segments[index].block != segments[first].block:
            if index - first > 1:
                yield first, index - 1
            first = index


def _in_block(
    text: str, segments: Sequence[Segment], first: int, last: int, language: str
) -> Iterator[Speech]:
    found: Speech | None = None
    starts = [segments[index].span.start for index in range(first, last + 1)]
    for pair in sorted(quotations(text, language)):
        begin = first + bisect_right(starts, pair.start) - 1
        end = first + bisect_left(starts, pair.end) - 1
        if begin == end or not is_carried(pair, text, language):
            continue
        long = pair.end - pair.start > LONG_QUOTATION
        begun = pair.start > segments[begin].span.start
        if found and begin <= found.last:
            end = max(found.last, end)
            found = Speech(found.first, end, (*found.begun, begun), found.long or long)
            continue
        if found:
            yield found
        found = Speech(begin, end, (begun,), long)
    if found:
        yield found
