"""The order of the rows after a change, from the order before it: only the stretch that changed
is put in order anew, so that the time it takes does not grow with the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count

from reviewer.domain import Segment
from reviewer.review.model.document_sentences import DocumentSentences
from reviewer.review.model.row_order import RowOrder, row_order
from reviewer.store.records import BeadVersion

_LONGEST = 400
"""Sentences of one side; a longer stretch is not looked for, the whole is put in order."""


def reordered(
    before: RowOrder,
    source: DocumentSentences,
    target: DocumentSentences,
    bead_of: Callable[[str], BeadVersion | None],
    touched: Iterable[BeadVersion],
    names: Iterable[str] = (),
) -> RowOrder | None:
    """The order once `touched` have gone or come, and the segments `names` have changed.

    `touched` has the beads as they stood and as they stand. None where that cannot be told from
    what is nearby: beside what has moved far, and where a segment is gone.
    """
    touched = list(touched)
    changed = {*names, *(name for bead in touched for name in bead.source + bead.target)}
    if not all(name in source or name in target for name in changed):
        return None
    stretch = _Stretch((source, target), bead_of, {bead.key for bead in touched})
    stretch.take(changed)
    ends = stretch.ends()
    if ends is None:
        return None
    first, last = ends
    rows, columns = stretch.segments()
    beads = {bead.key: bead for one in (*rows, *columns) if (bead := bead_of(one.id))}
    # The furniture that ends the translation ends the rows; none of it is in here.
    inner = row_order(rows, columns, beads.values(), content_ends=len(columns))
    begin = before.keys.index(first.key) + 1
    end = before.keys.index(last.key, begin)
    gone = before.keys[begin:end]
    moved_to = dict(before.moved_to)
    for key in gone:
        moved_to.pop(key, None)
    moved_to |= {key: to or first.key for key, to in inner.moved_to.items()}
    return RowOrder(before.keys[:begin] + inner.keys + before.keys[end:], moved_to)


class _Stretch:
    """The sentences of either side that may stand otherwise, as the first and the last place."""

    def __init__(
        self,
        sides: tuple[DocumentSentences, DocumentSentences],
        bead_of: Callable[[str], BeadVersion | None],
        changed: set[str],
    ) -> None:
        self._sides = sides
        self._bead_of = bead_of
        self._changed = changed
        self._spans: list[tuple[int, int] | None] = [None, None]

    def take(self, names: Iterable[str]) -> None:
        """Take sentences in, with what stands between them."""
        for name in names:
            number = 0 if name in self._sides[0] else 1
            place = self._sides[number].position(name)
            low, high = self._spans[number] or (place, place)
            self._spans[number] = min(low, place), max(high, place)

    def ends(self) -> tuple[BeadVersion, BeadVersion] | None:
        """The rows before and after, once everything between them stays between them."""
        while True:
            if not any(self._spans):
                return None
            first, last = self._end(-1), self._end(1)
            if first is None or last is None:
                return None
            for number in (0, 1):
                low = self._places(first, number)[-1] + 1
                high = self._places(last, number)[0] - 1
                if not -1 <= high - low <= _LONGEST:
                    return None
                self._spans[number] = low, high
            leaving = self._leaving()
            if leaving is None:
                return first, last
            self.take(leaving.source + leaving.target)

    def segments(self) -> tuple[list[Segment], list[Segment]]:
        """What stands in the stretch, on either side."""
        rows, columns = (
            side.ordered()[span[0] : span[1] + 1] if span else []
            for side, span in zip(self._sides, self._spans, strict=True)
        )
        return rows, columns

    def _end(self, step: int) -> BeadVersion | None:
        """The next row beyond that can be told to stand before, or behind, all of it."""
        number = 0 if self._spans[0] else 1
        span = self._spans[number]
        if span is None:
            return None
        ordered = self._sides[number].ordered()
        for place in count(span[step > 0] + step, step):
            if not 0 <= place < len(ordered) or abs(place - span[step > 0]) > _LONGEST:
                return None
            bead = self._bead_of(ordered[place].id)
            if bead and bead.key not in self._changed and self._is_end(bead, step):
                return bead
        return None

    def _is_end(self, bead: BeadVersion, step: int) -> bool:
        if bead.relation != "aligned" or not (bead.source and bead.target):
            return False
        if self._sides[1].segment(bead.target[-1]).kind == "furniture":
            return False
        for number, span in enumerate(self._spans):
            places = self._places(bead, number)
            if places[-1] - places[0] != len(places) - 1:
                return False
            if span and not (places[-1] < span[0] if step < 0 else places[0] > span[1]):
                return False
        return True

    def _places(self, bead: BeadVersion, number: int) -> list[int]:
        side = self._sides[number]
        return sorted(side.position(name) for name in (bead.source, bead.target)[number])

    def _leaving(self) -> BeadVersion | None:
        """A bead with one sentence in the stretch and one outside."""
        within = {one.id for segments in self.segments() for one in segments}
        for name in within:
            bead = self._bead_of(name)
            if bead and not within.issuperset(bead.source + bead.target):
                return bead
        return None
