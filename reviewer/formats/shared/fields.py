"""Fields (a page number, a reference): text that a program computes anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.formats.shared.changes import TextChange
from reviewer.formats.shared.mapped import Mapping


@dataclass(frozen=True, slots=True)
class Field:
    """Where the code of a field stands in the source, and its end behind the result."""

    code: tuple[int, int]
    end: tuple[int, int]

    def holds_all(self, mapping: Mapping, found: Sequence[TextChange]) -> bool:
        """Whether `found` deletes the result, and puts nothing in its place."""
        first = bisect_left(mapping.starts, self.code[1])
        last = bisect_left(mapping.starts, self.end[0])
        if first == last or bisect_left(mapping.starts, self.code[0]) < first:
            return False
        if any(change.text and first <= change.start <= last for change in found):
            return False
        gone = (range(max(one.start, first), min(one.end, last)) for one in found)
        return sum(map(len, gone)) == last - first
