"""What a page's own style sheets and attributes say of display: hidden, inline, block."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reviewer.formats.html.css_rules import has_value, rules_on_screen
from reviewer.formats.html.css_text import ESCAPED, Variables, cleared, without_escapes
from reviewer.formats.html.hiding_names import (
    HIDDEN_CLASSES,
    HIDING_SELECTORS,
    is_for_readers_of_screens,
)
from reviewer.formats.html.nodes import Begun, Node
from reviewer.formats.html.unseen import Look, Way, look
from reviewer.formats.shared.raised import Raised

Display = Literal["", "none", "block", "inline", "inline-block"]
Relation = Literal[" ", ">", "+", "~"]
_RELATIONS: dict[str, Relation] = {">": ">", "+": "+", "~": "~"}
_BESIDE = ("+", "~")

_ALIGNED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_BOLD = re.compile(r"bold(?:er)?\Z|[6-9]00\Z", re.IGNORECASE)
_RAISED: dict[str, Raised] = {"super": "superscript", "sub": "subscript"}
_WITHOUT = re.compile(r":not\(([^()]*)\)")
_COMPOUND = re.compile(
    r"(?P<name>[a-z][\w-]*|\*)?(?P<parts>(?:[.#][A-Za-z_-][\w-]*)*)"
    r"(?:\[(?P<attribute>[\w-]+)(?:(?P<how>[~|^$*]?)=[\"']?(?P<value>[^\"'\]]*)[\"']?)?\])?\Z",
    re.IGNORECASE,
)
_PART = re.compile(r"[.#][\w-]+")
_SIMPLE = re.compile(r"[.#]?[A-Za-z_-][\w-]*\Z")
_STEP = re.compile(r"[>+~]|(?:[^\s>+~\[(]|\[[^\]\[]*\]|\([^()]*\))+")
_LAST = re.compile(r"(?:[^\s>+~(\[]|\([^()]*\)|\[[^\]\[]*\])+")
_STATE = re.compile(r":[\w-]+(?:\([^()]*\))?|\[[^\]\[]*\]")
_IMPLIED = frozenset({"html", "body"})
_LONGEST_CHAIN = 8

# MathJax, KaTeX and MediaWiki draw a formula piece by piece and keep it as MathML for readers
# of screens; the MathML says what is seen.
_FORMULA_TEXT = re.compile(r"katex-mathml|mwe-math-mathml|mjx.assistive.m(?:ath)?ml", re.IGNORECASE)
_FORMULA_PICTURE = re.compile(r"^nobr\b|katex-html|^mjx-|\bmjx-|MathJax", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Compound:
    """One step of a selector: what an element must be (`name`, "" for any) and have."""

    name: str
    parts: frozenset[str]
    attribute: str = ""
    value: str | None = None
    how: str = ""
    """How the attribute's value must be this one: whole (""), begin with it ("^") and so on."""
    relation: Relation = " "
    """How it stands to the step before it: somewhere in it, right in it (">"), right behind it
    ("+") or somewhere behind it ("~") in the same element."""
    without: frozenset[str] = frozenset()
    """Classes, ids and names of which the element must have none."""

    def fits(self, element: Node | Begun) -> bool:
        """Whether an element is meant."""
        return (
            self.name in ("", element.name)
            and self.parts <= element.selectors
            and self.without.isdisjoint(element.selectors | {element.name})
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """What a style sheet says of elements: `steps` from the outermost to the element itself."""

    steps: tuple[Compound, ...]
    said: Display
    raised: Raised
    look: Look
    weight: tuple[bool, int, int, int, int]
    """Whether it is important, its ids, classes, names, and the place in the sheets: the greater
    holds (CSS Cascade 4)."""

    def holds_in(self, outer: Node) -> bool:
        """Whether the elements around are as the selector asks; `outer` is the nearest one."""
        node: Node | None = outer
        relation = self.steps[-1].relation
        for number, step in enumerate(reversed(self.steps[:-1])):
            if relation in _BESIDE:
                # Of what stood beside the elements around nothing is kept.
                if number or not outer.open.has_begun(step.fits, right_before=relation == "+"):
                    return False
                relation = step.relation
                continue
            while node is not None and not step.fits(node):
                if relation == ">":
                    return False
                node = node.parent
            if node is None:
                return False
            node, relation = node.parent, step.relation
        return True


class Styles:
    """The rules of a page's `style` elements that bear on display.

    A selector counts when it asks for an element's name, classes, id or one attribute, and for
    elements around it or before it; what depends on states says nothing here.
    """

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}
        self._count = 0
        self._variables = Variables()
        self.hiding: frozenset[Way] = frozenset()
        """The ways of hiding that anything on the page uses; what undoes others is passed over."""
        self._shown_when: set[frozenset[str]] = set()
        self.look_beside = False
        """Whether a rule asks for what stands before an element."""

    def add(self, sheet: str) -> None:
        """Take in the text of a `style` element."""
        for written, plain in rules_on_screen(sheet):
            body = self._variables.filled(written, plain)
            (said, prevails), raised, seen = _said(body), _raised(body), look(body)
            if not said and not raised and not any(seen):
                continue
            self.hiding |= seen.hides
            if said not in ("", "none") or seen.shows:
                self._shown_when.update(filter(None, map(_shown_under_condition, written)))
            for selector in written:
                steps = _steps(selector)
                if steps:
                    self._count += 1
                    self.look_beside |= any(step.relation in _BESIDE for step in steps)
                    weight = (prevails, *_specificity(steps), self._count)
                    rule = Rule(steps, said, raised, seen, weight)
                    self._rules.setdefault(_key(steps[-1]), []).append(rule)

    def shows_again(self, rules: Sequence[Rule]) -> bool:
        """Whether other rules show what these hide, in a state or with one more class: a click or
        a step of the reader does."""
        hiding = next((rule for rule in rules if rule.said == "none" or rule.look.hides), None)
        parts = hiding.steps[-1].parts if hiding else frozenset()
        return bool(parts) and any(parts <= shown for shown in self._shown_when)

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
            if (
                rule.said
                or rule.raised
                or not self.hiding.isdisjoint(rule.look.shows | rule.look.hides)
            )
            and _is_meant(rule.steps[-1], name, own, attributes)
        ]
        return sorted(found, key=lambda rule: rule.weight, reverse=True)


