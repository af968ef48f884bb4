"""What a page's own style sheets and attributes say of display: hidden, inline, block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.formats.html_nodes import Node
from reviewer.formats.raised import Raised

Display = Literal["", "none", "block", "inline", "inline-block"]

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_FOR_SCREENS = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*\Z|@(?:layer|supports)\b[^{}]*\Z")
_ALIGNED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_RAISED: dict[str, Raised] = {"super": "superscript", "sub": "subscript"}
_COMPOUND = re.compile(
    r"(?P<name>[a-z][\w-]*|\*)?(?P<parts>(?:[.#][A-Za-z_-][\w-]*)*)"
    r"(?:\[(?P<attribute>[\w-]+)(?:=[\"']?(?P<value>[^\"'\]]*)[\"']?)?\])?\Z",
    re.IGNORECASE,
)
_PART = re.compile(r"[.#][\w-]+")
_STEP = re.compile(r">|(?:[^\s>\[]|\[[^\]\[]*\])+")
_IMPLIED = frozenset({"html", "body"})
_LONGEST_CHAIN = 8

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
    frozenset({"a11y", "hidden"}),
    frozenset({"for", "sr"}),
)
"""Words that together name text for screen readers, whatever the site's system."""

_INVISIBLE = {
    ("visibility", "hidden"),
    ("mso-hide", "all"),
    *(("font-size", nothing) for nothing in ("0", "0px", "0pt", "0em")),
}

_HIDDEN_CLASSES = frozenset(
    {"hidden", "d-none", "hide", "is-hidden", "u-hidden", "uk-hidden", "w3-hide", "invisible"}
)
"""What sites and their systems (Bootstrap, Foundation, Bulma, ...) call what is not shown."""


# MathJax, KaTeX and MediaWiki draw a formula piece by piece and keep it as MathML for readers
# of screens; the MathML says what is seen.
_FORMULA_TEXT = re.compile(r"katex-mathml|mwe-math-mathml|mjx.assistive.m(?:ath)?ml", re.IGNORECASE)
_FORMULA_PICTURE = re.compile(r"^nobr\b|katex-html|^mjx-|\bmjx-|MathJax", re.IGNORECASE)


def name_words(written: str) -> list[str]:
    """The words of one class or id: "siteNav", "site-nav" and "site_nav" are written alike."""
    return re.split(r"[-_:.]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", written).lower())


@dataclass(frozen=True, slots=True)
class Compound:
    """One step of a selector: what an element must be (`name`, "" for any) and have."""

    name: str
    parts: frozenset[str]
    attribute: str = ""
    value: str | None = None
    is_child: bool = False
    """Whether it must stand right in the step before it."""

    def fits(self, node: Node) -> bool:
        """Whether an open element is meant."""
        return self.name in ("", node.name) and self.parts <= node.selectors


@dataclass(frozen=True, slots=True)
class Rule:
    """What a style sheet says of elements: `steps` from the outermost to the element itself."""

    steps: tuple[Compound, ...]
    said: Display
    raised: Raised
    weight: tuple[int, int, int, int]
    """Ids, classes, names, and the place in the sheets: the greater holds (CSS Cascade 4)."""

    def holds_in(self, outer: Node) -> bool:
        """Whether the elements around are as the selector asks; `outer` is the nearest one."""
        node: Node | None = outer
        below = self.steps[-1]
        for step in reversed(self.steps[:-1]):
            while node is not None and not step.fits(node):
                if below.is_child:
                    return False
                node = node.parent
            if node is None:
                return False
            node, below = node.parent, step
        return True


class Styles:
    """The rules of a page's `style` elements that bear on display.

    A selector counts when it asks for an element's name, classes, id or one attribute, and for
    elements around it; what depends on a width, on a printer, on states or on elements before
    it says nothing here.
    """

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._count = 0

    def add(self, sheet: str) -> None:
        """Take in the text of a `style` element."""
        text = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
        for head, body in _top_level(text):
            said, raised = _said(body), _raised(body)
            if not said and not raised:
                continue
            for selector in head.split(","):
                steps = _steps(selector.strip())
                if steps:
                    self._count += 1
                    rule = Rule(steps, said, raised, (*_specificity(steps), self._count))
                    self._rules.setdefault(_key(steps[-1]), []).append(rule)

    def rules(self, name: str, attributes: Mapping[str, str]) -> list[Rule]:
        """The rules that may hold for an element, the strongest first."""
        if not self._rules:
            return []
        own = selectors(attributes)
        keys = {name, "*", *own, *(f"[{attribute}]" for attribute in attributes)}
        found = [
            rule
            for key in keys
            for rule in self._rules.get(key, ())
            if _is_meant(rule.steps[-1], name, own, attributes)
        ]
        return sorted(found, key=lambda rule: rule.weight, reverse=True)


