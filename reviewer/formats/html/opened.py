"""What a page hides until its reader opens it: answers under questions, tabs, what a window that
is wide enough shows. It is text of the page.

A panel is known by what opens it (a button or a link that names it, or a button right before it)
or by what it calls itself (a tab's panel, a part of an accordion).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reviewer.formats.html.nodes import Node

_NAMED = re.compile(
    r"\b(?:aria-controls|data-(?:bs-)?target|data-(?:uk-)?toggle|data-tab|data-panel|data-open)"
    r"\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))",
    re.IGNORECASE,
)
"""What says which element a button or a link opens: by ARIA 1.2, Bootstrap, UIkit, Foundation."""

_LINK = re.compile(
    r"<a\b(?=[^<>]{0,2000}\b(?:role\s*=\s*[\"']?(?:tab|button)\b|aria-expanded\b|data-(?:bs-)?toggle\b))"
    r"[^<>]{0,2000}?\bhref\s*=\s*[\"']?#([^\s\"'>]+)",
    re.IGNORECASE,
)
"""A link within the page that says of itself that it is a tab or a button. A tag is read to
where the next one begins and no farther: a page may have many that never end."""

_PANEL = re.compile(
    r"(?:^|[\s_-])(?:accordion|collapse|collapsible|collapsed|expander|expandable|faq|spoiler|"
    r"toggle[-_]?(?:content|body|panel)|tab[-_]?(?:pane|panel|content)|tabs[-_]?(?:pane|panel|"
    r"content)|read-?more-(?:content|text))(?=[\s_-]|$)",
    re.IGNORECASE,
)
"""What authors and systems (Bootstrap, WordPress, jQuery UI, ...) call what a click opens."""

_WIDTH = r"(?:xs|sm|md|lg|xl|xxl|\dxl|x?small|medium|x?large|mobile|tablet|laptop|desktop|wide\w*)"
_SHOWN = r"(?:block|flex|grid|inline\S*|table\S*|contents)"
_SHOWN_AT_A_WIDTH = re.compile(
    rf"(?:^|\s)(?:d-{_WIDTH}-{_SHOWN}"
    rf"|(?:(?:max-)?{_WIDTH}|(?:min|max)-\[[^\]\s]*\]):!?"
    rf"(?:{_SHOWN}|flow-root|list-item|visible|not-sr-only)"
    rf"|(?:show-for|visible)-{_WIDTH}\S*"
    rf"|is-{_SHOWN}-{_WIDTH}\S*"
    r"|uk-visible@\w+)(?=\s|$)",
    re.IGNORECASE,
)
"""Classes of Bootstrap, Tailwind, Foundation, UIkit and Bulma that show in a window of some width
what another class hides."""

_NO_PANEL = re.compile(
    r"(?:^|[\s_-])(?:modal|dialog|popup|popover|tooltip|offcanvas|drawer|dropdown|menu|nav|navbar|"
    r"navigation|search|login|cookies?|consent|overlay|lightbox|share|spinner|loading|error|"
    r"template)(?=[\s_-]|$)",
    re.IGNORECASE,
)
_NO_PANEL_ROLES = frozenset(
    {
        "dialog",
        "alertdialog",
        "alert",
        "status",
        "menu",
        "listbox",
        "tooltip",
        "navigation",
        "search",
    }
)
"""What opens over the page or beside it, and is no part of its text."""

_QUESTIONS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "button"})
_WRAPPERS = frozenset({"div", "p", "span", "a", "label", "header"})


def opened_by_name(source: str, start: int, end: int | None) -> frozenset[str]:
    """The ids of the elements that buttons, links and tabs in `source[start:end]` open."""
    stop = len(source) if end is None else end
    found = (
        match[1] or match[2] or match[3] or "" for match in _NAMED.finditer(source, start, stop)
    )
    ids = {each.lstrip("#") for written in found for each in written.split()}
    ids.update(match[1] for match in _LINK.finditer(source, start, stop))
    return frozenset(ids)


def is_shown_at_a_width(classes: str) -> bool:
    """Whether the classes show in windows of some width what one of them hides."""
    return bool(_SHOWN_AT_A_WIDTH.search(classes))


def may_open(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a hidden element may be a part of the text that a click opens, and is no window,
    menu or message."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return (
        name not in ("dialog", "nav", "form", "template")
        and attributes.get("role", "").lower() not in _NO_PANEL_ROLES
        and not _NO_PANEL.search(names)
    )


def is_panel(attributes: Mapping[str, str], ids: frozenset[str]) -> bool:
    """Whether something opens a hidden element, by its own attributes or by `ids`, which are
    those that buttons and links of the page name."""
    if attributes.get("role", "").lower() == "tabpanel":
        return True
    return attributes.get("id", "") in ids or bool(_PANEL.search(attributes.get("class", "")))


def is_switch(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it opens and shuts something."""
    return "aria-expanded" in attributes or (name == "label" and "for" in attributes)


def opens_the_next(node: Node) -> bool:
    """Whether a closed element is a button, or a question with one in it: what is hidden right
    behind it is its answer. A form's buttons open nothing."""
    if node.name in _QUESTIONS:
        opens = bool(node.controls) or node.open.switches > 0
    else:
        opens = node.name in _WRAPPERS and (node.open.switches == 1 or node.is_control)
    return opens and not any(each.name == "form" for each in node.up())
