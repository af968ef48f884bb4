"""The elements of an HTML or XML source as a tree, each with its offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.formats.shared.html_elements import BLOCK, VOID, bounds, closed_by
from reviewer.formats.shared.markup import Token, tokens

_ROWS = frozenset({"tr", "tbody", "thead", "tfoot"})


@dataclass(slots=True, eq=False)
class Element:
    """`source[start:end]`; its content is `source[inside:last]`. Names have no prefix."""

    name: str
    start: int
    inside: int
    outer: Element | None
    closed: bool = False
    last: int = -1
    end: int = -1

    def up(self) -> Iterator[Element]:
        """The element and those around it."""
        node: Element | None = self
        while node is not None:
            yield node
            node = node.outer


class Tree:
    """All elements of `source` in the order in which they begin."""

    def __init__(self, source: str, *, xml: bool) -> None:
        self.source = source
        self.elements: list[Element] = []
        self._open: list[Element] = []
        for token in tokens(source, xml=xml):
            name = token.name.rpartition(":")[2] if xml else token.name
            if token.kind == "start":
                self._start(name, token, xml)
            elif token.kind == "end":
                self._end(name, token, xml)
        self._close(0, len(source), len(source))
        self._starts = [element.start for element in self.elements]

    def at(self, offset: int) -> Element | None:
        """The innermost element around the character at `offset`."""
        number = bisect_right(self._starts, offset) - 1
        element = self.elements[number] if number >= 0 else None
        while element is not None and not element.inside <= offset < element.last:
            element = element.outer
        return element

    def before(self, offset: int) -> Element | None:
        """The last element that begins before the character at `offset`."""
        number = bisect_left(self._starts, offset) - 1
        return self.elements[number] if number >= 0 else None

    def between(self, start: int, end: int) -> list[Element]:
        """The elements that begin between two places, in order."""
        return self.elements[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def inside(self, outer: Element) -> list[Element]:
        """The elements within another one, in order."""
        first = bisect_right(self._starts, outer.start)
        return self.elements[first : bisect_right(self._starts, outer.last - 1)]

    def _start(self, name: str, token: Token, xml: bool) -> None:
        if not xml:
            self._close_implied(name, token.start)
        outer = self._open[-1] if self._open else None
        element = Element(name, token.start, token.end, outer)
        self.elements.append(element)
        if (xml and token.closed) or (not xml and name in VOID):
            element.closed, element.last, element.end = True, token.end, token.end
        else:
            self._open.append(element)

    def _close_implied(self, name: str, at: int) -> None:
        """End what the start of `name` ends (HTML Standard, 13.1.2.4)."""
        ended = closed_by(name)
        if not ended:
            return
        for depth in range(len(self._open) - 1, -1, -1):
            node = self._open[depth]
            if node.name in ended:
                self._close(depth, at, at)
                if node.name != "p" and name not in _ROWS:
                    return
            elif bounds(name, node.name) or (node.name in BLOCK and name in ("p", "a")):
                return

    def _end(self, name: str, token: Token, xml: bool) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            node = self._open[depth]
            if node.name == name:
                self._close(depth + 1, token.start, token.start)
                self._close(depth, token.start, token.end)
                return
            if not xml and name not in BLOCK and node.name in BLOCK:
                # An end tag never reaches out of the block it stands in.
                return

    def _close(self, depth: int, last: int, end: int) -> None:
        for node in self._open[depth:]:
            node.last, node.end = last, end
        del self._open[depth:]
