"""The rules of a style sheet that hold on a screen, each with its selectors and declarations.

Rules in rules (CSS Nesting), in groups (`@media`, `@supports`, `@layer`) and in comments; lists of
alternatives (`:is`, `:where`) are written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product

from reviewer.formats.html.css_media import holds

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_GROUP = re.compile(r"@(?P<kind>media|supports|layer)\b(?P<condition>.*)", re.DOTALL)
_ALTERNATIVES = re.compile(r":(?:is|where|matches|-webkit-any|-moz-any)\(([^()]*)\)")
_MOST = 64
"""Selectors that one rule may be written out into."""

_LONGEST = 500
"""Characters of a selector that rules in rules are written out into: each rule around it makes it
longer, and of more than a few steps none is read."""


@dataclass(slots=True)
class _Open:
    """A block that is not closed yet: what its rules are for, and whether it holds."""

    selectors: list[str] | None
    holds: bool
    declarations: list[str] = field(default_factory=list)


def rules_on_screen(sheet: str) -> Iterator[tuple[list[str], str]]:
    """The selectors and declarations of each rule of `sheet` that holds on a desktop's screen."""
    text = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
    open_blocks = [_Open(None, True)]
    position = 0
    for brace in _BRACE.finditer(text):
        before = text[position : brace.start()]
        position = brace.end()
        inner = open_blocks[-1]
        if brace.group() == "{":
            said, _, head = before.rpartition(";")
            inner.declarations.append(said)
            open_blocks.append(_opened(head.strip(), inner))
        elif len(open_blocks) > 1:
            inner.declarations.append(before)
            open_blocks.pop()
            if inner.holds and inner.selectors:
                yield inner.selectors, ";".join(inner.declarations)


def _opened(head: str, outer: _Open) -> _Open:
    if not head.startswith("@"):
        return _Open(_inside(outer.selectors, selectors(head)), outer.holds)
    group = _GROUP.match(head)
    return _Open(outer.selectors, outer.holds and group is not None and _applies(group))


def _applies(group: re.Match[str]) -> bool:
    condition = group["condition"].strip()
    if group["kind"] == "media":
        return holds(condition)
    if group["kind"] == "supports":
        return not condition.startswith("not")
    return True


def selectors(head: str) -> list[str]:
    """The selectors before a block, each by itself."""
    found: list[str] = []
    for each in _between_commas(head):
        pieces = _ALTERNATIVES.split(each.strip())
        choices = [
            [piece] if not number % 2 else [one.strip() for one in piece.split(",")]
            for number, piece in enumerate(pieces)
        ]
        for chosen in product(*choices):
            found.append("".join(chosen))
            if len(found) == _MOST:
                return found
    return found


def _inside(outer: list[str] | None, inner: list[str]) -> list[str]:
    """The selectors of a rule inside another one, whose selectors "&" stands for."""
    if outer is None:
        return inner
    within = [one if "&" in one else f"& {one}" for one in inner]
    made = (
        one.replace("&", around)
        for around in outer
        for one in within
        if len(one) + one.count("&") * (len(around) - 1) <= _LONGEST
    )
    return list(islice(made, _MOST))


def _between_commas(head: str) -> list[str]:
    """The selectors of a rule: what stands between its commas, but for those in brackets."""
    found, end, inside = [], len(head), False
    for at in range(len(head) - 1, -1, -1):
        if head[at] in "()":
            inside = head[at] == ")"
        elif head[at] == "," and not inside:
            found.append(head[at + 1 : end])
            end = at
    return [*found, head[:end]][::-1]


def has_value(given: str, how: str, value: str) -> bool:
    """Whether an attribute's value is `value`, as a selector asks for it (Selectors 4, 6)."""
    if not how:
        return given == value
    if how == "|":
        return given == value or given.startswith(f"{value}-")
    if how == "~":
        return value in given.split()
    tests = {"^": given.startswith, "$": given.endswith, "*": given.__contains__}
    return bool(value) and tests[how](value)
