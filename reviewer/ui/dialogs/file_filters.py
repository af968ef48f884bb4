"""The kinds of files that a dialog lists, as it understands and shows them."""

from __future__ import annotations

import re

from reviewer.wording import is_right_to_left

_PATTERNS = re.compile(r"\(([^()]*\*[^()]*)\)(?=;;|$)")
_SET_APART = re.compile("[\u2068\u2069]")
_LEFT_TO_RIGHT = "\u200e"


def as_filters(kinds: str) -> str:
    """`kinds` as Qt writes them ("Tables (*.csv);;All files (*)"), in the user's language.

    Qt reads what stands in the brackets; the signs that set a value apart in a sentence from right
    to left would be part of the names that are looked for. What is shown reads from left to right.
    """
    before = _LEFT_TO_RIGHT if is_right_to_left() else ""
    return _PATTERNS.sub(lambda kind: f"{before}({_SET_APART.sub('', kind[1])})", kinds)
