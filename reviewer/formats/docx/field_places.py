"""Where the field stands that a piece of code belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.formats.shared.elements import Element, Tree

_MARK = re.compile(r"\bfldCharType\s*=\s*[\"'](begin|separate|end)")


class FieldPlaces:
    """The fields of a part, found once: looking for each in the whole part takes long where a part
    has many."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        ends: dict[int, int] = {}
        begun: list[int] = []
        for mark in _MARK.finditer(tree.source):
            if mark[1] == "begin":
                begun.append(mark.start())
            elif mark[1] == "end" and begun:
                ends[begun.pop()] = mark.start()
        self._places: list[int] = []
        self._inner: list[tuple[int, int] | None] = []
        """Behind each mark, the innermost field with an end that is open."""
        whole: list[tuple[int, int]] = []
        for at, last in sorted([*ends.items(), *((last, -1) for last in ends.values())]):
            if last < 0:
                whole.pop()
            else:
                whole.append((at, last))
            self._places.append(at)
            self._inner.append(whole[-1] if whole else None)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The place of the field whose code stands in `source[start:end]`: a simple field with its
        element, another from the run with its begin to the run with its end."""
        element = self._tree.before(start)
        if element and element.name == "fldSimple" and start < element.inside:
            return element.start, element.end
        number = bisect_left(self._places, start) - 1
        field = self._inner[number] if number >= 0 else None
        if field is None or end > field[1]:
            return start, end
        return _run(self._tree, field[0]).start, _run(self._tree, field[1]).end


def _run(tree: Tree, at: int) -> Element:
    """The run that holds the element whose start tag is around `at`."""
    element = tree.before(at)
    assert element is not None
    return next((each for each in element.up() if each.name == "r"), element)
