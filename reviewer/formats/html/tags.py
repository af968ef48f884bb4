"""What a start tag of a page says by itself, read once for each way in which it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.formats.html import notes
from reviewer.formats.html.css_media import holds
from reviewer.formats.html.hiding_names import is_for_readers_of_screens
from reviewer.formats.html.marks import SKIPPED, is_stamp, mark_of
from reviewer.formats.html.nodes import Node
from reviewer.formats.html.opened import is_panel, is_shown_at_a_width, may_open, opened_by_name
from reviewer.formats.html.styles import (
    Display,
    Rule,
    Styles,
    display,
    is_hidden,
    raised,
    says_formula,
    seen,
    selectors,
    shown_by_class,
)
from reviewer.formats.html.unseen import INHERITED, Look, is_animated, look
from reviewer.formats.shared.markup import Token, attributes
from reviewer.formats.shared.raised import Raised

_SHEET = re.compile(
    r"<style(?P<attributes>[^>]*+)(?:>(?P<text>.*?)</style|.*\Z)", re.DOTALL | re.IGNORECASE
)
"""A sheet, or (without a text) all that stands behind one that never ends: looking for the end of
each that begins there would take long."""

_MEDIA = re.compile(r"\bmedia\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_OWN_STYLE = re.compile(r"\bstyle\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)
_NOTHING = Look(frozenset(), frozenset())
_RAISING: dict[str, Raised] = {"sup": "superscript", "sub": "subscript"}
_FIRST_BLOCK = 2_000
"""Characters in which the first paragraph of an unseen element begins that holds text."""
_BLOCK_TAG = re.compile(
    r"<(?:p|div|h[1-6]|li|article|section|main|table|blockquote)[\s>]", re.IGNORECASE
)
_MOST_CLEAR = 2
"""Elements that are transparent by their own style, beyond which the page lets its parts fade in
as a reader comes to them."""

_MOST_TAGS = 10_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its attributes (`found`), class and id (`names`), and what follows from them.

    `marks` are those outside an article and inside one (`marks.mark_of`).
    """

    found: dict[str, str]
    names: str
    selectors: frozenset[str]
    rules: tuple[Rule, ...]
    """What style sheets say of it, the strongest first; of some by the elements around it."""
    display: Display
    raised: Raised
    hidden: bool
    look: Look
    """The ways that elements inside take over in which it hides its text or shows it again."""
    may_open: bool
    """Whether a click may open it if it is hidden."""
    marks: tuple[str, str]
    skipped: bool
    is_comment: bool
    behind_list_mark: bool
    is_control: bool
    is_stamp: bool = False
    is_kept: bool = False
    """Whether the same object is given for each tag that is written so."""

    def opened(self) -> Tag:
        """The tag, where something opens what it hides."""
        look = Look(frozenset(), self.look.shows)
        return replace(self, hidden=False, look=look, is_kept=False)


