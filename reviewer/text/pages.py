"""A document as the search for furniture sees it: its blocks, and where its prose lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """One document's blocks that hold segments, by number, and where its prose lies.

    `sentences` are those of a block, `prose` the blocks that are sentences, in order.
    """

    language: str
    blocks: dict[int, Block]
    sentences: dict[int, list[str]]
    prose: dict[int, Block]
    head: tuple[int, ...]
    tail: tuple[int, ...]

    @property
    def is_list(self) -> bool:
        """Whether so many lines stand before the first sentence, or behind the last, that the
        page is a table or a list."""
        return max(len(self.head), len(self.tail)) > _LONGEST_HEAD

    def text(self, number: int) -> str:
        """The text of block `number`."""
        return self.blocks[number].text.strip()


def page_of(document: Document, segments: Sequence[Segment]) -> Page:
    """The page that `document` is, cut into `segments`."""
    sentences: dict[int, list[str]] = {}
    for segment in segments:
        sentences.setdefault(segment.block, []).append(segment.text)
    blocks = {number: document.blocks[number] for number in sentences}
    prose = {number: block for number, block in blocks.items() if _is_prose(block)}
    whole = "\n".join(block.text for block in (prose or blocks).values())
    language = base(document.language) or detect(whole)[0]
    first = next(iter(prose), -1)
    head = tuple(number for number in blocks if number < first)
    return Page(language, blocks, sentences, prose, head, _tail_zone(blocks, prose, sentences))


def _tail_zone(
    blocks: dict[int, Block], prose: dict[int, Block], sentences: dict[int, list[str]]
) -> tuple[int, ...]:
    """The lines behind the article: from the last sentence on, or from where lines without
    end marks begin among which only a few short sentences are left, each alone: behind a verse
    or a list a paragraph of several goes on with the article."""
    if not prose:
        return ()
    first, last = min(prose), max(prose)
    numbers = [number for number in blocks if number > first]
    run = 0
    for place, number in enumerate(numbers):
        light = blocks[number].role in ("paragraph", "heading") and not _is_sentence(blocks[number])
        run = run + 1 if light else 0
        if run == RUN:
            zone = numbers[place - RUN + 1 :]
            left = [number for number in zone if number in prose]
            if len(left) <= len(zone) * _SENTENCES_IN_TAIL and all(
                len(sentences[number]) == 1
                and shapes.count_words(prose[number].text) <= _SHORT_SENTENCE
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
