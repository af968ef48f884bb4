"""Formulas of Office (OMML) as one line of text: a fraction is 3/4, a power 10⁶.

The marks that the line needs (the stroke, brackets) stand nowhere in the file. The way of
writing is that of UnicodeMath (Unicode Technical Note 28) for the plain cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reviewer.formats.shared.raised import Raised, raised

_DEEPEST = 100
"""Elements within each other; what stands deeper is read as one row, since Python's own stack ends
where a damaged file goes on."""

_SINGLE = re.compile(r"[\w.,′%°]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A character that stands at `start` to `end` in the source; -1: it stands nowhere."""

    character: str
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class _Node:
    name: str
    values: dict[str, str] = field(default_factory=dict)
    children: list[_Node] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def child(self, name: str) -> _Node:
        return next((each for each in self.children if each.name == name), _Node(name))


class Formula:
    """A formula while it is read: its elements as they open and close, its characters."""

    def __init__(self, name: str) -> None:
        self._root = _Node(name)
        self._open = [self._root]

    def start(self, name: str, value: Callable[[], str], *, closed: bool) -> None:
        """An element opens; `value` gives the value of its one attribute."""
        node = _Node(name)
        if name in ("m:chr", "m:begChr", "m:endChr", "m:sepChr", "m:type", "m:degHide", "m:show"):
            # They stand in the properties of the element that they belong to.
            self._open[-2 if len(self._open) > 1 else -1].values[name] = value()
        if len(self._open) >= _DEEPEST:
            node = self._open[-1]
        else:
            self._open[-1].children.append(node)
        if not closed:
            self._open.append(node)

    def end(self) -> bool:
        """The innermost element closes; whether the formula itself did."""
        self._open.pop()
        return not self._open

    def add(self, pieces: Iterable[Piece]) -> None:
        """Characters of the innermost element."""
        self._open[-1].pieces.extend(pieces)

    def linear(self) -> list[Piece]:
        """The formula as one line."""
        return _linear(self._root)


def _made(text: str) -> list[Piece]:
    return [Piece(character) for character in text]


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.character for piece in pieces)


def _bracketed(pieces: list[Piece]) -> list[Piece]:
    """The pieces, in brackets unless they are one number or one name."""
    if _SINGLE.match(_text(pieces)):
        return pieces
    return [Piece("("), *pieces, Piece(")")]


def _linear(node: _Node) -> list[Piece]:
    special = _FORMS.get(node.name)
    if special:
        return special(node)
    if node.name.endswith("Pr"):
        return []
    if node.name == "m:oMathPara":
        parts = _between([_linear(child) for child in node.children], " ")
        return [*node.pieces, *(piece for part in parts for piece in part)]
    line = [*node.pieces]
    last = ""
    for child in node.children:
        part = _linear(child)
        behind = bool(part and line) and line[-1].character.isdecimal()
        glued = (
            behind and part[0].character.isdecimal() and not {child.name, last}.isdisjoint(_FORMS)
        )
        if glued or (behind and child.name == "m:f"):
            # "2" and a half is no 21/2, a half and "5" no 1/25.
            line.append(Piece(" "))
        line += part
        last = child.name if part else last
    return line


def _between(parts: Iterable[list[Piece]], mark: str) -> list[list[Piece]]:
    said = [part for part in parts if part]
    return [part if not number else [*_made(mark), *part] for number, part in enumerate(said)]


def _joined(parts: Iterable[list[Piece]], mark: str) -> list[Piece]:
    return [piece for part in _between(parts, mark) for piece in part]


def _fraction(node: _Node) -> list[Piece]:
    above, below = _linear(node.child("m:num")), _linear(node.child("m:den"))
    if node.values.get("m:type") == "noBar":
        return [Piece("("), *above, Piece("¦"), *below, Piece(")")]
    return [*_bracketed(above), Piece("/"), *_bracketed(below)]


def _script(pieces: list[Piece], how: Raised, mark: str) -> list[Piece]:
    """`pieces` raised (lowered) where Unicode has all of it so, else behind `mark`."""
    text = _text(pieces)
    seen = raised(text, how, letters=False)
    if text and all(new != old for new, old in zip(seen, text, strict=True)):
        return [Piece(new, piece.start, piece.end) for new, piece in zip(seen, pieces, strict=True)]
    return [*_made(mark), *_bracketed(pieces)] if pieces else []


def _power(node: _Node) -> list[Piece]:
    return [*_base(node), *_raised_part(node)]


def _index(node: _Node) -> list[Piece]:
    return [*_base(node), *_lowered_part(node)]


def _both(node: _Node) -> list[Piece]:
    return [*_base(node), *_lowered_part(node), *_raised_part(node)]


def _before(node: _Node) -> list[Piece]:
    return [*_lowered_part(node), *_raised_part(node), *_base(node)]


def _base(node: _Node) -> list[Piece]:
    return _bracketed(_linear(node.child("m:e")))


def _raised_part(node: _Node) -> list[Piece]:
    return _script(_linear(node.child("m:sup")), "superscript", "^")


def _lowered_part(node: _Node) -> list[Piece]:
    return _script(_linear(node.child("m:sub")), "subscript", "_")


def _root(node: _Node) -> list[Piece]:
    degree = _linear(node.child("m:deg"))
    inside = _bracketed(_linear(node.child("m:e")))
    return [*_script(degree, "superscript", ""), Piece("√"), *inside]


def _sum(node: _Node) -> list[Piece]:
    sign = node.values.get("m:chr", "∫")
    inside = _linear(node.child("m:e"))
    return [*_made(sign), *_lowered_part(node), *_raised_part(node), *inside]


def _delimited(node: _Node) -> list[Piece]:
    parts = [_linear(child) for child in node.children if child.name == "m:e"]
    return [
        *_made(node.values.get("m:begChr", "(")),
        *_joined(parts, node.values.get("m:sepChr", "|")),
        *_made(node.values.get("m:endChr", ")")),
    ]


def _limit(node: _Node) -> list[Piece]:
    limit = _linear(node.child("m:lim"))
    return [*_linear(node.child("m:e")), *_made("_"), *_bracketed(limit)]


def _phantom(node: _Node) -> list[Piece]:
    """What only takes room is not seen."""
    return [] if node.values.get("m:show") in ("0", "off", "false") else _linear(node.child("m:e"))


def _function(node: _Node) -> list[Piece]:
    name, inside = _linear(node.child("m:fName")), _linear(node.child("m:e"))
    return _joined([name, inside], "" if _text(inside).startswith("(") else " ")


def _matrix(node: _Node) -> list[Piece]:
    rows = [
        _joined([_linear(cell) for cell in row.children if cell.name == "m:e"], ", ")
        for row in node.children
        if row.name == "m:mr"
    ]
    return [Piece("["), *_joined(rows, "; "), Piece("]")]


def _lines(node: _Node) -> list[Piece]:
    return _joined([_linear(child) for child in node.children if child.name == "m:e"], " ")


_FORMS: dict[str, Callable[[_Node], list[Piece]]] = {
    "m:f": _fraction,
    "m:sSup": _power,
    "m:sSub": _index,
    "m:sSubSup": _both,
    "m:sPre": _before,
    "m:rad": _root,
    "m:nary": _sum,
    "m:d": _delimited,
    "m:limLow": _limit,
    "m:limUpp": _limit,
    "m:func": _function,
    "m:m": _matrix,
    "m:eqArr": _lines,
    "m:phant": _phantom,
}