def _shown_under_condition(selector: str) -> frozenset[str]:
    """The classes and ids of the element that a selector means, where it asks for a state of it or
    of others, or for several classes; none where it means every element of a class."""
    steps = [_PART.findall(_STATE.sub("", step)) for step in _LAST.findall(selector)]
    in_a_state = ":" in selector and "::" not in selector
    asks = in_a_state or any(len(step) > 1 for step in steps)
    return frozenset(steps[-1]) if steps and asks else frozenset()


def bold_classes(sheet: str) -> frozenset[str]:
    """The classes, as ".name", that a style sheet by itself sets in bold."""
    found: set[str] = set()
    for written, body in rules_on_screen(sheet):
        if not (weights := _WEIGHT.findall(body)):
            continue
        for selector in written:
            steps = _steps(selector)
            if len(steps) == 1 and len(steps[0].parts) == 1 and not steps[0].attribute:
                [name] = steps[0].parts
                (found.add if _BOLD.match(weights[-1]) else found.discard)(name)
    return frozenset(found)


def selectors(attributes: Mapping[str, str]) -> frozenset[str]:
    """The classes and the id of an element as selectors write them."""
    parts = {f".{each.translate(ESCAPED)}" for each in attributes.get("class", "").split()}
    if attributes.get("id"):
        parts.add("#" + attributes["id"])
    return frozenset(parts)


def display(rules: Sequence[Rule], attributes: Mapping[str, str], outer: Node | None) -> Display:
    """How an element is shown by its own style, or by `rules`, "" where nothing is said.

    `outer` is the element around it. Rules about elements around count for what is hidden or
    not only; None leaves them out.
    """
    own, prevails = _said(attributes.get("style", ""))
    if prevails:
        return own
    # Over an element's own style only what is important holds.
    saying = [rule for rule in rules if rule.said and (not own or rule.weight[0])]
    plain: Display = next((rule.said for rule in saying if len(rule.steps) == 1), own)
    if outer is None:
        return plain
    strongest = next((r.said for r in saying if len(r.steps) == 1 or r.holds_in(outer)), plain)
    return strongest if "none" in (strongest, plain) else plain


def seen(rules: Sequence[Rule], attributes: Mapping[str, str], outer: Node | None) -> Look:
    """The ways in which an element is hidden or shown again by its own style, or by `rules`.

    `outer` is as for `display`.
    """
    hides, shows = map(set, look(attributes.get("style", "")))
    for rule in rules:
        said = rule.look
        if any(said) and (len(rule.steps) == 1 or (outer is not None and rule.holds_in(outer))):
            hides |= said.hides - shows - hides
            shows |= said.shows - shows - hides
    if "filled" in shows:
        hides.discard("ink")
    return Look(frozenset(hides), frozenset(shows))


