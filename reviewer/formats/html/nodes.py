"""The open elements of a page, and the blocks of text found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.domain import Block, Role
from reviewer.formats.html.lists import Numbers
from reviewer.formats.html.unseen import Way
from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.raised import Raised


@dataclass(frozen=True, slots=True)
class NodeKind:
    """What an element says that is written so and stands so: the cells of a table share one."""

    name: str
    depth: int = 0
    """How many elements are around it."""
    role: Role = "paragraph"
    level: int = 0
    """What the text right in it is: see `reviewer.formats.shared.html_elements.role_of`."""
    named_role: Role | None = None
    """What a word processor's class on the paragraph around it says the text is."""
    names: str = ""
    selectors: frozenset[str] = frozenset()
    """Its classes and its id as style sheets write them."""
    raised: Raised = ""
    """Whether its text stands above or below the line."""
    skipped: bool = False
    unseen: frozenset[Way] = frozenset()
    """The ways in which the text right in it is hidden by its style or by those around it."""
    dropped: bool = False
    """Whether that began in the midst of a line."""
    preserved: bool = False
    in_paragraph: bool = False
    in_article: bool = False
    is_block: bool = False
    href: str = ""
    anchor: bool = False
    """An `a` that is itself the aim of a link (it has a name or an id)."""
    is_comment: bool = False
    is_control: bool = False
    behind_list_mark: bool = False
    region: str = ""
    """The name of an element that may hold the whole article: `main`, `article`."""
    is_stamp: bool = False
    """Whether its markup says that it holds a time, or a name: see `marks.is_stamp`."""


class Begun(NamedTuple):
    """An element that began within another one, as style sheets know it."""

    name: str
    selectors: frozenset[str]


_MOST_BEGUN = 50
"""Kinds of elements within one of which something is kept."""


@dataclass(slots=True, eq=False)
class WhileOpen:
    """What is asked of an element only until it ends: a large table has a closed one for each
    cell."""

    link_start: int = -1
    """How many characters of the block stood before it."""
    to_note: bool = False
    numbers: Numbers | None = None
    """How a list in it counts its items."""
    mark_before: str = ""
    """The number before its first block, until that is read."""
    switches: int = 0
    """Elements in it, and itself, that open and shut something."""
    opener: bool = False
    """Whether the element in it that ended last opens the one that begins next."""
    parts: int = 0
    """How many elements began in it (counted in formulas)."""
    begun: dict[Begun, None] | None = None
    """The kinds of elements that began right in it, the last one last, where a style sheet asks
    for them."""

    def begin(self, element: Begun) -> None:
        """Note that an element begins right in it."""
        if self.begun is None:
            self.begun = {}
        self.begun.pop(element, None)
        self.begun[element] = None
        if len(self.begun) > _MOST_BEGUN:
            del self.begun[next(iter(self.begun))]

    def has_begun(self, fits: Callable[[Begun], bool], *, right_before: bool) -> bool:
        """Whether an element that fits began right in it, as the last one or at any time."""
        before = reversed(self.begun or {})
        if right_before:
            last = next(before, None)
            return last is not None and fits(last)
        return any(map(fits, before))


_ENDED = WhileOpen()


@dataclass(slots=True, eq=False)
class Node:
    """An element of a page, with what it passes on to the text in it.

    `mark` says why the element might be page furniture ("" if it does not look so):
    see `reviewer.formats.html.marks.mark_of`.
    """

    kind: NodeKind
    parent: Node | None = None
    mark: str = ""
    controls: int = 0
    """Buttons, fields and the like in it: what asks something of the reader."""
    fields: int = 0
    """How many fields in it a reader types into."""
    is_note: bool = False
    """Whether a mark in the text before it leads to it, as to a footnote."""
    open: WhileOpen = _ENDED

    def end(self) -> None:
        """Forget what is asked only while it is open."""
        self.open = _ENDED

    @property
    def name(self) -> str:
        return self.kind.name

    @property
    def depth(self) -> int:
        return self.kind.depth

    @property
    def role(self) -> Role:
        return self.kind.role

    @property
    def level(self) -> int:
        return self.kind.level

    @property
    def named_role(self) -> Role | None:
        return self.kind.named_role

    @property
    def names(self) -> str:
        return self.kind.names

    @property
    def selectors(self) -> frozenset[str]:
        return self.kind.selectors

    @property
    def raised(self) -> Raised:
        return self.kind.raised

    @property
    def skipped(self) -> bool:
        return self.kind.skipped

    @property
    def unseen(self) -> frozenset[Way]:
        return self.kind.unseen

    @property
    def dropped(self) -> bool:
        return self.kind.dropped

    @property
    def preserved(self) -> bool:
        return self.kind.preserved

    @property
    def in_paragraph(self) -> bool:
        return self.kind.in_paragraph

    @property
    def in_article(self) -> bool:
        return self.kind.in_article

    @property
    def is_block(self) -> bool:
        return self.kind.is_block

    @property
    def href(self) -> str:
        return self.kind.href

    @property
    def anchor(self) -> bool:
        return self.kind.anchor

    @property
    def is_comment(self) -> bool:
        return self.kind.is_comment

    @property
    def is_control(self) -> bool:
        return self.kind.is_control

    @property
    def behind_list_mark(self) -> bool:
        return self.kind.behind_list_mark

    @property
    def region(self) -> str:
        return self.kind.region

    @property
    def is_stamp(self) -> bool:
        return self.kind.is_stamp

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
    """A block, the innermost element around it, and how many of its characters are links.

    `stamped` counts those that the markup calls a time, the name of an author or of a language
    (`marks.is_stamp`), `cited` those in a `cite`; `image` is the element that a picture right
    before it stands in, if there is one.
    """

    block: Block
    mapping: Mapping
    node: Node
    linked: int
    stamped: int = 0
    cited: int = 0
    image: Node | None = None

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is a link."""
        return self.linked >= _ALL_LINKED * len(self.block.text)

    @property
    def unlinked(self) -> int:
        """Characters that are no link; none where nearly all of them are one."""
        return 0 if self.is_link else len(self.block.text) - self.linked


_ALL_LINKED = 0.9