def selectors(attributes: Mapping[str, str]) -> frozenset[str]:
    """The classes and the id of an element as selectors write them."""
    parts = {f".{each}" for each in attributes.get("class", "").split()}
    if attributes.get("id"):
        parts.add("#" + attributes["id"])
    return frozenset(parts)


def display(rules: Sequence[Rule], attributes: Mapping[str, str], outer: Node | None) -> Display:
    """How an element is shown by its own style, or by `rules`, "" where nothing is said.

    `outer` is the element around it. Rules about elements around count for what is hidden or
    not only; None leaves them out.
    """
    own = _said(attributes.get("style", ""))
    if own:
        return own
    saying = [rule for rule in rules if rule.said]
    plain: Display = next((rule.said for rule in saying if len(rule.steps) == 1), "")
    if outer is None:
        return plain
    strongest = next((r.said for r in saying if len(r.steps) == 1 or r.holds_in(outer)), plain)
    return strongest if "none" in (strongest, plain) else plain


def raised(rules: Sequence[Rule], attributes: Mapping[str, str]) -> Raised:
    """Whether an element's own style, or a rule for it alone, raises or lowers its text."""
    own = _raised(attributes.get("style", ""))
    return own or next((r.raised for r in rules if r.raised and len(r.steps) == 1), "")


def _is_meant(
    last: Compound, name: str, own: frozenset[str], attributes: Mapping[str, str]
) -> bool:
    if last.name not in ("", name) or not last.parts <= own:
        return False
    if last.attribute and last.attribute not in attributes:
        return False
    return last.value is None or attributes.get(last.attribute) == last.value


def _key(last: Compound) -> str:
    """What to look a rule up by."""
    if last.parts:
        return min(last.parts)
    return f"[{last.attribute}]" if last.attribute else last.name or "*"


def _steps(selector: str) -> tuple[Compound, ...]:
    """The steps of a selector, none where it asks for what is not known here."""
    written = _STEP.findall(selector)
    # Every element is in these, whether or not the page writes their tags.
    while len(written) > 1 and written[0].lower() in _IMPLIED and written[1] != ">":
        del written[0]
    steps: list[Compound] = []
    is_child = False
    for each in written:
        if each == ">":
            is_child = True
            continue
        match = _COMPOUND.match(each)
        if match is None or not match.group() or len(steps) == _LONGEST_CHAIN:
            return ()
        name = (match["name"] or "").lower().replace("*", "")
        parts = frozenset(_PART.findall(match["parts"]))
        attribute = (match["attribute"] or "").lower()
        if attribute and each is not written[-1]:
            return ()
        steps.append(Compound(name, parts, attribute, match["value"], is_child))
        is_child = False
    return tuple(steps)


def _specificity(steps: Sequence[Compound]) -> tuple[int, int, int]:
    parts = [part for step in steps for part in step.parts]
    ids = sum(part[0] == "#" for part in parts)
    attributes = sum(bool(step.attribute) for step in steps)
    return ids, len(parts) - ids + attributes, sum(bool(step.name) for step in steps)


def is_hidden(name: str, attributes: Mapping[str, str], shown: Display) -> bool:
    """Whether a browser would not show an element, or show it to screen readers only."""
    classes = attributes.get("class", "")
    if _FORMULA_TEXT.search(f"{name} {classes}"):
        return False
    if attributes.get("aria-hidden") == "true" and _FORMULA_PICTURE.search(f"{name} {classes}"):
        return True
    if shown == "none" or (
        "hidden" in attributes and attributes["hidden"].lower() != "until-found"
    ):
        return True
    if name == "dialog":
        return "open" not in attributes
    return any(_for_readers_only(each) for each in classes.split())


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
        elif (name, value) in _INVISIBLE:
            return "none"
    if found != "none" and _OFF_SCREEN.search(text) and "position:absolute" in text:
        return "none"
    return found


def _raised(declarations: str) -> Raised:
    match = _ALIGNED.search(declarations)
    return _RAISED[match[1].lower()] if match else ""


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
