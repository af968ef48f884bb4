"""Find every pattern of the program that a user reads, with the place where it stands.

A pattern is written out where it is used: as an argument of `tr`, `tr_plural`, `message` and
`plural`, as the words, the tip, the button and what is said of a `Command` that rests, as the title
of a check or a format.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "reviewer"

_ONE = {
    "tr": (0,),
    "message": (0,),
    "Command": (1, 5),
    "each": (0,),
    **dict.fromkeys(("scheme", "place", "density"), (0,)),
}
"""What is called, and which of its arguments are patterns. `each` is a step of the
analysis; the last three make the commands of a choice in the View menu."""

_COUNTING = {"tr_plural": (0, 1), "plural": (0, 1)}
_KEYWORDS = {"Command": ("tip", "button", "resting")}
_TITLED_ROOMS = ("checks", "formats")
"""Rooms in which an attribute or the second argument called `title` is read by the user."""


@dataclass(frozen=True, slots=True, order=True)
class Pattern:
    """`many` is "" for a pattern that does not count; `place` is a file below the project."""

    one: str
    many: str
    place: str


def collected() -> list[Pattern]:
    """All patterns with words or quotation marks of their own, in the order of their files."""
    found: dict[tuple[str, str], Pattern] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for one, many in _patterns(ast.parse(path.read_text("utf-8")), path):
            if re.search(r"[^\W\d_]|[“”]", re.sub(r"\{\w+\}", "", one)):
                found.setdefault((one, many), Pattern(one, many, place))
    return list(found.values())


def _patterns(tree: ast.Module, path: Path) -> Iterator[tuple[str, str]]:
    titled = path.relative_to(PACKAGE).parts[0] in _TITLED_ROOMS
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, titled=titled)
        elif titled and isinstance(node, ast.Assign) and _names(node) == ["title"]:
            yield from _one(node.value)


def _of_call(node: ast.Call, *, titled: bool) -> Iterator[tuple[str, str]]:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    called = node.func.id if isinstance(node.func, ast.Name) else called
    for number in _ONE.get(called, ()):
        if number < len(node.args):
            yield from _one(node.args[number])
    for keyword in node.keywords:
        if keyword.arg in _KEYWORDS.get(called, ()):
            yield from _one(keyword.value)
    if called in _COUNTING and len(node.args) >= 2:
        one, many = (_text(argument) for argument in node.args[:2])
        if one and many:
            yield one, many
    if titled and called == "Format" and len(node.args) >= 2:
        yield from _one(node.args[1])


def _one(node: ast.expr) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.IfExp):
        yield from _one(node.body)
        yield from _one(node.orelse)
    elif text := _text(node):
        yield text, ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _names(node: ast.Assign) -> list[str]:
    return [target.id for target in node.targets if isinstance(target, ast.Name)]
