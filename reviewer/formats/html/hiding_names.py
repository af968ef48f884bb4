"""Classes by whose names sites hide text, from everybody or from those who see."""

from __future__ import annotations

import re

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
    frozenset({"accessibly", "hidden"}),
    frozenset({"a11y", "only"}),
    frozenset({"print", "only"}),
    frozenset({"visible", "print"}),
)
"""Words that together name text for screen readers or printers, whatever the site's system."""

HIDDEN_CLASSES = frozenset(
    {"hidden", "d-none", "hide", "is-hidden", "u-hidden", "uk-hidden", "w3-hide", "invisible"}
)
"""What sites and their systems (Bootstrap, Foundation, Bulma, ...) call what is not shown."""

HIDING_SELECTORS = frozenset(f".{name}" for name in HIDDEN_CLASSES)


def name_words(written: str) -> list[str]:
    """The words of one class or id: "siteNav", "site-nav" and "site_nav" are written alike."""
    return re.split(r"[-_:.]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", written).lower())


def is_for_readers_of_screens(classes: str) -> bool:
    """Whether one of the classes keeps an element for readers of screens."""
    return any(map(_for_readers_only, classes.split()))


def _for_readers_only(written: str) -> bool:
    words = frozenset(name_words(written))
    return "focusable" not in words and any(each <= words for each in _READERS_ONLY)