def raised(rules: Sequence[Rule], attributes: Mapping[str, str]) -> Raised:
    """Whether an element's own style, or a rule for it alone, raises or lowers its text."""
    own = _raised(attributes.get("style", ""))
    return own or next((r.raised for r in rules if r.raised and len(r.steps) == 1), "")


def _is_meant(
    last: Compound, name: str, own: frozenset[str], attributes: Mapping[str, str]
) -> bool:
    if last.name not in ("", name) or not last.parts <= own:
        return False
    if not last.without.isdisjoint(own | {name}):
        return False
    if last.attribute and last.attribute not in attributes:
        return False
    return last.value is None or has_value(attributes[last.attribute], last.how, last.value)


def _key(last: Compound) -> str:
    """What to look a rule up by."""
    if last.parts:
        return min(last.parts)
    return f"[{last.attribute}]" if last.attribute else last.name or "*"


def _steps(selector: str) -> tuple[Compound, ...]:
    """The steps of a selector, none where it asks for what is not known here."""
    written = _STEP.findall(without_escapes(selector).replace(":root", "html"))
    # Every element is in these, whether or not the page writes their tags.
    while len(written) > 1 and written[0].lower() in _IMPLIED and written[1] not in _RELATIONS:
        del written[0]
    steps: list[Compound] = []
    relation: Relation = " "
    for each in written:
        if each in _RELATIONS:
            relation = _RELATIONS[each]
            continue
        without = [one.strip() for some in _WITHOUT.findall(each) for one in some.split(",")]
        match = _COMPOUND.match(_WITHOUT.sub("", each))
        if match is None or len(steps) == _LONGEST_CHAIN or not (match.group() or without):
            return ()
        if not all(_SIMPLE.match(one) for one in without):
            return ()
        name = (match["name"] or "").lower().replace("*", "")
        parts = frozenset(_PART.findall(match["parts"]))
        attribute = (match["attribute"] or "").lower()
        if attribute and each is not written[-1]:
            return ()
        steps.append(
            Compound(
                name,
                parts,
                attribute,
                match["value"],
                match["how"] or "",
                relation,
                frozenset(without),
            )
        )
        relation = " "
    return tuple(steps)


def _specificity(steps: Sequence[Compound]) -> tuple[int, int, int]:
    parts = [part for step in steps for part in (*step.parts, *step.without) if part[0] in ".#"]
    ids = sum(part[0] == "#" for part in parts)
    attributes = sum(bool(step.attribute) for step in steps)
    return ids, len(parts) - ids + attributes, sum(bool(step.name) for step in steps)


def is_hidden(name: str, attributes: Mapping[str, str], shown: Display) -> bool:
    """Whether a browser would not show an element, or show it to screen readers only."""
    classes = attributes.get("class", "")
    if says_formula(name, classes):
        return False
    if attributes.get("aria-hidden") == "true" and _FORMULA_PICTURE.search(f"{name} {classes}"):
        return True
    if shown == "none" or (
        "hidden" in attributes and attributes["hidden"].lower() != "until-found"
    ):
        return True
    if "popover" in attributes:
        return True
    if name == "dialog":
        return "open" not in attributes
    return not HIDDEN_CLASSES.isdisjoint(classes.split()) or is_for_readers_of_screens(classes)


def shown_by_class(rules: Sequence[Rule], shown: Display) -> bool:
    """Whether the page's sheets show what the class that hides elsewhere is given to, by this class
    itself: the page means something else by it."""
    return shown not in ("", "none") and any(
        rule.said == shown and not HIDING_SELECTORS.isdisjoint(rule.steps[-1].parts)
        for rule in rules
    )


def hides(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden by what its own tag says, without any style sheet."""
    style = attributes.get("style", "")
    return is_hidden(name, attributes, _said(style)[0]) or bool(look(style).hides)


def says_formula(name: str, classes: str) -> bool:
    """Whether an element says to readers of screens what a drawn formula shows."""
    return bool(_FORMULA_TEXT.search(f"{name} {classes}"))


def _said(declarations: str) -> tuple[Display, bool]:
    """What the declarations say of display, and whether as important."""
    text = re.sub(r"\s+", "", cleared(declarations)).lower()
    found: Display = ""
    prevails = False
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        value, _, important = value.partition("!")
        if name == "display" and (important or not prevails):
            found, prevails = _shown(value), bool(important)
        elif name == "mso-hide" and value == "all":
            return "none", False
    return found, prevails


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
