"""What a format says of its blocks, so that a new one finds its place and its look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reviewer.domain import NewBlock
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.mapped import MappedBlock, SourcePatch


@dataclass(frozen=True, slots=True)
class Names:
    """What a format calls its elements. A block may leave what is around it when nothing else
    stands in there, but not what is in `ends`. What is in `shunned` is no model, and nobody
    sees what is in `unseen`."""

    paragraphs: frozenset[str]
    items: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    shunned: frozenset[str] = frozenset()
    unseen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Model:
    """A block of the document to take the look from: `unit` is the outermost element that is
    all its own, `inner` the innermost one around its first character."""

    block: MappedBlock
    unit: Element
    inner: Element


class Form(Protocol):
    """How a format writes a block. `text_element`: lines stand inside such an element ("": in
    any)."""

    text_element: str

    def knows(self, new: NewBlock) -> bool:
        """Whether it has a look of its own for a block of this role and level."""

    def block(self, new: NewBlock, model: Model | None) -> str:
        """The whole block, in the look of `model`."""

    def in_list(self, items: str) -> str:
        """A list with `items`, for where there is none."""

    def line(self, new: NewBlock, *, behind: bool) -> str:
        """The text as one more line of a paragraph, behind another line or before it."""

    def is_covered(self, _cell: Element, /) -> bool:
        """Whether another cell that is merged with it is shown in its place."""

    def filled(self, cell: Element, like: Model, text: str) -> SourcePatch:
        """The patch that puts `text` into an empty cell."""

    def row(self, like: Element, texts: Sequence[str], model: Model) -> str:
        """A row like another one, with `texts` in its first cells."""


class BlockTree:
    """The blocks of a source among its elements."""

    def __init__(self, tree: Tree, blocks: Sequence[MappedBlock], names: Names) -> None:
        self._tree = tree
        self._blocks = blocks
        self._names = names
        self.starts = sorted(block.mapping.starts[0] for block in blocks)
        """Where they begin, in order."""

    def model_of(self, number: int, unit: Element | None) -> Model:
        """A block as a model; `unit` is what is all its own, None for what is found to be."""
        start = self.start(number)
        inner = next(self.around(start))
        if unit is None:
            paragraph = self.paragraph(number) or inner
            unit = self.unit(paragraph)
            if self._blocks[number].block.role == "list_item":
                unit = next((e for e in unit.up() if e.name in self._names.items), unit)
        return Model(self._blocks[number], unit, inner)

    def start(self, number: int) -> int:
        """Where a block begins."""
        return self._blocks[number].mapping.starts[0]

    def around(self, offset: int) -> Iterator[Element]:
        """The elements around a place, the innermost first."""
        element = self._tree.at(offset)
        return element.up() if element else iter(())

    def paragraph(self, number: int) -> Element | None:
        """The paragraph that a block stands in."""
        for element in self.around(self.start(number)):
            if element.name in self._names.paragraphs:
                return element
        return None

    def unit(self, paragraph: Element) -> Element:
        """The outermost element that has no text but this paragraph's."""
        names = self._names
        unit = paragraph
        kept = names.items | names.cells | names.lists | names.tables | names.rows | names.ends
        while (outer := unit.outer) is not None and unit.name not in names.ends:
            if outer.name in kept:
                break
            start = bisect_left(self.starts, outer.start)
            only = bisect_left(self.starts, outer.end) - start <= 1
            if not only and outer.name != "a":
                break
            unit = outer
        return unit

    def holds(self, start: int, end: int, but: int | None = None) -> bool:
        """Whether a block begins between two places of the source."""
        count = bisect_left(self.starts, end) - bisect_left(self.starts, start)
        return count > (but is not None and start <= self.start(but) < end)


class Places:
    """What new blocks are placed by: the source of one part, whose blocks are `blocks`, and how
    its format writes a block."""

    def __init__(self, tree: Tree, blocks: Sequence[MappedBlock], names: Names, form: Form) -> None:
        self._tree = tree
        self._blocks = blocks
        self._names = names
        self._form = form
        self._among = BlockTree(tree, blocks, names)
