"""What a page's own style sheets and attributes say of display: hidden, inline, block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

Display = Literal["", "none", "block", "inline", "inline-block"]

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_FOR_SCREENS = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*\Z|@(?:layer|supports)\b[^{}]*\Z")
_SIMPLE = re.compile(
    r"(?P<name>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][A-Za-z_-][\w-]*)*)\Z", re.IGNORECASE
)
_PART = re.compile(r"[.#][\w-]+")

# Text for screen readers: cut down to a pixel, or moved off the screen (WebAIM, "CSS in action").
_OFF_SCREEN = re.compile(
    r"clip:rect\((?:0|1px)|clip-path:inset\((?:50|100)%|(?:left|top|text-indent):-\d{4,}(?:px|em)"
)

_READERS_ONLY = (
    frozenset({"sr", "only"}),
    frozenset({"screen", "reader"}),
    frozenset({"screenreader"}),
    frozenset({"screenreaders"}),
    frozenset({"visually", "hidden"}),
    frozenset({"hidden", "accessible"}),
    frozenset({"visuallyhidden"}),
    frozenset({"element", "invisible"}),
    frozenset({"offscreen"}),
    frozenset({"off", "screen"}),
    frozenset({"assistive", "text"}),
)
"""Words that together name text for screen readers, whatever the site's system."""

_HIDDEN_CLASSES = frozenset({"hidden", "d-none"})


def name_words(written: str) -> list[str]:
    """The words of one class or id: "siteNav", "site-nav" and "site_nav" are written alike."""
    return re.split(r"[-_:.]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", written).lower())


class Styles:
    """The rules of a page's `style` elements that bear on display, by simple selector.

    A selector counts when it is one element's own name, classes and id; what depends on the
    elements around it, on a width or on a printer says nothing here. Of two rules with the
    same selector the later one holds.
    """

    def __init__(self) -> None:
        self._rules: dict[tuple[str, frozenset[str]], Display] = {}
        self._known: set[str] = set()

    def add(self, sheet: str) -> None:
        """Take in the text of a `style` element."""
        text = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
        for head, body in _top_level(text):
            said = _said(body)
            if not said:
                continue
            for selector in head.split(","):
                match = _SIMPLE.match(selector.strip())
                if match and match.group():
                    name = (match["name"] or "*").lower()
                    parts = frozenset(_PART.findall(match["rest"]))
                    self._rules[name, parts] = said
                    self._known |= parts

    def display(self, name: str, attributes: Mapping[str, str]) -> Display:
        """How the element is shown, "" where nothing is said of it."""
        written = attributes.get("style", "")
        own = _said(written) if written else ""
        if own:
            return own
        if not self._rules:
            return ""
        parts = {f".{each}" for each in attributes.get("class", "").split()}
        if attributes.get("id"):
            parts.add("#" + attributes["id"])
        found: Display = ""
        weight = (-1, 0)
        for subset in _subsets(parts & self._known):
            for of in (name, "*"):
                said = self._rules.get((of, subset), "")
                own_weight = (sum(part[0] == "#" for part in subset), len(subset))
                if said and own_weight > weight:
                    found, weight = said, own_weight
        return found


def _subsets(parts: set[str]) -> Iterable[frozenset[str]]:
    yield frozenset()
    listed = sorted(parts)[:12]
    for index, one in enumerate(listed):
        yield frozenset({one})
        for other in listed[index + 1 :]:
            yield frozenset({one, other})


def is_hidden(name: str, attributes: Mapping[str, str], display: Display) -> bool:
    """Whether a browser would not show an element, or show it to screen readers only."""
    if display == "none" or (
        "hidden" in attributes and attributes["hidden"].lower() != "until-found"
    ):
        return True
    if name == "dialog":
        return "open" not in attributes
    return any(_for_readers_only(each) for each in attributes.get("class", "").split())


def _for_readers_only(written: str) -> bool:
    if written in _HIDDEN_CLASSES:
        return True
    words = frozenset(name_words(written))
    return "focusable" not in words and any(each <= words for each in _READERS_ONLY)


def _top_level(text: str) -> Iterable[tuple[str, str]]:
    """The rules that hold on every screen: those in no block but one for screens."""
    depth_heads: list[str] = []
    position = 0
    for match in re.finditer(r"[{}]", text):
        piece = text[position : match.start()].rpartition(";")[2].strip()
        if match.group() == "{":
            following = text.find("{", match.end())
            closing = text.find("}", match.end())
            if closing >= 0 and (following < 0 or closing < following):
                if all(_FOR_SCREENS.match(head) for head in depth_heads) and not piece.startswith(
                    "@"
                ):
                    yield piece, text[match.end() : closing]
                depth_heads.append("")
            else:
                depth_heads.append(piece)
        elif depth_heads:
            depth_heads.pop()
        position = match.end()


def _said(declarations: str) -> Display:
    text = re.sub(r"\s+", "", declarations).lower()
    found: Display = ""
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        value = value.partition("!")[0]
        if name == "display":
            found = _shown(value)
        elif (name, value) == ("visibility", "hidden") or (name == "mso-hide" and value == "all"):
            return "none"
    if found != "none" and _OFF_SCREEN.search(text) and "position:absolute" in text:
        return "none"
    return found


def _shown(value: str) -> Display:
    if value == "none":
        return "none"
    if value in ("inline-block", "inline-flex", "inline-table", "inline-grid"):
        return "inline-block"
    if value in ("inline", "contents"):
        return "inline"
    if value in ("block", "flex", "grid", "table", "list-item", "flow-root"):
        return "block"
    return ""
