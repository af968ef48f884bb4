"""Powers, indices and formulas of a page as one line of text: 10⁶, CO₂, 3/4.

A formula's marks that its markup only implies (the bar of a fraction) stand in the mapping as
characters that the source does not have.
"""

from __future__ import annotations

from reviewer.formats.html_nodes import Node
from reviewer.formats.mapped import Mapping
from reviewer.formats.markup import words

NAMES = words(
    "math mrow mfrac msup msub msubsup msqrt mroot mn mi mo mtext mstyle mpadded mover munder "
    "munderover mtable mtr mtd semantics mfenced"
)
PARTS = frozenset({"mfrac", "msup", "msub", "msubsup"})
"""Elements whose parts stand over each other on the page."""

_PLAIN = "0123456789+-−=()ni"
_RAISED = dict(zip(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_FLAT = {
    **{raised: plain for plain, raised in reversed(_RAISED.items())},
    **{lowered: plain for plain, lowered in reversed(_LOWERED.items())},
}
_BETWEEN_MARKS = frozenset(", ;–-−")


def raise_from(mapping: Mapping, start: int) -> None:
    """Write the characters of `mapping` from `start` on as superscripts where all can be.

    Unicode has the digits, signs, n and i; note marks such as "1, 2" keep their commas.
    """
    _written(mapping, start, _RAISED)


def lower_from(mapping: Mapping, start: int) -> None:
    """The same for subscripts."""
    _written(mapping, start, _LOWERED)


def _written(mapping: Mapping, start: int, forms: dict[str, str]) -> bool:
    characters = mapping.characters[start:]
    digits = any(character.isdigit() for character in characters)
    if not all(each in forms or (digits and each in _BETWEEN_MARKS) for each in characters):
        return False
    mapping.characters[start:] = [forms.get(each, each) for each in characters]
    return True


def flat(text: str) -> str:
    """`text` with plain characters for raised and lowered ones."""
    return "".join(_FLAT.get(character, character) for character in text)


def between(mapping: Mapping, outer: Node, at: int) -> None:
    """Put the bar of a fraction before its second part, which begins at `at`."""
    if outer.name == "mfrac" and outer.parts == 1:
        mapping.insert(len(mapping), "/", at)


def leave(mapping: Mapping, node: Node, at: int) -> None:
    """Close the element `node` of a formula, which ends at `at`."""
    outer = node.parent
    start = node.link_start
    if node.name in ("msqrt", "mroot"):
        _enclose(mapping, start, at)
        mapping.insert(start, "√", _place(mapping, start, at))
    if outer is None or outer.name not in PARTS:
        return
    if outer.name == "mfrac":
        _enclose(mapping, start, at)
    elif outer.parts > 1:
        raised = outer.name == "msup" or outer.parts > 2
        if not _written(mapping, start, _RAISED if raised else _LOWERED):
            _enclose(mapping, start, at)
            mapping.insert(start, "^" if raised else "_", _place(mapping, start, at))


def _enclose(mapping: Mapping, start: int, at: int) -> None:
    """Brackets around what would be read wrongly without: (a+b)/2."""
    inside = "".join(mapping.characters[start:])
    if len(inside) > 1 and not inside.replace(".", "").replace(",", "").isalnum():
        mapping.insert(start, "(", _place(mapping, start, at))
        mapping.insert(len(mapping), ")", at)


def _place(mapping: Mapping, index: int, at: int) -> int:
    return mapping.starts[index] if index < len(mapping) else at