class Tags:
    """The start tags of the HTML in `source[start:end]`, whose style sheets it knows: those that it
    links to (`sheets`), and its own."""

    def __init__(
        self, source: str, start: int, end: int | None, sheets: Sequence[str] = ()
    ) -> None:
        self._source = source
        self._styles = Styles()
        for sheet in sheets:
            self._styles.add(sheet)
        self._known: dict[str, Tag] = {}
        for match in _SHEET.finditer(source, start, len(source) if end is None else end):
            media = _MEDIA.search(match["attributes"])
            if media is None or holds(media[1] or media[2] or media[3] or ""):
                self._styles.add(match["text"] or "")
        styles = _OWN_STYLE.finditer(source, start, end or len(source))
        own = Counter(match[1] or match[2] or "" for match in styles)
        self._styles.hiding = self._styles.hiding.union(*(look(each).hides for each in own))
        clear = sum(times for each, times in own.items() if "opacity" in look(each).hides)
        self._fades_in = clear > _MOST_CLEAR
        self._opened = opened_by_name(source, start, end)

    def read(self, token: Token, outer: Node) -> Tag:
        """What the start tag `token` says inside `outer`."""
        tag = self._alone(token)
        if not any(len(rule.steps) > 1 for rule in tag.rules):
            return tag
        shown = display(tag.rules, tag.found, outer)
        hidden, own = self._unseen(token.name, tag.found, tag.rules, shown, outer)
        if (shown, hidden, own) == (tag.display, tag.hidden, tag.look):
            return tag
        return replace(tag, display=shown, hidden=hidden, look=own, is_kept=False)

    @property
    def look_beside(self) -> bool:
        """Whether style sheets ask for what stands before an element."""
        return self._styles.look_beside

    def _alone(self, token: Token) -> Tag:
        """What it says wherever it stands; pages say the same thing again and again."""
        written = self._source[token.start : token.end]
        known = self._known.get(written)
        if known is None:
            known = self._read(token)
            if len(self._known) < _MOST_TAGS:
                known = self._known[written] = replace(known, is_kept=True)
        return known

    def _read(self, token: Token) -> Tag:
        name = token.name
        found = attributes(self._source, token)
        rules = tuple(self._styles.rules(name, found))
        shown = display(rules, found, None)
        hidden, own = self._unseen(name, found, rules, shown, None)
        names = f"{found.get('class', '')} {found.get('id', '')}".strip()
        style = found.get("style", "")
        return Tag(
            found,
            found.get("type", "") if name == "script" else names,
            selectors(found),
            rules,
            shown,
            _RAISING.get(name, "") or raised(rules, found),
            hidden,
            own,
            may_open(name, found) and not is_for_readers_of_screens(found.get("class", "")),
            marks=(mark_of(name, found, False), mark_of(name, found, True)),
            skipped=(name in SKIPPED and "shadowrootmode" not in found)
            or notes.is_comment_mark(names)
            or notes.is_list_mark(style),
            is_comment=notes.is_comment(names)
            or (name == "a" and notes.leads_back(found.get("href", ""))),
            behind_list_mark=name == "span" and notes.is_list_space(style),
            is_control=found.get("role") == "button",
            is_stamp=is_stamp(name, found),
        )

    def _unseen(
        self,
        name: str,
        found: dict[str, str],
        rules: Sequence[Rule],
        shown: Display,
        outer: Node | None,
    ) -> tuple[bool, Look]:
        """Whether nothing in the element is seen, and what it says of the text right in it."""
        if name in ("html", "body"):
            # What hides the whole page until its scripts have run is no sign of anything.
            return False, _NOTHING
        classes = found.get("class", "")
        if is_hidden(name, found, shown) and not shown_by_class(rules, shown):
            return not self._is_opened(name, found, rules), _NOTHING
        own = seen(rules, found, outer)
        if not any(own) or says_formula(name, classes):
            return False, _NOTHING
        if is_animated(classes, found) or self._is_opened(name, found, rules):
            return False, Look(frozenset(), own.shows)
        hides = own.hides - {"opacity"} if self._fades_in else own.hides
        return bool(hides - INHERITED), Look(hides & INHERITED, own.shows & INHERITED)

    def _is_opened(self, name: str, found: dict[str, str], rules: Sequence[Rule]) -> bool:
        """Whether what is hidden is seen in a window of some width, or after a click."""
        classes = found.get("class", "")
        if is_shown_at_a_width(classes):
            return "hidden" not in found
        return (
            not is_for_readers_of_screens(classes)
            and may_open(name, found)
            and (is_panel(found, self._opened) or self._styles.shows_again(rules))
        )


def has_blocks(source: str, name: str, start: int) -> bool:
    """Whether paragraphs begin in the element `name` whose content begins at `start`."""
    stop = start + _FIRST_BLOCK
    end = re.compile(f"</{re.escape(name)}", re.IGNORECASE).search(source, start, stop)
    return bool(_BLOCK_TAG.search(source, start, end.start() if end else stop))
