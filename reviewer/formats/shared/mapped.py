"""Text without markup that remembers where each of its characters stands in the source.

A format reads its source text (the decoded file, or an XML part of it) into `MappedBlock`s.
An edit of a block's text then becomes patches of the source, which leave everything between
the characters (tags, entities, line ends) alone.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from reviewer.domain import Block, Role
from reviewer.formats.shared.changes import TextChange
from reviewer.stopping import look


@dataclass(frozen=True, slots=True)
class SourcePatch:
    """Replace `source[start:end]` by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Marks around the characters `start` to `end`: an emphasis, a link, inline code."""

    start: int
    end: int
    opening: tuple[int, int]
    closing: tuple[int, int]


LONGEST_BLOCK = 1_000_000
"""Characters of one paragraph or unit: a novel of 500 pages that was joined into a single line."""


class LongBlockError(Exception):
    """A block is longer than LONGEST_BLOCK: told before the memory is taken that it asks for."""


def offsets(numbers: Iterable[int] = ()) -> array[int]:
    """Places in a source, of which the largest that is read has far fewer than 2**31."""
    return array("i", numbers)


@dataclass(slots=True)
class Mapping:
    """The characters of a block and the place of each in the source.

    Character `i` is written as `source[starts[i]:ends[i]]`. Where one piece of source gives
    several characters (an entity), the first has the piece and the others are empty at its
    end. `more` lists further pieces that belong to a character (white space that collapsed
    into it). `pairs` are the marks that mean nothing without what stands between them.
    """

    characters: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=offsets)
    ends: array[int] = field(default_factory=offsets)
    more: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.characters)

    @property
    def text(self) -> str:
        return "".join(self.characters)

    def add(self, character: str, start: int, end: int) -> None:
        """Append one character that is written as `source[start:end]`."""
        self.characters.append(readable(character))
        self.starts.append(start)
        self.ends.append(end)

    def add_run(self, text: str, start: int) -> None:
        """Append characters that stand in the source as they are, from `start` on.

        Raises LongBlockError, and Cancelled where nobody waits for the text any more."""
        look()
        if len(text) + len(self.characters) > LONGEST_BLOCK:
            raise LongBlockError
        self.characters.extend(readable(text))
        self.starts.extend(range(start, start + len(text)))
        self.ends.extend(range(start + 1, start + len(text) + 1))

    def append(self, other: Mapping) -> None:
        """Append the characters of `other`, with its pieces and marks."""
        length = len(self)
        self.characters += other.characters
        self.starts += other.starts
        self.ends += other.ends
        self.more |= {index + length: more for index, more in other.more.items()}
        self.pairs += [
            replace(pair, start=pair.start + length, end=pair.end + length) for pair in other.pairs
        ]

    def insert(self, index: int, character: str, at: int) -> None:
        """Put a character that the source does not have before number `index`, at `at`."""
        self.characters.insert(index, character)
        self.starts.insert(index, at)
        self.ends.insert(index, at)
        if self.more:
            self.more = {key + (key >= index): more for key, more in self.more.items()}

    def trimmed(self) -> Mapping:
        """The mapping of the text without the white space around it."""
        end = len(self)
        while end and self.characters[end - 1].isspace():
            end -= 1
        return self._part(self._first(), end)

    def behind(self, count: int) -> Mapping:
        """The mapping of the text without its first characters."""
        return self._part(count, len(self))

    def trimmed_left(self) -> Mapping:
        """The mapping of the text without the white space before it."""
        return self._part(self._first(), len(self))

    def _first(self) -> int:
        """The first character that is no white space."""
        start = 0
        while start < len(self) and self.characters[start].isspace():
            start += 1
        return start

    def _part(self, start: int, end: int) -> Mapping:
        start = min(start, end)
        return Mapping(
            self.characters[start:end],
            self.starts[start:end],
            self.ends[start:end],
            {index - start: more for index, more in self.more.items() if start <= index < end},
            [
                replace(
                    pair,
                    start=min(max(pair.start, start), end) - start,
                    end=min(max(pair.end, start), end) - start,
                )
                for pair in self.pairs
            ],
        )

    def moved(self, places: Sequence[int]) -> Mapping:
        """The mapping into the text in which offset `i` of this one's source is `places[i]`."""
        starts = offsets(places[start] for start in self.starts)
        ends = offsets(
            places[end - 1] + 1 if end > start else places[end]
            for start, end in zip(self.starts, self.ends, strict=True)
        )
        pairs = [
            Pair(pair.start, pair.end, _moved(pair.opening, places), _moved(pair.closing, places))
            for pair in self.pairs
        ]
        return Mapping(self.characters, starts, ends, {}, pairs)

    def truncate(self, length: int) -> None:
        """Forget all characters from number `length` on."""
        del self.characters[length:], self.starts[length:], self.ends[length:]
        for index in [index for index in self.more if index >= length]:
            del self.more[index]


def _moved(piece: tuple[int, int], places: Sequence[int]) -> tuple[int, int]:
    start, end = piece
    return places[start], places[end - 1] + 1 if end > start else places[end]


