"""Pages whose text stands in the data of their scripts only: no browser shows it without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.domain import Block

_SCRIPT = re.compile(r"<script\b[^>]*+(?:>(?P<code>.*?)</script|.*\Z)", re.DOTALL | re.IGNORECASE)
"""A script, or (without its code) all that stands behind one that never ends."""

_SENTENCE = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]{1,20}+[,;:]?+[ \u00a0]){9,60}[^\W\d_]{1,20}[.!?]"
    r"|[\u3041-\u30ff\u4e00-\u9fff、，]{20,200}+[。！？]"
)
# No {9,60}+ for the group: Python before 3.11.5 loses matches where such a repetition stops
# inside a turn (CPython's issue 106052).
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MOST_LOOKED_AT = 1_000_000

_MUCH = 1_500
"""Characters of sentences that are an article and no notice."""

_MANY_TIMES = 3
"""As many as on the page itself: the data of a page may say its text once more, and its teasers."""

_WORDS = 8


def shown_in(blocks: Sequence[Block]) -> int:
    """Characters of sentences that were read of a page."""
    return sum(len(each.text) for each in blocks if not each.chrome and _is_prose(each.text))


def may_hold_more(shown: int) -> bool:
    """Whether scripts that are looked at can have many times as much as is shown."""
    return shown * _MANY_TIMES <= _MOST_LOOKED_AT


def holds_the_text(source: str, shown: int) -> bool:
    """Whether the scripts of the page `source` have most of its sentences, of which so many
    characters are shown without them."""
    least = max(_MUCH, _MANY_TIMES * shown)
    found = looked = 0
    for script in _SCRIPT.finditer(source):
        code = _ESCAPED.sub(
            lambda match: chr(int(match[1], 16)), (script["code"] or "")[:_MOST_LOOKED_AT]
        )
        looked += len(code)
        found += sum(len(match.group()) for match in _SENTENCE.finditer(code))
        if found >= least:
            return True
        if looked >= _MOST_LOOKED_AT:
            break
    return False


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _WORDS or len(text) >= 10 * _WORDS
