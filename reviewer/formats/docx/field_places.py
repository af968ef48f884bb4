"""Where the field stands that a piece of code belongs to."""

from __future__ import annotations

import re

from reviewer.formats.shared.elements import Element, Tree

_MARK = re.compile(r"\bfldCharType\s*=\s*[\"'](begin|separate|end)")


def around_field(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The place of the field whose code stands in `source[start:end]`: a simple field with its
    element, another from the run with its begin to the run with its end."""
    element = tree.before(start)
    if element and element.name == "fldSimple" and start < element.inside:
        return element.start, element.end
    begun: list[int] = []
    for mark in _MARK.finditer(tree.source):
        if mark[1] == "begin":
            begun.append(mark.start())
        elif mark[1] == "end" and begun:
            first, last = begun.pop(), mark.start()
            if first < start and end <= last:
                return _run(tree, first).start, _run(tree, last).end
    return start, end


def _run(tree: Tree, at: int) -> Element:
    """The run that holds the element whose start tag is around `at`."""
    element = tree.before(at)
    assert element is not None
    return next((each for each in element.up() if each.name == "r"), element)