@dataclass(frozen=True, slots=True)
class MappedBlock:
    """A block and its mapping. `part` names the part of the file that the mapping counts in."""

    block: Block
    mapping: Mapping
    part: str = ""

    def without_mapping(self) -> MappedBlock:
        """The same where nothing is to be written, for less memory."""
        return MappedBlock(self.block, _NOTHING, self.part)

    def marked(self, mark: str) -> MappedBlock:
        """The same with the number or bullet that stands before it."""
        return replace(self, block=replace(self.block, mark=mark))

    def at(self, place: str) -> MappedBlock:
        """The same with `place` as the block's address."""
        return replace(self, block=replace(self.block, place=place))


_NOTHING = Mapping()


def mapped_block(
    mapping: Mapping,
    role: Role = "paragraph",
    *,
    level: int = 0,
    chrome: bool = False,
    part: str = "",
) -> MappedBlock:
    """A block over the whole of `mapping`, addressed by where its text starts and ends. Raises
    Cancelled as `add_run` does."""
    look()
    place = f"{mapping.starts[0]}-{mapping.ends[-1]}"
    return MappedBlock(Block(mapping.text, role, place, level, chrome), mapping, part)


_SURROGATES = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """`text` with U+FFFD for bytes that could not be decoded (lone surrogates)."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


Render = Callable[[str, int, str], str]
"""(new text, index of the character it stands in for or follows (-1: none), how) to source.

`how` is "replace" where the text takes the character's place, "after" where it follows it,
"before" where it precedes character `index`.
"""


Apart = Callable[[int, bool, str], "SourcePatch | None"]
"""(place behind or before a character, whether behind, text) to the patch that puts a sentence
outside of the markup which ends there; None where it may stand there."""


def patches(
    mapping: Mapping,
    changes: Iterable[TextChange],
    render: Render,
    *,
    at_start: int | None = None,
    apart: Apart | None = None,
) -> list[SourcePatch]:
    """The patches of the source that make `changes` to the text of `mapping`.

    A replaced text goes where its first character stood; an insertion goes right behind the
    character before it, so that it shares its markup. `at_start`, if given, is where text
    before the first character belongs. A new sentence goes where `apart` says, if that says
    anything.
    """
    made: list[SourcePatch] = []
    for change in changes:
        start, end, text = whole_pieces(mapping, change)
        if start == end and change.sentence and apart:
            put_apart = _apart(mapping, start, text, apart)
            if put_apart:
                made.append(put_apart)
                continue
        if start == end:
            made.append(_insertion(mapping, start, text, render, at_start))
            continue
        for index in range(start, end):
            put = render(text, index, "replace") if index == start and text else ""
            made.append(SourcePatch(mapping.starts[index], mapping.ends[index], put))
            made.extend(SourcePatch(*piece, "") for piece in mapping.more.get(index, ()))
    return made


def _apart(mapping: Mapping, index: int, text: str, apart: Apart) -> SourcePatch | None:
    behind = index > 0
    patch = apart(mapping.ends[index - 1] if behind else mapping.starts[0], behind, text)
    if patch and behind and index < len(mapping) and patch.start > mapping.starts[index]:
        return None
    return patch


def _insertion(
    mapping: Mapping, index: int, text: str, render: Render, at_start: int | None
) -> SourcePatch:
    if index > 0:
        position = mapping.ends[index - 1]
        return SourcePatch(position, position, render(text, index - 1, "after"))
    position = mapping.starts[0] if at_start is None else at_start
    return SourcePatch(position, position, render(text, 0, "before"))


def whole_pieces(mapping: Mapping, change: TextChange) -> tuple[int, int, str]:
    """The change, widened so that it never cuts a piece of source that gives two characters."""
    start, end, text = change.start, change.end, change.text
    while 0 < start < len(mapping) and _goes_with_last(mapping, start):
        start -= 1
        text = mapping.characters[start] + text
    while start < end < len(mapping) and _goes_with_last(mapping, end):
        text += mapping.characters[end]
        end += 1
    return start, end, text


def _goes_with_last(mapping: Mapping, index: int) -> bool:
    """Whether a character is written by the piece of source of the one before it. What a field
    shows is written elsewhere, by its code."""
    place = mapping.starts[index]
    return place == mapping.ends[index] == mapping.ends[index - 1]


def patched(source: str, made: Sequence[SourcePatch]) -> str:
    """`source` with all patches made; they do not overlap."""
    pieces: list[str] = []
    position = 0
    for patch in sorted(made, key=lambda patch: (patch.start, patch.end)):
        pieces.append(source[position : patch.start])
        pieces.append(patch.text)
        position = patch.end
    pieces.append(source[position:])
    return "".join(pieces)


def part_of(whole: Mapping, part: Mapping, at: int) -> Mapping:
    """`part`, which counts in the text of `whole` from number `at` on, in the source that
    `whole` counts in."""
    first, last = part.starts[0] + at, part.ends[-1] + at
    if last - first == len(part):
        return Mapping(part.characters, whole.starts[first:last], whole.ends[first:last])
    starts, ends = whole.starts, whole.ends
    return Mapping(
        part.characters,
        offsets(starts[start + at] for start in part.starts),
        offsets(ends[end - 1 + at] for end in part.ends),
    )
