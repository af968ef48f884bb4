"""Powers, indices and formulas of a page as one line of text: 10⁶, CO₂, 3/4.

A formula's marks that its markup only implies (the bar of a fraction) stand in the mapping as
characters that the source does not have.
"""

from __future__ import annotations

from reviewer.formats.html.nodes import Node
from reviewer.formats.shared.mapped import Mapping
from reviewer.formats.shared.markup import words
from reviewer.formats.shared.raised import Raised, raised

NAMES = words(
    "math mrow mfrac msup msub msubsup msqrt mroot mn mi mo mtext mstyle mpadded mover munder "
    "munderover mtable mtr mtd semantics mfenced"
)
PARTS = frozenset({"mfrac", "msup", "msub", "msubsup"})
"""Elements whose parts stand over each other on the page."""


def raise_from(mapping: Mapping, start: int, how: Raised, *, letters: bool = True) -> bool:
    """Write the characters of `mapping` from `start` on as they are seen in a `sup` or `sub`.

    Whether all of them could be.
    """
    plain = "".join(mapping.characters[start:])
    seen = raised(plain, how, letters=letters)
    mapping.characters[start:] = seen
    return not any(a == b for a, b in zip(plain, seen, strict=True))


def between(mapping: Mapping, outer: Node, at: int) -> None:
    """Put the bar of a fraction before its second part, which begins at `at`."""
    if outer.name == "mfrac" and outer.open.parts == 1:
        mapping.insert(len(mapping), "/", at)


def leave(mapping: Mapping, node: Node, at: int) -> None:
    """Close the element `node` of a formula, which ends at `at`."""
    outer = node.parent
    start = node.open.link_start
    while start < len(mapping) and mapping.characters[start] == " ":
        start += 1  # the space before the formula
    if node.name in ("msqrt", "mroot"):
        _enclose(mapping, start, at)
        mapping.insert(start, "√", _place(mapping, start, at))
    elif (
        node.name == "mfrac"
        and 0 < start < len(mapping)
        and mapping.characters[start - 1].isdigit()
    ):
        # "2" and a half is no 21/2.
        mapping.insert(start, " ", _place(mapping, start, at))
    if outer is None or outer.name not in PARTS:
        return
    if outer.name == "mfrac":
        _enclose(mapping, start, at)
    elif outer.open.parts > 1:
        how: Raised = "superscript" if outer.name == "msup" or outer.open.parts > 2 else "subscript"
        plain = mapping.characters[start:]
        if not raise_from(mapping, start, how, letters=False):
            mapping.characters[start:] = plain
            _enclose(mapping, start, at)
            mapping.insert(start, "^" if how == "superscript" else "_", _place(mapping, start, at))


def _enclose(mapping: Mapping, start: int, at: int) -> None:
    """Brackets around what would be read wrongly without: (a+b)/2."""
    inside = "".join(mapping.characters[start:])
    if len(inside) > 1 and not inside.replace(".", "").replace(",", "").isalnum():
        mapping.insert(start, "(", _place(mapping, start, at))
        mapping.insert(len(mapping), ")", at)


def _place(mapping: Mapping, index: int, at: int) -> int:
    return mapping.starts[index] if index < len(mapping) else at
