"""Elements of a docx part that are hidden with all that stands in them, by a mark that is no look
of a text: rows of tables, drawings, shapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reviewer.formats.docx.styles import OFF
from reviewer.formats.shared.markup import words

_SHAPES = words("?:shape ?:rect ?:roundrect ?:oval ?:group")
MAY_HIDE = _SHAPES | {"w:hidden", "?:docPr"}
"""Names of the elements that can say so."""

_HIDDEN_SHAPE = re.compile(r"visibility\s*:\s*hidden")


def hides_above(name: str, around: Sequence[str], attribute: Callable[[str], str]) -> int:
    """How many levels above the element `name` the one stands that it hides; 0 is the element
    itself, -1 none. `around` are the names of those that are open."""
    if name == "w:hidden" and around[-1:] == ["w:trPr"]:
        return 2 if attribute("val") not in OFF else -1
    if name == "?:docPr":
        return 1 if attribute("hidden") in ("1", "true", "on") else -1
    if name in _SHAPES:
        return 0 if _HIDDEN_SHAPE.search(attribute("style")) else -1
    return -1
