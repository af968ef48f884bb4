"""The paragraphs between which a new one is put, as tracked changes need to know them."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.formats.new_blocks.model import Names
from reviewer.formats.shared.elements import Element, Tree
from reviewer.formats.shared.markup import words

_BESIDE_THE_TEXT = words("annotation tracked-changes comment")
"""Elements whose paragraphs are no part of the text that they stand in."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """`before` and `behind` stand in the same body or cell as the place; `before_table`: a table
    comes next."""

    before: Element | None = None
    behind: Element | None = None
    before_table: bool = False


def neighbours(tree: Tree, at: int, names: Names) -> Neighbours:
    """The paragraphs beside a place of the source that is in none."""
    boxes = names.cells | names.ends | _BESIDE_THE_TEXT

    def box(element: Element | None) -> Element | None:
        around = element.up() if element else ()
        return next((each for each in around if each.name in boxes), None)

    sides = (tree.at(at), tree.at(at - 1))
    own = max((b for b in map(box, sides) if b), key=lambda each: each.start, default=None)
    before = _last_before(tree, at, own, names)
    if before is not None and box(before.outer) is not own:
        before = None
    end = own.last if own else len(tree.source)
    first = next((e for e in tree.between(at, end) if e.name in names.paragraphs), None)
    if first is None:
        return Neighbours(before)
    if box(first) is own:
        return Neighbours(before, first)
    cell = box(first)
    table = next((e for e in (cell.up() if cell else ()) if e.name in names.tables), None)
    is_next = table is not None and table.start >= at and box(table) is own
    return Neighbours(before, None, is_next)


def _last_before(tree: Tree, at: int, box: Element | None, names: Names) -> Element | None:
    """The outermost of the paragraphs that end before a place and of which the last begins last."""
    inner = tree.before(at)
    while inner is not None and (box is None or inner.start > box.start):
        ended = [e for e in inner.up() if e.name in names.paragraphs and e.end <= at]
        if ended:
            return ended[-1]
        inner = tree.before(inner.start)
    return None
