"""The open elements of a page, and the blocks of text found in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain import Block, Role
from reviewer.formats.html_lists import Numbers
from reviewer.formats.mapped import MappedBlock


@dataclass(slots=True, eq=False)
class Node:
    """An element of a page, with what it passes on to the text in it.

    `mark` says why the element might be page furniture ("" if it does not look so):
    see `reviewer.formats.html_roles.mark_of`.
    """

    name: str
    parent: Node | None = None
    depth: int = 0
    """How many elements are around it."""
    role: Role = "paragraph"
    level: int = 0
    """What the text right in it is: see `reviewer.formats.html_roles.role_of`."""
    named_role: Role | None = None
    """What a word processor's class on the paragraph around it says the text is."""
    mark: str = ""
    names: str = ""
    selectors: frozenset[str] = frozenset()
    """Its classes and its id as style sheets write them."""
    skipped: bool = False
    preserved: bool = False
    in_paragraph: bool = False
    in_article: bool = False
    is_block: bool = False
    link_start: int = -1
    """How many characters of the block stood before it."""
    href: str = ""
    anchor: bool = False
    """An `a` that is itself the aim of a link (it has a name or an id)."""
    to_note: bool = False
    is_comment: bool = False
    is_control: bool = False
    behind_list_mark: bool = False
    region: str = ""
    """The name of an element that may hold the whole article: `main`, `article`."""
    numbers: Numbers | None = None
    """How a list in it counts its items."""
    mark_before: str = ""
    """The number before its first block, until that is read."""
    controls: int = 0
    """Buttons, fields and the like in it: what asks something of the reader."""
    parts: int = 0
    """How many elements began in it (counted in formulas)."""

    def up(self) -> Iterator[Node]:
        """The node and those around it, innermost first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def is_in(self, other: Node) -> bool:
        """Whether the node is `other` or stands in it."""
        return any(node is other for node in self.up())


@dataclass(frozen=True, slots=True)
class Found:
    """A block, the innermost element around it, and how many of its characters are links."""

    mapped: MappedBlock
    node: Node
    linked: int

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.mapped.block

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is a link."""
        return self.linked >= _ALL_LINKED * len(self.block.text)

    @property
    def unlinked(self) -> int:
        """Characters that are no link; none where nearly all of them are one."""
        return 0 if self.is_link else len(self.block.text) - self.linked


_ALL_LINKED = 0.9
