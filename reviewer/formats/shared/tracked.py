"""Corrections as changes that a word processor shows and takes back, with remarks on the words.

What is common to the formats that know tracked changes: where in a block's source something is
deleted and inserted, and where a remark opens and closes. How that is written is theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from reviewer.domain import Span
from reviewer.formats.shared.changes import TextChange, edited
from reviewer.formats.shared.hanging import Hanging
from reviewer.formats.shared.mapped import MappedBlock, Mapping, whole_pieces


@dataclass(frozen=True, slots=True)
class Remark:
    """Words about `span` of what block number `block` says after the edits.

    `at` is when it was said (ISO 8601, UTC).
    """

    block: int
    span: Span
    text: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Tracking:
    """Who made the edits and when, by block where that is known, and what is remarked."""

    author: str
    at: str
    at_of_block: Dictionary[int, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    def times(
        self, blocks: Sequence[MappedBlock], found: Dictionary[int, Sequence[TextChange]]
    ) -> dict[int, str]:
        """When the blocks of `found` were edited, as XML writes it.

        LibreOffice takes a change up to the end of a paragraph and one from the start of the
        next for one change, paragraph mark and all, where their times are a minute apart or
        less: the second is then made later.
        """
        made: dict[int, datetime] = {}
        for number in sorted(found):
            at = datetime.fromisoformat(self.at_of_block.get(number, self.at)).replace(
                microsecond=0
            )
            before = made.get(number - 1)
            if before and abs(at - before) <= _APART and found[number] and found[number - 1]:
                ends = found[number - 1][-1].end == len(blocks[number - 1].block.text)
                if ends and found[number][0].start == 0:
                    at = before + 2 * _APART
            made[number] = at
        return {number: to_the_second(at.isoformat()) for number, at in made.items()}

    def later_times(self, times: Dictionary[int, str]) -> Iterator[str]:
        """Times for what is put in beside blocks that were changed at `times`: for the same
        reason none is near another."""
        at = datetime.fromisoformat(max([to_the_second(self.at), *times.values()]))
        while True:
            at += 2 * _APART
            yield to_the_second(at.isoformat())


AT_THE_END = Span(2**31, 2**31)
"""The span of a remark on the end of a block."""

_APART = timedelta(minutes=1)

Numbered = tuple[int, Span]
"""A remark by its number, and the span of the block's new text that it is about."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens in the source from `start` to `end` (a place, but for "delete").

    `text` is what is inserted and `beside` the character whose look it takes, `number` says which
    remark opens or closes.
    """

    kind: Literal["close", "open", "delete", "insert"]
    start: int
    end: int
    text: str = ""
    number: int = -1
    beside: int = 0


def to_the_second(at: str) -> str:
    """A time in ISO 8601 (UTC) as Word and LibreOffice write it."""
    return f"{at[:19]}Z"


def by_number(remarks: Sequence[Remark]) -> dict[int, list[Numbered]]:
    """The remarks of each block, by their place in `remarks`."""
    found: dict[int, list[Numbered]] = {}
    for number, remark in enumerate(remarks):
        found.setdefault(remark.block, []).append((number, remark.span))
    return found


def moved(
    remarks: Sequence[Remark],
    allowed: Sequence[int],
    blocks: Sequence[MappedBlock],
    found: Dictionary[int, Sequence[TextChange]],
    beside: Callable[[int], int] | None = None,
) -> list[Remark]:
    """The remarks in the order of the text, those whose block may have none at another, with
    the words that they are about: at the block that `beside` gives, or the one before."""
    places = frozenset(allowed)
    made = []
    for remark in remarks:
        if remark.block not in places:
            before = allowed[max(bisect_left(allowed, remark.block) - 1, 0)]
            block = beside(remark.block) if beside else before
            text = edited(blocks[remark.block].block.text, found.get(remark.block, ()))
            words = remark.span.of(text) or text
            said = f"“{words}”: {remark.text}"
            remark = replace(remark, block=block, span=AT_THE_END, text=said)
        made.append(remark)
    return sorted(made, key=lambda one: (one.block, one.span))


def steps(
    mapping: Mapping,
    changes: Sequence[TextChange],
    remarks: Sequence[Numbered],
    notes: Sequence[Hanging] = (),
) -> list[Step]:
    """What happens to the source of a block, in the order of its text.

    `remarks` are numbers and spans in the new text. A remark that begins or ends inside
    inserted words takes in all of them; one on nothing takes in the character before.
    `notes` are marks of notes that go with their sentences.
    """
    places = _Places(mapping, [TextChange(*whole_pieces(mapping, change)) for change in changes])
    beside: dict[int, tuple[list[int], list[int]]] = {}
    events: list[tuple[int, int, list[Step]]] = []
    for number, span in remarks:
        for end in places.ends(span):
            if end.change is not None:
                beside.setdefault(end.change, ([], []))[end.last].append(number)
                continue
            kind: Literal["close", "open"] = "close" if end.last else "open"
            step = Step(kind, end.position, end.position, number=number)
            events.append((end.index, 0 if end.last else 2, [step]))
    for order, change in enumerate(places.changes):
        opening, closing = beside.get(order, ((), ()))
        events.append((change.start, 1, _of_change(mapping, change, opening, closing)))
    events.sort(key=lambda event: event[:2])
    made = [step for _, _, group in events for step in group]
    for note in notes:
        place = next((n for n, step in enumerate(made) if step.start >= note.end), len(made))
        made.insert(place, Step("delete", note.start, note.end))
    return made


def _of_change(
    mapping: Mapping, change: TextChange, opening: Sequence[int], closing: Sequence[int]
) -> list[Step]:
    """What is deleted and inserted, with the remarks that open before and close behind it.

    New words stand behind the first piece that goes: the others may be in another element.
    """
    deleted = [Step("delete", start, end) for start, end in _pieces(mapping, change)]
    at = deleted[0].end if deleted else _before(mapping, change.start)
    start = deleted[0].start if deleted else at
    beside = change.start if deleted else max(change.start - 1, 0)
    return [
        *(Step("open", start, start, number=number) for number in opening),
        *deleted[:1],
        *([Step("insert", at, at, change.text, beside=beside)] if change.text else []),
        *(Step("close", at, at, number=number) for number in closing),
        *deleted[1:],
    ]


def _pieces(mapping: Mapping, change: TextChange) -> list[tuple[int, int]]:
    """The pieces of source that a change deletes, those that touch as one."""
    pieces: list[tuple[int, int]] = []
    for index in range(change.start, change.end):
        own = (mapping.starts[index], mapping.ends[index])
        for start, end in (own, *mapping.more.get(index, ())):
            if start == end:
                continue
            if pieces and pieces[-1][1] == start:
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
    return pieces


def _before(mapping: Mapping, index: int) -> int:
    """Where text goes that is inserted before character `index`: behind the one before it."""
    return mapping.ends[index - 1] if index else mapping.starts[0]


@dataclass(frozen=True, slots=True)
class _End:
    """An end of a remark: beside a character that stays, or beside a change (by number)."""

    last: bool
    index: int = 0
    position: int = 0
    change: int | None = None


class _Places:
    """Where a place in the new text of a block lies in its source."""

    def __init__(self, mapping: Mapping, changes: Sequence[TextChange]) -> None:
        self.changes = changes
        self._mapping = mapping
        # Pieces of the new text: where it begins, the old character, the number of a change.
        self._pieces: list[tuple[int, int, int | None]] = []
        old = new = 0
        for number, change in enumerate(changes):
            if change.start > old:
                self._pieces.append((new, old, None))
                new += change.start - old
            self._pieces.append((new, change.start, number))
            new += len(change.text)
            old = change.end
        if old < len(mapping):
            self._pieces.append((new, old, None))
            new += len(mapping) - old
        self._length = new

    def ends(self, span: Span) -> tuple[_End, _End]:
        """The first and the last end of a remark on `span`."""
        start, end = span.start, span.end
        if start >= end:
            # On nothing: the character before, or else the first one.
            start, end = max(start - 1, 0), max(start, 1)
        start = max(min(start, self._length - 1), 0)
        end = max(min(end, self._length), start + 1)
        return self._at(start, last=False), self._at(end - 1, last=True)

    def _at(self, new: int, *, last: bool) -> _End:
        first, old, change = next(piece for piece in reversed(self._pieces) if piece[0] <= new)
        if change is not None:
            return _End(last, change=change)
        index = old + new - first
        if last:
            return _End(last, index + 1, self._mapping.ends[index])
        return _End(last, index, self._mapping.starts[index])
