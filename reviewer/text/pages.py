"""A document as the search for furniture sees it: its blocks, and where its prose lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from reviewer.domain import Block, Document, Segment
from reviewer.text import line_shapes as shapes
from reviewer.text.endings import ends_as_sentence
from reviewer.text.languages import base, detect

LONGEST_LINE = 25
"""Words in the longest headline of a related story."""

RUN = 3
"""So many lines without end marks in a row may begin what stands behind an article."""

_LONGEST_HEAD = 60
"""Lines before the first sentence; more are a table or a list, whose lines are not asked for
their language one by one."""

_SENTENCES_IN_TAIL = 0.25
_SHORT_SENTENCE = 12
"""How many sentences may be left among the lines behind an article, and their longest."""


@dataclass(frozen=True, slots=True)
class Page:
    """One document's blocks, the `numbers` of those that hold segments, and where its prose lies.

    `prose` are the blocks that are sentences, in order; `several` has those sentences of which more
    than one stand in a block.
    """

    language: str
    blocks: Sequence[Block]
    numbers: Sequence[int]
    prose: dict[int, Block]
    several: dict[int, list[str]]
    head: tuple[int, ...]
    tail: tuple[int, ...]

    @property
    def is_list(self) -> bool:
        """Whether so many lines stand before the first sentence, or behind the last, that the
        page is a table or a list."""
        return max(len(self.head), len(self.tail)) > _LONGEST_HEAD

    def block(self, number: int) -> Block:
        """Block `number`."""
        return self.blocks[number]

    def items(self) -> Iterator[tuple[int, Block]]:
        """The number of each block that holds segments, and the block."""
        return zip(self.numbers, map(self.block, self.numbers), strict=True)

    def text(self, number: int) -> str:
        """The text of block `number`."""
        return self.blocks[number].text.strip()


def page_of(document: Document, segments: Sequence[Segment]) -> Page:
    """The page that `document` is, cut into `segments`."""
    blocks = document.blocks
    numbers = [number for number, _ in groupby(segments, attrgetter("block"))]
    prose = {number: blocks[number] for number in numbers if _is_prose(blocks[number])}
    language = base(document.language)
    if not language:
        language = detect("\n".join(blocks[number].text for number in prose or numbers))[0]
    first = next(iter(prose), -1)
    head = tuple(number for number in numbers if number < first)
    several = _several(segments)
    tail = _tail_zone(blocks, numbers, prose, several)
    return Page(language, blocks, numbers, prose, several, head, tail)


def _several(segments: Sequence[Segment]) -> dict[int, list[str]]:
    """The sentences of each block that has more than one."""
    found: dict[int, list[str]] = {}
    for before, segment in pairwise(segments):
        if segment.block == before.block:
            found.setdefault(segment.block, [before.text]).append(segment.text)
    return found


def _tail_zone(
    blocks: Sequence[Block],
    held: Sequence[int],
    prose: dict[int, Block],
    several: dict[int, list[str]],
) -> tuple[int, ...]:
    """The lines behind the article: from the last sentence on, or from where lines without
    end marks begin among which only a few short sentences are left, each alone: behind a verse
    or a list a paragraph of several goes on with the article."""
    if not prose:
        return ()
    first, last = min(prose), max(prose)
    numbers = [number for number in held if number > first]
    run = 0
    for place, number in enumerate(numbers):
        light = blocks[number].role in ("paragraph", "heading") and not _is_sentence(blocks[number])
        run = run + 1 if light else 0
        if run == RUN:
            zone = numbers[place - RUN + 1 :]
            left = [number for number in zone if number in prose]
            if len(left) <= len(zone) * _SENTENCES_IN_TAIL and all(
                number not in several and shapes.count_words(prose[number].text) <= _SHORT_SENTENCE
                for number in left
            ):
                return tuple(zone)
    return tuple(number for number in numbers if number > last)


def _is_prose(block: Block) -> bool:
    return not block.chrome and _is_sentence(block)


def _is_sentence(block: Block) -> bool:
    """Whether a block says something, also one that the file's own markup sets aside."""
    text = block.text.strip()
    if is_shaped(text) or shapes.is_date_line(text):
        return False
    return ends_as_sentence(text) or shapes.count_words(text) > LONGEST_LINE


def is_shaped(text: str) -> bool:
    """Whether a line is furniture by its shape alone, at the edges of a page."""
    return (
        shapes.is_placeholder(text)
        or shapes.is_address_line(text)
        or shapes.is_counter(text)
        or shapes.is_copyright(text)
    )
